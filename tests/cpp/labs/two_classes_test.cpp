#include "labs/two_classes/two_classes.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

const std::vector<double> mixed = {-2, -1, 0, 1, 0.5, 0, 2, 1, 1, -0.5, 0.5, 1, 0.5, -1, 1};

TEST(LogisticNeuron, AnswersAndGradientAreThoseWorkedByHand) {
  const TwoClassPoints points = TwoClassPoints::fromList({0, 0, 1, 1, 2, 0});
  const LogisticResult result = logisticNeuron(points, {std::log(3.0), 0, 0});
  EXPECT_NEAR(result.a[0], 0.5, 1e-15);
  EXPECT_NEAR(result.a[1], 0.75, 1e-15);
  EXPECT_NEAR(result.loss, (std::log(2.0) + std::log(4.0)) / 2, 1e-15);
  EXPECT_NEAR(result.gradient[0], 0.375, 1e-15);
  EXPECT_NEAR(result.gradient[1], 0.75, 1e-15);
  EXPECT_NEAR(result.gradient[2], 0.125, 1e-15);
  EXPECT_NEAR(result.difference[0], -0.5, 1e-15);
  EXPECT_NEAR(result.norm, std::log(3.0), 1e-15);
  EXPECT_EQ(result.accuracy, 0);
}

TEST(LogisticNeuron, TheGradientIsThatOfTheLoss) {
  const TwoClassPoints points = TwoClassPoints::fromList(mixed);
  const LogisticTheta theta{0.7, -0.4, 0.2};
  const LogisticResult here = logisticNeuron(points, theta);
  for (std::size_t i = 0; i < 3; ++i) {
    LogisticTheta above = theta, below = theta;
    above[i] += 1e-6;
    below[i] -= 1e-6;
    const double slope =
        (logisticNeuron(points, above).loss - logisticNeuron(points, below).loss) / 2e-6;
    EXPECT_NEAR(here.gradient[i], slope, 1e-9);
  }
}

