#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "compute/sparse_batch.hpp"
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

  /// What a sample is read for.
  enum class Purpose { evaluation, training };
  /// The most non-zero numbers that any sample has, where samples are better listed than read; else
  /// 0.
  virtual std::size_t maxEntries(Purpose) const { return 0; }
  /// Lists the non-zero numbers of samples, a row each. Only where `maxEntries` is not 0; several
  /// threads may list at the same time, each in a batch of its own.
  virtual void list(std::span<const std::uint32_t> /*order*/, SparseBatch<float>& /*batch*/) const {
  }

  /// May replace the targets of a batch (rows × outputs, one-hot rows of the labels) that was read
  /// for training, given what was read (rows × inputs).
  virtual void adjustTargets(ConstMatrixRef<float> /*inputs*/,
                             Eigen::Ref<Matrix<float>> /*targets*/) {}
};

}  // namespace dd
