#include "labs/neuron/neuron.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

TEST(Neuron, AddsUpAndAnswers) {
  // 6·1 + 1·0.5 − 6·0.25 = 5, z = 5 − 4 = 1
  const NeuronAnswer answer =
      answerOfNeuron(Activation::sigmoid, vector({1, 0.5, 0.25}), vector({6, 1, -6}), -4);
  EXPECT_EQ(answer.products, vector({6, 0.5, -1.5}));
  EXPECT_DOUBLE_EQ(answer.sum, 5);
  EXPECT_DOUBLE_EQ(answer.threshold, 4);
  EXPECT_DOUBLE_EQ(answer.z, 1);
  EXPECT_DOUBLE_EQ(answer.output, 1 / (1 + std::exp(-1)));
}

TEST(Neuron, SaysYesExactlyAboveTheThreshold) {
  for (double bias = -2; bias <= 2; bias += 0.25) {
    for (double x = -3; x <= 3; x += 0.25) {
      const NeuronAnswer answer = answerOfNeuron(Activation::step, vector({x}), vector({1}), bias);
      EXPECT_EQ(answer.output == 1, answer.sum > answer.threshold) << x << ", " << bias;
      EXPECT_EQ(answer.z > 0, answer.sum > answer.threshold) << x << ", " << bias;
    }
  }
}

TEST(Neuron, TheCurveOverTheSumIsTheSigmoidMovedToTheThreshold) {
  const Vector<double> curve = answersToSums(Activation::sigmoid, vector({-1, 3, 7}), -3);
  EXPECT_DOUBLE_EQ(curve[1], 0.5);
  EXPECT_DOUBLE_EQ(curve[0] + curve[2], 1);
}

TEST(Neuron, ColoursAreInputsFromZeroToOne) {
  EXPECT_EQ(colorInputs(255, 0, 51), vector({1, 0, 0.2}));
  EXPECT_ERROR("colour", colorInputs(256, 0, 0));
  EXPECT_ERROR("colour", colorInputs(0, NAN, 0));
}

TEST(Neuron, RefusesWhatDoesNotFit) {
  EXPECT_ERROR("size quantity=weights actual=2 expected=1",
               answerOfNeuron(Activation::sigmoid, vector({1}), vector({1, 2}), 0));
  EXPECT_ERROR("notFinite quantity=neuron",
               answerOfNeuron(Activation::sigmoid, vector({NAN}), vector({1}), 0));
  EXPECT_ERROR("notFinite quantity=neuron",
               answerOfNeuron(Activation::sigmoid, vector({1}), vector({1}), INFINITY));
  EXPECT_ERROR("softmaxOfOne", answerOfNeuron(Activation::softmax, vector({1}), vector({1}), 0));
  EXPECT_ERROR("notFinite quantity=z", answersToSums(Activation::sigmoid, vector({INFINITY}), 0));
}

}  // namespace
}  // namespace dd
