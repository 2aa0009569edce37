#include "nn/trainer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "descent/error.hpp"
#include "nn/small_run.hpp"

namespace {

using dd::Activation;
using dd::Loss;
using dd::TrainingState;
using dd::test::Halves;
using dd::test::makeTrainer;
using dd::test::settingsOf;

TEST(Trainer, LearnsToTellTheHalvesApart) {
  dd::Trainer trainer = makeTrainer(settingsOf(0.5));
  for (int epoch = 0; epoch < 40; ++epoch) ASSERT_TRUE(trainer.trainEpoch());
  dd::Evaluation evaluation = trainer.startEvaluation(false, 1000);
  evaluation.advance(trainer.network(), 1000);
  EXPECT_TRUE(evaluation.finished());
  EXPECT_GT(evaluation.accuracy(), 0.97);
  EXPECT_LT(trainer.progress().runningLoss, 0.2);
}

TEST(Trainer, CountsSamplesStepsAndEpochs) {
  dd::Trainer trainer = makeTrainer(settingsOf(0.1));
  EXPECT_EQ(trainer.epochSize(), 250);
  ASSERT_TRUE(trainer.trainSample());
  EXPECT_EQ(trainer.progress().samples, 1);
  ASSERT_TRUE(trainer.trainBatch());
  EXPECT_EQ(trainer.progress().samples, 33);
  EXPECT_EQ(trainer.progress().step, 2);
  ASSERT_TRUE(trainer.trainEpoch());  // the rest of the pass, its last batch a smaller one
  EXPECT_EQ(trainer.progress().samples, 250);
  EXPECT_EQ(trainer.progress().epoch, 1);
  EXPECT_EQ(trainer.progress().sampleInEpoch, 0);
  EXPECT_EQ(trainer.progress().step, 2 + 7);
}

TEST(Trainer, OneSgdStepIsThetaMinusEtaTimesTheGradient) {
  dd::TrainingSettings settings = settingsOf(0.25);
  settings.batchSize = 250;  // one batch is the whole set, so its order does not matter
  dd::Trainer trainer = makeTrainer(settings);
  const dd::Vector<float> before = trainer.theta();
  ASSERT_TRUE(trainer.trainBatch());

  dd::Network<double> network(settings.architecture);
  dd::NetworkObjective<double> objective(network, 0);
  Halves samples(250);
  objective.setRows(250);
  objective.targets().setZero();
  for (dd::Index i = 0; i < 250; ++i) {
    float row[2];
    samples.read(static_cast<std::size_t>(i), row);
    objective.inputs().row(i) << row[0], row[1];
    objective.targets()(i, samples.label(static_cast<std::size_t>(i))) = 1;
  }
  dd::Vector<double> gradient(network.parameterCount());
  const dd::Vector<double> theta = before.cast<double>();
  const double loss = objective.valueAndGradient(theta, gradient);
  EXPECT_NEAR(trainer.progress().batchLoss, loss, 1e-6);
  EXPECT_NEAR(trainer.progress().gradientNorm, gradient.norm(), 1e-6);
  EXPECT_LT((trainer.theta().cast<double>() - (theta - 0.25 * gradient)).cwiseAbs().maxCoeff(),
            1e-7);
}

TEST(Trainer, TheSameSeedGivesTheSameRun) {
  for (const char* optimizer : {"sgd", "adam"}) {
    dd::TrainingSettings settings = settingsOf(0.05);
    settings.optimizer = optimizer;
    dd::Trainer first = makeTrainer(settings), second = makeTrainer(settings);
    settings.seed = 2;
    dd::Trainer other = makeTrainer(settings);
    for (int i = 0; i < 50; ++i) {
      first.trainBatch();
      second.trainBatch();
      other.trainBatch();
    }
    EXPECT_EQ(first.theta(), second.theta()) << optimizer;
    EXPECT_NE(first.theta(), other.theta()) << optimizer;
  }
}

TEST(Trainer, EveryEpochSeesEverySampleOnceInANewOrder) {
  // A network that cannot move (η = 0) still counts what it has seen through its loss.
  class Recorder final : public dd::Samples {
   public:
    std::size_t size() const override { return 20; }
    std::size_t inputs() const override { return 1; }
    int label(std::size_t) const override { return 0; }
    void read(std::size_t sample, std::span<float> row) override {
      order.push_back(sample);
      row[0] = 0;
    }
    std::vector<std::size_t> order;
  };
  auto recorder = std::make_shared<Recorder>();
  dd::TrainingSettings settings;
  settings.architecture = {1, {{1, Activation::identity}}, Loss::quadratic};
  settings.batchSize = 6;
  dd::Trainer trainer(settings, recorder, recorder);
  trainer.trainEpoch();
  std::vector<std::size_t> first = recorder->order;
  recorder->order.clear();
  trainer.trainEpoch();
  EXPECT_NE(first, recorder->order);
  for (auto order : {first, recorder->order}) {
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(order.at(i), i);
  }
}

TEST(Trainer, DivergenceStopsTheRunAndKeepsTheLastFiniteTheta) {
  dd::TrainingSettings settings = settingsOf(1e6);
  settings.architecture.layers[0].activation = Activation::relu;
  settings.architecture.layers[1].activation = Activation::identity;
  settings.architecture.loss = Loss::quadratic;
  dd::Trainer trainer = makeTrainer(settings, 100);
  int steps = 0;
  while (trainer.trainBatch()) ASSERT_LT(++steps, 1000);
  EXPECT_EQ(trainer.progress().state, TrainingState::diverged);
  EXPECT_EQ(trainer.progress().divergedAt, steps + 1);
  EXPECT_TRUE(trainer.theta().allFinite());
  const dd::Vector<float> kept = trainer.theta();
  EXPECT_FALSE(trainer.trainBatch());
  EXPECT_EQ(trainer.theta(), kept);

  dd::Trainer healthy = makeTrainer(settingsOf(0.1));
  trainer.setTheta(healthy.theta());
  trainer.setLearningRate(1e-6);
  trainer.resume();
  EXPECT_TRUE(trainer.trainBatch());
  EXPECT_EQ(trainer.progress().state, TrainingState::ready);
}

TEST(Trainer, StopsAfterTheEpochsAskedFor) {
  dd::TrainingSettings settings = settingsOf(0.1);
  settings.stopAfterEpochs = 2;
  dd::Trainer trainer = makeTrainer(settings);
  while (trainer.trainBatch()) {
  }
  EXPECT_EQ(trainer.progress().state, TrainingState::finished);
  EXPECT_EQ(trainer.progress().epoch, 2);
  trainer.resume();
  EXPECT_TRUE(trainer.trainBatch());

  trainer.setStop(4, 0);  // set anew after it was met: it holds
  trainer.resume();
  while (trainer.trainBatch()) {
  }
  EXPECT_EQ(trainer.progress().epoch, 4);
}

TEST(Trainer, StopsWhenTheValidationLossIsBelowEpsilon) {
  dd::TrainingSettings settings = settingsOf(0.5);
  settings.stopBelowLoss = 0.3;
  dd::Trainer trainer = makeTrainer(settings);
  int epochs = 0;
  while (trainer.progress().state == TrainingState::ready) {
    trainer.trainEpoch();
    ASSERT_LT(++epochs, 200);
  }
  EXPECT_EQ(trainer.progress().state, TrainingState::finished);
  dd::Evaluation evaluation = trainer.startEvaluation(false, 1000);
  evaluation.advance(trainer.network(), 1000);
  EXPECT_LT(evaluation.loss(), 0.3);
}

TEST(Trainer, SettingsMayChangeWhileItRuns) {
  dd::Trainer trainer = makeTrainer(settingsOf(0.1));
  trainer.trainBatch();
  const dd::Vector<float> before = trainer.theta();
  trainer.setLearningRate(0);
  trainer.trainBatch();
  EXPECT_EQ(trainer.theta(), before);
  trainer.setLearningRate(0.01);
  trainer.setOptimizer("adam", {});
  trainer.setBatchSize(7);
  trainer.setL2(0.01);
  EXPECT_TRUE(trainer.trainBatch());
  EXPECT_EQ(trainer.progress().samples, 32 + 32 + 7);
  EXPECT_EQ(trainer.progress().step, 3);
}

TEST(Trainer, TheSameOptimizerAgainKeepsItsState) {
  dd::TrainingSettings settings = settingsOf(0.01);
  settings.optimizer = "adam";
  dd::Trainer touched = makeTrainer(settings), left = makeTrainer(settings);
  dd::Trainer changed = makeTrainer(settings);
  for (int i = 0; i < 20; ++i) {
    touched.setOptimizer("adam", settings.optimizerSettings);
    changed.setOptimizer("adam", {.beta1 = i % 2 == 0 ? 0.9 : 0.8});
    touched.trainBatch();
    left.trainBatch();
    changed.trainBatch();
  }
  EXPECT_EQ(touched.theta(), left.theta());
  EXPECT_NE(changed.theta(), left.theta());
}

TEST(Trainer, RefusesBadSettingsAndKeepsTheGoodOnes) {
  dd::Trainer trainer = makeTrainer(settingsOf(0.1));
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(trainer.setLearningRate(-0.1), dd::Error);
  EXPECT_THROW(trainer.setLearningRate(nan), dd::Error);
  EXPECT_THROW(trainer.setBatchSize(0), dd::Error);
  EXPECT_THROW(trainer.setL2(-1), dd::Error);
  EXPECT_THROW(trainer.setOptimizer("sgdd", {}), dd::Error);
  EXPECT_THROW(trainer.setTheta(dd::Vector<float>::Zero(3)), dd::Error);
  EXPECT_THROW(trainer.setTheta(dd::Vector<float>::Constant(
                   trainer.theta().size(), std::numeric_limits<float>::infinity())),
               dd::Error);
  EXPECT_EQ(trainer.settings().learningRate, 0.1);
  EXPECT_EQ(trainer.settings().optimizer, "sgd");
  EXPECT_TRUE(trainer.trainBatch());

  dd::TrainingSettings wrong = settingsOf(0.1);
  wrong.architecture.inputs = 3;
  EXPECT_THROW(makeTrainer(wrong), dd::Error);
  wrong = settingsOf(0.1);
  wrong.architecture.layers.back().units = 1;
  EXPECT_THROW(makeTrainer(wrong), dd::Error);
}

TEST(Evaluation, CountsInAConfusionMatrixWhateverTheSlices) {
  dd::Trainer trainer = makeTrainer(settingsOf(0.1));
  trainer.trainEpoch();
  dd::Evaluation whole = trainer.startEvaluation(false, 100);
  whole.advance(trainer.network(), 100);
  dd::Evaluation sliced = trainer.startEvaluation(false, 100);
  while (!sliced.finished()) {
    sliced.advance(trainer.network(), 7);
    trainer.trainBatch();  // θ moves on; the evaluation judges the θ that it began with
  }
  EXPECT_EQ(whole.confusion(), sliced.confusion());
  EXPECT_NEAR(whole.loss(), sliced.loss(), 1e-6);
  const auto& counts = whole.confusion();
  EXPECT_EQ(counts[0] + counts[1] + counts[2] + counts[3], 100);
  EXPECT_EQ(static_cast<std::size_t>(counts[1] + counts[2]), whole.mistakes().size());
  EXPECT_NEAR(whole.accuracy(), (counts[0] + counts[3]) / 100.0, 1e-12);
}

}  // namespace
