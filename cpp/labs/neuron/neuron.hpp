#pragma once

#include "labs/shared/neuron.hpp"

namespace dd {

/// f(s + b) at each weighted sum s of `sums`. Throws as answerOfNeuron does.
Vector<double> answersToSums(Activation activation, const Vector<double>& sums, double bias);

/// A colour as the inputs of a neuron: each channel of 0 … 255 as 0 … 1. Throws
/// Error for any other number.
Vector<double> colorInputs(double red, double green, double blue);

}  // namespace dd
