#pragma once

#include <algorithm>

#include "descent/types.hpp"

namespace dd {

/// out = a·b, so many rows at a time that the blocks which Eigen copies fit on any thread's stack:
/// less than 1 MB of each factor, see EIGEN_STACK_ALLOCATION_LIMIT. A worker must not allocate.
template <class A, class B, class Out>
void multiply(const A& a, const B& b, Out&& out) {
  constexpr Index maxRows = 512;
  for (Index row = 0; row < out.rows(); row += maxRows) {
    const Index size = std::min(maxRows, out.rows() - row);
    out.middleRows(row, size).noalias() = a.middleRows(row, size) * b;
  }
}

}  // namespace dd
