#include "labs/neuron/neuron.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "labs/activations/activations.hpp"

namespace dd {
namespace {

ActivationCurve at(Activation activation, double z) {
  return activationCurve(activation, Vector<double>::Constant(1, z));
}

}  // namespace

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
  return {products, sum, 0 - bias, z, at(activation, z).value[0]};
}

Vector<double> answersToSums(Activation activation, const Vector<double>& sums, double bias) {
  return activationCurve(activation, (sums.array() + bias).matrix()).value;
}

Vector<double> colorInputs(double red, double green, double blue) {
  Vector<double> channels(3);
  channels << red, green, blue;
  if (!(channels.array() >= 0 && channels.array() <= 255).all()) {
    throw std::invalid_argument("Each part of a colour must be a number from 0 to 255.");
  }
  return channels / 255;
}

Nudge nudgeNeuron(Activation activation, const Vector<double>& inputs,
                  const Vector<double>& weights, double bias, const Vector<double>& changes) {
  const NeuronAnswer here = answerOfNeuron(activation, inputs, weights, bias);
  const Index n = weights.size();
  if (changes.size() != n + 1) {
    throw std::invalid_argument(
        "There must be a change for each weight and one for the bias: " + std::to_string(n + 1) +
        ", not " + std::to_string(changes.size()) + ".");
  }
  const NeuronAnswer there =
      answerOfNeuron(activation, inputs, weights + changes.head(n), bias + changes[n]);
  const double slope = at(activation, here.z).slope[0];
  Vector<double> partials(n + 1);
  partials << slope * inputs, slope;
  const Vector<double> shares = partials.cwiseProduct(changes);
  const double change = there.output - here.output;
  const double predicted = shares.sum();
  return {here.output, there.output, change, partials, shares, predicted, change - predicted};
}

NudgeCurve nudgeCurve(Activation activation, const Vector<double>& inputs,
                      const Vector<double>& weights, double bias, const Vector<double>& changes,
                      Index moved, const Vector<double>& at) {
  if (moved < 0 || moved >= changes.size()) {
    throw std::invalid_argument("There is no change number " + std::to_string(moved) + ".");
  }
  NudgeCurve curve{Vector<double>(at.size()), Vector<double>(at.size())};
  Vector<double> made = changes;
  for (Index i = 0; i < at.size(); ++i) {
    made[moved] = at[i];
    const Nudge nudge = nudgeNeuron(activation, inputs, weights, bias, made);
    curve.output[i] = nudge.after;
    curve.predicted[i] = nudge.before + nudge.predicted;
  }
  return curve;
}

}  // namespace dd
