#include "compute/input_batch.hpp"

#include <algorithm>

#include "compute/multiply.hpp"

namespace dd {

template <class Scalar>
void InputBatch<Scalar>::reserve(Index rows) {
  for (int worker = 0; !isListed_ && worker < pool_->size(); ++worker) {
    sparse(worker).beginGather(pool_->chunk(rows, worker).size, inputs_, units_);
  }
}

template <class Scalar>
void InputBatch<Scalar>::product(Range rows, int worker, ConstMatrixRef<Scalar> weights,
                                 ConstMatrixRef<Scalar> biases, MatrixRef<Scalar> z) {
  Chunk& chunk = chunks_[static_cast<std::size_t>(worker)];
  chunk.isSparse = isListed_ || chunk.sparse.gather(x_.middleRows(rows.begin, rows.size));
  if (chunk.isSparse) return chunk.sparse.product(weights, biases, z);
  multiply(x_.middleRows(rows.begin, rows.size), weights, z);
  z.rowwise() += biases.row(0);
}

template <class Scalar>
void InputBatch<Scalar>::transpose(int worker) {
  Chunk& chunk = chunks_[static_cast<std::size_t>(worker)];
  if (chunk.isSparse) chunk.sparse.transpose();
}

template <class Scalar>
void InputBatch<Scalar>::transposedProduct(int worker, ConstMatrixRef<Scalar> delta,
                                           MatrixRef<Scalar> out) const {
  const bool isSparse = std::all_of(chunks_.begin(), chunks_.end(),
                                    [](const Chunk& chunk) { return chunk.isSparse; });
  if (!isSparse) {
    const auto [begin, size] = pool_->chunk(inputs_, worker);
    multiply(x_.topRows(delta.rows()).middleCols(begin, size).transpose(), delta,
             out.middleRows(begin, size));
    return;
  }
  // Chunks of equal ink, as far as the first rows of the batch are like the others.
  const auto boundary = [&](int i) {
    return chunks_[0].sparse.inputAt(static_cast<double>(i) / pool_->size());
  };
  const Index first = boundary(worker), last = boundary(worker + 1);
  for (int i = 0; i < pool_->size(); ++i) {
    const auto [begin, size] = pool_->chunk(delta.rows(), i);
    chunks_[static_cast<std::size_t>(i)].sparse.transposedProduct(delta.middleRows(begin, size),
                                                                  first, last, i > 0, out);
  }
}

template class InputBatch<float>;
template class InputBatch<double>;

}  // namespace dd
