#pragma once

#include "labs/shared/neuron.hpp"

namespace dd {

/// What small changes of the weights and the bias do to a neuron's output, and what the gradient
/// says that they do: Δa ≈ Σ ∂a/∂wᵢ·Δwᵢ + ∂a/∂b·Δb.
struct Nudge {
  double before;            ///< a
  double after;             ///< a with the changes made
  double change;            ///< after − before
  Vector<double> partials;  ///< ∂a/∂wᵢ = f′(z)·xᵢ, then ∂a/∂b = f′(z); of the step, zeros
  Vector<double> shares;  ///< each partial times its change
  double predicted;       ///< the sum of the shares
  double error;           ///< change − predicted
};

/// `changes` are Δwᵢ, then Δb. Throws as answerOfNeuron does, and when `changes` is not one longer
/// than `weights`.
Nudge nudgeNeuron(Activation activation, const Vector<double>& inputs,
                  const Vector<double>& weights, double bias, const Vector<double>& changes);

/// The output and what the gradient predicts of it, while one of the changes takes the values `at`.
struct NudgeCurve {
  Vector<double> output;
  Vector<double> predicted;  ///< before + Σ shares
};

/// `moved` is the index within `changes`. Throws as nudgeNeuron does, and when there is no such
/// change.
NudgeCurve nudgeCurve(Activation activation, const Vector<double>& inputs,
                      const Vector<double>& weights, double bias, const Vector<double>& changes,
                      Index moved, const Vector<double>& at);

}  // namespace dd
