#include "labs/scaling/scaling.hpp"

#include <cmath>

#include "descent/curvature.hpp"
#include "descent/gradient_check.hpp"
#include "expect.hpp"

namespace dd {
namespace {

TEST(Inputs, HaveTheirMeanAndDeviation) {
  const Vector<double> x = inputsOf({3, 0.5});
  EXPECT_NEAR(x.mean(), 3, 1e-12);
  EXPECT_NEAR(std::sqrt((x.array() - 3).square().mean()), 0.5, 1e-12);
}

TEST(ExcessError, IsTheMeanSquareOverItsInputs) {
  for (const char* name : {"none", "centred", "scaled", "standardised"}) {
    ExcessError error({2, 0.7}, fromName<Treatment>(name));
    const Vector<double> theta = vector({0.4, -1.3});
    const double expected = 0.5 * (0.4 * error.z().array() - 1.3).square().mean();
    EXPECT_NEAR(error.value(theta), expected, 1e-12) << name;
    EXPECT_LT(gradientCheck(error, theta), 1e-6) << name;
    EXPECT_NEAR(largestCurvature(error, theta), error.curvatures()[0], 1e-6) << name;
  }
}

// Of [[5, 2], [2, 1]]: 3 ± √8.
TEST(ExcessError, KnowsItsCurvatures) {
  const ExcessError error({2, 1}, Treatment::none);
  EXPECT_NEAR(error.curvatures()[0], 3 + std::sqrt(8), 1e-12);
  EXPECT_NEAR(error.curvatures()[1], 3 - std::sqrt(8), 1e-12);
  EXPECT_NEAR(error.condition(), 33.970563, 1e-6);
  EXPECT_NEAR(error.bestRate(), 1.0 / 3, 1e-12);
  for (const double offset : {-7, 0, 2, 3}) {
    for (const double spread : {0.1, 1.0, 5.0}) {
      EXPECT_EQ(ExcessError({offset, spread}, Treatment::standardised).condition(), 1);
    }
  }
  EXPECT_DOUBLE_EQ(ExcessError({2, 4}, Treatment::centred).condition(), 16);
  EXPECT_NEAR(ExcessError({2, 4}, Treatment::scaled).condition(), 2.690873, 1e-6);
}

TEST(DescendScaled, NeedsOneStepInARoundValleyAndManyInANarrowOne) {
  ExcessError round({2, 1}, Treatment::standardised);
  EXPECT_EQ(descendScaled(round, round.bestRate(), -0.8, 0.6).steps, 1);
  ExcessError narrow({2, 1}, Treatment::none);
  const ScalingRun run = descendScaled(narrow, narrow.bestRate(), -0.8, 0.6);
  EXPECT_EQ(run.state, ScalingRun::State::arrived);
  const double kappa = narrow.condition();
  EXPECT_NEAR(static_cast<double>(run.steps), std::log(1e-6) / std::log((kappa - 1) / (kappa + 1)),
              2);
  // No other η is quicker.
  for (const double times : {0.9, 0.98, 1.02}) {
    EXPECT_GT(descendScaled(narrow, times * narrow.bestRate(), -0.8, 0.6).steps, run.steps);
  }
}

TEST(DescendScaled, SaysWhatBecameOfIt) {
  ExcessError error({2, 1}, Treatment::none);
  EXPECT_EQ(descendScaled(error, 1.01 * error.largestRate(), 0.1, 1).state,
            ScalingRun::State::diverged);
  // An input that does not vary has a trough for a valley.
  for (const char* name : {"none", "centred", "scaled", "standardised"}) {
    ExcessError constant({2, 0}, fromName<Treatment>(name));
    EXPECT_TRUE(std::isinf(constant.condition())) << name;
    const ScalingRun run = descendScaled(constant, constant.bestRate(), 0.1, 1);
    EXPECT_EQ(run.state, ScalingRun::State::late) << name;
    for (const double component : run.path) EXPECT_TRUE(std::isfinite(component)) << name;
  }
  EXPECT_EQ(descendScaled(error, 0.1, 0, 0).steps, 0);
}

TEST(Scaling, RefusesBadInput) {
  EXPECT_ERROR("unknownName quantity=treatment value=squeezed …", fromName<Treatment>("squeezed"));
  EXPECT_ERROR("range quantity=mean value=nan min=-1000000 max=1000000", inputsOf({NAN, 1}));
  EXPECT_ERROR("range quantity=deviation value=-1 min=0 max=1000000", inputsOf({0, -1}));
  EXPECT_ERROR("range quantity=deviation value=10000000 min=0 max=1000000", inputsOf({0, 1e7}));
  ExcessError error({2, 1}, Treatment::none);
  EXPECT_ERROR("positive quantity=learningRate value=0", descendScaled(error, 0, 1, 1));
  EXPECT_ERROR("notFinite quantity=start", descendScaled(error, 0.1, NAN, 1));
}

}  // namespace
}  // namespace dd
