#include "labs/neuron/neuron.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace dd {
namespace {

Vector<double> list(std::initializer_list<double> values) {
  const std::vector<double> numbers(values);
  return Eigen::Map<const Vector<double>>(numbers.data(), static_cast<Index>(numbers.size()));
}

TEST(Neuron, AddsUpAndAnswers) {
  // 6·1 + 1·0.5 − 6·0.25 = 5, z = 5 − 4 = 1
  const NeuronAnswer answer =
      answerOfNeuron(Activation::sigmoid, list({1, 0.5, 0.25}), list({6, 1, -6}), -4);
  EXPECT_EQ(answer.products, list({6, 0.5, -1.5}));
  EXPECT_DOUBLE_EQ(answer.sum, 5);
  EXPECT_DOUBLE_EQ(answer.threshold, 4);
  EXPECT_DOUBLE_EQ(answer.z, 1);
  EXPECT_DOUBLE_EQ(answer.output, 1 / (1 + std::exp(-1)));
}

TEST(Neuron, SaysYesExactlyAboveTheThreshold) {
  for (double bias = -2; bias <= 2; bias += 0.25) {
    for (double x = -3; x <= 3; x += 0.25) {
      const NeuronAnswer answer = answerOfNeuron(Activation::step, list({x}), list({1}), bias);
      EXPECT_EQ(answer.output == 1, answer.sum > answer.threshold) << x << ", " << bias;
    }
  }
}

TEST(Neuron, TheCurveOverTheSumIsTheSigmoidMovedToTheThreshold) {
  const Vector<double> curve = answersToSums(Activation::sigmoid, list({-1, 3, 7}), -3);
  EXPECT_DOUBLE_EQ(curve[1], 0.5);
  EXPECT_DOUBLE_EQ(curve[0] + curve[2], 1);
}

TEST(Neuron, ColoursAreInputsFromZeroToOne) {
  EXPECT_EQ(colorInputs(255, 0, 51), list({1, 0, 0.2}));
  EXPECT_THROW(colorInputs(256, 0, 0), std::invalid_argument);
  EXPECT_THROW(colorInputs(0, NAN, 0), std::invalid_argument);
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

TEST(Neuron, RefusesWhatDoesNotFit) {
  EXPECT_THROW(answerOfNeuron(Activation::sigmoid, list({1}), list({1, 2}), 0),
               std::invalid_argument);
  EXPECT_THROW(answerOfNeuron(Activation::sigmoid, list({NAN}), list({1}), 0),
               std::invalid_argument);
  EXPECT_THROW(answerOfNeuron(Activation::sigmoid, list({1}), list({1}), INFINITY),
               std::invalid_argument);
  EXPECT_THROW(answerOfNeuron(Activation::softmax, list({1}), list({1}), 0), std::invalid_argument);
  EXPECT_THROW(nudgeNeuron(Activation::sigmoid, list({1}), list({1}), 0, list({1})),
               std::invalid_argument);
  EXPECT_THROW(nudgeCurve(Activation::sigmoid, list({1}), list({1}), 0, list({1, 0}), 2, list({0})),
               std::invalid_argument);
}

}  // namespace
}  // namespace dd
