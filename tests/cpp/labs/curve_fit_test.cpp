#include "labs/curve_fit/curve_fit.hpp"

#include <cmath>

#include "descent/gradient_check.hpp"
#include "expect.hpp"

namespace dd {
namespace {

std::vector<double> sinePoints(double noise = 0, std::uint64_t seed = 1, Index count = 30) {
  return noisyPoints(TargetCurve::sine, count, noise, seed);
}

TEST(NoisyPoints, LieOnTheCurveAndRepeatBySeed) {
  for (const auto curve :
       {TargetCurve::sine, TargetCurve::step, TargetCurve::bump, TargetCurve::fold}) {
    const auto points = noisyPoints(curve, 20, 0, 3);
    for (std::size_t i = 0; i < points.size(); i += 2) {
      EXPECT_LE(std::abs(points[i]), 1);
      EXPECT_DOUBLE_EQ(points[i + 1], targetValue(curve, points[i]));
      if (i > 0) {
        EXPECT_GT(points[i], points[i - 2]);
      }
    }
  }
  EXPECT_EQ(targetValue(TargetCurve::fold, -1), 0.8);
  EXPECT_EQ(targetValue(TargetCurve::fold, 0), -0.8);
  EXPECT_EQ(targetValue(TargetCurve::fold, 0.5), 0);
  EXPECT_EQ(targetValue(TargetCurve::step, -0.1), -0.8);
  EXPECT_EQ(targetValue(TargetCurve::step, 0.1), 0.8);
  EXPECT_DOUBLE_EQ(targetValue(TargetCurve::sine, 0.5), 1);
  EXPECT_EQ(sinePoints(0.2, 5), sinePoints(0.2, 5));
  EXPECT_NE(sinePoints(0.2, 5), sinePoints(0.2, 6));
}

TEST(CurveFit, HasTheGradientOfItsLoss) {
  CurveFit fit({3, Activation::tanh, "sgd", 2}, sinePoints(), {});
  EXPECT_GT(fit.loss(), 0);
  EXPECT_LT(gradientCheck(fit.objective(), fit.theta()), 1e-6);
}

TEST(CurveFit, IsTheSumOfItsUnits) {
  CurveFit fit({5, Activation::sigmoid, "adam", 2}, sinePoints(), {});
  fit.train(50, 0.05);
  const Vector<double> x = Vector<double>::LinSpaced(11, -1, 1);
  const Vector<double> sum = fit.contributions(x).rowwise().sum();
  EXPECT_LT((sum.array() + fit.outputBias() - fit.predict(x).array()).abs().maxCoeff(), 1e-12);
  EXPECT_LT((fit.partialSum(x, 5) - fit.predict(x)).norm(), 1e-12);
  EXPECT_EQ(fit.partialSum(x, 0), Vector<double>::Constant(11, fit.outputBias()));
  EXPECT_ERROR("range quantity=units value=6 min=0 max=5", fit.partialSum(x, 6));
}

// Two ReLUs fit |x| exactly: ŷ = v·relu(w·x) + v·relu(−w·x) + c.
TEST(CurveFit, CanBeSetByHand) {
  CurveFit fit({2, Activation::relu, "sgd", 1}, noisyPoints(TargetCurve::fold, 40, 0, 1), {});
  fit.setTheta(vector({1, -1, 0, 0, 1.6, 1.6, -0.8}));
  EXPECT_LT(fit.loss(), 1e-28);
  EXPECT_EQ(fit.bends(), Vector<double>::Zero(2));
  EXPECT_EQ(fit.deadUnits(), 0);
  fit.setTheta(vector({1, -1, -2, 0, 1.6, 1.6, -0.8}));
  EXPECT_EQ(fit.deadUnits(), 1);
}

TEST(CurveFit, LearnsASineWithFewUnitsAndNotWithOne) {
  CurveFit four({4, Activation::tanh, "adam", 1}, sinePoints(), {});
  four.train(3000, 0.03);
  EXPECT_EQ(four.steps(), 3000);
  EXPECT_LT(four.loss(), 1e-3);
  CurveFit one({1, Activation::tanh, "adam", 1}, sinePoints(), {});
  one.train(3000, 0.03);
  EXPECT_GT(one.loss(), 0.02);
}

TEST(CurveFit, OverfitsFewNoisyPointsWithManyUnits) {
  const auto points = sinePoints(0.4, 2, 14), heldOut = heldOutPoints(TargetCurve::sine, 0.4, 2);
  const auto after = [&](Index units) {
    CurveFit fit({units, Activation::tanh, "adam", 2}, points, heldOut);
    fit.train(5000, 0.03);
    return std::pair{fit.loss(), fit.heldOutLoss()};
  };
  const auto [fewSeen, fewHeldOut] = after(2);
  const auto [manySeen, manyHeldOut] = after(12);
  EXPECT_LT(manySeen, 0.01 * fewSeen);
  EXPECT_GT(manyHeldOut, 1.2 * fewHeldOut);
}

TEST(CurveFit, IsTheSameInSlicesAndStopsWhereItDiverges) {
  const auto points = sinePoints();
  CurveFit whole({4, Activation::tanh, "adam", 7}, points, {});
  CurveFit sliced({4, Activation::tanh, "adam", 7}, points, {});
  whole.train(200, 0.05);
  for (int i = 0; i < 20; ++i) sliced.train(10, 0.05);
  EXPECT_EQ(whole.theta(), sliced.theta());
  CurveFit wild({8, Activation::relu, "sgd", 1}, points, {});
  wild.train(5000, 50);
  EXPECT_TRUE(wild.diverged());
  EXPECT_LT(wild.steps(), 5000);
  EXPECT_TRUE(wild.theta().allFinite());
  CurveFit dead({12, Activation::relu, "sgd", 1}, sinePoints(0.15, 1, 24), {});
  dead.train(1000, 1);
  EXPECT_EQ(dead.deadUnits(), 12);
}

TEST(CurveFit, WorksWithPointsOnTopOfOneAnotherAndWithNone) {
  CurveFit same({3, Activation::tanh, "adam", 1}, {0.5, 1, 0.5, -1, 0.5, 0.3}, {});
  same.train(2000, 0.05);
  EXPECT_NEAR(same.predict(Vector<double>::Constant(1, 0.5))[0], 0.1, 1e-3);
  CurveFit none({3, Activation::tanh, "adam", 1}, {}, {});
  none.train(10, 0.05);
  EXPECT_EQ(none.steps(), 0);
  EXPECT_TRUE(std::isnan(none.loss()));
}

TEST(CurveFit, RefusesBadInput) {
  EXPECT_ERROR("range quantity=units value=0 min=1 max=64",
               CurveFit({0, Activation::tanh, "adam", 1}, {}, {}));
  EXPECT_ERROR("range quantity=units value=65 min=1 max=64",
               CurveFit({65, Activation::tanh, "adam", 1}, {}, {}));
  EXPECT_ERROR("noSlope", CurveFit({3, Activation::step, "adam", 1}, {}, {}));
  EXPECT_ERROR("pointsWithXAndY max=200", CurveFit({3, Activation::tanh, "adam", 1}, {1}, {}));
  EXPECT_ERROR("range quantity=coordinate value=nan min=-1000000 max=1000000",
               CurveFit({3, Activation::tanh, "adam", 1}, {1, NAN}, {}));
  EXPECT_ERROR("range quantity=coordinate value=inf min=-1000000 max=1000000",
               CurveFit({3, Activation::tanh, "adam", 1}, {1, INFINITY}, {}));
  CurveFit fit({3, Activation::tanh, "adam", 1}, {0, 0}, {});
  EXPECT_ERROR("positive quantity=learningRate value=0", fit.train(1, 0));
  EXPECT_ERROR("atLeast quantity=steps value=-1 min=0", fit.train(-1, 0.1));
  EXPECT_ERROR("unknownName quantity=curve value=spiral …", fromName<TargetCurve>("spiral"));
  EXPECT_ERROR("range quantity=points value=0 min=1 max=200",
               noisyPoints(TargetCurve::sine, 0, 0, 1));
  EXPECT_ERROR("range quantity=noise value=nan min=0 max=10",
               noisyPoints(TargetCurve::sine, 5, NAN, 1));
}

}  // namespace
}  // namespace dd
