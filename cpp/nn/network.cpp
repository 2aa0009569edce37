#include "nn/network.hpp"

#include <stdexcept>
#include <utility>

namespace dd {

template <class Scalar>
Network<Scalar>::Network(Architecture architecture) : architecture_(std::move(architecture)) {
  architecture_.validate();
  parameterCount_ = architecture_.parameterCount();
  const std::size_t layers = architecture_.layers.size();
  Index offset = 0;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    offsets_.push_back(offset);
    offset += (architecture_.fanIn(layer) + 1) * architecture_.layers[layer].units;
  }
  activations_.resize(layers + 1);
  deltas_.resize(layers);
}

template <class Scalar>
void Network<Scalar>::reserve(Index rows) {
  if (rows <= capacity_) return;
  capacity_ = rows;
  activations_[0].resize(rows, architecture_.inputs);
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    const Index units = architecture_.layers[layer].units;
    activations_[layer + 1].resize(rows, units);
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
  const auto x = activations_[0].topRows(rows);
  auto z = activations_[1].topRows(rows);
  inputsAreSparse_ = sparseInputs_.gather(x);
  if (inputsAreSparse_) {
    sparseInputs_.product(weights(theta, 0), biases(theta, 0), z);
  } else {
    z.noalias() = x * weights(theta, 0);
    z.rowwise() += biases(theta, 0).row(0);
  }
  activateUpwards(theta, rows);
}

template <class Scalar>
void Network<Scalar>::forwardFromScores(ConstVectorRef<Scalar> theta,
                                        ConstMatrixRef<Scalar> scores) {
  reserve(scores.rows());
  activations_[1].topRows(scores.rows()) = scores;
  activateUpwards(theta, scores.rows());
}

template <class Scalar>
Index Network<Scalar>::firstLayerParameters() const {
  return (architecture_.inputs + 1) * architecture_.layers.front().units;
}

template <class Scalar>
void Network<Scalar>::activateUpwards(ConstVectorRef<Scalar> theta, Index rows) {
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    auto a = activations_[layer + 1].topRows(rows);
    if (layer > 0) {
      a.noalias() = activations_[layer].topRows(rows) * weights(theta, layer);
      a.rowwise() += biases(theta, layer).row(0);
    }
    if (layer + 1 == deltas_.size()) outputScores_.topRows(rows) = a;
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
  outputDelta<Scalar>(architecture_.loss, architecture_.layers.back().activation, outputs(rows),
                      targets, deltas_.back().topRows(rows));
  for (std::size_t layer = deltas_.size(); layer-- > 0;) {
    const auto delta = deltas_[layer].topRows(rows);
    biases(gradient, layer) = delta.colwise().sum();
    auto weightGradient = weights(gradient, layer);
    if (layer == 0 && inputsAreSparse_) {
      sparseInputs_.transposedProduct(delta, weightGradient);
    } else {
      weightGradient.noalias() = activations_[layer].topRows(rows).transpose() * delta;
    }
    if (layer == 0) break;
    auto below = deltas_[layer - 1].topRows(rows);
    below.noalias() = delta * weights(theta, layer).transpose();
    multiplyByDerivative<Scalar>(architecture_.layers[layer - 1].activation,
                                 activations_[layer].topRows(rows), below);
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
void NetworkObjective<Scalar>::setL2(Scalar l2) {
  if (!(l2 >= 0)) throw std::invalid_argument("The L2 factor must not be negative.");
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
