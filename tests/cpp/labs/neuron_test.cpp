#include "labs/neuron/neuron.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "descent/error.hpp"

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
  EXPECT_THROW(colorInputs(256, 0, 0), dd::Error);
  EXPECT_THROW(colorInputs(0, NAN, 0), dd::Error);
}

TEST(Neuron, RefusesWhatDoesNotFit) {
  EXPECT_THROW(answerOfNeuron(Activation::sigmoid, list({1}), list({1, 2}), 0), dd::Error);
  EXPECT_THROW(answerOfNeuron(Activation::sigmoid, list({NAN}), list({1}), 0), dd::Error);
  EXPECT_THROW(answerOfNeuron(Activation::sigmoid, list({1}), list({1}), INFINITY), dd::Error);
  EXPECT_THROW(answerOfNeuron(Activation::softmax, list({1}), list({1}), 0), dd::Error);
}

}  // namespace
}  // namespace dd
