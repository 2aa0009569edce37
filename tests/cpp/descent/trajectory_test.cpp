#include "descent/trajectory.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "descent/behaviour.hpp"
#include "descent/error.hpp"
#include "descent/expression.hpp"
#include "descent/functions.hpp"
#include "descent/line_fit.hpp"

namespace {

using State = dd::Trajectory::State;
using dd::Behaviour;
using Theta = dd::Vector<double>;

dd::DescentSettings settingsOf(double learningRate, Theta start, dd::Index steps,
                               const char* optimizer = "sgd") {
  dd::DescentSettings settings;
  settings.learningRate = learningRate;
  settings.start = std::move(start);
  settings.steps = steps;
  settings.optimizer = optimizer;
  return settings;
}

dd::Trajectory descendOn(const char* function, const dd::DescentSettings& settings) {
  dd::TestFunction f = dd::makeFunction(function);
  return dd::descend(f, settings);
}

dd::Trajectory descendOn(dd::Expression f, const dd::DescentSettings& settings) {
  return dd::descend(f, settings);
}

dd::TrajectorySummary summaryOf(const char* function, const dd::DescentSettings& settings) {
  dd::TestFunction f = dd::makeFunction(function);
  return dd::summarize(f, dd::descend(f, settings));
}

dd::TrajectorySummary summaryOf(dd::Expression f, const dd::DescentSettings& settings) {
  return dd::summarize(f, dd::descend(f, settings));
}

std::string_view behaviourOf(const char* function, const dd::DescentSettings& settings) {
  return dd::toName(summaryOf(function, settings).behaviour);
}

std::string_view behaviourOf(dd::Expression f, const dd::DescentSettings& settings) {
  return dd::toName(summaryOf(std::move(f), settings).behaviour);
}

TEST(Trajectory, RecordsEveryPoint) {
  const dd::Trajectory path = descendOn("square", settingsOf(0.3, Theta{{1.2}}, 4));
  ASSERT_EQ(path.steps(), 4);
  const double expected[] = {1.2, 0.48, 0.192, 0.0768, 0.03072};
  for (dd::Index k = 0; k <= 4; ++k) {
    EXPECT_NEAR(path.point(k)[0], expected[k], 1e-15);
    EXPECT_NEAR(path.values[k], expected[k] * expected[k], 1e-15);
    EXPECT_NEAR(path.gradients[k], 2 * expected[k], 1e-15);
    EXPECT_NEAR(path.gradientNorms[k], 2 * expected[k], 1e-15);
  }
  EXPECT_EQ(path.state, State::running);
  EXPECT_EQ(path.divergedAt, -1);
}

TEST(Trajectory, StopsAtTheFirstPointThatARuleHoldsFor) {
  dd::DescentSettings settings = settingsOf(0.3, Theta{{1.2}}, 100);
  settings.stopBelowValue = 0.01;
  EXPECT_EQ(descendOn("square", settings).steps(), 3);
  settings.stopBelowValue = 0;
  settings.stopBelowGradient = 0.1;  // 2·0.0768 is above, 2·0.03072 below
  const dd::Trajectory path = descendOn("square", settings);
  EXPECT_EQ(path.steps(), 4);
  EXPECT_EQ(path.state, State::converged);
  settings.start = Theta{{0.04}};
  EXPECT_EQ(descendOn("square", settings).steps(), 0);
}

TEST(Trajectory, KeepsTheLastFinitePointOfADivergence) {
  for (const char* optimizer : {"sgd", "momentum", "nesterov"}) {
    const dd::Trajectory path =
        descendOn("quartic", settingsOf(1e9, Theta{{-0.8}}, 1000, optimizer));
    EXPECT_EQ(path.state, State::diverged);
    EXPECT_EQ(path.divergedAt, path.steps() + 1);
    EXPECT_GT(path.steps(), 1);
    EXPECT_TRUE(std::isfinite(path.point(path.steps())[0]));
    EXPECT_TRUE(std::isfinite(path.values.back()));
    EXPECT_TRUE(std::isfinite(path.gradientNorms.back()));
  }
}

TEST(Trajectory, BreaksOffWhereTheFunctionIsNotDefined) {
  // x − η/x: 0.5, −1.5
  const dd::Trajectory left =
      descendOn(dd::Expression("ln(x)", 1), settingsOf(1, Theta{{0.5}}, 10));
  EXPECT_EQ(left.state, State::diverged);
  EXPECT_EQ(left.divergedAt, 1);
  EXPECT_EQ(left.steps(), 0);
  EXPECT_EQ(left.point(0)[0], 0.5);

  const dd::Trajectory never = descendOn(dd::Expression("1/0", 1), settingsOf(1, Theta{{3}}, 10));
  EXPECT_EQ(never.divergedAt, 0);
  EXPECT_EQ(never.steps(), 0);
  EXPECT_EQ(never.point(0)[0], 3);
}

TEST(Trajectory, RefusesSettingsThatCannotBe) {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double rate : {0.0, -0.1, infinity, std::nan("")}) {
    EXPECT_THROW(descendOn("square", settingsOf(rate, Theta{{1}}, 1)), dd::Error);
  }
  for (const double start : {infinity, -infinity, std::nan("")}) {
    EXPECT_THROW(descendOn("square", settingsOf(0.1, Theta{{start}}, 1)), dd::Error);
  }
  EXPECT_THROW(descendOn("square", settingsOf(0.1, Theta{{1, 2}}, 1)), dd::Error);
  EXPECT_THROW(descendOn("square", settingsOf(0.1, Theta{{1}}, -1)), dd::Error);
  EXPECT_THROW(descendOn("square", settingsOf(0.1, Theta{{1}}, 100001)), dd::Error);
  EXPECT_THROW(descendOn("square", settingsOf(0.1, Theta{{1}}, 1, "sdg")), dd::Error);
}

