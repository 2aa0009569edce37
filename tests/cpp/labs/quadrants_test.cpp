#include "labs/quadrants/quadrants.hpp"

#include <algorithm>
#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

TEST(Quadrants, FourPointsTeachThePlane) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Quadrants network({.seed = seed});
    EXPECT_GT(network.probabilities(2, 2)[0], 0.99) << seed;
    EXPECT_GT(network.probabilities(-2, 2)[1], 0.95) << seed;
    EXPECT_GT(network.probabilities(-2, -2)[2], 0.95) << seed;
    EXPECT_GT(network.probabilities(2, -2)[3], 0.95) << seed;
    EXPECT_GT(network.probabilities(30, 30)[0], network.onPoints()(0, 0)) << seed;
    const PlaneGrid grid{-3, 3, -3, 3, 40, 40};
    EXPECT_GT(ownQuadrantShare(network.field(grid), grid), 0.9) << seed;
  }
}

TEST(Quadrants, MoreStepsGoOnWhereFewerEnded) {
  const Quadrants early({.steps = 20}), late({.steps = 60});
  ASSERT_EQ(early.losses().size(), 21u);
  EXPECT_EQ(early.losses().back(), early.loss());
  EXPECT_TRUE(std::equal(early.losses().begin(), early.losses().end(), late.losses().begin()));
  EXPECT_LT(late.loss(), early.loss());
  EXPECT_LT(Quadrants({.steps = 100}).loss(), early.losses().front() / 10);
}

TEST(Quadrants, ContradictingPointsShareTheirProbability) {
  const Quadrants network({.points = {1, 1, -1, 1, -1, -1, 1, 1}, .steps = 2000});
  EXPECT_NEAR(network.onPoints()(0, 0), 0.5, 0.01);
  EXPECT_NEAR(network.onPoints()(3, 3), 0.5, 0.01);
  EXPECT_GT(network.loss(), std::log(2.0) / 2);  // two of four points at −ln ½
  EXPECT_TRUE(anyCoincide({1, 1, -1, 1, -1, -1, 1, 1}));
  EXPECT_FALSE(anyCoincide({1, 1, -1, 1, -1, -1, 1, -1}));
}

TEST(Quadrants, TooLargeALearningRateSilencesUnits) {
  EXPECT_EQ(Quadrants({.learningRate = 0.1}).silentUnits(), 0);
  EXPECT_GT(Quadrants({.learningRate = 30, .steps = 60}).silentUnits(), 10);
}

TEST(Quadrants, KeepsTheLastFiniteWeightsWhenItDiverges) {
  const Quadrants network({.learningRate = 1e200, .steps = 50});
  EXPECT_GT(network.divergedAt(), 0);
  EXPECT_TRUE(std::isfinite(network.loss()));
  EXPECT_EQ(network.losses().size(), static_cast<std::size_t>(network.divergedAt()));
}

TEST(QuadrantOf, CountsAgainstTheClock) {
  EXPECT_EQ(quadrantOf(1, 1), 0);
  EXPECT_EQ(quadrantOf(-1, 1), 1);
  EXPECT_EQ(quadrantOf(-1, -1), 2);
  EXPECT_EQ(quadrantOf(1, -1), 3);
}

TEST(Quadrants, RefusesWhatCannotBe) {
  EXPECT_ERROR("notFinite quantity=points", Quadrants({.points = {NAN, 1, -1, 1, -1, -1, 1, -1}}));
  EXPECT_ERROR("range quantity=hiddenUnits value=0 min=1 max=100", Quadrants({.hidden = 0}));
  EXPECT_ERROR("atLeast quantity=learningRate value=nan min=0", Quadrants({.learningRate = NAN}));
  EXPECT_ERROR("range quantity=steps value=-1 min=0 max=5000", Quadrants({.steps = -1}));
  EXPECT_ERROR("range quantity=steps value=5001 min=0 max=5000", Quadrants({.steps = 5001}));
  Quadrants network({.steps = 1});
  EXPECT_ERROR("notFinite quantity=points", network.probabilities(INFINITY, 0));
}

TEST(ClassBorders, LieWhereTheLeadChanges) {
  const PlaneGrid grid{0, 4, 0, 4, 4, 4};
  Matrix<float> probabilities(16, 2);
  for (Index i = 0; i < 16; ++i) {
    const double z = 20 * (grid.x(static_cast<double>(i % 4)) - 1.8);  // steep, ½ at x = 1.8
    probabilities(i, 0) = static_cast<float>(1 / (1 + std::exp(-z)));
    probabilities(i, 1) = static_cast<float>(1 / (1 + std::exp(z)));
  }
  const std::vector<float> ends = classBorders(probabilities, grid);
  ASSERT_EQ(ends.size(), 12u);  // one line in each of the three rows between the middles
  for (std::size_t i = 0; i < ends.size(); i += 2) EXPECT_NEAR(ends[i], 1.8, 1e-5);
  EXPECT_TRUE(classBorders(probabilities.leftCols(1), grid).empty());
}

}  // namespace
}  // namespace dd
