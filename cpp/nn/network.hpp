#pragma once

#include <memory>
#include <vector>

#include "compute/input_batch.hpp"
#include "descent/objective.hpp"
#include "nn/architecture.hpp"

namespace dd {

/// A dense network. It owns no parameters: every call is given θ, one flat vector that holds, layer
/// after layer, W (fan-in × units, row-major) and then b (units).
///
/// It owns the workspaces of a batch instead, so that a training step neither allocates nor copies:
/// fill `inputs(rows)` in place, or list what is not zero in them, then run. The workers of a
/// thread pool share the rows of a batch, and then the rows of each weight gradient, so that no two
/// threads write to the same place and every sum is taken in the same order, however many they are.
/// The formulas are in backprop.hpp.
template <class Scalar>
class Network {
 public:
  /// Throws Error for an architecture that cannot be.
  explicit Network(Architecture architecture,
                   std::shared_ptr<ThreadPool> pool = std::make_shared<SerialPool>());

  const Architecture& architecture() const { return architecture_; }
  Index parameterCount() const { return parameterCount_; }

  /// W of a layer as a view into θ, (fan-in × units).
  Eigen::Map<const Matrix<Scalar>> weights(ConstVectorRef<Scalar> theta, std::size_t layer) const;
  Eigen::Map<Matrix<Scalar>> weights(VectorRef<Scalar> theta, std::size_t layer) const;
  /// b of a layer as a view into θ, (1 × units).
  Eigen::Map<const Matrix<Scalar>> biases(ConstVectorRef<Scalar> theta, std::size_t layer) const;
  Eigen::Map<Matrix<Scalar>> biases(VectorRef<Scalar> theta, std::size_t layer) const;

  ThreadPool& pool() const { return *pool_; }

  /// The batch X to fill in, (rows × inputs). Allocates only when `rows` is larger than ever
  /// before.
  auto inputs(Index rows) { return inputs_.fill(rows); }

  /// X by what is not zero in it instead: calls list(first, last, batch), which lists the rows
  /// first … last − 1 in `batch`, each with at most `maxEntries`, until all are listed. The workers
  /// do so at the same time. Allocates only when `rows` or `maxEntries` is larger than ever before.
  template <class List>
  void listInputs(Index rows, Index maxEntries, List&& list) {
    inputs_.list(rows, maxEntries, std::forward<List>(list));
  }

  /// Runs the first `rows` rows of X through all layers.
  void forward(ConstVectorRef<Scalar> theta, Index rows);
  /// As `forward`, but from Z of the first layer on, (rows × its units): neither X nor the first
  /// layer's part of θ, its first `firstLayerParameters()` numbers, is read. `backward` cannot
  /// follow.
  void forwardFromScores(ConstVectorRef<Scalar> theta, ConstMatrixRef<Scalar> scores);
  Index firstLayerParameters() const;

  /// A of a layer after `forward`, (rows × units).
  auto activations(std::size_t layer, Index rows) const {
    return activations_[layer].topRows(rows);
  }
  auto outputs(Index rows) const { return activations_.back().topRows(rows); }
  /// Z of the output layer after `forward`, (rows × outputs).
  auto outputScores(Index rows) const { return outputScores_.topRows(rows); }

  /// Mean loss of the last `forward` against the targets Y (rows × outputs).
  Scalar loss(ConstMatrixRef<Scalar> targets) const;

  /// Backpropagation after `forward`: writes the gradient of the mean loss to `gradient`, laid out
  /// like θ.
  void backward(ConstVectorRef<Scalar> theta, ConstMatrixRef<Scalar> targets,
                VectorRef<Scalar> gradient);

 private:
  void reserve(Index rows);
  /// A of the first layer, from its scores, and of all that follow.
  void activateUpwards(ConstVectorRef<Scalar> theta, Range rows);
  void propagateDeltas(ConstVectorRef<Scalar> theta, ConstMatrixRef<Scalar> targets, Range rows);

  Architecture architecture_;
  std::shared_ptr<ThreadPool> pool_;
  Index parameterCount_;
  std::vector<Index> offsets_;               ///< where each layer's W begins in θ
  InputBatch<Scalar> inputs_;                ///< X
  Index capacity_ = 0;                       ///< rows that the workspaces hold
  std::vector<Matrix<Scalar>> activations_;  ///< A of each layer
  std::vector<Matrix<Scalar>> deltas_;       ///< ∂J/∂Z of each layer
  Matrix<Scalar> outputScores_;              ///< Z of the output layer
};

/// The network on one batch as a function of θ: mean loss + ½·l2·Σ w² (weights, not biases).
template <class Scalar>
class NetworkObjective final : public Objective<Scalar> {
 public:
  /// `network` must outlive the objective. Throws Error for a network that cannot
  /// be trained or a negative l2.
  NetworkObjective(Network<Scalar>& network, Scalar l2);

  /// Announces the size of the next batch; then fill `inputs()` and `targets()`.
  void setRows(Index rows);
  /// The next batch at once: X (rows × inputs) and Y (rows × outputs).
  void setBatch(ConstMatrixRef<Scalar> inputs, ConstMatrixRef<Scalar> targets);
  Index rows() const { return rows_; }
  auto inputs() { return network_.inputs(rows_); }    ///< X, (rows × inputs)
  auto targets() { return targets_.topRows(rows_); }  ///< Y, (rows × outputs)

  void setL2(Scalar l2);

  Index dimension() const override { return network_.parameterCount(); }
  Scalar value(ConstVectorRef<Scalar> theta) override;
  Scalar valueAndGradient(ConstVectorRef<Scalar> theta, VectorRef<Scalar> gradient) override;

 private:
  Network<Scalar>& network_;
  Scalar l2_ = 0;
  Index rows_ = 0;
  Matrix<Scalar> targets_;
};

extern template class Network<float>;
extern template class Network<double>;
extern template class NetworkObjective<float>;
extern template class NetworkObjective<double>;

}  // namespace dd
