#include "labs/nonlinear_backprop/nonlinear_backprop.hpp"

#include <cmath>
#include <limits>

#include "expect.hpp"

namespace dd {
namespace {

using Ending = NonlinearRounds::Ending;

TEST(NonlinearBackprop, GoesTheWayOfTheExample) {
  const NonlinearRounds way = nonlinearRounds(2, 2.13, 50);
  const double expected[] = {4.243, 7.344, 9.295, 9.656, 9.664};
  ASSERT_GE(way.rounds.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(way.rounds[i].next, expected[i], 5e-4) << i;
  // The square that belongs to the fourth value.
  EXPECT_NEAR(way.rounds[4].a, 93.233, 5e-3);
  EXPECT_EQ(way.ending, Ending::reached);
  EXPECT_NEAR(way.exact, 9.664409, 5e-7);
  EXPECT_NEAR(way.last, way.exact, 1e-9);
}

TEST(NonlinearBackprop, EveryRoundIsANewtonStep) {
  for (const NonlinearRound& round : nonlinearRounds(3, 2.2, 50).rounds) {
    const double slope = 1 / (round.x * round.c);  // c′(x) in closed form
    EXPECT_NEAR(round.rootSlope * round.logSlope * round.squareSlope, slope, 1e-14);
    EXPECT_NEAR(round.deltaX, round.deltaC / slope, 1e-12);
    EXPECT_NEAR(round.deltaX * round.squareSlope, round.deltaA, 1e-12);
    EXPECT_NEAR(round.deltaA * round.logSlope, round.deltaB, 1e-12);
    EXPECT_NEAR(round.deltaB * round.rootSlope, round.deltaC, 1e-12);
    // The tangent meets the height y at the next x.
    EXPECT_NEAR(round.c + slope * (round.next - round.x), 2.2, 1e-12);
  }
  const NonlinearRound first = nonlinearRounds(2, 2.14, 1).rounds[0];
  EXPECT_NEAR(first.deltaX, -2.267, 5e-4);
  EXPECT_NEAR(first.next, 4.267, 5e-4);
}

TEST(NonlinearBackprop, SaysHowItEnds) {
  EXPECT_EQ(nonlinearRounds(0.5, 2, 5).ending, Ending::outside);
  EXPECT_TRUE(nonlinearRounds(0.5, 2, 5).rounds.empty());
  EXPECT_EQ(nonlinearRounds(0, 2, 5).ending, Ending::outside);
  const NonlinearRounds stuck = nonlinearRounds(1, 2, 5);
  EXPECT_EQ(stuck.ending, Ending::stuck);
  EXPECT_EQ(stuck.last, 1);
  const NonlinearRounds fallen = nonlinearRounds(2, 0, 5);
  EXPECT_EQ(fallen.ending, Ending::outside);
  EXPECT_EQ(fallen.rounds.size(), 1u);
  EXPECT_EQ(nonlinearRounds(2, 2.13, 2).ending, Ending::unfinished);
  // At the solution already: one round, which has nothing to hand back.
  EXPECT_EQ(nonlinearRounds(1, 0, 5).ending, Ending::reached);
  // From far to the right each step overshoots by more.
  const NonlinearRounds flung = nonlinearRounds(16, 1, 12);
  for (std::size_t i = 1; i < flung.rounds.size(); ++i) {
    EXPECT_GT(std::abs(flung.rounds[i].x), std::abs(flung.rounds[i - 1].x));
  }
  EXPECT_EQ(flung.rounds.size(), 12u);
}

TEST(NonlinearBackprop, TheCurveIsExactAndEndsWhereItShould) {
  const NonlinearCurve curve = nonlinearCurve(20, 101);
  EXPECT_EQ(curve.x[0], 1);
  EXPECT_NEAR(curve.x[100], 20, 1e-12);
  for (Index i = 1; i < 101; ++i) {
    EXPECT_NEAR(curve.c[i], std::sqrt(std::log(curve.x[i] * curve.x[i])), 1e-13);
  }
}

TEST(NonlinearBackprop, RefusesBadInput) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_ERROR("notFinite quantity=startX", nonlinearRounds(NAN, 2, 5));
  EXPECT_ERROR("notFinite quantity=startX", nonlinearRounds(infinity, 2, 5));
  EXPECT_ERROR("atLeast quantity=target value=-0.1 min=0", nonlinearRounds(2, -0.1, 5));
  EXPECT_ERROR("atLeast quantity=target value=nan min=0", nonlinearRounds(2, NAN, 5));
  EXPECT_ERROR("range quantity=rounds value=0 min=1 max=100", nonlinearRounds(2, 2, 0));
  EXPECT_ERROR("range quantity=rounds value=101 min=1 max=100", nonlinearRounds(2, 2, 101));
  EXPECT_ERROR("curveEnd", nonlinearCurve(1, 10));
  EXPECT_ERROR("range quantity=points value=1 min=2 max=100000", nonlinearCurve(2, 1));
}

}  // namespace
}  // namespace dd
