#include "labs/linear_backprop/linear_backprop.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

LinearRounds run(LinearRoundsSettings settings, Index rounds = 100) {
  settings.rounds = rounds;
  return linearRounds(settings);
}

TEST(LinearGraph, HasTheValuesAndDerivativesOfTheWorkedExample) {
  const LinearGraph graph = linearGraph(3, 4);
  EXPECT_EQ(graph.x, 18);
  EXPECT_EQ(graph.y, 9);
  EXPECT_EQ(graph.z, 162);
  EXPECT_EQ(graph.dzdw, 18);
  EXPECT_EQ(graph.dzdbByX, 27);
  EXPECT_EQ(graph.dzdbByY, 36);
  EXPECT_EQ(graph.dzdb, 63);
}

TEST(LinearGraph, DerivativesAgreeWithDifferences) {
  const double h = 1e-5;
  for (const auto& [w, b] : {std::pair{3.0, 4.0}, {-1.5, 0.3}, {0.0, -0.5}}) {
    const LinearGraph graph = linearGraph(w, b);
    const auto z = [](double w, double b) { return linearGraph(w, b).z; };
    EXPECT_NEAR(graph.dzdw, (z(w + h, b) - z(w - h, b)) / (2 * h), 1e-6);
    EXPECT_NEAR(graph.dzdb, (z(w, b + h) - z(w, b - h)) / (2 * h), 1e-6);
  }
}

TEST(LinearRounds, OneVariableOrHalvesForTwo) {
  const LinearRound b = run({.changed = Changed::b}, 0).rows[0];
  EXPECT_EQ(b.error, 12);
  EXPECT_DOUBLE_EQ(b.deltaB, 12.0 / 63);
  EXPECT_EQ(b.deltaW, 0);
  const LinearRound w = run({.changed = Changed::w}, 0).rows[0];
  EXPECT_DOUBLE_EQ(w.deltaW, 12.0 / 18);
  const LinearRound both = run({.changed = Changed::both}, 0).rows[0];
  EXPECT_DOUBLE_EQ(both.deltaW, 6.0 / 18);
  EXPECT_DOUBLE_EQ(both.deltaB, 6.0 / 63);
  const LinearRounds table = run({.changed = Changed::both});
  EXPECT_EQ(table.state, LinearRounds::State::arrived);
  EXPECT_LT(std::abs(table.rows.back().error), 1e-4);
  EXPECT_GE(std::abs(table.rows.end()[-2].error), 1e-4);
}

TEST(LinearRounds, OneRoundIsEnoughWhereZIsLinear) {
  const LinearRounds table = run({.changed = Changed::w});
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.state, LinearRounds::State::arrived);
  EXPECT_NEAR(table.rows[1].graph.w, 7.0 / 3, 1e-12);
  EXPECT_NEAR(table.rows[1].graph.z, 150, 1e-10);
}

TEST(LinearRounds, NewFactorsArriveSoonerThanOldOnes) {
  const LinearRounds renewed = run({.changed = Changed::b});
  const LinearRounds kept = run({.changed = Changed::b, .newFactors = false});
  EXPECT_EQ(renewed.state, LinearRounds::State::arrived);
  EXPECT_EQ(kept.state, LinearRounds::State::arrived);
  EXPECT_LT(renewed.rows.size(), kept.rows.size());
  EXPECT_EQ(kept.rows.back().factorB, 63);
  EXPECT_NEAR(renewed.rows[1].factorB, linearGraph(3, 4 - 12.0 / 63).dzdb, 1e-12);
  // 6b² + 15b + 6 = 150
  const double solution = (-15 + std::sqrt(15.0 * 15 + 4 * 6 * 144)) / 12;
  EXPECT_NEAR(renewed.rows.back().graph.b, solution, 2e-6);
  EXPECT_NEAR(kept.rows.back().graph.b, solution, 2e-6);
}

TEST(LinearRounds, SaysWhyItDoesNotArrive) {
  // ∂z/∂w = 2y is 0 at b = −½.
  EXPECT_EQ(run({.b = -0.5, .changed = Changed::w}).state, LinearRounds::State::stuck);
  EXPECT_EQ(run({.b = -0.5, .changed = Changed::both}).state, LinearRounds::State::stuck);
  // Far up, b moves z far more than it did at the start.
  EXPECT_EQ(run({.b = 0, .changed = Changed::b, .newFactors = false}).state,
            LinearRounds::State::diverged);
  EXPECT_EQ(run({.b = 0, .changed = Changed::b}).state, LinearRounds::State::arrived);
  // From b = 1 they lead to and fro between two places.
  EXPECT_EQ(run({.b = 1, .changed = Changed::b, .newFactors = false}).state,
            LinearRounds::State::running);
  // The least z that b alone can reach with w = 3 is −3.375.
  EXPECT_EQ(run({.target = -10, .changed = Changed::b}).state, LinearRounds::State::running);
}

TEST(LinearRounds, RefusesWhatIsOutOfRange) {
  EXPECT_ERROR("range quantity=w value=nan min=-1000000 max=1000000", run({.w = NAN}));
  EXPECT_ERROR("range quantity=b value=10000000 min=-1000000 max=1000000", run({.b = 1e7}));
  EXPECT_ERROR("range quantity=target value=inf min=-1000000 max=1000000",
               run({.target = INFINITY}));
  EXPECT_ERROR("range quantity=rounds value=101 min=0 max=100", run({}, 101));
  EXPECT_ERROR("range quantity=rounds value=-1 min=0 max=100", run({}, -1));
  EXPECT_ERROR("unknownName quantity=changing value=x …", fromName<Changed>("x"));
}

}  // namespace
}  // namespace dd
