#pragma once

#include "nn/activations.hpp"

namespace dd {

/// One neuron at work: a = f(Σ wᵢxᵢ + b).
struct NeuronAnswer {
  Vector<double> products;  ///< wᵢxᵢ
  double sum;               ///< Σ wᵢxᵢ
  double threshold;         ///< −b: z > 0 exactly where the sum is above it
  double z;                 ///< sum + b
  double output;            ///< f(z)
};

/// Throws std::invalid_argument when there are not as many weights as inputs, when a number is not
/// finite, or for softmax, which needs a whole layer.
NeuronAnswer answerOfNeuron(Activation activation, const Vector<double>& inputs,
                            const Vector<double>& weights, double bias);

/// f(s + b) at each weighted sum s of `sums`. Throws as answerOfNeuron does.
Vector<double> answersToSums(Activation activation, const Vector<double>& sums, double bias);

/// A colour as the inputs of a neuron: each channel of 0 … 255 as 0 … 1. Throws
/// std::invalid_argument for any other number.
Vector<double> colorInputs(double red, double green, double blue);

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
