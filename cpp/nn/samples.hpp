#pragma once

#include <cstddef>
#include <span>

#include "descent/types.hpp"

namespace dd {

/// Labelled samples as the trainer sees them, wherever they come from.
class Samples {
 public:
  virtual ~Samples() = default;
  virtual std::size_t size() const = 0;
  /// Length of one sample.
  virtual std::size_t inputs() const = 0;
  /// Class of a sample, 0 … outputs − 1.
  virtual int label(std::size_t sample) const = 0;
  /// Writes the `inputs()` numbers of a sample. Not const: a source may keep a workspace.
  virtual void read(std::size_t sample, std::span<float> row) = 0;
  /// What a training step reads: the sample, or a new variant of it at each call.
  virtual void readForTraining(std::size_t sample, std::span<float> row) { read(sample, row); }
  /// May replace the targets of a batch (rows × outputs, one-hot rows of the labels) that was read
  /// for training, given what was read (rows × inputs).
  virtual void adjustTargets(ConstMatrixRef<float> /*inputs*/,
                             Eigen::Ref<Matrix<float>> /*targets*/) {}
};

}  // namespace dd
