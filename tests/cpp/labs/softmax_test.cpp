#include "labs/softmax/softmax.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

TEST(SoftmaxSteps, WorksTheExampleOut) {
  const SoftmaxSteps steps = softmaxSteps(vector({2, 5, 1}), 1);
  EXPECT_NEAR(steps.crossEntropy, 0.0659, 5e-5);
  EXPECT_NEAR(steps.naiveLoss, steps.crossEntropy, 1e-14);
  EXPECT_NEAR(steps.powerSum, std::exp(2) + std::exp(5) + std::exp(1), 1e-12);
  EXPECT_NEAR(steps.probabilities[1], 0.93624, 5e-6);
  EXPECT_EQ(steps.crossEntropyGradient, steps.probabilities - vector({0, 1, 0}));
  EXPECT_EQ(steps.largest, 5);
  EXPECT_EQ(steps.shiftedPowers[1], 1);
  EXPECT_NEAR(steps.probabilities.sum(), 1, 1e-15);
  EXPECT_TRUE(steps.probabilities.isApprox(steps.naive, 1e-14));
  EXPECT_TRUE(steps.probabilities.isApprox(steps.shiftedPowers / steps.shiftedSum, 1e-14));
}

TEST(SoftmaxSteps, OverflowsOnlyAsItIsWritten) {
  const SoftmaxSteps far = softmaxSteps(vector({1002, 1005, 1001}), 1);
  EXPECT_EQ(far.powerSum, INFINITY);
  EXPECT_TRUE(std::isnan(far.naive[0]));
  EXPECT_TRUE(std::isnan(far.naiveLoss));
  EXPECT_NEAR(far.crossEntropy, softmaxSteps(vector({2, 5, 1}), 1).crossEntropy, 1e-12);
  EXPECT_TRUE(far.probabilities.isApprox(softmaxSteps(vector({2, 5, 1}), 1).probabilities, 1e-12));

  const SoftmaxSteps below = softmaxSteps(vector({-998, -995, -999}), 1);
  EXPECT_EQ(below.powerSum, 0);
  EXPECT_TRUE(std::isnan(below.naive[1]));
  EXPECT_NEAR(below.crossEntropy, 0.0659, 5e-5);

  // The power of the target underflows to 0, whose logarithm is −∞; the loss is 1000 all the same.
  const SoftmaxSteps wrong = softmaxSteps(vector({0, -1000}), 1);
  EXPECT_EQ(wrong.naiveLoss, INFINITY);
  EXPECT_DOUBLE_EQ(wrong.crossEntropy, 1000);
}

TEST(SoftmaxCurves, SlopesAgreeWithDifferences) {
  const double h = 1e-5;
  for (Index moved = 0; moved < 3; ++moved) {
    for (double at = -6; at <= 6; at += 0.5) {
      const SoftmaxCurves curves =
          softmaxCurves(vector({2, 5, 1}), 1, moved, vector({at - h, at, at + h}));
      EXPECT_NEAR(curves.crossEntropySlope[1],
                  (curves.crossEntropy[2] - curves.crossEntropy[0]) / (2 * h), 1e-8);
      EXPECT_NEAR(curves.squaredErrorSlope[1],
                  (curves.squaredError[2] - curves.squaredError[0]) / (2 * h), 1e-8);
    }
  }
}

TEST(SoftmaxCurves, SquaredErrorStallsWhereCrossEntropyDoesNot) {
  const SoftmaxCurves curves = softmaxCurves(vector({2, 5, 1}), 1, 1, vector({-10}));
  EXPECT_NEAR(curves.crossEntropySlope[0], -1, 1e-4);
  EXPECT_NEAR(curves.squaredErrorSlope[0], 0, 1e-5);
  EXPECT_LT(curves.squaredErrorSlope[0], 0);
}

TEST(SoftmaxSteps, RefusesWhatHasNoProbabilities) {
  EXPECT_ERROR("twoScores", softmaxSteps(vector({1}), 0));
  EXPECT_ERROR("notFinite quantity=scores", softmaxSteps(vector({1, NAN}), 0));
  EXPECT_ERROR("notFinite quantity=scores", softmaxSteps(vector({1, INFINITY}), 0));
  EXPECT_ERROR("range quantity=class value=2 min=0 max=1", softmaxSteps(vector({1, 2}), 2));
  EXPECT_ERROR("range quantity=class value=-1 min=0 max=1", softmaxSteps(vector({1, 2}), -1));
  EXPECT_ERROR("range quantity=class value=2 min=0 max=1",
               softmaxCurves(vector({1, 2}), 0, 2, vector({1})));
}

}  // namespace
}  // namespace dd
