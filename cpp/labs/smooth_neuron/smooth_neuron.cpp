#include "labs/smooth_neuron/smooth_neuron.hpp"

#include "descent/error.hpp"

namespace dd {

Nudge nudgeNeuron(Activation activation, const Vector<double>& inputs,
                  const Vector<double>& weights, double bias, const Vector<double>& changes) {
  const NeuronAnswer here = answerOfNeuron(activation, inputs, weights, bias);
  const Index n = weights.size();
  requireSize("changes", changes.size(), n + 1);
  const NeuronAnswer there =
      answerOfNeuron(activation, inputs, weights + changes.head(n), bias + changes[n]);
  const double slope = activationCurve(activation, Vector<double>::Constant(1, here.z)).slope[0];
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
    throw Error("noSuchItem", {{"quantity", "change"}, {"index", moved + 1}});
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
