#include "labs/shared/neuron.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "labs/shared/activation_curve.hpp"

namespace dd {

NeuronAnswer answerOfNeuron(Activation activation, const Vector<double>& inputs,
                            const Vector<double>& weights, double bias) {
  if (inputs.size() != weights.size()) {
    throw std::invalid_argument("A neuron needs one weight for each input: there are " +
                                std::to_string(inputs.size()) + " inputs, but " +
                                std::to_string(weights.size()) + " weights.");
  }
  if (!inputs.allFinite() || !weights.allFinite() || !std::isfinite(bias)) {
    throw std::invalid_argument("Inputs, weights and bias must be finite numbers.");
  }
  const Vector<double> products = inputs.cwiseProduct(weights).array() + 0;  // −2 · 0 is no −0
  const double sum = products.sum();
  const double z = sum + bias;
  return {products, sum, 0 - bias, z,
          activationCurve(activation, Vector<double>::Constant(1, z)).value[0]};
}

}  // namespace dd
