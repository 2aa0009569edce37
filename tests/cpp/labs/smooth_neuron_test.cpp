#include "labs/smooth_neuron/smooth_neuron.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "descent/error.hpp"

namespace dd {
namespace {

Vector<double> list(std::initializer_list<double> values) {
  const std::vector<double> numbers(values);
  return Eigen::Map<const Vector<double>>(numbers.data(), static_cast<Index>(numbers.size()));
}

TEST(Nudge, TheGradientForeseesSmallChanges) {
  const auto x = list({0.8, -1.5});
  const auto w = list({0.3, -0.2});
  for (double h = 1e-2; h > 1e-5; h /= 10) {
    const Nudge nudge = nudgeNeuron(Activation::sigmoid, x, w, 0.1, h * list({1, -2, 0.5}));
    EXPECT_NEAR(nudge.change, nudge.predicted, h * h) << h;
    EXPECT_GT(std::abs(nudge.change), h / 10);
    EXPECT_DOUBLE_EQ(nudge.error, nudge.change - nudge.predicted);
  }
}

TEST(Nudge, PartialsAreTheSlopeTimesTheInputs) {
  // z = 0: the slope is ¼.
  const Nudge nudge =
      nudgeNeuron(Activation::sigmoid, list({2, -1}), list({1, 2}), 0, list({0.1, 0.1, 0.1}));
  EXPECT_EQ(nudge.partials, list({0.5, -0.25, 0.25}));
  EXPECT_NEAR(nudge.predicted, 0.05, 1e-15);
}

TEST(Nudge, TheStepJumpsAndItsGradientKnowsNothingOfIt) {
  const Nudge far = nudgeNeuron(Activation::step, list({1}), list({1}), 0, list({-0.9, 0}));
  EXPECT_EQ(far.change, 0);
  const Nudge across = nudgeNeuron(Activation::step, list({1}), list({1}), 0, list({-1.1, 0}));
  EXPECT_EQ(across.change, -1);
  EXPECT_EQ(across.predicted, 0);
}

TEST(Nudge, TheCurveIsTheNudgeAtEachChange) {
  const auto x = list({0.8, -1.5});
  const auto w = list({0.3, -0.2});
  const NudgeCurve curve =
      nudgeCurve(Activation::sigmoid, x, w, 0.1, list({9, 0.2, 0.3}), 0, list({-1, 0.5}));
  const Nudge second = nudgeNeuron(Activation::sigmoid, x, w, 0.1, list({0.5, 0.2, 0.3}));
  EXPECT_EQ(curve.output[1], second.after);
  EXPECT_EQ(curve.predicted[1], second.before + second.predicted);
}

TEST(Nudge, RefusesWhatDoesNotFit) {
  EXPECT_THROW(nudgeNeuron(Activation::sigmoid, list({1}), list({1}), 0, list({1})), dd::Error);
  EXPECT_THROW(nudgeCurve(Activation::sigmoid, list({1}), list({1}), 0, list({1, 0}), 2, list({0})),
               dd::Error);
}

}  // namespace
}  // namespace dd
