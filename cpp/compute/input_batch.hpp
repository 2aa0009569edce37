#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "compute/sparse_batch.hpp"
#include "compute/thread_pool.hpp"

namespace dd {

/// The batch X (rows × inputs) of a network's first layer and its two products, X·W + b and Xᵀ·δ:
/// by what is not zero in X where that is little, by all of it elsewhere. Each worker of a pool
/// multiplies for a chunk of the rows of a result.
template <class Scalar>
class InputBatch {
 public:
  InputBatch(Index inputs, Index units, std::shared_ptr<ThreadPool> pool)
      : inputs_(inputs),
        units_(units),
        pool_(std::move(pool)),
        chunks_(static_cast<std::size_t>(pool_->size())) {}

  /// X to fill in. Allocates only when `rows` is larger than ever before.
  auto fill(Index rows) {
    isListed_ = false;
    if (rows > x_.rows()) x_.resize(rows, inputs_);
    return x_.topRows(rows);
  }

  /// X by what is not zero in it instead, see Network::listInputs.
  template <class List>
  void list(Index rows, Index maxEntries, List&& list) {
    isListed_ = true;
    for (int worker = 0; worker < pool_->size(); ++worker) {
      const Index size = pool_->chunk(rows, worker).size;
      sparse(worker).begin(size, inputs_, units_, size * maxEntries);
    }
    pool_->parallelFor(rows, [&](Range chunk, int worker) {
      list(chunk.begin, chunk.begin + chunk.size, sparse(worker));
    });
  }

  /// Makes room for what `product` notes of X. Allocates only when `rows` is larger than ever
  /// before.
  void reserve(Index rows);
  /// z = X·W + b for a worker's chunk of the rows; W (inputs × units), b (1 × units).
  void product(Range rows, int worker, ConstMatrixRef<Scalar> weights,
               ConstMatrixRef<Scalar> biases, MatrixRef<Scalar> z);
  /// Every worker does this between the two products.
  void transpose(int worker);
  /// out = Xᵀ·δ, a worker's chunk of its rows; δ (rows × units), out (inputs × units).
  void transposedProduct(int worker, ConstMatrixRef<Scalar> delta, MatrixRef<Scalar> out) const;

 private:
  /// The rows of X that one worker multiplies.
  struct Chunk {
    SparseBatch<Scalar> sparse;
    bool isSparse = false;  ///< whether the last product went by the non-zeros
  };
  SparseBatch<Scalar>& sparse(int worker) {
    return chunks_[static_cast<std::size_t>(worker)].sparse;
  }

  Index inputs_, units_;
  std::shared_ptr<ThreadPool> pool_;
  Matrix<Scalar> x_;  ///< X, unless it is listed
  bool isListed_ = false;
  std::vector<Chunk> chunks_;  ///< for each worker
};

extern template class InputBatch<float>;
extern template class InputBatch<double>;

}  // namespace dd
