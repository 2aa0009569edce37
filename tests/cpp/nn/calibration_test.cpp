#include "nn/calibration.hpp"

#include <cmath>

#include "expect.hpp"
#include "nn/distillation.hpp"
#include "nn/evaluation.hpp"
#include "nn/small_run.hpp"

namespace dd {
namespace {

/// One input, 1, and label 0 for three of every four samples.
class ThreeOfFour final : public Samples {
 public:
  std::size_t size() const override { return 400; }
  std::size_t inputs() const override { return 1; }
  int label(std::size_t sample) const override { return sample % 4 == 0 ? 1 : 0; }
  void read(std::size_t, std::span<float> row) override { row[0] = 1; }
};

const Architecture oneLayer{1, {{2, Activation::softmax}}, Loss::crossEntropy};

// With scores (w, 0) the probability of class 0 is σ(w/T). It should be ¾: w/T = ln 3.
TEST(Calibration, TemperatureWorkedByHand) {
  Network<float> network(oneLayer);
  ThreeOfFour samples;
  Vector<float> theta(4);
  theta << 2.5f, 0, 0, 0;
  const double temperature = fitTemperature(network, theta, samples);
  EXPECT_NEAR(temperature, 2.5 / std::log(3.0), 1e-5);
  applyTemperature(network, theta, temperature);
  network.inputs(1)(0, 0) = 1;
  network.forward(theta, 1);
  EXPECT_NEAR(network.outputs(1)(0, 0), 0.75, 1e-5);
  EXPECT_NEAR(fitTemperature(network, theta, samples), 1, 1e-5);
}

TEST(Calibration, StaysWithinItsLimits) {
  Network<float> network(oneLayer);
  ThreeOfFour samples;
  Vector<float> theta(4);
  theta << 100, 0, 0, 0;
  EXPECT_NEAR(fitTemperature(network, theta, samples), 4, 1e-5);
  theta << 0.01f, 0, 0, 0;
  EXPECT_NEAR(fitTemperature(network, theta, samples), 0.25, 1e-5);
}

// Odds of class 1 of 1 : 3 where it is half of the samples: where it is a tenth, nine times less.
TEST(Calibration, PriorWorkedByHand) {
  Network<float> network(oneLayer);
  Vector<float> theta(4);
  theta << std::log(3.0f), 0, 0, 0;
  applyPrior(network, theta, 1, 0.5, 0.1);
  network.inputs(1)(0, 0) = 1;
  network.forward(theta, 1);
  EXPECT_NEAR(network.outputs(1)(0, 1) / network.outputs(1)(0, 0), 1.0 / 27, 1e-6);
  for (const double share : {0.0, 1.0, std::nan("")}) {
    EXPECT_ERROR("classShare", applyPrior(network, theta, 1, share, 0.1));
    EXPECT_ERROR("classShare", applyPrior(network, theta, 1, 0.5, share));
  }
  EXPECT_ERROR("noSuchItem quantity=class index=2", applyPrior(network, theta, 2, 0.5, 0.1));
}

TEST(Calibration, NeedsASoftmax) {
  Network<float> network({1, {{2, Activation::sigmoid}}, Loss::quadratic});
  ThreeOfFour samples;
  EXPECT_ERROR("softmaxNeeded", fitTemperature(network, Vector<float>::Zero(4), samples));
}

/// A teacher that always gives the scores (ln 3, 0), for samples of class 1.
TEST(Distillation, TargetsWorkedByHand) {
  Vector<float> theta(4);
  theta << 0, 0, std::log(3.0f), 0;
  DistilledSamples samples(std::make_shared<ThreeOfFour>(), oneLayer, theta,
                           {.share = 0.5f, .temperature = 2});
  Network<float> student(oneLayer);
  Matrix<float> targets(2, 2);
  const std::uint32_t order[] = {0, 1};
  readBatch(samples, order, Samples::Purpose::training, student, targets);
  const float root = std::sqrt(3.0f);
  const float soft = root / (root + 1);  // at T = 2 the score is ½·ln 3
  EXPECT_NEAR(targets(0, 0), 0.5f * soft, 1e-6);
  EXPECT_NEAR(targets(0, 1), 0.5f + 0.5f * (1 - soft), 1e-6);
  EXPECT_NEAR(targets(1, 0), 0.5f + 0.5f * soft, 1e-6);
  // Labels alone when the network is judged.
  readBatch(samples, order, Samples::Purpose::evaluation, student, targets);
  EXPECT_EQ(targets(0, 1), 1);
  EXPECT_EQ(targets(0, 0), 0);
}

TEST(Distillation, AStudentLearnsFromTheTeacherAlone) {
  Trainer teacher = makeTrainer(settingsOf(0.5));
  for (int i = 0; i < 40; ++i) teacher.trainEpoch();
  const Architecture architecture = teacher.settings().architecture;
  TrainingSettings settings = settingsOf(0.5);
  settings.seed = 8;
  Trainer student(settings,
                  std::make_shared<DistilledSamples>(
                      std::make_shared<Halves>(250), architecture, teacher.theta(),
                      DistillationSettings{.share = 1, .temperature = 1}),
                  std::make_shared<Halves>(100));
  for (int i = 0; i < 40; ++i) student.trainEpoch();
  Evaluation evaluation = student.startEvaluation(false, 100);
  evaluation.advance(student.network(), 100);
  EXPECT_GT(evaluation.accuracy(), 0.95);
}

TEST(Distillation, WhatDoesNotFitIsRefused) {
  const auto samples = std::make_shared<ThreeOfFour>();
  const auto make = [&](const Architecture& architecture, Index size, float share,
                        float temperature) {
    return DistilledSamples(samples, architecture, Vector<float>::Zero(size), {share, temperature});
  };
  EXPECT_NO_THROW(make(oneLayer, 4, 0.5f, 1));
  EXPECT_ERROR("size quantity=parameters actual=5 expected=4", make(oneLayer, 5, 0.5f, 1));
  EXPECT_ERROR("range quantity=teacherShare value=1.5 min=0 max=1", make(oneLayer, 4, 1.5f, 1));
  EXPECT_ERROR("positive quantity=temperature value=0", make(oneLayer, 4, 0.5f, 0));
  EXPECT_ERROR("size quantity=inputs actual=1 expected=2",
               make({2, oneLayer.layers, oneLayer.loss}, 6, 0.5f, 1));
  EXPECT_ERROR("softmaxNeeded", make({1, {{2, Activation::sigmoid}}, Loss::quadratic}, 4, 0.5f, 1));
  auto fits = make(oneLayer, 4, 0.5f, 1);
  Matrix<float> inputs = Matrix<float>::Ones(1, 1), targets(1, 3);
  EXPECT_ERROR("size quantity=outputs actual=3 expected=2", fits.adjustTargets(inputs, targets));
}

}  // namespace
}  // namespace dd
