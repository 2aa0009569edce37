#include "nn/network.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace dd {
namespace {

/// out = a·b, so many rows at a time that the blocks which Eigen copies fit on any thread's stack:
/// less than 1 MB of each factor, see EIGEN_STACK_ALLOCATION_LIMIT. A member of a team must not
/// allocate.
template <class A, class B, class Out>
void multiply(const A& a, const B& b, Out&& out) {
  constexpr Index most = 512;
  for (Index row = 0; row < out.rows(); row += most) {
    const Index size = std::min(most, out.rows() - row);
    out.middleRows(row, size).noalias() = a.middleRows(row, size) * b;
  }
}

}  // namespace

template <class Scalar>
Network<Scalar>::Network(Architecture architecture, std::shared_ptr<Team> team)
    : architecture_(std::move(architecture)), team_(std::move(team)) {
  architecture_.validate();
  parameterCount_ = architecture_.parameterCount();
  const std::size_t layers = architecture_.layers.size();
  Index offset = 0;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    offsets_.push_back(offset);
    offset += (architecture_.fanIn(layer) + 1) * architecture_.layers[layer].units;
  }
  activations_.resize(layers);
  deltas_.resize(layers);
  parts_.resize(static_cast<std::size_t>(team_->size()));
}

template <class Scalar>
typename Network<Scalar>::Part Network<Scalar>::part(Index rows, int member) const {
  const Index begin = rows * member / team_->size();
  return {begin, rows * (member + 1) / team_->size() - begin};
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
  for (std::size_t i = 0; !inputsAreListed_ && i < parts_.size(); ++i) {
    parts_[i].sparse.beginGather(part(rows, static_cast<int>(i)).size, architecture_.inputs,
                                 architecture_.layers.front().units);
  }
  team_->together([&](int member) {
    forwardFirst(theta, part(rows, member), member);
    activateUpwards(theta, part(rows, member));
  });
}

template <class Scalar>
void Network<Scalar>::forwardFirst(ConstVectorRef<Scalar> theta, Part rows, int member) {
  InputPart& inputs = parts_[static_cast<std::size_t>(member)];
  auto z = activations_[0].middleRows(rows.begin, rows.size);
  inputs.isSparse =
      inputsAreListed_ || inputs.sparse.gather(inputs_.middleRows(rows.begin, rows.size));
  if (inputs.isSparse) {
    inputs.sparse.product(weights(theta, 0), biases(theta, 0), z);
  } else {
    multiply(inputs_.middleRows(rows.begin, rows.size), weights(theta, 0), z);
    z.rowwise() += biases(theta, 0).row(0);
  }
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
void Network<Scalar>::activateUpwards(ConstVectorRef<Scalar> theta, Part rows) {
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    auto a = activations_[layer].middleRows(rows.begin, rows.size);
    if (layer > 0) {
      multiply(activations_[layer - 1].middleRows(rows.begin, rows.size), weights(theta, layer), a);
      a.rowwise() += biases(theta, layer).row(0);
    }
    if (layer + 1 == deltas_.size()) outputScores_.middleRows(rows.begin, rows.size) = a;
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
  team_->together([&](int member) {
    propagateDeltas(theta, targets, part(rows, member));
    InputPart& inputs = parts_[static_cast<std::size_t>(member)];
    if (inputs.isSparse) inputs.sparse.transpose();
  });
  team_->together([&](int member) {
    for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
      addUpGradient(layer, rows, member, gradient);
    }
  });
}

/// The deltas of one member's rows, from the last layer down to the first.
template <class Scalar>
void Network<Scalar>::propagateDeltas(ConstVectorRef<Scalar> theta, ConstMatrixRef<Scalar> targets,
                                      Part rows) {
  outputDelta<Scalar>(architecture_.loss, architecture_.layers.back().activation,
                      activations_.back().middleRows(rows.begin, rows.size),
                      targets.middleRows(rows.begin, rows.size), targets.rows(),
                      deltas_.back().middleRows(rows.begin, rows.size));
  for (std::size_t layer = deltas_.size() - 1; layer > 0; --layer) {
    auto below = deltas_[layer - 1].middleRows(rows.begin, rows.size);
    multiply(deltas_[layer].middleRows(rows.begin, rows.size), weights(theta, layer).transpose(),
             below);
    multiplyByDerivative<Scalar>(architecture_.layers[layer - 1].activation,
                                 activations_[layer - 1].middleRows(rows.begin, rows.size), below);
  }
}

/// One member's share of ∂J/∂W, some of its rows, over the whole batch; the last also takes ∂J/∂b.
template <class Scalar>
void Network<Scalar>::addUpGradient(std::size_t layer, Index rows, int member,
                                    VectorRef<Scalar> gradient) {
  const auto delta = deltas_[layer].topRows(rows);
  if (member == team_->size() - 1) biases(gradient, layer) = delta.colwise().sum();
  auto weightGradient = weights(gradient, layer);
  const bool isSparse =
      layer == 0 && std::all_of(parts_.begin(), parts_.end(),
                                [](const InputPart& inputs) { return inputs.isSparse; });
  if (!isSparse) {
    const auto& below = layer == 0 ? inputs_ : activations_[layer - 1];
    const Part share = part(weightGradient.rows(), member);
    multiply(below.topRows(rows).middleCols(share.begin, share.size).transpose(), delta,
             weightGradient.middleRows(share.begin, share.size));
    return;
  }
  // Shares of equal ink, as far as the first part of the batch is like the others.
  const auto boundary = [&](int i) {
    return parts_[0].sparse.inputAt(static_cast<double>(i) / team_->size());
  };
  const Index first = boundary(member), last = boundary(member + 1);
  for (int i = 0; i < team_->size(); ++i) {
    const Part share = part(rows, i);
    parts_[static_cast<std::size_t>(i)].sparse.transposedProduct(
        delta.middleRows(share.begin, share.size), first, last, i > 0, weightGradient);
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
