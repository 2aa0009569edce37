#include "labs/gradient_check/gradient_check.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "data/samples.hpp"
#include "data/synthetic.hpp"
#include "descent/error.hpp"
#include "nn/backprop.hpp"
#include "nn/evaluation.hpp"

namespace dd {
DigitGradient::DigitGradient(const Model& model, std::size_t samples, std::uint64_t seed)
    : network_(model.architecture), theta_(model.theta.cast<double>()) {
  const Architecture& architecture = network_.architecture();
  if (architecture.inputs != imagePixels || architecture.outputs() < 10)
    throw Error("digitNetwork");
  requireRange("samples", samples, 1, maxSamples);
  const auto rows = static_cast<Index>(samples);
  DataSetSamples digits(std::make_shared<DataSet>(syntheticDigits(samples, seed)));
  std::vector<std::uint32_t> order(samples);
  std::iota(order.begin(), order.end(), 0u);
  Matrix<float> x(rows, architecture.inputs), y(rows, architecture.outputs());
  readBatch(digits, order, x, y);
  inputs_ = x.cast<double>();
  targets_ = y.cast<double>();

  NetworkObjective<double> objective(network_, 0);
  objective.setBatch(inputs_, targets_);
  Vector<double> gradient(theta_.size());
  objective.valueAndGradient(theta_, gradient);
  gradients_ = {gradient, gradient * static_cast<double>(rows), gradientWithoutSlopes()};

  scores_ = inputs_ * network_.weights(ConstVectorRef<double>(theta_), 0);
  scores_.rowwise() += network_.biases(ConstVectorRef<double>(theta_), 0).row(0);
  loss_ = lossAt({0, 0, 0}, theta_[0], on_);
}

Vector<double> DigitGradient::gradientWithoutSlopes() {
  const Architecture& architecture = network_.architecture();
  const Index rows = inputs_.rows();
  Vector<double> gradient(theta_.size());
  Matrix<double> delta(rows, architecture.outputs());
  outputDelta<double>(architecture.loss, architecture.layers.back().activation,
                      network_.outputs(rows), targets_, rows, delta);
  for (std::size_t layer = architecture.layers.size(); layer-- > 0;) {
    network_.biases(VectorRef<double>(gradient), layer) = delta.colwise().sum();
    auto weights = network_.weights(VectorRef<double>(gradient), layer);
    if (layer == 0) {
      weights = inputs_.transpose() * delta;
    } else {
      weights = network_.activations(layer - 1, rows).transpose() * delta;
      delta = (delta * network_.weights(ConstVectorRef<double>(theta_), layer).transpose()).eval();
    }
  }
  return gradient;
}

Index DigitGradient::place(const Weight& weight) const {
  const Architecture& architecture = network_.architecture();
  if (weight.layer >= architecture.layers.size())
    throw Error("noSuchItem", {{"quantity", "layer"}, {"index", weight.layer + 1}});
  const Index units = architecture.layers[weight.layer].units;
  const Index fanIn = architecture.fanIn(weight.layer);
  if (weight.unit < 0 || weight.unit >= units)
    throw Error("noSuchItem", {{"quantity", "unit"}, {"index", weight.unit + 1}});
  if (weight.input < 0 || weight.input > fanIn)
    throw Error("noSuchItem", {{"quantity", "input"}, {"index", weight.input + 1}});
  const double* first = network_.weights(ConstVectorRef<double>(theta_), weight.layer).data();
  // The biases follow the last row of W.
  return (first - theta_.data()) + weight.input * units + weight.unit;
}

DigitGradient::Weight DigitGradient::strongest(std::size_t layer) const {
  place({layer, 0, 0});
  Weight weight{layer, 0, 0};
  network_.weights(ConstVectorRef<double>(gradients_[index(Code::right)]), layer)
      .cwiseAbs()
      .maxCoeff(&weight.input, &weight.unit);
  return weight;
}

Vector<double> DigitGradient::unitGradient(std::size_t layer, Index unit, Code code) const {
  place({layer, unit, 0});
  return network_.weights(ConstVectorRef<double>(gradients_[index(code)]), layer).col(unit);
}

double DigitGradient::lossAt(const Weight& weight, double value, std::vector<bool>& on) {
  const Index at = place(weight);
  const double original = theta_[at];
  const Index rows = inputs_.rows();
  theta_[at] = value;
  changedScores_ = scores_;
  if (weight.layer == 0) {
    // Of the first layer only one column changes: 784 × 112 products less.
    auto column = changedScores_.col(weight.unit);
    if (weight.input == inputs_.cols()) {
      column.array() += value - original;
    } else {
      column += (value - original) * inputs_.col(weight.input);
    }
  }
  network_.forwardFromScores(theta_, changedScores_);
  theta_[at] = original;
  on.clear();
  const auto& layers = network_.architecture().layers;
  for (std::size_t layer = 0; layer + 1 < layers.size(); ++layer) {
    if (layers[layer].activation != Activation::relu &&
        layers[layer].activation != Activation::leakyRelu) {
      continue;
    }
    for (const double a : network_.activations(layer, rows).reshaped<Eigen::RowMajor>()) {
      on.push_back(a > 0);
    }
  }
  return network_.loss(targets_);
}

DigitGradient::Difference DigitGradient::difference(const Weight& weight, double epsilon,
                                                    Code code) {
  requireRange("difference", epsilon, minEpsilon, 1);
  const double value = theta_[place(weight)];
  // What is stored, which is not exactly w ± ε, so that this rounding does not count.
  const double above = value + epsilon, below = value - epsilon;
  const double lossAbove = lossAt(weight, above, onAbove_);
  const double lossBelow = lossAt(weight, below, onBelow_);
  Difference result{};
  result.central = (lossAbove - lossBelow) / (above - below);
  result.forward = (lossAbove - loss_) / (above - value);
  const double analytic = gradient(weight, code);
  result.centralError = relativeError(result.central, analytic);
  result.forwardError = relativeError(result.forward, analytic);
  for (std::size_t i = 0; i < on_.size(); ++i) {
    result.kinks += onAbove_[i] != on_[i] || onBelow_[i] != on_[i];
  }
  return result;
}

double relativeError(double numeric, double analytic) {
  const double scale = std::max(std::abs(numeric), std::abs(analytic));
  return scale == 0 ? 0 : std::abs(numeric - analytic) / scale;
}

}  // namespace dd
