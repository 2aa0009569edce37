#include "nn/recognizer.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace dd {

Recognizer::Recognizer(Architecture architecture, Vector<float> theta)
    : network_(std::move(architecture)) {
  setTheta(std::move(theta));
  network_.inputs(1).setZero();
  network_.forward(theta_, 1);
}

void Recognizer::setTheta(Vector<float> theta) {
  if (theta.size() != network_.parameterCount()) {
    throw std::invalid_argument("The network has " + std::to_string(network_.parameterCount()) +
                                " parameters, but " + std::to_string(theta.size()) +
                                " were given.");
  }
  theta_ = std::move(theta);
}

Vector<float> Recognizer::recognize(ConstVectorRef<float> sample) {
  if (sample.size() != network_.architecture().inputs) {
    throw std::invalid_argument("The network takes " +
                                std::to_string(network_.architecture().inputs) + " inputs, but " +
                                std::to_string(sample.size()) + " were given.");
  }
  if (!sample.allFinite()) throw std::invalid_argument("An input is not a finite number.");
  network_.inputs(1).row(0) = sample.transpose();
  network_.forward(theta_, 1);
  Vector<float> outputs = network_.outputs(1).row(0).transpose();
  if (network_.architecture().layers.back().activation == Activation::softmax) return outputs;
  outputs = outputs.cwiseMax(0.0f);
  const float sum = outputs.sum();
  if (sum > 0) return outputs / sum;
  return Vector<float>::Constant(outputs.size(), 1.0f / static_cast<float>(outputs.size()));
}

Vector<float> Recognizer::activations(std::size_t layer) const {
  if (layer >= network_.architecture().layers.size()) {
    throw std::out_of_range("The network has no layer " + std::to_string(layer + 1) + ".");
  }
  return network_.activations(layer, 1).row(0).transpose();
}

Vector<float> Recognizer::incomingWeights(std::size_t layer, Index unit) const {
  const auto& layers = network_.architecture().layers;
  if (layer >= layers.size() || unit < 0 || unit >= layers[layer].units) {
    throw std::out_of_range("The network has no unit " + std::to_string(unit + 1) + " in layer " +
                            std::to_string(layer + 1) + ".");
  }
  return network_.weights(ConstVectorRef<float>(theta_), layer).col(unit);
}

}  // namespace dd
