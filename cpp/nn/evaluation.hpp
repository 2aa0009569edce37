#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "nn/network.hpp"
#include "nn/samples.hpp"

namespace dd {

/// How a network does on a set of samples, measured in slices, so that a test set of 10,000 never
/// holds up training for long. θ is copied at the start: all slices evaluate the same network.
class Evaluation {
 public:
  /// A sample whose largest output is not its label.
  struct Mistake {
    std::size_t sample;
    int label, predicted;
    float confidence;  ///< the wrong output, 0 … 1 after softmax or sigmoid
  };

  /// Judges θ on the first min(limit, samples->size()) samples. `samples` has at least one sample.
  Evaluation(const Network<float>& network, ConstVectorRef<float> theta,
             std::shared_ptr<Samples> samples, std::size_t limit);

  /// Runs up to `count` more samples through `network` (of the same architecture).
  void advance(Network<float>& network, std::size_t count);

  bool finished() const { return done_ == total_; }
  std::size_t done() const { return done_; }
  std::size_t total() const { return total_; }
  /// Fraction of the samples done that are right, 0 … 1.
  double accuracy() const;
  /// Mean loss of the samples done.
  double loss() const;
  /// Counts, (classes × classes), row = label, column = prediction.
  const std::vector<std::int32_t>& confusion() const { return confusion_; }
  const std::vector<Mistake>& mistakes() const { return mistakes_; }

 private:
  Vector<float> theta_;
  std::shared_ptr<Samples> samples_;
  std::size_t done_ = 0, total_, right_ = 0;
  double lossSum_ = 0;
  Index classes_;
  std::vector<std::int32_t> confusion_;
  std::vector<Mistake> mistakes_;
  Matrix<float> targets_;
};

/// Copies samples into a batch: row i of `inputs` gets the sample order[i], row i of `targets` the
/// one-hot row of its label.
void readBatch(Samples& samples, std::span<const std::uint32_t> order,
               Eigen::Ref<Matrix<float>> inputs, Eigen::Ref<Matrix<float>> targets);

/// Reads or lists samples as the inputs of a network, and their one-hot labels as `targets`, with,
/// for training, the variants and the targets that the source has for it.
void readBatch(Samples& samples, std::span<const std::uint32_t> order, Samples::Purpose purpose,
               Network<float>& network, Eigen::Ref<Matrix<float>> targets);

/// Throws Error unless there is a sample, its length is the network's number of
/// inputs and every label has an output.
void requireMatching(const Samples& samples, const Architecture& architecture);

}  // namespace dd
