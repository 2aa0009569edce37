#include "labs/softmax/softmax.hpp"

#include <cmath>

#include "descent/error.hpp"
#include "nn/activations.hpp"
#include "nn/backprop.hpp"

namespace dd {
namespace {

void requireClass(Index target, Index count) { requireRange("class", target, 0, count - 1); }

/// The loss with its gradient by the scores, by the code that trains the digit network.
double lossAndGradient(Loss loss, const Matrix<double>& scores, const Matrix<double>& activations,
                       const Matrix<double>& targets, Vector<double>& gradient) {
  Matrix<double> delta(1, scores.cols());
  outputDelta<double>(loss, Activation::softmax, activations, targets, activations.rows(), delta);
  gradient = delta.row(0);
  return meanLoss<double>(loss, scores, activations, targets);
}

}  // namespace

SoftmaxSteps softmaxSteps(const Vector<double>& scores, Index target) {
  if (scores.size() < 2) throw Error("twoScores");
  requireFinite("scores", scores.allFinite());
  requireClass(target, scores.size());

  SoftmaxSteps steps;
  steps.powers = scores.unaryExpr([](double h) { return std::exp(h); });
  steps.powerSum = steps.powers.sum();
  steps.naive = steps.powers / steps.powerSum;
  steps.naiveLoss = -std::log(steps.naive[target]);

  steps.largest = scores.maxCoeff();
  steps.shiftedPowers = scores.unaryExpr([&](double h) { return std::exp(h - steps.largest); });
  steps.shiftedSum = steps.shiftedPowers.sum();

  const Matrix<double> row = scores.transpose();
  Matrix<double> activations = row;
  activate<double>(Activation::softmax, activations);
  steps.probabilities = activations.row(0);

  Matrix<double> targets = Matrix<double>::Zero(1, scores.size());
  targets(0, target) = 1;
  steps.crossEntropy =
      lossAndGradient(Loss::crossEntropy, row, activations, targets, steps.crossEntropyGradient);
  steps.squaredError =
      lossAndGradient(Loss::quadratic, row, activations, targets, steps.squaredErrorGradient);
  return steps;
}

SoftmaxCurves softmaxCurves(const Vector<double>& scores, Index target, Index moved,
                            const Vector<double>& values) {
  requireClass(moved, scores.size());
  const Index count = values.size();
  SoftmaxCurves curves{Vector<double>(count), Vector<double>(count), Vector<double>(count),
                       Vector<double>(count)};
  Vector<double> at = scores;
  for (Index i = 0; i < count; ++i) {
    at[moved] = values[i];
    const SoftmaxSteps steps = softmaxSteps(at, target);
    curves.crossEntropy[i] = steps.crossEntropy;
    curves.squaredError[i] = steps.squaredError;
    curves.crossEntropySlope[i] = steps.crossEntropyGradient[moved];
    curves.squaredErrorSlope[i] = steps.squaredErrorGradient[moved];
  }
  return curves;
}

}  // namespace dd
