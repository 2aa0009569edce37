#include "labs/smooth_neuron/smooth_neuron.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

TEST(Nudge, TheGradientForeseesSmallChanges) {
  const auto x = vector({0.8, -1.5});
  const auto w = vector({0.3, -0.2});
  for (double h = 1e-2; h > 1e-5; h /= 10) {
    const Nudge nudge = nudgeNeuron(Activation::sigmoid, x, w, 0.1, h * vector({1, -2, 0.5}));
    EXPECT_NEAR(nudge.change, nudge.predicted, h * h) << h;
    EXPECT_GT(std::abs(nudge.change), h / 10);
    EXPECT_DOUBLE_EQ(nudge.error, nudge.change - nudge.predicted);
  }
}

TEST(Nudge, PartialsAreTheSlopeTimesTheInputs) {
  // z = 0: the slope is ¼.
  const Nudge nudge =
      nudgeNeuron(Activation::sigmoid, vector({2, -1}), vector({1, 2}), 0, vector({0.1, 0.1, 0.1}));
  EXPECT_EQ(nudge.partials, vector({0.5, -0.25, 0.25}));
  EXPECT_NEAR(nudge.predicted, 0.05, 1e-15);
  EXPECT_DOUBLE_EQ(nudge.shares.sum(), nudge.predicted);
}

TEST(Nudge, TheStepJumpsAndItsGradientKnowsNothingOfIt) {
  const Nudge far = nudgeNeuron(Activation::step, vector({1}), vector({1}), 0, vector({-0.9, 0}));
  EXPECT_EQ(far.change, 0);
  const Nudge across =
      nudgeNeuron(Activation::step, vector({1}), vector({1}), 0, vector({-1.1, 0}));
  EXPECT_EQ(across.change, -1);
  EXPECT_EQ(across.predicted, 0);
}

TEST(Nudge, TheCurveIsTheNudgeAtEachChange) {
  const auto x = vector({0.8, -1.5});
  const auto w = vector({0.3, -0.2});
  const NudgeCurve curve =
      nudgeCurve(Activation::sigmoid, x, w, 0.1, vector({9, 0.2, 0.3}), 0, vector({-1, 0.5}));
  const Nudge second = nudgeNeuron(Activation::sigmoid, x, w, 0.1, vector({0.5, 0.2, 0.3}));
  EXPECT_EQ(curve.output[1], second.after);
  EXPECT_EQ(curve.predicted[1], second.before + second.predicted);
}

TEST(Nudge, RefusesWhatDoesNotFit) {
  EXPECT_ERROR("size quantity=changes actual=1 expected=2",
               nudgeNeuron(Activation::sigmoid, vector({1}), vector({1}), 0, vector({1})));
  EXPECT_ERROR(
      "noSuchItem quantity=change index=3",
      nudgeCurve(Activation::sigmoid, vector({1}), vector({1}), 0, vector({1, 0}), 2, vector({0})));
}

}  // namespace
}  // namespace dd
