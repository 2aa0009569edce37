#include "nn/distillation.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace dd {

DistilledSamples::DistilledSamples(std::shared_ptr<Samples> samples, Architecture teacher,
                                   Vector<float> theta, const DistillationSettings& settings)
    : samples_(std::move(samples)),
      teacher_(std::move(teacher)),
      theta_(std::move(theta)),
      settings_(settings) {
  const Architecture& architecture = teacher_.architecture();
  if (architecture.layers.back().activation != Activation::softmax) {
    throw std::invalid_argument("A teacher's output activation must be softmax.");
  }
  if (architecture.inputs != static_cast<Index>(samples_->inputs())) {
    throw std::invalid_argument("The teacher takes " + std::to_string(architecture.inputs) +
                                " inputs, but a sample has " + std::to_string(samples_->inputs()) +
                                " numbers.");
  }
  if (theta_.size() != teacher_.parameterCount()) {
    throw std::invalid_argument("The teacher has " + std::to_string(teacher_.parameterCount()) +
                                " parameters, but " + std::to_string(theta_.size()) +
                                " were given.");
  }
  if (!(settings.share >= 0 && settings.share <= 1)) {
    throw std::invalid_argument("The teacher's share of the targets must be 0 … 1; it is " +
                                std::to_string(settings.share) + ".");
  }
  if (!(settings.temperature > 0)) {
    throw std::invalid_argument("The teacher's temperature must be above 0; it is " +
                                std::to_string(settings.temperature) + ".");
  }
}

void DistilledSamples::adjustTargets(ConstMatrixRef<float> inputs,
                                     Eigen::Ref<Matrix<float>> targets) {
  const Index rows = inputs.rows();
  if (targets.cols() != teacher_.architecture().outputs()) {
    throw std::invalid_argument("The student has " + std::to_string(targets.cols()) +
                                " outputs, but the teacher " +
                                std::to_string(teacher_.architecture().outputs()) + ".");
  }
  teacher_.inputs(rows) = inputs;
  teacher_.forward(theta_, rows);
  for (Index row = 0; row < rows; ++row) {
    auto soft = teacher_.outputScores(rows).row(row).array() / settings_.temperature;
    const float largest = soft.maxCoeff();
    const float sum = (soft - largest).exp().sum();
    targets.row(row).array() = (1 - settings_.share) * targets.row(row).array() +
                               settings_.share / sum * (soft - largest).exp();
  }
}

}  // namespace dd
