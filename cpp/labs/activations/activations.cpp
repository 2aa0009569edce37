#include "labs/activations/activations.hpp"

#include <cmath>

#include "descent/error.hpp"

namespace dd {

double gradientLeft(Activation activation, double z, double weight, int layers) {
  requireRange("layers", layers, 0, 1000);
  requireFinite("weight", std::isfinite(weight));
  const double slope = activationCurve(activation, Vector<double>::Constant(1, z)).slope[0];
  return std::pow(weight * slope, layers);
}

}  // namespace dd
