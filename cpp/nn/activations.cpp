#include "nn/activations.hpp"

#include "descent/error.hpp"

namespace dd {

bool isDifferentiable(Activation activation) { return activation != Activation::step; }

template <class Scalar>
void activate(Activation activation, Eigen::Ref<Matrix<Scalar>> scores) {
  auto z = scores.array();
  switch (activation) {
    case Activation::identity:
      return;
    case Activation::step:
      z = (z > Scalar(0)).template cast<Scalar>();
      return;
    case Activation::sigmoid:
      z = z.logistic();
      return;
    case Activation::tanh:
      z = z.tanh();
      return;
    case Activation::relu:
      z = z.max(Scalar(0));
      return;
    case Activation::leakyRelu:
      z = z.max(Scalar(leakySlope) * z);
      return;
    case Activation::softmax:
      for (Index row = 0; row < scores.rows(); ++row) {
        auto zr = scores.row(row).array();
        zr = (zr - zr.maxCoeff()).exp();
        zr /= zr.sum();
      }
      return;
  }
}

template <class Scalar>
void multiplyByDerivative(Activation activation, ConstMatrixRef<Scalar> activations,
                          Eigen::Ref<Matrix<Scalar>> delta) {
  const auto a = activations.array();
  auto d = delta.array();
  switch (activation) {
    case Activation::identity:
      return;
    case Activation::step:
      throw Error("untrainable", {{"activation", "step"}});
    case Activation::sigmoid:
      d *= a * (Scalar(1) - a);
      return;
    case Activation::tanh:
      d *= Scalar(1) - a.square();
      return;
    case Activation::relu:
      d *= (a > Scalar(0)).template cast<Scalar>();
      return;
    case Activation::leakyRelu:
      d *= Scalar(leakySlope) + Scalar(1 - leakySlope) * (a > Scalar(0)).template cast<Scalar>();
      return;
    case Activation::softmax:
      for (Index row = 0; row < delta.rows(); ++row) {
        auto dr = delta.row(row).array();
        const auto ar = activations.row(row).array();
        const Scalar mean = (dr * ar).sum();
        dr = ar * (dr - mean);
      }
      return;
  }
}

template void activate<float>(Activation, Eigen::Ref<Matrix<float>>);
template void activate<double>(Activation, Eigen::Ref<Matrix<double>>);
template void multiplyByDerivative<float>(Activation, ConstMatrixRef<float>,
                                          Eigen::Ref<Matrix<float>>);
template void multiplyByDerivative<double>(Activation, ConstMatrixRef<double>,
                                           Eigen::Ref<Matrix<double>>);

}  // namespace dd
