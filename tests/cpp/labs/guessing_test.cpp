#include "labs/guessing/guessing.hpp"

#include <cmath>
#include <set>

#include "expect.hpp"

namespace dd {
namespace {

TEST(Guessing, HidesANumberOfOneToAHundredForEachSeed) {
  std::set<int> numbers;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const int number = hiddenNumber(seed);
    EXPECT_EQ(number, hiddenNumber(seed));
    EXPECT_GE(number, 1);
    EXPECT_LE(number, 100);
    numbers.insert(number);
  }
  EXPECT_EQ(numbers.size(), 100u);
}

TEST(Guessing, AnswersWithTheErrorWhichIsTheSlopeOfTheLoss) {
  const GuessAnswers answers = guessAnswers(63, vector({50, 63, 70.5}));
  EXPECT_EQ(answers.errors, vector({-13, 0, 7.5}));
  EXPECT_EQ(answers.losses, vector({84.5, 0, 28.125}));

  GuessingLoss loss(63);
  Vector<double> theta = Vector<double>::Constant(1, 50.0), gradient(1);
  loss.valueAndGradient(theta, gradient);
  const double h = 1e-4;
  const double numeric = (loss.value(theta.array() + h) - loss.value(theta.array() - h)) / (2 * h);
  EXPECT_NEAR(gradient[0], numeric, 1e-8);
}

TEST(Guessing, EachGuessOfDescentLeavesOneMinusEtaOfTheError) {
  for (const double rate : {0.1, 0.5, 1.5, 2.0, 2.3}) {
    const Trajectory path = guessByDescent(63, 10, rate, 20);
    for (Index k = 0; k < path.steps(); ++k) {
      EXPECT_NEAR(path.point(k + 1)[0] - 63, (1 - rate) * (path.point(k)[0] - 63),
                  1e-9 * std::abs(path.point(k)[0]) + 1e-9)
          << rate;
    }
  }
}

TEST(Guessing, HitsCreepsSwingsOrDiverges) {
  EXPECT_EQ(guessByDescent(63, 10, 1, 200).steps(), 1);
  const Trajectory creeping = guessByDescent(63, 10, 0.05, 500);
  EXPECT_EQ(creeping.state, Trajectory::State::converged);
  // 53 · 0.95ⁿ ≤ 0.01
  EXPECT_EQ(creeping.steps(), static_cast<Index>(std::ceil(std::log(0.01 / 53) / std::log(0.95))));
  EXPECT_EQ(guessByDescent(63, 10, 2, 100).point(100)[0], 10);
  EXPECT_EQ(guessByDescent(63, 10, 2.5, 2000).state, Trajectory::State::diverged);
  EXPECT_EQ(guessByDescent(63, 63, 0.5, 100).steps(), 0);

  EXPECT_EQ(guessingRegime(0.05), GuessingRegime::creeps);
  EXPECT_EQ(guessingRegime(1), GuessingRegime::hits);
  EXPECT_EQ(guessingRegime(1.5), GuessingRegime::swings);
  EXPECT_EQ(guessingRegime(2), GuessingRegime::circles);
  EXPECT_EQ(guessingRegime(2.05), GuessingRegime::diverges);
}

TEST(Guessing, RefusesWhatIsNoNumber) {
  EXPECT_ERROR("notFinite quantity=guess", guessAnswers(63, Vector<double>::Constant(1, NAN)));
  EXPECT_ERROR("notFinite quantity=hiddenNumber",
               guessAnswers(INFINITY, Vector<double>::Constant(1, 1.0)));
  EXPECT_ERROR("positive quantity=learningRate value=0", guessByDescent(63, 10, 0, 5));
}

}  // namespace
}  // namespace dd
