#include "nn/evaluation.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <utility>

#include "descent/error.hpp"

namespace dd {
namespace {

/// Rows in one forward pass: enough for the matrix product to run at full speed.
constexpr std::size_t chunk = 128;

void readLabels(const Samples& samples, std::span<const std::uint32_t> order,
                Eigen::Ref<Matrix<float>> targets) {
  targets.setZero();
  for (std::size_t i = 0; i < order.size(); ++i) {
    targets(static_cast<Index>(i), samples.label(order[i])) = 1;
  }
}

std::span<float> rowOf(Eigen::Ref<Matrix<float>> inputs, std::size_t i) {
  return {inputs.row(static_cast<Index>(i)).data(), static_cast<std::size_t>(inputs.cols())};
}

}  // namespace

void readBatch(Samples& samples, std::span<const std::uint32_t> order,
               Eigen::Ref<Matrix<float>> inputs, Eigen::Ref<Matrix<float>> targets) {
  readLabels(samples, order, targets);
  for (std::size_t i = 0; i < order.size(); ++i) samples.read(order[i], rowOf(inputs, i));
}

void readBatch(Samples& samples, std::span<const std::uint32_t> order, Samples::Purpose purpose,
               Network<float>& network, Eigen::Ref<Matrix<float>> targets) {
  const auto rows = static_cast<Index>(order.size());
  if (const std::size_t max = samples.maxEntries(purpose); max > 0) {
    readLabels(samples, order, targets);
    network.listInputs(rows, static_cast<Index>(max),
                       [&](Index first, Index last, SparseBatch<float>& batch) {
                         samples.list(order.subspan(static_cast<std::size_t>(first),
                                                    static_cast<std::size_t>(last - first)),
                                      batch);
                       });
    return;
  }
  auto inputs = network.inputs(rows);
  if (purpose == Samples::Purpose::evaluation) return readBatch(samples, order, inputs, targets);
  readLabels(samples, order, targets);
  // One after the other: a source draws its variants from one stream of random numbers.
  for (std::size_t i = 0; i < order.size(); ++i) {
    samples.readForTraining(order[i], rowOf(inputs, i));
  }
  samples.adjustTargets(inputs, targets);
}

void requireMatching(const Samples& samples, const Architecture& architecture) {
  if (samples.size() == 0) throw Error("noSamples");
  requireSize("inputs", samples.inputs(), architecture.inputs);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (samples.label(i) >= 0 && samples.label(i) < architecture.outputs()) continue;
    throw Error("label",
                {{"number", i}, {"value", samples.label(i)}, {"max", architecture.outputs() - 1}});
  }
}

Evaluation::Evaluation(const Network<float>& network, ConstVectorRef<float> theta,
                       std::shared_ptr<Samples> samples, std::size_t limit)
    : theta_(theta),
      samples_(std::move(samples)),
      total_(std::min(limit, samples_->size())),
      classes_(network.architecture().outputs()),
      confusion_(static_cast<std::size_t>(classes_ * classes_), 0),
      targets_(static_cast<Index>(chunk), classes_) {}

void Evaluation::advance(Network<float>& network, std::size_t count) {
  std::array<std::uint32_t, chunk> order;
  for (const std::size_t end = std::min(total_, done_ + count); done_ < end;) {
    const std::size_t size = std::min(chunk, end - done_);
    const auto rows = static_cast<Index>(size);
    std::iota(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(size),
              static_cast<std::uint32_t>(done_));
    auto targets = targets_.topRows(rows);
    readBatch(*samples_, std::span(order).first(size), Samples::Purpose::evaluation, network,
              targets);
    network.forward(theta_, rows);
    lossSum_ += static_cast<double>(network.loss(targets)) * static_cast<double>(size);
    const auto outputs = network.outputs(rows);
    for (Index row = 0; row < rows; ++row) {
      const std::size_t sample = done_ + static_cast<std::size_t>(row);
      Index predicted = 0;
      const float confidence = outputs.row(row).maxCoeff(&predicted);
      const int label = samples_->label(sample);
      ++confusion_[static_cast<std::size_t>(label * classes_ + predicted)];
      if (predicted == label) {
        ++right_;
      } else {
        mistakes_.push_back({sample, label, static_cast<int>(predicted), confidence});
      }
    }
    done_ += size;
  }
}

double Evaluation::accuracy() const {
  return done_ == 0 ? 0 : static_cast<double>(right_) / static_cast<double>(done_);
}

double Evaluation::loss() const { return done_ == 0 ? 0 : lossSum_ / static_cast<double>(done_); }

}  // namespace dd