TEST(Behaviour, TellsTheLearningRatesOnTheSquareApartFromTheFirstStepOn) {
  for (const dd::Index steps : {1, 2, 3, 4, 5, 7, 8, 9, 10, 12}) {
    const auto with = [&](double rate) {
      return behaviourOf("square", settingsOf(rate, Theta{{1.2}}, steps));
    };
    EXPECT_EQ(with(0.1), "crawling") << steps;
    EXPECT_EQ(with(0.4), "converging") << steps;
    EXPECT_EQ(with(0.8), "oscillating") << steps;
    EXPECT_EQ(with(1.0), "cycling") << steps;
    EXPECT_EQ(with(1.1), "diverging") << steps;
  }
}

TEST(Behaviour, TellsThemApartOnLongPathsToo) {
  const auto after = [](double rate, dd::Index steps) {
    return behaviourOf("square", settingsOf(rate, Theta{{1.2}}, steps));
  };
  for (const dd::Index steps : {20, 50, 90}) EXPECT_EQ(after(0.1, steps), "crawling") << steps;
  for (const dd::Index steps : {20, 40}) EXPECT_EQ(after(0.8, steps), "oscillating") << steps;
  for (const dd::Index steps : {20, 400}) {
    EXPECT_EQ(after(1.0, steps), "cycling") << steps;
    EXPECT_EQ(after(1.1, steps), "diverging") << steps;
    EXPECT_EQ(after(0.001, steps), "crawling") << steps;
  }
  EXPECT_EQ(after(0.999, 400), "oscillating");
  EXPECT_EQ(after(1.001, 400), "diverging");
  EXPECT_EQ(after(1.1, 5000), "diverged");
}

