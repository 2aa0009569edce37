#include "labs/shared/neuron.hpp"

#include <cmath>

#include "descent/error.hpp"

namespace dd {

ActivationCurve activationCurve(Activation activation, const Vector<double>& z) {
  if (activation == Activation::softmax) throw Error("softmaxOfOne");
  requireFinite("z", z.allFinite());
  Matrix<double> values = z;
  activate<double>(activation, values);
  Matrix<double> slopes = Matrix<double>::Zero(z.size(), 1);
  if (isDifferentiable(activation)) {
    slopes.setOnes();
    multiplyByDerivative<double>(activation, values, slopes);
  }
  return {values.col(0), slopes.col(0)};
}

NeuronAnswer answerOfNeuron(Activation activation, const Vector<double>& inputs,
                            const Vector<double>& weights, double bias) {
  requireSize("weights", weights.size(), inputs.size());
  requireFinite("neuron", inputs.allFinite() && weights.allFinite() && std::isfinite(bias));
  const Vector<double> products = inputs.cwiseProduct(weights).array() + 0;  // −2 · 0 is no −0
  const double sum = products.sum();
  const double z = sum + bias;
  return {products, sum, 0 - bias, z,
          activationCurve(activation, Vector<double>::Constant(1, z)).value[0]};
}

}  // namespace dd
