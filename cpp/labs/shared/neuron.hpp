#pragma once

#include "nn/activations.hpp"

namespace dd {

/// An activation and its derivative at points z.
struct ActivationCurve {
  Vector<double> value;  ///< f(z)
  Vector<double> slope;  ///< f′(z); of the step, 0 wherever it exists
};

/// f and f′ of a scalar activation at each of `z`. Throws Error for softmax, which
/// needs a whole layer, and when a z is not a finite number.
ActivationCurve activationCurve(Activation activation, const Vector<double>& z);

/// One neuron at work: a = f(Σ wᵢxᵢ + b).
struct NeuronAnswer {
  Vector<double> products;  ///< wᵢxᵢ
  double sum;               ///< Σ wᵢxᵢ
  double threshold;         ///< −b: z > 0 exactly where the sum is above it
  double z;                 ///< sum + b
  double output;            ///< f(z)
};

/// Throws Error when there are not as many weights as inputs, when a number is not
/// finite, or for softmax, which needs a whole layer.
NeuronAnswer answerOfNeuron(Activation activation, const Vector<double>& inputs,
                            const Vector<double>& weights, double bias);

}  // namespace dd
