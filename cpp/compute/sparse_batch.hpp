#pragma once

#include <vector>

#include "compute/kernels.hpp"
#include "descent/types.hpp"

namespace dd {

/// The non-zero numbers of a batch X (rows × inputs), listed by row and, for the gradient, by
/// column.
///
/// 81 % of MNIST's pixels are zero. Where X is that empty, X·W and Xᵀ·δ take a fifth of the
/// multiplications when only the rest is visited.
template <class Scalar>
class SparseBatch {
 public:
  /// Share of non-zero inputs from which on the dense product is as fast.
  static constexpr double worthwhileDensity = 0.4;

  /// Begins a batch for a layer of `units`. Allocates only when `rows` or `maxEntries`, the
  /// number that all rows may have, is larger than ever before; what follows never does.
  void begin(Index rows, Index inputs, Index units, Index maxEntries);

  /// Where to write the entries of the next row: the inputs that are not zero, in ascending order.
  Entry<Scalar>* nextRow() { return entries_.data() + begins_[listed_]; }
  /// Takes what was written up to `end` for that row.
  void endRow(const Entry<Scalar>* end) {
    begins_[++listed_] = static_cast<std::int32_t>(end - entries_.data());
  }

  /// Lists all of X (rows × inputs), for which `beginGather` has made room. Returns whether X is
  /// empty enough for the products below to be worthwhile; the list is complete only then.
  bool gather(ConstMatrixRef<Scalar> x);
  void beginGather(Index rows, Index inputs, Index units);

  /// out = X·W + b, with W (inputs × units), b (1 × units), out (rows × units).
  void product(ConstMatrixRef<Scalar> weights, ConstMatrixRef<Scalar> biases,
               Eigen::Ref<Matrix<Scalar>> out) const;

  /// Lists the entries by column, which `transposedProduct` goes by.
  void transpose();
  /// The input before which the `fraction` (0 … 1) of all entries lie, after `transpose`.
  Index inputAt(double fraction) const;
  /// Rows first … last − 1 of out = Xᵀ·δ, or, if `adds`, of out += Xᵀ·δ; δ (rows × units), out
  /// (inputs × units). Several threads may call it for different rows.
  void transposedProduct(ConstMatrixRef<Scalar> delta, Index first, Index last, bool adds,
                         Eigen::Ref<Matrix<Scalar>> out) const;

 private:
  static std::int32_t limit(Index size);

  std::int32_t units_ = 0, inputs_ = 0;
  std::int32_t rows_ = 0, listed_ = 0;
  // Entries of line i: begins[i] … begins[i + 1].
  std::vector<std::int32_t> begins_, columnBegins_;
  std::vector<Entry<Scalar>> entries_, columnEntries_;
  std::vector<Scalar> zeros_;  ///< a row of `units`
};

extern template class SparseBatch<float>;
extern template class SparseBatch<double>;

}  // namespace dd
