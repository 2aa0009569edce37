#include "labs/shared/activation_curve.hpp"

#include <stdexcept>

namespace dd {

ActivationCurve activationCurve(Activation activation, const Vector<double>& z) {
  if (activation == Activation::softmax) {
    throw std::invalid_argument("Softmax needs the scores of a whole layer, not one.");
  }
  if (!z.allFinite()) throw std::invalid_argument("The sum z must be a finite number.");
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
