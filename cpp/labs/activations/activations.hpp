#pragma once

#include "labs/shared/neuron.hpp"

namespace dd {

/// What is left of a gradient of 1 after `layers` layers of one neuron each, all with the sum z and
/// the weight `weight`: (weight · f′(z))^layers. Throws as activationCurve does, and for fewer than
/// 0 or more than 1,000 layers.
double gradientLeft(Activation activation, double z, double weight, int layers);

}  // namespace dd