TEST(Behaviour, SaysHowAndWhenAPathArrived) {
  const auto at = [](double rate) {
    return summaryOf("square", settingsOf(rate, Theta{{1.2}}, 300));
  };
  for (const double rate : {0.1, 0.4, 0.5, 0.8}) {
    EXPECT_EQ(at(rate).behaviour, Behaviour::converged) << rate;
  }
  EXPECT_EQ(at(0.1).approach, Behaviour::crawling);
  EXPECT_EQ(at(0.4).approach, Behaviour::converging);
  EXPECT_EQ(at(0.5).approach, Behaviour::converging);
  EXPECT_EQ(at(0.8).approach, Behaviour::oscillating);
  EXPECT_EQ(at(0.5).arrivedAt, 1);
  EXPECT_NEAR(at(0.1).factor, 0.8, 1e-12);
  EXPECT_NEAR(at(0.8).factor, 0.6, 1e-12);
  // 2.4·0.2ᵏ ≤ 10⁻⁹ from k = 14 on
  EXPECT_EQ(at(0.4).arrivedAt, 14);
  EXPECT_EQ(at(1.0).arrivedAt, -1);
}

TEST(Behaviour, FollowsTheStopRule) {
  dd::DescentSettings settings = settingsOf(0.1, Theta{{3, 1}}, 100);
  settings.stopBelowValue = 0.01;
  const dd::TrajectorySummary summary = summaryOf("bowl", settings);
  EXPECT_EQ(summary.behaviour, Behaviour::converged);
  EXPECT_EQ(summary.approach, Behaviour::crawling);
  EXPECT_EQ(summary.arrivedAt, 16);
}

TEST(Behaviour, WaitsForTheFirstStep) {
  const dd::TrajectorySummary summary = summaryOf("square", settingsOf(0.1, Theta{{1.2}}, 0));
  EXPECT_EQ(summary.behaviour, Behaviour::waiting);
  EXPECT_TRUE(std::isnan(summary.factor));
  EXPECT_EQ(behaviourOf("square", settingsOf(0.1, Theta{{0}}, 0)), "converged");
}

TEST(Behaviour, IsStuckWhereTheSlopeVanishesWithoutAMinimum) {
  EXPECT_EQ(behaviourOf("saddle", settingsOf(0.1, Theta{{1.5, 0}}, 200)), "stuck");
  EXPECT_EQ(behaviourOf("saddle", settingsOf(0.1, Theta{{0, 0}}, 0)), "stuck");
  EXPECT_EQ(behaviourOf(dd::Expression("cos(x)", 1), settingsOf(0.1, Theta{{0}}, 5)), "stuck");
  dd::DescentSettings settings = settingsOf(0.05, Theta{{1.5, 0}}, 2000);
  settings.stopBelowGradient = 1e-3;
  EXPECT_EQ(behaviourOf("monkey-saddle", settings), "stuck");
  settings = settingsOf(0.03, Theta{{-0.8}}, 2000);  // the flat inflection at 0
  settings.stopBelowGradient = 1e-3;
  EXPECT_EQ(behaviourOf("quartic", settings), "stuck");
  // η·∇J is lost in the rounding of θ.
  EXPECT_EQ(behaviourOf("square", settingsOf(1e-20, Theta{{1.2}}, 10)), "stuck");
}

TEST(Behaviour, IsConvergedInLocalMinimaOfEveryKind) {
  struct Case {
    const char* function;
    double learningRate;
    dd::Index steps;
  };
  for (const Case& c :
       {Case{"double-well", 0.05, 500}, Case{"flat-steep", 0.6, 500}, Case{"himmelblau", 0.01, 500},
        Case{"booth", 0.05, 500}, Case{"six-hump-camel", 0.02, 3000}, Case{"rastrigin", 0.003, 500},
        Case{"rosenbrock", 0.001, 100000}}) {
    const dd::FunctionFacts facts = dd::makeFunction(c.function).facts();
    const Theta start = Eigen::Map<const Theta>(facts.start.data(), facts.dimension);
    EXPECT_EQ(behaviourOf(c.function, settingsOf(c.learningRate, start, c.steps)), "converged")
        << c.function;
  }
}

