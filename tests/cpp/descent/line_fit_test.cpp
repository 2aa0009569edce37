#include "descent/line_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "descent/error.hpp"
#include "descent/gradient_check.hpp"

namespace {

using Theta = dd::Vector<double>;

dd::LineFit defaultFit(dd::Scaling scaling) {
  return dd::LineFit(dd::LineFit::defaultPoints(), scaling);
}

dd::DescentSettings settingsFor(const dd::LineFit& fit, dd::Index steps) {
  dd::DescentSettings settings;
  settings.learningRate = 0.5 / fit.facts().curvature;
  settings.start = Theta{{0.0, 0.0}};
  settings.steps = steps;
  return settings;
}

TEST(LineFit, FindsTheLeastSquaresLineInEveryScale) {
  for (const auto scaling : {dd::Scaling::none, dd::Scaling::unit, dd::Scaling::standard}) {
    const dd::LineFit fit = defaultFit(scaling);
    const dd::Coordinates minimum = fit.facts().minima[0];
    const dd::Coordinates line = fit.inOriginalScale(minimum[0], minimum[1]);
    EXPECT_NEAR(line[0], 0.969925, 5e-7);
    EXPECT_NEAR(line[1], 0.515789, 5e-7);
  }
}

TEST(LineFit, ScalesX) {
  const dd::LineFit standard = defaultFit(dd::Scaling::standard);
  EXPECT_NEAR(standard.z().mean(), 0, 1e-15);
  EXPECT_NEAR(standard.z().squaredNorm() / 20, 1, 1e-14);
  EXPECT_NEAR(standard.facts().curvature, 1, 1e-14);
  EXPECT_EQ(defaultFit(dd::Scaling::unit).z()[19], 1);
  // [[143.5, 10.5], [10.5, 1]]
  EXPECT_NEAR(defaultFit(dd::Scaling::none).facts().curvature, 144.2700, 5e-4);
}

TEST(LineFit, PassesTheGradientCheck) {
  dd::LineFit fit = defaultFit(dd::Scaling::none);
  dd::Random random(5);
  for (int i = 0; i < 100; ++i) {
    const Theta theta{{random.uniform(-5, 5), random.uniform(-5, 5)}};
    EXPECT_LT(dd::gradientCheck(fit, theta), 1e-6);
  }
}

TEST(LineFit, AveragesTheBatchGradientsToTheFullOne) {
  dd::LineFit fit = defaultFit(dd::Scaling::unit);
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
  dd::LineFit fit = defaultFit(dd::Scaling::standard);
  const dd::DescentSettings settings = settingsFor(fit, 60);
  const dd::Trajectory path = dd::descendLineFit(fit, settings, 20, dd::Random(1));
  EXPECT_EQ(path.theta, dd::descend(fit, settings).theta);
  EXPECT_FALSE(path.noisy);
  const dd::Coordinates minimum = fit.facts().minima[0];
  EXPECT_NEAR(path.point(60)[0], minimum[0], 1e-12);
  EXPECT_NEAR(path.point(60)[1], minimum[1], 1e-12);
}

TEST(LineFit, VisitsEveryPointOnceAPass) {
  // On two points with η so small that θ hardly moves, a pass sums up to the full gradient.
  dd::LineFit fit = defaultFit(dd::Scaling::standard);
  dd::DescentSettings settings = settingsFor(fit, 20);
  settings.learningRate = 1e-9;
  const dd::Trajectory path = dd::descendLineFit(fit, settings, 1, dd::Random(4));
  ASSERT_EQ(path.steps(), 20);
  Theta gradient(2);
  fit.valueAndGradient(settings.start, gradient);
  EXPECT_LT((path.point(20) + 20e-9 * gradient).norm(), 1e-14);
}

TEST(LineFit, IsNoisierTheSmallerTheBatch) {
  dd::LineFit fit = defaultFit(dd::Scaling::standard);
  const auto tailValue = [&](dd::Index batchSize) {
    const dd::Trajectory path =
        dd::descendLineFit(fit, settingsFor(fit, 1000), batchSize, dd::Random(2));
    return std::accumulate(path.values.end() - 500, path.values.end(), 0.0) / 500;
  };
  const double full = tailValue(20), half = tailValue(10), single = tailValue(1);
  EXPECT_GT(half, full + 1e-3);
  EXPECT_GT(single, 2 * half - full);
}

TEST(LineFit, RepeatsItselfFromItsSeed) {
  dd::LineFit fit = defaultFit(dd::Scaling::standard);
  const auto thetas = [&](std::uint64_t seed) {
    return dd::descendLineFit(fit, settingsFor(fit, 50), 3, dd::Random(seed)).theta;
  };
  EXPECT_EQ(thetas(9), thetas(9));
  EXPECT_NE(thetas(9), thetas(10));
}

TEST(LineFit, RefusesWhatNoLineFits) {
  const auto make = [](std::vector<double> points) {
    return dd::LineFit(points, dd::Scaling::standard);
  };
  EXPECT_THROW(make({1, 2}), dd::Error);
  EXPECT_THROW(make({1, 2, 3}), dd::Error);
  EXPECT_THROW(make({1, 2, 1, 3}), dd::Error);
  EXPECT_THROW(make({1, 2, 3, INFINITY}), dd::Error);
  EXPECT_THROW(dd::fromName<dd::Scaling>("log"), dd::Error);
  dd::LineFit fit = make({1, 2, 3, 4});
  EXPECT_THROW(dd::descendLineFit(fit, settingsFor(fit, 5), 0, dd::Random(1)), dd::Error);
}

}  // namespace
