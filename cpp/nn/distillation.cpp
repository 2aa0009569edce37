#include "nn/distillation.hpp"

#include <utility>

#include "descent/error.hpp"

namespace dd {

DistilledSamples::DistilledSamples(std::shared_ptr<Samples> samples, Architecture teacher,
                                   Vector<float> theta, const DistillationSettings& settings)
    : samples_(std::move(samples)),
      teacher_(std::move(teacher)),
      theta_(std::move(theta)),
      settings_(settings) {
  const Architecture& architecture = teacher_.architecture();
  if (architecture.layers.back().activation != Activation::softmax) throw Error("softmaxNeeded");
  requireSize("inputs", samples_->inputs(), architecture.inputs);
  requireSize("parameters", theta_.size(), teacher_.parameterCount());
  requireRange("teacherShare", settings.share, 0, 1);
  requirePositive("temperature", settings.temperature);
}

void DistilledSamples::adjustTargets(ConstMatrixRef<float> inputs,
                                     Eigen::Ref<Matrix<float>> targets) {
  const Index rows = inputs.rows();
  requireSize("outputs", targets.cols(), teacher_.architecture().outputs());
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
