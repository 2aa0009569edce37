#include "nn/trainer.hpp"

#include <limits>
#include <memory>
#include <vector>

#include "expect.hpp"
#include "nn/small_run.hpp"

namespace dd {
namespace {

TEST(Trainer, LearnsToTellTheHalvesApart) {
  Trainer trainer = makeTrainer(settingsOf(0.5));
  for (int epoch = 0; epoch < 40; ++epoch) ASSERT_TRUE(trainer.trainEpoch());
  Evaluation evaluation = trainer.startEvaluation(false, 1000);
  evaluation.advance(trainer.network(), 1000);
  EXPECT_TRUE(evaluation.finished());
  EXPECT_GT(evaluation.accuracy(), 0.97);
  EXPECT_LT(trainer.progress().runningLoss, 0.2);
}

TEST(Trainer, CountsSamplesStepsAndEpochs) {
  Trainer trainer = makeTrainer(settingsOf(0.1));
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
  TrainingSettings settings = settingsOf(0.25);
  settings.batchSize = 250;  // one batch is the whole set, so its order does not matter
  Trainer trainer = makeTrainer(settings);
  const Vector<float> before = trainer.theta();
  ASSERT_TRUE(trainer.trainBatch());

  Network<double> network(settings.architecture);
  NetworkObjective<double> objective(network, 0);
  Halves samples(250);
  objective.setRows(250);
  objective.targets().setZero();
  for (Index i = 0; i < 250; ++i) {
    float row[2];
    samples.read(static_cast<std::size_t>(i), row);
    objective.inputs().row(i) << row[0], row[1];
    objective.targets()(i, samples.label(static_cast<std::size_t>(i))) = 1;
  }
  Vector<double> gradient(network.parameterCount());
  const Vector<double> theta = before.cast<double>();
  const double loss = objective.valueAndGradient(theta, gradient);
  EXPECT_NEAR(trainer.progress().batchLoss, loss, 1e-6);
  EXPECT_NEAR(trainer.progress().gradientNorm, gradient.norm(), 1e-6);
  EXPECT_LT((trainer.theta().cast<double>() - (theta - 0.25 * gradient)).cwiseAbs().maxCoeff(),
            1e-7);
}

TEST(Trainer, TheSameSeedGivesTheSameRun) {
  for (const char* optimizer : {"sgd", "adam"}) {
    TrainingSettings settings = settingsOf(0.05);
    settings.optimizer = optimizer;
    Trainer first = makeTrainer(settings), second = makeTrainer(settings);
    settings.seed = 2;
    Trainer other = makeTrainer(settings);
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
  class Recorder final : public Samples {
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
  TrainingSettings settings;
  settings.architecture = {1, {{1, Activation::identity}}, Loss::quadratic};
  settings.batchSize = 6;
  Trainer trainer(settings, recorder, recorder);
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
  TrainingSettings settings = settingsOf(1e6);
  settings.architecture.layers[0].activation = Activation::relu;
  settings.architecture.layers[1].activation = Activation::identity;
  settings.architecture.loss = Loss::quadratic;
  Trainer trainer = makeTrainer(settings, 100);
  int steps = 0;
  while (trainer.trainBatch()) ASSERT_LT(++steps, 1000);
  EXPECT_EQ(trainer.progress().state, TrainingState::diverged);
  EXPECT_EQ(trainer.progress().divergedAt, steps + 1);
  EXPECT_TRUE(trainer.theta().allFinite());
  const Vector<float> kept = trainer.theta();
  EXPECT_FALSE(trainer.trainBatch());
  EXPECT_EQ(trainer.theta(), kept);

  Trainer healthy = makeTrainer(settingsOf(0.1));
  trainer.setTheta(healthy.theta());
  trainer.setLearningRate(1e-6);
  trainer.resume();
  EXPECT_TRUE(trainer.trainBatch());
  EXPECT_EQ(trainer.progress().state, TrainingState::ready);
}

TEST(Trainer, StopsAfterTheEpochsAskedFor) {
  TrainingSettings settings = settingsOf(0.1);
  settings.stopAfterEpochs = 2;
  Trainer trainer = makeTrainer(settings);
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
  TrainingSettings settings = settingsOf(0.5);
  settings.stopBelowLoss = 0.3;
  Trainer trainer = makeTrainer(settings);
  int epochs = 0;
  while (trainer.progress().state == TrainingState::ready) {
    trainer.trainEpoch();
    ASSERT_LT(++epochs, 200);
  }
  EXPECT_EQ(trainer.progress().state, TrainingState::finished);
  Evaluation evaluation = trainer.startEvaluation(false, 1000);
  evaluation.advance(trainer.network(), 1000);
  EXPECT_LT(evaluation.loss(), 0.3);
}

TEST(Trainer, SettingsMayChangeWhileItRuns) {
  Trainer trainer = makeTrainer(settingsOf(0.1));
  trainer.trainBatch();
  const Vector<float> before = trainer.theta();
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
  TrainingSettings settings = settingsOf(0.01);
  settings.optimizer = "adam";
  Trainer touched = makeTrainer(settings), left = makeTrainer(settings);
  Trainer changed = makeTrainer(settings);
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
  Trainer trainer = makeTrainer(settingsOf(0.1));
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_ERROR("atLeast quantity=learningRate value=-0.1 min=0", trainer.setLearningRate(-0.1));
  EXPECT_ERROR("atLeast quantity=learningRate value=nan min=0", trainer.setLearningRate(nan));
  EXPECT_ERROR("range quantity=batchSize value=0 min=1 max=8192", trainer.setBatchSize(0));
  EXPECT_ERROR("atLeast quantity=l2 value=-1 min=0", trainer.setL2(-1));
  EXPECT_ERROR("unknownName quantity=optimizer value=sgdd …", trainer.setOptimizer("sgdd", {}));
  EXPECT_ERROR("size quantity=parameters actual=3 expected=42",
               trainer.setTheta(Vector<float>::Zero(3)));
  EXPECT_ERROR("notFinite quantity=parameters",
               trainer.setTheta(Vector<float>::Constant(trainer.theta().size(),
                                                        std::numeric_limits<float>::infinity())));
  EXPECT_EQ(trainer.settings().learningRate, 0.1);
  EXPECT_EQ(trainer.settings().optimizer, "sgd");
  EXPECT_TRUE(trainer.trainBatch());

  TrainingSettings wrong = settingsOf(0.1);
  wrong.architecture.inputs = 3;
  EXPECT_ERROR("size quantity=inputs actual=2 expected=3", makeTrainer(wrong));
  wrong = settingsOf(0.1);
  wrong.architecture.layers.back().units = 1;
  EXPECT_ERROR("label number=0 value=1 max=0", makeTrainer(wrong));
}

TEST(Evaluation, CountsInAConfusionMatrixWhateverTheSlices) {
  Trainer trainer = makeTrainer(settingsOf(0.1));
  trainer.trainEpoch();
  Evaluation whole = trainer.startEvaluation(false, 100);
  whole.advance(trainer.network(), 100);
  Evaluation sliced = trainer.startEvaluation(false, 100);
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
}  // namespace dd
