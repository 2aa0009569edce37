#include "labs/activations/activations.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace dd {

double gradientLeft(Activation activation, double z, double weight, int layers) {
  if (layers < 0 || layers > 1000) {
    throw std::invalid_argument("There must be 0 to 1,000 layers, not " + std::to_string(layers) +
                                ".");
  }
  if (!std::isfinite(weight)) throw std::invalid_argument("The weight must be a finite number.");
  const double slope = activationCurve(activation, Vector<double>::Constant(1, z)).slope[0];
  return std::pow(weight * slope, layers);
}

}  // namespace dd
