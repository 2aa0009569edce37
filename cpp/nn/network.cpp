#include "nn/network.hpp"

#include <utility>

#include "descent/error.hpp"
#include "nn/backprop.hpp"

namespace dd {
namespace {

Architecture validated(Architecture architecture) {
  architecture.validate();
  return architecture;
}

}  // namespace

template <class Scalar>
Network<Scalar>::Network(Architecture architecture, std::shared_ptr<ThreadPool> pool)
    : architecture_(validated(std::move(architecture))),
      pool_(std::move(pool)),
      parameterCount_(architecture_.parameterCount()),
      inputs_(architecture_.inputs, architecture_.layers.front().units, pool_),
      activations_(architecture_.layers.size()),
      deltas_(architecture_.layers.size()) {
  Index offset = 0;
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    offsets_.push_back(offset);
    offset += (architecture_.fanIn(layer) + 1) * architecture_.layers[layer].units;
  }
}

template <class Scalar>
void Network<Scalar>::reserve(Index rows) {
  if (rows <= capacity_) return;
  capacity_ = rows;
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    const Index units = architecture_.layers[layer].units;
    activations_[layer].resize(rows, units);
    deltas_[layer].resize(rows, units);
  }
  outputScores_.resize(rows, architecture_.outputs());
}

template <class Scalar>
Eigen::Map<const Matrix<Scalar>> Network<Scalar>::weights(ConstVectorRef<Scalar> theta,
                                                          std::size_t layer) const {
  return {theta.data() + offsets_[layer], architecture_.fanIn(layer),
          architecture_.layers[layer].units};
}

template <class Scalar>
Eigen::Map<Matrix<Scalar>> Network<Scalar>::weights(VectorRef<Scalar> theta,
                                                    std::size_t layer) const {
  return {theta.data() + offsets_[layer], architecture_.fanIn(layer),
          architecture_.layers[layer].units};
}

template <class Scalar>
Eigen::Map<const Matrix<Scalar>> Network<Scalar>::biases(ConstVectorRef<Scalar> theta,
                                                         std::size_t layer) const {
  const Index units = architecture_.layers[layer].units;
  return {theta.data() + offsets_[layer] + architecture_.fanIn(layer) * units, 1, units};
}

template <class Scalar>
Eigen::Map<Matrix<Scalar>> Network<Scalar>::biases(VectorRef<Scalar> theta,
                                                   std::size_t layer) const {
  const Index units = architecture_.layers[layer].units;
  return {theta.data() + offsets_[layer] + architecture_.fanIn(layer) * units, 1, units};
}

template <class Scalar>
void Network<Scalar>::forward(ConstVectorRef<Scalar> theta, Index rows) {
  reserve(rows);
  inputs_.reserve(rows);
  pool_->parallelFor(rows, [&](Range rows, int worker) {
    inputs_.product(rows, worker, weights(theta, 0), biases(theta, 0),
                    activations_[0].middleRows(rows.begin, rows.size));
    activateUpwards(theta, rows);
  });
}

template <class Scalar>
void Network<Scalar>::forwardFromScores(ConstVectorRef<Scalar> theta,
                                        ConstMatrixRef<Scalar> scores) {
  reserve(scores.rows());
  activations_[0].topRows(scores.rows()) = scores;
  activateUpwards(theta, {0, scores.rows()});
}

template <class Scalar>
Index Network<Scalar>::firstLayerParameters() const {
  return (architecture_.inputs + 1) * architecture_.layers.front().units;
}

template <class Scalar>
void Network<Scalar>::activateUpwards(ConstVectorRef<Scalar> theta, Range rows) {
  const auto slice = [rows](auto& matrix) { return matrix.middleRows(rows.begin, rows.size); };
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    auto a = slice(activations_[layer]);
    if (layer > 0) {
      weightedInputs<Scalar>(slice(activations_[layer - 1]), weights(theta, layer),
                             biases(theta, layer), a);
    }
    if (layer + 1 == deltas_.size()) slice(outputScores_) = a;
    activate<Scalar>(architecture_.layers[layer].activation, a);
  }
}

