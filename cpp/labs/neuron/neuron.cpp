#include "labs/neuron/neuron.hpp"

#include <stdexcept>

#include "labs/shared/activation_curve.hpp"

namespace dd {

Vector<double> answersToSums(Activation activation, const Vector<double>& sums, double bias) {
  return activationCurve(activation, (sums.array() + bias).matrix()).value;
}

Vector<double> colorInputs(double red, double green, double blue) {
  Vector<double> channels(3);
  channels << red, green, blue;
  if (!(channels.array() >= 0 && channels.array() <= 255).all()) {
    throw std::invalid_argument("Each part of a colour must be a number from 0 to 255.");
  }
  return channels / 255;
}

}  // namespace dd
