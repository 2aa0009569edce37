#include "nn/losses.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace dd {

const char* lossName(Loss loss) {
  switch (loss) {
    case Loss::quadratic:
      return "quadratic";
    case Loss::crossEntropy:
      return "crossEntropy";
    case Loss::binaryCrossEntropy:
      return "binaryCrossEntropy";
  }
  return "";
}

Loss lossFromName(std::string_view name) {
  for (const Loss loss : {Loss::quadratic, Loss::crossEntropy, Loss::binaryCrossEntropy}) {
    if (name == lossName(loss)) return loss;
  }
  throw std::invalid_argument("Unknown loss \"" + std::string(name) +
                              "\": expected quadratic, crossEntropy or binaryCrossEntropy.");
}

void requireCompatible(Loss loss, Activation output) {
  const bool fits = loss == Loss::quadratic ||
                    (loss == Loss::crossEntropy && output == Activation::softmax) ||
                    (loss == Loss::binaryCrossEntropy && output == Activation::sigmoid);
  if (fits) return;
  throw std::invalid_argument(std::string("The loss ") + lossName(loss) +
                              " needs the output activation " +
                              (loss == Loss::crossEntropy ? "softmax" : "sigmoid") +
                              ", but it is " + activationName(output) + ".");
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
