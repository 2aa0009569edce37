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

}  // namespace dd
