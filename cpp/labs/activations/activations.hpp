#pragma once

#include <string_view>
#include <vector>

#include "nn/activations.hpp"

namespace dd {

/// An activation and its derivative at points z.
struct ActivationCurve {
  Vector<double> value;  ///< f(z)
  Vector<double> slope;  ///< f′(z); of the step, 0 wherever it exists
};

/// f and f′ of a scalar activation at each of `z`. Throws std::invalid_argument for softmax, which
/// needs a whole layer, and when a z is not a finite number.
ActivationCurve activationCurve(Activation activation, const Vector<double>& z);

/// What is left of a gradient of 1 after `layers` layers of one neuron each, all with the sum z and
/// the weight `weight`: (weight · f′(z))^layers. Throws as activationCurve does, and for fewer than
/// 0 or more than 1,000 layers.
double gradientLeft(Activation activation, double z, double weight, int layers);

}  // namespace dd
