#include "nn/recognizer.hpp"

#include <utility>

#include "descent/error.hpp"

namespace dd {

Recognizer::Recognizer(Architecture architecture, Vector<float> theta)
    : network_(std::move(architecture)) {
  setTheta(std::move(theta));
  for (const Layer& layer : network_.architecture().layers) activations_.emplace_back(layer.units);
  forward(Vector<float>::Zero(network_.architecture().inputs));
}

void Recognizer::setTheta(Vector<float> theta) {
  requireSize("parameters", theta.size(), network_.parameterCount());
  theta_ = std::move(theta);
}

const Vector<float>& Recognizer::recognize(ConstVectorRef<float> sample) {
  requireSize("inputs", sample.size(), network_.architecture().inputs);
  requireFinite("inputs", sample.allFinite());
  forward(sample);
  const Vector<float>& outputs = activations_.back();
  if (network_.architecture().layers.back().activation == Activation::softmax) return outputs;
  probabilities_ = outputs.cwiseMax(0.0f);
  const float sum = probabilities_.sum();
  if (sum > 0) {
    probabilities_ /= sum;
  } else {
    probabilities_.setConstant(1.0f / static_cast<float>(outputs.size()));
  }
  return probabilities_;
}

void Recognizer::forward(ConstVectorRef<float> sample) {
  const float* input = sample.data();
  for (std::size_t layer = 0; layer < activations_.size(); ++layer) {
    const auto weights = network_.weights(ConstVectorRef<float>(theta_), layer);
    const auto biases = network_.biases(ConstVectorRef<float>(theta_), layer);
    const auto units = static_cast<std::int32_t>(weights.cols());
    entries_.clear();
    for (std::int32_t i = 0; i < weights.rows(); ++i) {
      if (input[i] != 0) entries_.push_back({i, input[i]});
    }
    const std::int32_t begins[] = {0, static_cast<std::int32_t>(entries_.size())};
    Vector<float>& a = activations_[layer];
    dd_accumulate(begins, 0, 1, entries_.data(), weights.data(), biases.data(), units, a.data());
    activate<float>(network_.architecture().layers[layer].activation,
                    Eigen::Map<Matrix<float>>(a.data(), 1, a.size()));
    input = a.data();
  }
}

const Vector<float>& Recognizer::activations(std::size_t layer) const {
  if (layer >= activations_.size()) {
    throw Error("noSuchItem", {{"quantity", "layer"}, {"index", layer + 1}});
  }
  return activations_[layer];
}

Vector<float> Recognizer::incomingWeights(std::size_t layer, Index unit) const {
  const auto& layers = network_.architecture().layers;
  if (layer >= layers.size() || unit < 0 || unit >= layers[layer].units) {
    throw Error("noSuchItem", {{"quantity", "unit"}, {"index", unit + 1}});
  }
  return network_.weights(ConstVectorRef<float>(theta_), layer).col(unit);
}

}  // namespace dd
