#include "labs/losses/losses.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

TEST(LabelLoss, HasTheValuesOfItsDefinition) {
  const auto margins = vector({-1, 0, 0.5, 1, 3});
  EXPECT_EQ(labelLossCurve(LabelLoss::zeroOne, margins), vector({1, 1, 0, 0, 0}));
  EXPECT_EQ(labelLossCurve(LabelLoss::absolute, margins), vector({2, 1, 0.5, 0, 2}));
  EXPECT_EQ(labelLossCurve(LabelLoss::squared, margins), vector({4, 1, 0.25, 0, 4}));
  EXPECT_EQ(labelLossCurve(LabelLoss::hinge, margins), vector({2, 1, 0.5, 0, 0}));
  EXPECT_EQ(labelLossCurve(LabelLoss::ramp, margins), vector({1, 1, 0.5, 0, 0}));
  for (const double margin : {-1, 0, 1, 2}) {
    EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::log, margin), std::log(1 + std::exp(-margin)));
    EXPECT_DOUBLE_EQ(labelLoss(LabelLoss::exponential, margin), std::exp(-margin));
  }
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
  const auto margins = marginsOf(vector({1, 1, -1, 1}), vector({2, 0.5, -0.5, -4}));
  EXPECT_EQ(margins, vector({2, 0.5, 0.5, -4}));
  const auto share = [&](LabelLoss loss) { return summarizeLabelLoss(loss, margins).largestShare; };
  EXPECT_EQ(share(LabelLoss::zeroOne), 1);
  EXPECT_LT(share(LabelLoss::log), share(LabelLoss::exponential));
  EXPECT_DOUBLE_EQ(share(LabelLoss::ramp), 0.5);
  EXPECT_DOUBLE_EQ(share(LabelLoss::hinge), 5.0 / 6);
  EXPECT_GT(share(LabelLoss::squared), share(LabelLoss::hinge));
  EXPECT_GT(share(LabelLoss::exponential), 0.95);
  EXPECT_EQ(summarizeLabelLoss(LabelLoss::squared, margins).worst, 3);
  EXPECT_DOUBLE_EQ(summarizeLabelLoss(LabelLoss::hinge, margins).mean, 1.5);
}

TEST(LabelLoss, NobodyHasAShareInNothing) {
  const auto summary = summarizeLabelLoss(LabelLoss::hinge, vector({1, 2}));
  EXPECT_EQ(summary.total, 0);
  EXPECT_EQ(summary.largestShare, 0);
}

TEST(PredictionLosses, CompareAbsoluteAndSquared) {
  const auto compared = comparePredictions(vector({1, 1, 1}), vector({1, 2, 3}), vector({1, 3, 3}));
  EXPECT_EQ(compared.first.absolute, 3);
  EXPECT_EQ(compared.second.absolute, 4);
  EXPECT_EQ(compared.first.squared, 5);
  EXPECT_EQ(compared.second.squared, 8);
  EXPECT_DOUBLE_EQ(compared.absoluteRatio, 4.0 / 3);
  EXPECT_DOUBLE_EQ(compared.squaredRatio, 1.6);
  EXPECT_TRUE(std::isnan(comparePredictions(vector({1}), vector({1}), vector({2})).squaredRatio));
}

TEST(BestConstants, AreMeanAndMedian) {
  const auto even = bestConstants(vector({4, 1, 2, 9}));
  EXPECT_EQ(even.mean, 4);
  EXPECT_EQ(even.median, 3);
  const auto labels = vector({1, 2, 3, 4, 100});
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
  EXPECT_ERROR("unknownName quantity=loss value=cosine …", fromName<LabelLoss>("cosine"));
  EXPECT_ERROR("notFinite quantity=samples", labelLossCurve(LabelLoss::hinge, vector({NAN})));
  EXPECT_ERROR("signs", marginsOf(vector({0.5}), vector({1})));
  EXPECT_ERROR("noSamples", marginsOf(vector({}), vector({})));
  EXPECT_ERROR("size quantity=predictions actual=2 expected=1",
               marginsOf(vector({1}), vector({1, 2})));
  EXPECT_ERROR("lossTooLarge", summarizeLabelLoss(LabelLoss::exponential, vector({-1000})));
  EXPECT_ERROR("notFinite quantity=samples", predictionLosses(vector({1}), vector({INFINITY})));
  EXPECT_ERROR("noSamples", bestConstants(vector({})));
}

}  // namespace
}  // namespace dd
