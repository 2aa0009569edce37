#include "descent/trajectory.hpp"

#include <cmath>
#include <limits>

#include "descent/behaviour.hpp"
#include "descent/expression.hpp"
#include "descent/functions.hpp"
#include "descent/line_fit.hpp"
#include "expect.hpp"

namespace dd {
namespace {

using State = Trajectory::State;
using Theta = Vector<double>;

DescentSettings settingsOf(double learningRate, Theta start, Index steps,
                           const char* optimizer = "sgd") {
  DescentSettings settings;
  settings.learningRate = learningRate;
  settings.start = std::move(start);
  settings.steps = steps;
  settings.optimizer = optimizer;
  return settings;
}

TestFunction objectiveOf(const char* function) { return makeFunction(function); }
Expression objectiveOf(Expression function) { return function; }

template <class Function>
Trajectory descendOn(Function function, const DescentSettings& settings) {
  auto objective = objectiveOf(std::move(function));
  return descend(objective, settings);
}

template <class Function>
TrajectorySummary summaryOf(Function function, const DescentSettings& settings) {
  auto objective = objectiveOf(std::move(function));
  return summarize(objective, descend(objective, settings));
}

template <class Function>
std::string_view behaviourOf(Function function, const DescentSettings& settings) {
  return toName(summaryOf(std::move(function), settings).behaviour);
}

TEST(Trajectory, RecordsEveryPoint) {
  const Trajectory path = descendOn("square", settingsOf(0.3, Theta{{1.2}}, 4));
  ASSERT_EQ(path.steps(), 4);
  const double expected[] = {1.2, 0.48, 0.192, 0.0768, 0.03072};
  for (Index k = 0; k <= 4; ++k) {
    EXPECT_NEAR(path.point(k)[0], expected[k], 1e-15);
    EXPECT_NEAR(path.values[k], expected[k] * expected[k], 1e-15);
    EXPECT_NEAR(path.gradients[k], 2 * expected[k], 1e-15);
    EXPECT_NEAR(path.gradientNorms[k], 2 * expected[k], 1e-15);
  }
  EXPECT_EQ(path.state, State::running);
  EXPECT_EQ(path.divergedAt, -1);
}

TEST(Trajectory, ComesBelowAHundredthOnTheBowlIn16Steps) {
  DescentSettings settings = settingsOf(0.1, Theta{{3, 1}}, 100);
  settings.stopBelowValue = 0.01;
  for (const Trajectory& path :
       {descendOn("bowl", settings), descendOn(Expression("x^2 + sin(y)^2", 2), settings)}) {
    const auto at = [&](Index k, double x, double y, double value) {
      EXPECT_LT((path.point(k) - Theta{{x, y}}).lpNorm<Eigen::Infinity>(), 6e-7) << k;
      EXPECT_NEAR(path.values[k], value, 6e-7) << k;
    };
    ASSERT_EQ(path.steps(), 16);
    EXPECT_EQ(path.state, State::converged);
    at(0, 3, 1, 9.708073);
    at(1, 2.4, 0.90907, 6.382415);
    at(15, 0.105553, 0.063481, 0.015166);
    at(16, 0.084442, 0.050819, 0.009711);
  }
}

TEST(Trajectory, JumpsToAndFroOnTheSquareAndLandsInItsMiddle) {
  const Trajectory path = descendOn("square", settingsOf(1, Theta{{1.2}}, 500));
  for (Index k = 0; k <= 500; ++k) EXPECT_EQ(path.point(k)[0], k % 2 ? -1.2 : 1.2);
  EXPECT_EQ(descendOn("square", settingsOf(0.5, Theta{{1.2}}, 1)).point(1)[0], 0);
  EXPECT_GT(descendOn("square", settingsOf(1.1, Theta{{1.2}}, 100)).values[100], 1e15);
}

TEST(Trajectory, StopsAtTheFirstPointThatARuleHoldsFor) {
  DescentSettings settings = settingsOf(0.3, Theta{{1.2}}, 100);
  settings.stopBelowValue = 0.01;
  EXPECT_EQ(descendOn("square", settings).steps(), 3);
  settings.stopBelowValue = 0;
  settings.stopBelowGradient = 0.1;  // 2·0.0768 is above, 2·0.03072 below
  const Trajectory path = descendOn("square", settings);
  EXPECT_EQ(path.steps(), 4);
  EXPECT_EQ(path.state, State::converged);
  settings.start = Theta{{0.04}};
  EXPECT_EQ(descendOn("square", settings).steps(), 0);
}

TEST(Trajectory, KeepsTheLastFinitePointOfADivergence) {
  for (const char* optimizer : {"sgd", "momentum", "nesterov"}) {
    const Trajectory path = descendOn("quartic", settingsOf(1e9, Theta{{-0.8}}, 1000, optimizer));
    EXPECT_EQ(path.state, State::diverged);
    EXPECT_EQ(path.divergedAt, path.steps() + 1);
    EXPECT_GT(path.steps(), 1);
    EXPECT_TRUE(std::isfinite(path.point(path.steps())[0]));
    EXPECT_TRUE(std::isfinite(path.values.back()));
    EXPECT_TRUE(std::isfinite(path.gradientNorms.back()));
  }
}

TEST(Trajectory, StaysFiniteWhereTheOptimizerScalesItsSteps) {
  for (const char* optimizer : {"adagrad", "rmsprop", "adam"}) {
    const Trajectory path = descendOn("quartic", settingsOf(1e9, Theta{{-0.8}}, 500, optimizer));
    for (const auto* list : {&path.theta, &path.values, &path.gradientNorms}) {
      EXPECT_EQ(list->size(), static_cast<std::size_t>(path.steps()) + 1);
      for (const double number : *list) EXPECT_TRUE(std::isfinite(number));
    }
  }
}

TEST(Trajectory, BreaksOffWhereTheFunctionIsNotDefined) {
  // x − η/x: 0.5, −1.5
  const Trajectory left = descendOn(Expression("ln(x)", 1), settingsOf(1, Theta{{0.5}}, 10));
  EXPECT_EQ(left.state, State::diverged);
  EXPECT_EQ(left.divergedAt, 1);
  EXPECT_EQ(left.steps(), 0);
  EXPECT_EQ(left.point(0)[0], 0.5);

  // 1.5, 1.5 − 1/1.5 = 0.8333, 0.8333 − 1.2 = −0.3667
  const Trajectory later = descendOn(Expression("ln(x)", 1), settingsOf(1, Theta{{1.5}}, 10));
  EXPECT_EQ(later.divergedAt, 2);
  EXPECT_EQ(later.steps(), 1);
  EXPECT_NEAR(later.point(1)[0], 1.5 - 1 / 1.5, 1e-14);

  const Trajectory never = descendOn(Expression("1/0", 1), settingsOf(1, Theta{{3}}, 10));
  EXPECT_EQ(never.divergedAt, 0);
  EXPECT_EQ(never.steps(), 0);
  EXPECT_EQ(never.point(0)[0], 3);
}

TEST(Trajectory, RefusesSettingsThatCannotBe) {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double rate : {0.0, -0.1, infinity, std::nan("")}) {
    EXPECT_ERROR("positive quantity=learningRate …",
                 descendOn("square", settingsOf(rate, Theta{{1}}, 1)));
  }
  for (const double start : {infinity, -infinity, std::nan("")}) {
    EXPECT_ERROR("notFinite quantity=start",
                 descendOn("square", settingsOf(0.1, Theta{{start}}, 1)));
  }
  EXPECT_ERROR("size quantity=start actual=2 expected=1",
               descendOn("square", settingsOf(0.1, Theta{{1, 2}}, 1)));
  EXPECT_ERROR("range quantity=steps value=-1 min=0 max=100000",
               descendOn("square", settingsOf(0.1, Theta{{1}}, -1)));
  EXPECT_ERROR("range quantity=steps value=100001 min=0 max=100000",
               descendOn("square", settingsOf(0.1, Theta{{1}}, 100001)));
  EXPECT_ERROR("unknownName quantity=optimizer value=sdg …",
               descendOn("square", settingsOf(0.1, Theta{{1}}, 1, "sdg")));
}

TEST(Behaviour, TellsTheLearningRatesOnTheSquareApartFromTheFirstStepOn) {
  for (const Index steps : {1, 2, 3, 4, 5, 7, 8, 9, 10, 12}) {
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
  const auto after = [](double rate, Index steps) {
    return behaviourOf("square", settingsOf(rate, Theta{{1.2}}, steps));
  };
  for (const Index steps : {20, 50, 90}) EXPECT_EQ(after(0.1, steps), "crawling") << steps;
  for (const Index steps : {20, 40}) EXPECT_EQ(after(0.8, steps), "oscillating") << steps;
  for (const Index steps : {20, 400}) {
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
  DescentSettings settings = settingsOf(0.1, Theta{{3, 1}}, 100);
  settings.stopBelowValue = 0.01;
  const TrajectorySummary summary = summaryOf("bowl", settings);
  EXPECT_EQ(summary.behaviour, Behaviour::converged);
  EXPECT_EQ(summary.approach, Behaviour::crawling);
  EXPECT_EQ(summary.arrivedAt, 16);
}

TEST(Behaviour, WaitsForTheFirstStep) {
  const TrajectorySummary summary = summaryOf("square", settingsOf(0.1, Theta{{1.2}}, 0));
  EXPECT_EQ(summary.behaviour, Behaviour::waiting);
  EXPECT_TRUE(std::isnan(summary.factor));
  EXPECT_EQ(behaviourOf("square", settingsOf(0.1, Theta{{0}}, 0)), "converged");
}

TEST(Behaviour, IsStuckWhereTheSlopeVanishesWithoutAMinimum) {
  EXPECT_EQ(behaviourOf("saddle", settingsOf(0.1, Theta{{1.5, 0}}, 200)), "stuck");
  EXPECT_EQ(behaviourOf("saddle", settingsOf(0.1, Theta{{0, 0}}, 0)), "stuck");
  EXPECT_EQ(behaviourOf(Expression("cos(x)", 1), settingsOf(0.1, Theta{{0}}, 5)), "stuck");
  DescentSettings settings = settingsOf(0.05, Theta{{1.5, 0}}, 2000);
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
    Index steps;
  };
  for (const Case& c :
       {Case{"double-well", 0.05, 500}, Case{"flat-steep", 0.6, 500}, Case{"himmelblau", 0.01, 500},
        Case{"booth", 0.05, 500}, Case{"six-hump-camel", 0.02, 3000}, Case{"rastrigin", 0.003, 500},
        Case{"rosenbrock", 0.001, 100000}}) {
    const FunctionFacts facts = makeFunction(c.function).facts();
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
  LineFit fit(LineFit::defaultPoints(), Scaling::standard);
  int wandering = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Trajectory path =
        descendLineFit(fit, settingsOf(0.3, Theta{{0, 0}}, 300), 1, Random(seed));
    wandering += summarize(fit, path).behaviour == Behaviour::wandering;
  }
  EXPECT_GE(wandering, 19);
}

TEST(Behaviour, IsUndefinedWhereThereIsNoValue) {
  for (const char* text : {"1/0", "log(-1)", "0/0", "ln(0)", "sqrt(-x)"}) {
    EXPECT_EQ(behaviourOf(Expression(text, 1), settingsOf(0.1, Theta{{1}}, 5)), "undefined");
  }
  EXPECT_EQ(behaviourOf(Expression("ln(x)", 1), settingsOf(1, Theta{{0.5}}, 5)), "undefined");
  EXPECT_EQ(behaviourOf(Expression("sqrt(x)", 1), settingsOf(1, Theta{{0}}, 5)), "undefined");
  EXPECT_EQ(behaviourOf("quartic", settingsOf(1e9, Theta{{-0.8}}, 1000)), "diverged");
}

}  // namespace
}  // namespace dd