template <class Scalar>
Scalar Network<Scalar>::loss(ConstMatrixRef<Scalar> targets) const {
  const Index rows = targets.rows();
  return meanLoss<Scalar>(architecture_.loss, outputScores_.topRows(rows), outputs(rows), targets);
}

template <class Scalar>
void Network<Scalar>::backward(ConstVectorRef<Scalar> theta, ConstMatrixRef<Scalar> targets,
                               VectorRef<Scalar> gradient) {
  const Index rows = targets.rows();
  pool_->parallelFor(rows, [&](Range rows, int worker) {
    propagateDeltas(theta, targets, rows);
    inputs_.transpose(worker);
  });
  pool_->parallelFor(pool_->size(), [&](Range, int worker) {
    for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
      const auto delta = deltas_[layer].topRows(rows);
      if (worker == pool_->size() - 1) nablaB<Scalar>(delta, biases(gradient, layer));
      auto w = weights(gradient, layer);
      if (layer == 0) {
        inputs_.transposedProduct(worker, delta, w);
      } else {
        nablaW<Scalar>(activations(layer - 1, rows), delta, pool_->chunk(w.rows(), worker), w);
      }
    }
  });
}

/// The deltas of some rows, from the last layer down to the first.
template <class Scalar>
void Network<Scalar>::propagateDeltas(ConstVectorRef<Scalar> theta, ConstMatrixRef<Scalar> targets,
                                      Range rows) {
  const auto slice = [rows](auto& matrix) { return matrix.middleRows(rows.begin, rows.size); };
  outputDelta<Scalar>(architecture_.loss, architecture_.layers.back().activation,
                      slice(activations_.back()), slice(targets), targets.rows(),
                      slice(deltas_.back()));
  for (std::size_t layer = deltas_.size() - 1; layer > 0; --layer) {
    hiddenDelta<Scalar>(slice(deltas_[layer]), weights(theta, layer),
                        architecture_.layers[layer - 1].activation, slice(activations_[layer - 1]),
                        slice(deltas_[layer - 1]));
  }
}

template <class Scalar>
NetworkObjective<Scalar>::NetworkObjective(Network<Scalar>& network, Scalar l2)
    : network_(network) {
  network.architecture().requireTrainable();
  setL2(l2);
}

template <class Scalar>
void NetworkObjective<Scalar>::setRows(Index rows) {
  rows_ = rows;
  if (rows > targets_.rows()) targets_.resize(rows, network_.architecture().outputs());
}

template <class Scalar>
void NetworkObjective<Scalar>::setBatch(ConstMatrixRef<Scalar> inputs,
                                        ConstMatrixRef<Scalar> targets) {
  setRows(inputs.rows());
  this->inputs() = inputs;
  this->targets() = targets;
}

template <class Scalar>
void NetworkObjective<Scalar>::setL2(Scalar l2) {
  requireAtLeast("l2", l2, 0);
  l2_ = l2;
}

template <class Scalar>
Scalar NetworkObjective<Scalar>::value(ConstVectorRef<Scalar> theta) {
  network_.forward(theta, rows_);
  Scalar squares = 0;
  if (l2_ > 0) {
    for (std::size_t layer = 0; layer < network_.architecture().layers.size(); ++layer) {
      squares += network_.weights(theta, layer).squaredNorm();
    }
  }
  return network_.loss(targets()) + l2_ / 2 * squares;
}

template <class Scalar>
Scalar NetworkObjective<Scalar>::valueAndGradient(ConstVectorRef<Scalar> theta,
                                                  VectorRef<Scalar> gradient) {
  const Scalar result = value(theta);
  network_.backward(theta, targets(), gradient);
  if (l2_ > 0) {
    for (std::size_t layer = 0; layer < network_.architecture().layers.size(); ++layer) {
      network_.weights(gradient, layer) += l2_ * network_.weights(theta, layer);
    }
  }
  return result;
}

template class Network<float>;
template class Network<double>;
template class NetworkObjective<float>;
template class NetworkObjective<double>;

}  // namespace dd
