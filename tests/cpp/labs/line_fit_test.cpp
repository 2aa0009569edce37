#include "labs/line_fit/line_fit.hpp"

#include <cmath>

#include "descent/gradient_check.hpp"
#include "descent/line_fit.hpp"
#include "expect.hpp"

namespace dd {
namespace {

LinePoints defaults() { return LinePoints(LineFit::defaultPoints()); }

TEST(LeastSquares, IsTheSameLineByThreeFormulas) {
  const auto best = leastSquares(defaults());
  ASSERT_TRUE(best);
  for (const Coordinates& line : {best->sums, best->covariance, best->matrix}) {
    EXPECT_NEAR(line[0], 0.969925, 5e-7);
    EXPECT_NEAR(line[1], 0.515789, 5e-7);
  }
  EXPECT_TRUE(best->agree);
  // No line nearby is better.
  for (const double nudge : {-1e-3, 1e-3}) {
    EXPECT_GT(
        lineError(defaults().x, defaults().y, best->covariance[0] + nudge, best->covariance[1]),
        best->value);
    EXPECT_GT(
        lineError(defaults().x, defaults().y, best->covariance[0], best->covariance[1] + nudge),
        best->value);
  }
}

TEST(LeastSquares, LosesItsSumsFarFromZero) {
  // y = 2x − 2·10⁸ at four x beside 10⁸, whose squares are beyond the digits of a double.
  const auto best = leastSquares(
      LinePoints(std::vector<double>{100000001, 2, 100000002, 4, 100000003, 6, 100000004, 8}));
  ASSERT_TRUE(best);
  EXPECT_FALSE(best->agree);
  EXPECT_DOUBLE_EQ(best->covariance[0], 2);
  EXPECT_DOUBLE_EQ(best->covariance[1], -2e8);
}

TEST(LeastSquares, HasNoAnswerWithoutTwoDifferentX) {
  EXPECT_FALSE(leastSquares(LinePoints(std::vector<double>{})));
  EXPECT_FALSE(leastSquares(LinePoints(std::vector<double>{3, 4})));
  EXPECT_FALSE(leastSquares(LinePoints(std::vector<double>{0.1, 4, 0.1, 5, 0.1, 7})));
  EXPECT_TRUE(leastSquares(LinePoints(std::vector<double>{0.1, 4, 0.1, 5, 0.2, 7})));
}

TEST(LinePoints, RefusesWhatIsNoPoint) {
  EXPECT_ERROR("pointsWithXAndY max=200", LinePoints(std::vector<double>{1, 2, 3}));
  EXPECT_ERROR("range quantity=coordinate value=nan min=-1000000000 max=1000000000",
               LinePoints(std::vector<double>{1, NAN}));
  EXPECT_ERROR("range quantity=coordinate value=10000000000 min=-1000000000 max=1000000000",
               LinePoints(std::vector<double>{1e10, 0}));
  EXPECT_ERROR("range quantity=coordinate value=inf min=-1000000000 max=1000000000",
               LinePoints(std::vector<double>{INFINITY, 1}));
  EXPECT_ERROR("pointsWithXAndY max=200", LinePoints(std::vector<double>(402, 1.0)));
}

TEST(LineNeuron, IsTheLineFit) {
  for (const bool standardised : {false, true}) {
    LineNeuron neuron(defaults(), standardised);
    LineFit fit(LineFit::defaultPoints(), standardised ? Scaling::standard : Scaling::none);
    const Vector<double> theta = vector({1.7, -0.4});
    Vector<double> one(2), other(2);
    EXPECT_NEAR(neuron.valueAndGradient(theta, one), fit.valueAndGradient(theta, other), 1e-11);
    EXPECT_LT((one - other).norm(), 1e-10);
    EXPECT_NEAR(neuron.curvatures()[0], fit.facts().curvature, 1e-10);
    EXPECT_LT(gradientCheck(neuron, theta), 1e-6);
    const std::vector<std::uint32_t> batch{0, 7, 19};
    neuron.batchGradient(batch, theta, one);
    fit.batchGradient(batch, theta, other);
    EXPECT_LT((one - other).norm(), 1e-10);
    EXPECT_DOUBLE_EQ(neuron.value(theta), fit.value(theta)) << "after a batch, again of all points";
    const Coordinates back = neuron.overZ(neuron.overX(theta));
    EXPECT_LT(std::hypot(back[0] - theta[0], back[1] - theta[1]), 1e-12);
  }
}

// J = 1/2m Σ (w·x + b − y)², η = 0.01, from (1, 1); the run ends at the first point where both
// components of the gradient are ≤ 1e-5, that point being the answer.
TEST(DescendLine, ComesToTheReferenceValues) {
  LineSettings settings;
  settings.steps = 5000;
  const LineRun run = descendLine(defaults(), settings);
  EXPECT_EQ(run.state, LineRun::State::arrived);
  EXPECT_EQ(run.steps, 4035);
  EXPECT_NEAR(run.line[0], 0.969922, 5e-7);
  EXPECT_NEAR(run.line[1], 0.515833, 5e-7);
  const auto steepest = [](const LineRun& at) {
    return std::max(std::abs(at.gradient[0]), std::abs(at.gradient[1]));
  };
  EXPECT_LE(steepest(run), 1e-5);
  settings.steps = 4034;
  const LineRun before = descendLine(defaults(), settings);
  EXPECT_EQ(before.state, LineRun::State::running);
  EXPECT_GT(steepest(before), 1e-5);
}

TEST(DescendLine, DivergesOnlyAboveTheLargestRate) {
  const double largest = lineValley(defaults(), false, 5).largestRate;
  EXPECT_NEAR(largest, 0.01386, 1e-5);
  LineSettings settings;
  settings.steps = 20000;
  settings.learningRate = 0.999 * largest;
  EXPECT_EQ(descendLine(defaults(), settings).state, LineRun::State::arrived);
  settings.learningRate = 1.1 * largest;
  const LineRun run = descendLine(defaults(), settings);
  EXPECT_EQ(run.state, LineRun::State::diverged);
  EXPECT_TRUE(std::isfinite(run.line[0]) && std::isfinite(run.line[1]));
}

TEST(DescendLine, FindsOneOfManyLinesThroughPointsAboveOneAnother) {
  LineSettings settings;
  settings.steps = 5000;
  const LinePoints points(std::vector<double>{4, 1, 4, 3, 4, 8});
  const LineRun run = descendLine(points, settings);
  EXPECT_EQ(run.state, LineRun::State::arrived);
  EXPECT_NEAR(run.line[0] * 4 + run.line[1], 4, 1e-4);
  EXPECT_TRUE(std::isinf(lineValley(points, false, 5).condition));
  const LineRun neuron = trainLineNeuron(points, settings);
  EXPECT_NEAR(neuron.line[0] * 4 + neuron.line[1], 4, 0.5);
}

TEST(TrainLineNeuron, WithAllPointsIsDescentOverStandardisedX) {
  LineSettings settings;
  settings.standardised = true;
  settings.steps = 300;
  settings.batchSize = 20;
  const LineRun descent = descendLine(defaults(), settings);
  const LineRun neuron = trainLineNeuron(defaults(), settings);
  EXPECT_NEAR(neuron.line[0], descent.line[0], 1e-9);
  EXPECT_NEAR(neuron.line[1], descent.line[1], 1e-9);
}

TEST(TrainLineNeuron, ComesNearTheLineFromTheSameStartAndRepeatsBySeed) {
  LineSettings settings;
  settings.steps = 5000;
  const LineRun run = trainLineNeuron(defaults(), settings);
  EXPECT_EQ(run.steps, 5000);
  EXPECT_NEAR(run.path[0], 1, 1e-12);
  EXPECT_NEAR(run.path[1], 1, 1e-12);
  EXPECT_NEAR(run.line[0], 0.97, 0.05);
  EXPECT_NEAR(run.line[1], 0.52, 0.5);
  EXPECT_EQ(trainLineNeuron(defaults(), settings).line, run.line);
  settings.seed = 2;
  EXPECT_NE(trainLineNeuron(defaults(), settings).line, run.line);
}

TEST(LineValley, IsRoundOverStandardisedX) {
  const LineValley raw = lineValley(defaults(), false, 21);
  EXPECT_NEAR(raw.condition, 144.2696 * 144.2696 / 33.25, 0.1);
  const LineValley round = lineValley(defaults(), true, 21);
  EXPECT_NEAR(round.condition, 1, 1e-9);
  for (const double curvature : round.curvatures) EXPECT_NEAR(curvature, 1, 1e-9);
  EXPECT_NEAR(round.largestRate, 2, 1e-9);
  LineSettings settings{.standardised = true, .learningRate = 1, .steps = 5000};
  const LineRun run = descendLine(defaults(), settings);
  EXPECT_EQ(run.state, LineRun::State::arrived);
  EXPECT_EQ(run.steps, 1);
  EXPECT_NEAR(round.values[10 * 21 + 10], leastSquares(defaults())->value, 1e-9);
  EXPECT_ERROR("noPoints", lineValley(LinePoints(std::vector<double>{}), false, 21));
}

TEST(Servers, NeedScaledInputs) {
  const LinePoints points(serverPoints());
  EXPECT_EQ(points.size(), 24);
  const auto best = leastSquares(points);
  const double asked = best->covariance[0] * 346 + best->covariance[1];
  EXPECT_NEAR(asked, 0.38 * 346 + 14, 4);
  LineSettings settings;
  settings.steps = 5000;
  EXPECT_EQ(descendLine(points, settings).state, LineRun::State::diverged);
  settings.standardised = true;
  const LineRun run = descendLine(points, settings);
  EXPECT_EQ(run.state, LineRun::State::arrived);
  EXPECT_NEAR(run.line[0] * 346 + run.line[1], asked, 1e-3);
  const LineRun neuron = trainLineNeuron(points, settings);
  EXPECT_NEAR(neuron.line[0] * 346 + neuron.line[1], asked, 1);
}

TEST(LineStudy, RefusesBadSettings) {
  const auto refuses = [](const char* text, const LineSettings& settings) {
    EXPECT_ERROR(text, descendLine(defaults(), settings));
    EXPECT_ERROR(text, trainLineNeuron(defaults(), settings));
  };
  refuses("positive quantity=learningRate value=0", {.learningRate = 0});
  refuses("positive quantity=learningRate value=nan", {.learningRate = NAN});
  refuses("notFinite quantity=start", {.w = INFINITY});
  refuses("range quantity=steps value=20001 min=0 max=20000", {.steps = 20001});
  refuses("atLeast quantity=batchSize value=0 min=1", {.batchSize = 0});
}

}  // namespace
}  // namespace dd
