#include "labs/softmax/softmax.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "descent/error.hpp"

namespace dd {
namespace {

Vector<double> scores(std::initializer_list<double> list) {
  return Eigen::Map<const Vector<double>>(list.begin(), static_cast<Index>(list.size()));
}

TEST(SoftmaxSteps, WorksTheExampleOut) {
  const SoftmaxSteps steps = softmaxSteps(scores({2, 5, 1}), 1);
  EXPECT_NEAR(steps.crossEntropy, 0.0659, 5e-5);
  EXPECT_NEAR(steps.naiveLoss, steps.crossEntropy, 1e-14);
  EXPECT_NEAR(steps.powerSum, std::exp(2) + std::exp(5) + std::exp(1), 1e-12);
  EXPECT_EQ(steps.largest, 5);
  EXPECT_EQ(steps.shiftedPowers[1], 1);
  EXPECT_NEAR(steps.probabilities.sum(), 1, 1e-15);
  EXPECT_TRUE(steps.probabilities.isApprox(steps.naive, 1e-14));
  EXPECT_TRUE(steps.probabilities.isApprox(steps.shiftedPowers / steps.shiftedSum, 1e-14));
}

TEST(SoftmaxSteps, OverflowsOnlyAsItIsWritten) {
  const SoftmaxSteps far = softmaxSteps(scores({1002, 1005, 1001}), 1);
  EXPECT_EQ(far.powerSum, INFINITY);
  EXPECT_TRUE(std::isnan(far.naive[0]));
  EXPECT_TRUE(std::isnan(far.naiveLoss));
  EXPECT_TRUE(far.probabilities.isApprox(softmaxSteps(scores({2, 5, 1}), 1).probabilities, 1e-12));

  const SoftmaxSteps below = softmaxSteps(scores({-998, -995, -999}), 1);
  EXPECT_EQ(below.powerSum, 0);
  EXPECT_TRUE(std::isnan(below.naive[1]));
  EXPECT_NEAR(below.crossEntropy, 0.0659, 5e-5);

  // The power of the target underflows to 0, whose logarithm is −∞; the loss is 1000 all the same.
  const SoftmaxSteps wrong = softmaxSteps(scores({0, -1000}), 1);
  EXPECT_EQ(wrong.naiveLoss, INFINITY);
  EXPECT_DOUBLE_EQ(wrong.crossEntropy, 1000);
}

TEST(SoftmaxCurves, SlopesAgreeWithDifferences) {
  const double h = 1e-5;
  for (Index moved = 0; moved < 3; ++moved) {
    for (double at = -6; at <= 6; at += 0.5) {
      const SoftmaxCurves curves =
          softmaxCurves(scores({2, 5, 1}), 1, moved, scores({at - h, at, at + h}));
      EXPECT_NEAR(curves.crossEntropySlope[1],
                  (curves.crossEntropy[2] - curves.crossEntropy[0]) / (2 * h), 1e-8);
      EXPECT_NEAR(curves.squaredErrorSlope[1],
                  (curves.squaredError[2] - curves.squaredError[0]) / (2 * h), 1e-8);
    }
  }
}

TEST(SoftmaxCurves, SquaredErrorStallsWhereCrossEntropyDoesNot) {
  const SoftmaxCurves curves = softmaxCurves(scores({2, 5, 1}), 1, 1, scores({-10}));
  EXPECT_NEAR(curves.crossEntropySlope[0], -1, 1e-4);
  EXPECT_NEAR(curves.squaredErrorSlope[0], 0, 1e-4);
  EXPECT_LT(curves.squaredErrorSlope[0], 0);
}

TEST(SoftmaxSteps, RefusesWhatHasNoProbabilities) {
  EXPECT_THROW(softmaxSteps(scores({1}), 0), dd::Error);
  EXPECT_THROW(softmaxSteps(scores({1, NAN}), 0), dd::Error);
  EXPECT_THROW(softmaxSteps(scores({1, INFINITY}), 0), dd::Error);
  EXPECT_THROW(softmaxSteps(scores({1, 2}), 2), dd::Error);
  EXPECT_THROW(softmaxSteps(scores({1, 2}), -1), dd::Error);
  EXPECT_THROW(softmaxCurves(scores({1, 2}), 0, 2, scores({1})), dd::Error);
}

}  // namespace
}  // namespace dd
