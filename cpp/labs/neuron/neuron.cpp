#include "labs/neuron/neuron.hpp"

#include "descent/error.hpp"

namespace dd {

Vector<double> answersToSums(Activation activation, const Vector<double>& sums, double bias) {
  return activationCurve(activation, (sums.array() + bias).matrix()).value;
}

Vector<double> colorInputs(double red, double green, double blue) {
  const Vector<double> channels{{red, green, blue}};
  if (!(channels.array() >= 0 && channels.array() <= 255).all()) throw Error("colour");
  return channels / 255;
}

}  // namespace dd
