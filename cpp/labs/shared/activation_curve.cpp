#include "labs/shared/activation_curve.hpp"

#include "descent/error.hpp"

namespace dd {

ActivationCurve activationCurve(Activation activation, const Vector<double>& z) {
  if (activation == Activation::softmax) {
    throw Error("softmaxOfOne");
  }
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

}  // namespace dd
