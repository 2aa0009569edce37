#pragma once

#include <optional>
#include <vector>

#include "compute/thread_pool.hpp"
#include "descent/optimizers.hpp"

namespace dd {

/// Optimizer::step, θ ← θ − η · direction(∇J), for a large θ: in chunks that stay in the cache,
/// shared by the workers of a pool, and only when what it leads to is finite. The results are those
/// of Optimizer::step to the last bit.
class ChunkedStep {
 public:
  /// For `size` parameters.
  explicit ChunkedStep(Index size);

  /// Returns ‖∇J‖₂, or nothing when that or the next θ is not finite; θ stays as it is then.
  /// `gradient` is left holding the direction. Does not allocate.
  std::optional<double> apply(Optimizer<float>& optimizer, ThreadPool& pool, VectorRef<float> theta,
                              VectorRef<float> gradient, float learningRate);

 private:
  struct Check {
    double squaredNorm;  ///< of a chunk of the gradient
    bool isFinite;       ///< whether that chunk of the next θ is
  };
  std::vector<Check> checks_;  ///< of each chunk
};

}  // namespace dd
