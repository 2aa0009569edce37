#include "nn/rate_finder.hpp"

#include <cmath>
#include <limits>

#include "expect.hpp"
#include "nn/small_run.hpp"

namespace dd {
namespace {

/// Samples (1, 0) of class 0. With one identity output for each class and the quadratic loss, J is
/// ½·Σ (w + b − y)² over two outputs: every step is J ← (1 − 2η)²·J exactly, the largest η that
/// converges is 1.
class OnePoint final : public Samples {
 public:
  std::size_t size() const override { return 64; }
  std::size_t inputs() const override { return 2; }
  int label(std::size_t) const override { return 0; }
  void read(std::size_t, std::span<float> row) override {
    row[0] = 1;
    row[1] = 0;
  }
};

Trainer quadratic() {
  TrainingSettings settings;
  settings.architecture = {2, {{2, Activation::identity}}, Loss::quadratic};
  settings.batchSize = 8;
  return {settings, std::make_shared<OnePoint>(), std::make_shared<OnePoint>()};
}

TEST(RateFinder, FollowsTheRecurrenceOfAQuadratic) {
  Trainer trainer = quadratic();
  RateFinder finder(trainer, {.low = 1e-3, .high = 10, .steps = 200});
  finder.advance(3);
  EXPECT_EQ(finder.done(), 3U);
  EXPECT_FALSE(finder.finished());
  finder.advance(1000);
  ASSERT_TRUE(finder.finished());
  const auto& rates = finder.rates();
  EXPECT_DOUBLE_EQ(rates[0], 1e-3);
  for (std::size_t i = 1; i < 60; ++i) {
    EXPECT_NEAR(rates[i] / rates[i - 1], std::pow(1e4, 1.0 / 199), 1e-9);
    const double factor = (1 - 2 * rates[i - 1]) * (1 - 2 * rates[i - 1]);
    EXPECT_NEAR(finder.losses()[i], factor * finder.losses()[i - 1], 1e-5 * finder.losses()[i - 1]);
  }
  // The smoothed loss is a mean of the losses so far whose weights fall by 0.9 a batch.
  const auto& losses = finder.losses();
  EXPECT_NEAR(finder.smoothed()[0], losses[0], 1e-12);
  EXPECT_NEAR(finder.smoothed()[2],
              (losses[2] + 0.9 * losses[1] + 0.81 * losses[0]) / (1 + 0.9 + 0.81), 1e-9);
}

TEST(RateFinder, SuggestsARateThatConvergesAndIsNotTiny) {
  Trainer onQuadratic = quadratic();
  // So few steps that the loss does not come down to an exact 0, from where it would never rise.
  RateFinder finder(onQuadratic, {.low = 0.01, .high = 30, .steps = 40});
  finder.advance(40);
  EXPECT_EQ(finder.end(), RateFinder::End::rose);
  const auto suggestion = finder.suggestion();
  ASSERT_EQ(suggestion.reason, RateFinder::Reason::found);
  EXPECT_GT(suggestion.learningRate, 0.005);
  EXPECT_LT(suggestion.learningRate, 1) << "the largest that converges";
}

TEST(RateFinder, SuggestsARateThatTrainsANetworkWell) {
  const auto lossWith = [](double learningRate) {
    Trainer trainer = makeTrainer(settingsOf(learningRate));
    for (int i = 0; i < 40; ++i) trainer.trainBatch();
    Evaluation evaluation = trainer.startEvaluation(true, 250);
    evaluation.advance(trainer.network(), 250);
    return evaluation.loss();
  };
  Trainer trainer = makeTrainer(settingsOf(0.1));
  RateFinder finder(trainer, {.low = 1e-4, .high = 1e4, .steps = 300});
  finder.advance(300);
  EXPECT_EQ(finder.end(), RateFinder::End::rose);
  const auto suggestion = finder.suggestion();
  ASSERT_EQ(suggestion.reason, RateFinder::Reason::found);
  EXPECT_LT(lossWith(suggestion.learningRate), 0.7 * lossWith(suggestion.learningRate / 30));
}

TEST(RateFinder, LeavesTheTrainerAsItWas) {
  for (const char* optimizer : {"sgd", "adam"}) {
    TrainingSettings settings = settingsOf(0.05);
    settings.optimizer = optimizer;
    Trainer watched = makeTrainer(settings), undisturbed = makeTrainer(settings);
    for (int i = 0; i < 10; ++i) {
      watched.trainBatch();
      undisturbed.trainBatch();
    }
    RateFinder finder(watched, {.low = 1e-4, .high = 1, .steps = 30});
    EXPECT_EQ(watched.theta(), undisturbed.theta());
    for (int i = 0; i < 30; ++i) {  // across the end of a pass, so that shuffling is compared, too
      finder.advance(1);
      watched.trainBatch();
      undisturbed.trainBatch();
      ASSERT_EQ(watched.theta(), undisturbed.theta());
    }
    EXPECT_TRUE(finder.finished());
    EXPECT_EQ(watched.settings().learningRate, 0.05);
  }
}

TEST(RateFinder, BeginsWithTheLossOfTheTrainersNetwork) {
  TrainingSettings settings = settingsOf(0.3);
  settings.batchSize = 250;  // one batch is the whole set
  Trainer trainer = makeTrainer(settings);
  for (int i = 0; i < 50; ++i) trainer.trainBatch();
  Evaluation evaluation = trainer.startEvaluation(true, 250);
  evaluation.advance(trainer.network(), 250);
  RateFinder finder(trainer, {});
  finder.advance(1);
  EXPECT_NEAR(finder.losses()[0], evaluation.loss(), 1e-5);
}

TEST(RateFinder, EndsWhenANumberIsNoLongerFinite) {
  TrainingSettings settings = settingsOf(0.1);
  settings.architecture.layers = {{8, Activation::relu}, {2, Activation::identity}};
  settings.architecture.loss = Loss::quadratic;
  Trainer trainer = makeTrainer(settings);
  RateFinder finder(trainer, {.low = 1e37, .high = 1e38, .steps = 20});
  finder.advance(20);
  EXPECT_EQ(finder.end(), RateFinder::End::diverged);
  EXPECT_EQ(finder.suggestion().reason, RateFinder::Reason::tooFew);
  EXPECT_TRUE(std::isnan(finder.suggestion().learningRate));
  for (const double loss : finder.losses()) EXPECT_TRUE(std::isfinite(loss));
}

TEST(SuggestRate, IsATenthOfTheLargestRateThatKeepsTheLossLow) {
  std::vector<double> rates, valley, plateau, flat;
  for (int i = 0; i < 601; ++i) {
    const double exponent = -5 + 6.0 * i / 600;
    rates.push_back(std::pow(10, exponent));
    valley.push_back(1 + (exponent + 1) * (exponent + 1));
    plateau.push_back(1 + 0.05 * std::sin(i) + (exponent > -0.5 ? 1 : 0));
    flat.push_back(1 + 0.04 * std::sin(i));
  }
  valley[3] = 0;  // within the warm-up
  const auto exponentOf = [&](const std::vector<double>& smoothed, bool swept) {
    const auto found = suggestRate(rates, smoothed, RateFinder::warmUp, swept);
    EXPECT_EQ(found.reason, RateFinder::Reason::found);
    return std::log10(found.learningRate);
  };
  // The least value, 1, is at 10^−1; the loss is 1.1 where the exponent is √0.1 further.
  EXPECT_NEAR(exponentOf(valley, true), -1 + std::sqrt(0.1) - 1, 0.011);
  EXPECT_NEAR(exponentOf(plateau, true), -0.5 - 1, 0.03);
  EXPECT_EQ(suggestRate(rates, flat, RateFinder::warmUp, true).reason, RateFinder::Reason::flat);
  EXPECT_GT(exponentOf(flat, false), -0.1) << "it broke off at the end of the flat part";
  rates.resize(19);
  valley.resize(19);
  EXPECT_EQ(suggestRate(rates, valley, RateFinder::warmUp, true).reason,
            RateFinder::Reason::tooFew);
}

TEST(RateFinder, RefusesARangeOrANumberOfStepsThatCannotBe) {
  Trainer trainer = quadratic();
  const double infinity = std::numeric_limits<double>::infinity();
  const auto refuses = [&](const char* text, const RateFinder::Settings& settings) {
    EXPECT_ERROR(text, RateFinder(trainer, settings));
  };
  refuses("rateRange", {.low = 0});
  refuses("rateRange", {.low = -1});
  refuses("rateRange", {.low = 1, .high = 1});
  refuses("rateRange", {.high = infinity});
  refuses("rateRange", {.low = std::nan("")});
  refuses("range quantity=rateSearchSteps value=19 min=20 max=10000", {.steps = 19});
  refuses("range quantity=rateSearchSteps value=10001 min=20 max=10000", {.steps = 10001});
}

}  // namespace
}  // namespace dd
