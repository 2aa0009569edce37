#pragma once

#include <memory>

#include "nn/network.hpp"
#include "nn/samples.hpp"

namespace dd {

/// How much of a student's targets a teacher gives.
struct DistillationSettings {
  float share = 0.5f;        ///< 0 … 1; the rest stays with the labels
  float temperature = 1.0f;  ///< > 0: what the teacher's scores are divided by before the softmax
};

/// Samples whose targets for training come in part from a larger network, the teacher, which sees
/// the very variant that the student is shown (G. Hinton, O. Vinyals, J. Dean: "Distilling the
/// Knowledge in a Neural Network", 2015).
class DistilledSamples final : public Samples {
 public:
  /// Throws Error unless the teacher ends in a softmax, takes the samples, θ fits
  /// it and the settings are in range.
  DistilledSamples(std::shared_ptr<Samples> samples, Architecture teacher, Vector<float> theta,
                   const DistillationSettings& settings);

  std::size_t size() const override { return samples_->size(); }
  std::size_t inputs() const override { return samples_->inputs(); }
  int label(std::size_t sample) const override { return samples_->label(sample); }
  void read(std::size_t sample, std::span<float> row) override { samples_->read(sample, row); }
  /// The teacher has to see the whole sample.
  std::size_t maxEntries(Purpose purpose) const override {
    return purpose == Purpose::evaluation ? samples_->maxEntries(purpose) : 0;
  }
  void list(std::span<const std::uint32_t> order, SparseBatch<float>& batch) const override {
    samples_->list(order, batch);
  }
  void readForTraining(std::size_t sample, std::span<float> row) override {
    samples_->readForTraining(sample, row);
  }
  /// Throws Error when student and teacher have different numbers of outputs.
  void adjustTargets(ConstMatrixRef<float> inputs, Eigen::Ref<Matrix<float>> targets) override;

 private:
  std::shared_ptr<Samples> samples_;
  Network<float> teacher_;
  Vector<float> theta_;
  DistillationSettings settings_;
};

}  // namespace dd
