#include "descent/line_fit.hpp"

#include <cmath>
#include <numeric>

#include "descent/gradient_check.hpp"
#include "expect.hpp"

namespace dd {
namespace {

using Theta = Vector<double>;

LineFit defaultFit(Scaling scaling) { return LineFit(LineFit::defaultPoints(), scaling); }

DescentSettings settingsFor(const LineFit& fit, Index steps) {
  DescentSettings settings;
  settings.learningRate = 0.5 / fit.facts().curvature;
  settings.start = Theta{{0.0, 0.0}};
  settings.steps = steps;
  return settings;
}

TEST(LineFit, FindsTheLeastSquaresLineInEveryScale) {
  for (const auto scaling : {Scaling::none, Scaling::unit, Scaling::standard}) {
    LineFit fit = defaultFit(scaling);
    const Coordinates minimum = fit.facts().minima[0];
    const Coordinates line = fit.inOriginalScale(minimum[0], minimum[1]);
    EXPECT_NEAR(line[0], 0.969925, 5e-7);
    EXPECT_NEAR(line[1], 0.515789, 5e-7);
    Theta gradient(2);
    fit.valueAndGradient(Theta{{minimum[0], minimum[1]}}, gradient);
    EXPECT_LT(gradient.lpNorm<Eigen::Infinity>(), 5e-12);
  }
}

TEST(LineFit, ScalesX) {
  const LineFit standard = defaultFit(Scaling::standard);
  EXPECT_NEAR(standard.z().mean(), 0, 1e-15);
  EXPECT_NEAR(standard.z().squaredNorm() / 20, 1, 1e-14);
  EXPECT_NEAR(standard.facts().curvature, 1, 1e-14);
  EXPECT_EQ(defaultFit(Scaling::unit).z()[19], 1);
  // [[143.5, 10.5], [10.5, 1]]
  EXPECT_NEAR(defaultFit(Scaling::none).facts().curvature, 144.2700, 5e-4);
}

TEST(LineFit, PassesTheGradientCheck) {
  LineFit fit = defaultFit(Scaling::none);
  Random random(5);
  for (int i = 0; i < 100; ++i) {
    const Theta theta{{random.uniform(-5, 5), random.uniform(-5, 5)}};
    EXPECT_LT(gradientCheck(fit, theta), 1e-6);
  }
}

TEST(LineFit, AveragesTheBatchGradientsToTheFullOne) {
  LineFit fit = defaultFit(Scaling::unit);
  const Theta theta{{3.0, -1.0}};
  Theta full(2), part(2), sum = Theta::Zero(2);
  fit.valueAndGradient(theta, full);
  std::vector<std::uint32_t> order(20);
  std::iota(order.begin(), order.end(), 0);
  for (int batch = 0; batch < 4; ++batch) {
    fit.batchGradient(std::span(order).subspan(5 * batch, 5), theta, part);
    sum += part / 4;
  }
  EXPECT_LT((sum - full).norm(), 1e-14);
}

TEST(LineFit, DescendsExactlyWithTheFullBatch) {
  LineFit fit = defaultFit(Scaling::standard);
  const DescentSettings settings = settingsFor(fit, 60);
  const Trajectory path = descendLineFit(fit, settings, 20, Random(1));
  EXPECT_EQ(path.theta, descend(fit, settings).theta);
  EXPECT_FALSE(path.noisy);
  const Coordinates minimum = fit.facts().minima[0];
  EXPECT_NEAR(path.point(60)[0], minimum[0], 1e-12);
  EXPECT_NEAR(path.point(60)[1], minimum[1], 1e-12);
}

TEST(LineFit, VisitsEveryPointOnceAPass) {
  // On two points with η so small that θ hardly moves, a pass sums up to the full gradient.
  LineFit fit = defaultFit(Scaling::standard);
  DescentSettings settings = settingsFor(fit, 20);
  settings.learningRate = 1e-9;
  const Trajectory path = descendLineFit(fit, settings, 1, Random(4));
  ASSERT_EQ(path.steps(), 20);
  Theta gradient(2);
  fit.valueAndGradient(settings.start, gradient);
  EXPECT_LT((path.point(20) + 20e-9 * gradient).norm(), 1e-14);
}

TEST(LineFit, IsNoisierTheSmallerTheBatch) {
  LineFit fit = defaultFit(Scaling::standard);
  const auto tailValue = [&](Index batchSize) {
    const Trajectory path = descendLineFit(fit, settingsFor(fit, 1000), batchSize, Random(2));
    return std::accumulate(path.values.end() - 500, path.values.end(), 0.0) / 500;
  };
  const double full = tailValue(20), half = tailValue(10), single = tailValue(1);
  EXPECT_GT(half, full + 1e-3);
  EXPECT_GT(single, 2 * half - full);
}

TEST(LineFit, RepeatsItselfFromItsSeed) {
  LineFit fit = defaultFit(Scaling::standard);
  const auto thetas = [&](std::uint64_t seed) {
    return descendLineFit(fit, settingsFor(fit, 50), 3, Random(seed)).theta;
  };
  EXPECT_EQ(thetas(9), thetas(9));
  EXPECT_NE(thetas(9), thetas(10));
}

TEST(LineFit, RefusesWhatNoLineFits) {
  const auto make = [](std::vector<double> points) { return LineFit(points, Scaling::standard); };
  EXPECT_ERROR("lineFitPoints max=100000", make({1, 2}));
  EXPECT_ERROR("lineFitPoints max=100000", make({1, 2, 3}));
  EXPECT_ERROR("lineFitOneX", make({1, 2, 1, 3}));
  EXPECT_ERROR("notFinite quantity=points", make({1, 2, 3, INFINITY}));
  EXPECT_ERROR("unknownName quantity=scaling value=log …", fromName<Scaling>("log"));
  LineFit fit = make({1, 2, 3, 4});
  EXPECT_ERROR("atLeast quantity=batchSize value=0 min=1",
               descendLineFit(fit, settingsFor(fit, 5), 0, Random(1)));
}

}  // namespace
}  // namespace dd
