#include "labs/losses/losses.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "descent/error.hpp"

namespace dd {
namespace {

Vector<double> list(std::initializer_list<double> values) {
  const std::vector<double> numbers(values);
  return Eigen::Map<const Vector<double>>(numbers.data(), static_cast<Index>(numbers.size()));
}

TEST(LabelLoss, HasTheValuesOfItsDefinition) {
  const auto margins = list({-1, 0, 0.5, 1, 3});
  EXPECT_EQ(labelLossCurve(LabelLoss::zeroOne, margins), list({1, 1, 0, 0, 0}));
  EXPECT_EQ(labelLossCurve(LabelLoss::absolute, margins), list({2, 1, 0.5, 0, 2}));
  EXPECT_EQ(labelLossCurve(LabelLoss::squared, margins), list({4, 1, 0.25, 0, 4}));
  EXPECT_EQ(labelLossCurve(LabelLoss::hinge, margins), list({2, 1, 0.5, 0, 0}));
  EXPECT_EQ(labelLossCurve(LabelLoss::ramp, margins), list({1, 1, 0.5, 0, 0}));
  EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::log, 0), std::log(2));
  EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::log, -1), std::log(1 + std::exp(1)));
  EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::exponential, -1), std::exp(1));
}

TEST(LabelLoss, TheLogLossIsStraightWhereTheScoreIsVeryWrong) {
  EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::log, -1000), 1000);
  EXPECT_GT(labelLoss(LabelLoss::log, 700), 0);
}

TEST(LabelLoss, RegressionLossesDependOnTheMarginAlone) {
  for (const double y : {1.0, -1.0}) {
    for (double score = -2; score <= 2; score += 0.25) {
      EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::squared, y * score), (y - score) * (y - score));
      EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::absolute, y * score), std::abs(y - score));
    }
  }
}

TEST(LabelLoss, TheShareOfTheWorstTellsWhoCaresAboutAnOutlier) {
  const auto margins = marginsOf(list({1, 1, -1, 1}), list({2, 0.5, -0.5, -4}));
  EXPECT_EQ(margins, list({2, 0.5, 0.5, -4}));
  const auto share = [&](LabelLoss loss) { return summarizeLabelLoss(loss, margins).largestShare; };
  EXPECT_DOUBLE_EQ(share(LabelLoss::ramp), 0.5);
  EXPECT_DOUBLE_EQ(share(LabelLoss::hinge), 5.0 / 6);
  EXPECT_GT(share(LabelLoss::squared), share(LabelLoss::hinge));
  EXPECT_GT(share(LabelLoss::exponential), 0.95);
  EXPECT_EQ(summarizeLabelLoss(LabelLoss::squared, margins).worst, 3);
  EXPECT_DOUBLE_EQ(summarizeLabelLoss(LabelLoss::hinge, margins).mean, 1.5);
}

TEST(LabelLoss, NobodyHasAShareInNothing) {
  const auto summary = summarizeLabelLoss(LabelLoss::hinge, list({1, 2}));
  EXPECT_EQ(summary.total, 0);
  EXPECT_EQ(summary.largestShare, 0);
}

TEST(PredictionLosses, CompareAbsoluteAndSquared) {
  const auto compared = comparePredictions(list({1, 1, 1}), list({1, 2, 3}), list({1, 3, 3}));
  EXPECT_EQ(compared.first.absolute, 3);
  EXPECT_EQ(compared.second.absolute, 4);
  EXPECT_EQ(compared.first.squared, 5);
  EXPECT_EQ(compared.second.squared, 8);
  EXPECT_DOUBLE_EQ(compared.absoluteRatio, 4.0 / 3);
  EXPECT_DOUBLE_EQ(compared.squaredRatio, 1.6);
  EXPECT_TRUE(std::isnan(comparePredictions(list({1}), list({1}), list({2})).squaredRatio));
}

TEST(BestConstants, AreMeanAndMedian) {
  const auto even = bestConstants(list({4, 1, 2, 9}));
  EXPECT_EQ(even.mean, 4);
  EXPECT_EQ(even.median, 3);
  const auto labels = list({1, 2, 3, 4, 100});
  const auto best = bestConstants(labels);
  for (double c = -5; c < 105; c += 0.5) {
    const auto at = predictionLosses(labels, Vector<double>::Constant(5, c));
    const auto mean = predictionLosses(labels, Vector<double>::Constant(5, best.mean));
    const auto median = predictionLosses(labels, Vector<double>::Constant(5, best.median));
    EXPECT_GE(at.squared, mean.squared) << c;
    EXPECT_GE(at.absolute, median.absolute) << c;
  }
}

TEST(LabelLoss, RefusesWhatIsNoSample) {
  EXPECT_THROW(fromName<LabelLoss>("cosine"), dd::Error);
  EXPECT_THROW(labelLossCurve(LabelLoss::hinge, list({NAN})), dd::Error);
  EXPECT_THROW(marginsOf(list({0.5}), list({1})), dd::Error);
  EXPECT_THROW(marginsOf(list({}), list({})), dd::Error);
  EXPECT_THROW(marginsOf(list({1}), list({1, 2})), dd::Error);
  EXPECT_THROW(summarizeLabelLoss(LabelLoss::exponential, list({-1000})), dd::Error);
  EXPECT_THROW(predictionLosses(list({1}), list({INFINITY})), dd::Error);
  EXPECT_THROW(bestConstants(list({})), dd::Error);
}

}  // namespace
}  // namespace dd
