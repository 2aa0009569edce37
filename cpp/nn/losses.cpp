#include "nn/losses.hpp"

#include <algorithm>
#include <cmath>

#include "descent/error.hpp"

namespace dd {

std::span<const Activation> outputsOf(Loss loss) {
  static constexpr Activation softmax[] = {Activation::softmax};
  static constexpr Activation sigmoid[] = {Activation::sigmoid};
  static constexpr Activation any[] = {
      Activation::sigmoid, Activation::softmax,   Activation::identity, Activation::tanh,
      Activation::relu,    Activation::leakyRelu, Activation::step};
  if (loss == Loss::crossEntropy) return softmax;
  if (loss == Loss::binaryCrossEntropy) return sigmoid;
  return any;
}

void requireCompatible(Loss loss, Activation output) {
  const auto fitting = outputsOf(loss);
  if (std::find(fitting.begin(), fitting.end(), output) != fitting.end()) return;
  throw Error(
      "lossNeeds",
      {{"loss", toName(loss)}, {"expected", toName(fitting[0])}, {"actual", toName(output)}});
}

template <class Scalar>
Scalar meanLoss(Loss loss, ConstMatrixRef<Scalar> scores, ConstMatrixRef<Scalar> activations,
                ConstMatrixRef<Scalar> targets) {
  const auto rows = static_cast<Scalar>(scores.rows());
  switch (loss) {
    case Loss::quadratic:
      return (activations - targets).squaredNorm() / (2 * rows);
    case Loss::crossEntropy: {
      // −Σ yₖ ln aₖ = ln Σ e^z · Σ yₖ − Σ yₖ zₖ, with the largest score taken out of the sum.
      Scalar sum = 0;
      for (Index row = 0; row < scores.rows(); ++row) {
        const auto z = scores.row(row).array();
        const auto y = targets.row(row).array();
        const Scalar largest = z.maxCoeff();
        const Scalar logSum = std::log((z - largest).exp().sum());
        sum += logSum * y.sum() - (y * (z - largest)).sum();
      }
      return sum / rows;
    }
    case Loss::binaryCrossEntropy: {
      // −y ln σ(z) − (1 − y) ln(1 − σ(z)) = max(z, 0) − y·z + ln(1 + e^−|z|)
      const auto z = scores.array();
      return (z.max(Scalar(0)) - targets.array() * z + (-z.abs()).exp().log1p()).sum() / rows;
    }
  }
  return 0;
}

template float meanLoss<float>(Loss, ConstMatrixRef<float>, ConstMatrixRef<float>,
                               ConstMatrixRef<float>);
template double meanLoss<double>(Loss, ConstMatrixRef<double>, ConstMatrixRef<double>,
                                 ConstMatrixRef<double>);

}  // namespace dd