TEST(Behaviour, DescendsInEvenStepsAndThenJumpsToAndFroOnTheAbsoluteValue) {
  EXPECT_EQ(behaviourOf("absolute", settingsOf(0.25, Theta{{1.2}}, 3)), "descending");
  EXPECT_EQ(behaviourOf("absolute", settingsOf(0.25, Theta{{1.2}}, 30)), "cycling");
  EXPECT_EQ(behaviourOf("absolute", settingsOf(0.005, Theta{{1.2}}, 30)), "crawling");
}

TEST(Behaviour, CrawlsOnThePlateauAndInTheBananaValley) {
  EXPECT_EQ(behaviourOf("flat-steep", settingsOf(0.3, Theta{{4}}, 20)), "crawling");
  EXPECT_EQ(behaviourOf("rosenbrock", settingsOf(0.001, Theta{{-1.2, 1}}, 400)), "crawling");
}

TEST(Behaviour, TellsABendFromAnOvershoot) {
  // η = 0.05 leaves a tenth along (1, 1) and nine tenths along (1, −1): as the first fades, ∂J/∂x
  // changes its sign, but nothing turns back.
  EXPECT_EQ(behaviourOf("booth", settingsOf(0.05, Theta{{-5, -2}}, 3)), "converging");
  EXPECT_EQ(behaviourOf("booth", settingsOf(0.1, Theta{{-5, -2}}, 3)), "oscillating");
}

TEST(Behaviour, SwingsWithMomentum) {
  EXPECT_EQ(behaviourOf("square", settingsOf(0.1, Theta{{1.2}}, 60, "momentum")), "oscillating");
  EXPECT_EQ(behaviourOf("square", settingsOf(0.01, Theta{{1.2}}, 150, "momentum")), "oscillating");
  EXPECT_EQ(behaviourOf("square", settingsOf(2, Theta{{1.2}}, 60, "momentum")), "diverging");
}

TEST(Behaviour, RunsAwayWhereThereIsNoMinimum) {
  EXPECT_EQ(behaviourOf("saddle", settingsOf(0.1, Theta{{1.5, 0.1}}, 60)), "diverging");
  EXPECT_EQ(behaviourOf("saddle", settingsOf(0.1, Theta{{1.5, 0.1}}, 10000)), "diverged");
}

TEST(Behaviour, WandersInChaosAndInNoise) {
  // Above η = 2/J″ the wells throw the point about without letting it out.
  EXPECT_EQ(behaviourOf("double-well", settingsOf(0.38, Theta{{0.3}}, 200)), "wandering");
  dd::LineFit fit(dd::LineFit::defaultPoints(), dd::Scaling::standard);
  int wandering = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const dd::Trajectory path =
        dd::descendLineFit(fit, settingsOf(0.3, Theta{{0, 0}}, 300), 1, dd::Random(seed));
    wandering += dd::summarize(fit, path).behaviour == Behaviour::wandering;
  }
  EXPECT_GE(wandering, 19);
}

TEST(Behaviour, IsUndefinedWhereThereIsNoValue) {
  EXPECT_EQ(behaviourOf(dd::Expression("1/0", 1), settingsOf(0.1, Theta{{1}}, 5)), "undefined");
  EXPECT_EQ(behaviourOf(dd::Expression("log(-1)", 1), settingsOf(0.1, Theta{{1}}, 5)), "undefined");
  EXPECT_EQ(behaviourOf(dd::Expression("ln(x)", 1), settingsOf(1, Theta{{0.5}}, 5)), "undefined");
  EXPECT_EQ(behaviourOf(dd::Expression("sqrt(x)", 1), settingsOf(1, Theta{{0}}, 5)), "undefined");
  EXPECT_EQ(behaviourOf("quartic", settingsOf(1e9, Theta{{-0.8}}, 1000)), "diverged");
}

}  // namespace