TEST(LogisticNeuron, DescentComesToRestWhereTheClassesOverlap) {
  const TwoClassPoints points = TwoClassPoints::fromList(mixed);
  ASSERT_FALSE(areSeparable(points));
  const LogisticTheta theta = logisticDescent(points, {0, 0, 0}, 0.5, 20'000);
  for (const double slope : logisticNeuron(points, theta).gradient) EXPECT_NEAR(slope, 0, 1e-6);
}

TEST(LogisticNeuron, OfSeparableClassesTheWeightsNeverStopGrowing) {
  const TwoClassPoints points = TwoClassPoints::fromList({-1, 0, 0, 1, 0, 1});
  ASSERT_TRUE(areSeparable(points));
  LogisticTheta theta{0, 0, 0};
  double norm = 0, loss = 1;
  for (int round = 0; round < 5; ++round) {
    theta = logisticDescent(points, theta, 1, 10'000);
    const LogisticResult result = logisticNeuron(points, theta);
    EXPECT_GT(result.norm, norm + 0.1);
    EXPECT_LT(result.loss, loss);
    EXPECT_GT(result.loss, 0);
    norm = result.norm;
    loss = result.loss;
  }
}

TEST(LogisticNeuron, LearnsOneClassAndHalvesItsFaithWhereTwoContradict) {
  const TwoClassPoints oneClass = TwoClassPoints::fromList({0, 1, 1, 2, -1, 1});
  const LogisticTheta theta = logisticDescent(oneClass, {0, 0, 0}, 1, 1000);
  EXPECT_EQ(logisticNeuron(oneClass, theta).accuracy, 1);
  const TwoClassPoints same = TwoClassPoints::fromList({1, 1, 0, 1, 1, 1});
  const LogisticTheta best = logisticDescent(same, {2, 0, 0}, 1, 2000);
  EXPECT_NEAR(logisticNeuron(same, best).loss, std::log(2.0), 1e-10);
}

TEST(AreSeparable, FindsEveryKindOfGap) {
  const auto separable = [](std::vector<double> list) {
    return areSeparable(TwoClassPoints::fromList(list));
  };
  EXPECT_TRUE(separable({0, 0, 0, 1, 0, 1}));                                   // point and point
  EXPECT_TRUE(separable({0, 0, 0, 1, -1, 1, 1, 1, 1}));                         // point and segment
  EXPECT_TRUE(separable({0, 0, 0, 2, 0, 0, 1, 2, 0, 1, -0.1, 1, 3, -0.2, 1}));  // triangle and edge
  EXPECT_FALSE(separable({0, 0, 0, 1, 0, 1, 3, 0, 0}));                         // in a row, 0 1 0
  EXPECT_FALSE(separable({1, 1, 0, -1, -1, 0, 1, -1, 1, -1, 1, 1}));            // XOR
  EXPECT_FALSE(separable({1, 1, 0, 1, 1, 1}));                                  // on one another
  EXPECT_FALSE(separable({1, 1, 1, 2, 1, 1}));                                  // one class
  EXPECT_FALSE(separable({}));
}

TEST(LogisticNeuron, WithoutPointsThereIsNothingToLearn) {
  const TwoClassPoints none = TwoClassPoints::fromList({});
  const LogisticResult result = logisticNeuron(none, {1, 2, 3});
  EXPECT_TRUE(std::isnan(result.loss));
  EXPECT_EQ(result.gradient, (LogisticTheta{0, 0, 0}));
  EXPECT_EQ(logisticDescent(none, {1, 2, 3}, 1, 10), (LogisticTheta{1, 2, 3}));
}

TEST(Contradictions, CountsBothOfAPair) {
  EXPECT_EQ(contradictions(TwoClassPoints::fromList({1, 1, 0, 1, 1, 1, 2, 2, 0})), 2);
  EXPECT_EQ(contradictions(TwoClassPoints::fromList({1, 1, 0, 1, 1, 0})), 0);
}

TEST(ScoreLine, EndsOnTheEdgesOfTheSquare) {
  const auto diagonal = scoreLine({1, 1, 0}, 0, 4);
  ASSERT_TRUE(diagonal);
  EXPECT_NEAR((*diagonal)[0] + (*diagonal)[1], 0, 1e-12);
  EXPECT_NEAR(std::abs((*diagonal)[2]), 4, 1e-12);
  const auto upright = scoreLine({2, 0, -2}, 0, 4);  // x₁ = 1
  ASSERT_TRUE(upright);
  EXPECT_NEAR((*upright)[0], 1, 1e-12);
  EXPECT_NEAR(std::abs((*upright)[1] - (*upright)[3]), 8, 1e-12);
  EXPECT_FALSE(scoreLine({1, 0, -9}, 0, 4));
  EXPECT_FALSE(scoreLine({0, 0, 1}, 0, 4));
}

TEST(LogisticField, HoldsBothProbabilitiesOfEachCell) {
  const PlaneGrid grid{-1, 1, -1, 1, 2, 2};  // middles at ±0.5
  const Matrix<float> field = logisticField({0, 2, 0}, grid);
  const float high = 1 / (1 + std::exp(-1.0f));
  EXPECT_NEAR(field(0, 0), high, 1e-6);
  EXPECT_NEAR(field(3, 0), 1 - high, 1e-6);
  EXPECT_NEAR(field(3, 1), high, 1e-6);
}

TEST(TwoClassPoints, RefusesWhatIsNoPoint) {
  EXPECT_ERROR("pointsWithClass max=200", TwoClassPoints::fromList({1, 2}));
  EXPECT_ERROR("notFinite quantity=points", TwoClassPoints::fromList({1, NAN, 0}));
  EXPECT_ERROR("pointClass classes=2", TwoClassPoints::fromList({1, 2, 0.5}));
  EXPECT_ERROR("pointsWithClass max=200", TwoClassPoints::fromList(std::vector<double>(603, 0)));
  EXPECT_ERROR("notFinite quantity=weightsAndBias", logisticNeuron({}, {NAN, 0, 0}));
  EXPECT_ERROR("atLeast quantity=learningRate value=inf min=0",
               logisticDescent({}, {0, 0, 0}, INFINITY, 1));
  EXPECT_ERROR("planeGrid min=2 max=512", logisticField({0, 0, 0}, {-1, 1, -1, 1, 1, 4}));
  EXPECT_ERROR("planeRectangle", logisticField({0, 0, 0}, {1, -1, -1, 1, 4, 4}));
}

}  // namespace
}  // namespace dd
