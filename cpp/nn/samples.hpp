#pragma once

#include <cstddef>
#include <span>

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
  /// Writes the `inputs()` numbers of a sample. Not const: a source may draw a new variant of the
  /// sample at each call.
  virtual void read(std::size_t sample, std::span<float> row) = 0;
};

}  // namespace dd
