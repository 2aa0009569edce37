#include "nn/landscape.hpp"

#include <Eigen/LU>
#include <cmath>
#include <numeric>

#include "expect.hpp"
#include "nn/small_run.hpp"

namespace dd {
namespace {

using Theta = Vector<float>;

constexpr std::size_t sampleCount = 200;

/// Mean loss (with ½·l2·Σ w²) of the first samples at θ, by the objective that training descends.
double lossAt(Trainer& trainer, const Theta& theta, double l2 = 0) {
  Network<float> network(trainer.settings().architecture);
  NetworkObjective<float> objective(network, static_cast<float>(l2));
  std::vector<std::uint32_t> order(sampleCount);
  std::iota(order.begin(), order.end(), 0U);
  objective.setRows(sampleCount);
  readBatch(*trainer.trainingSamples(), order, objective.inputs(), objective.targets());
  return objective.value(theta);
}

Landscape::Settings gridOf(Index size, double radius, double l2 = 0) {
  return {.size = size, .radius = radius, .samples = sampleCount, .l2 = l2};
}

Landscape compute(Trainer& trainer, Plane plane, const Landscape::Settings& settings) {
  Landscape landscape(trainer.network(), std::move(plane), trainer.trainingSamples(), settings);
  landscape.advance(trainer.network(), landscape.total());
  return landscape;
}

/// A trainer that has done something.
struct Trained {
  Trainer trainer = makeTrainer(settingsOf(0.3));
  Trained() {
    for (int epoch = 0; epoch < 3; ++epoch) trainer.trainEpoch();
  }
};

TEST(Landscape, IsTheObjectiveAtEveryPointOfThePlane) {
  for (const double l2 : {0.0, 0.01}) {
    Trained made;
    Trainer& trainer = made.trainer;
    const Plane plane = randomPlane(trainer.network(), trainer.theta(), 5);
    const Landscape landscape = compute(trainer, plane, gridOf(5, 1.5, l2));
    ASSERT_TRUE(landscape.finished());
    EXPECT_NEAR(landscape.centre(), lossAt(trainer, trainer.theta(), l2), 1e-6);
    const double axis[] = {-1.5, -0.75, 0, 0.75, 1.5};
    double lowest = 1e9, highest = 0;
    for (std::size_t row = 0; row < 5; ++row) {
      for (std::size_t column = 0; column < 5; ++column) {
        const double expected = lossAt(trainer, plane.at(axis[column], axis[row]), l2);
        EXPECT_NEAR(landscape.values()[5 * row + column], expected, 2e-5 * (1 + expected));
        lowest = std::min(lowest, expected);
        highest = std::max(highest, expected);
      }
    }
    EXPECT_GT(highest - lowest, 0.1) << "a flat landscape would prove nothing";
  }
}

TEST(Landscape, WorksWithoutHiddenLayersAndBetweenTrainingSteps) {
  TrainingSettings settings = settingsOf(0.3);
  settings.architecture.layers.erase(settings.architecture.layers.begin());
  Trainer trainer = makeTrainer(settings), untouched = makeTrainer(settings);
  trainer.trainBatch();
  untouched.trainBatch();
  const Plane plane = randomPlane(trainer.network(), trainer.theta(), 1);
  Landscape landscape(trainer.network(), plane, trainer.trainingSamples(), gridOf(3, 1));
  EXPECT_TRUE(std::isnan(landscape.values()[0]));
  std::size_t before = 0;
  while (!landscape.finished()) {
    landscape.advance(trainer.network(), 1);
    EXPECT_EQ(landscape.done(), before + 1);
    before = landscape.done();
    trainer.trainBatch();
    untouched.trainBatch();
  }
  EXPECT_EQ(trainer.theta(), untouched.theta());
  EXPECT_NEAR(landscape.values()[0], lossAt(trainer, plane.at(-1, -1)), 1e-6);
  EXPECT_NEAR(landscape.values()[5], lossAt(trainer, plane.at(1, 0)), 1e-6);
}

TEST(Landscape, MarksALossThatIsNotFinite) {
  TrainingSettings settings = settingsOf(0.1);
  settings.architecture.layers[0].activation = Activation::relu;
  settings.architecture.layers[1].activation = Activation::identity;
  settings.architecture.loss = Loss::quadratic;
  Trainer trainer = makeTrainer(settings);
  Plane plane = randomPlane(trainer.network(), trainer.theta(), 1);
  plane.d1 *= 1e30f;
  const Landscape landscape = compute(trainer, plane, gridOf(3, 1));
  EXPECT_TRUE(std::isnan(landscape.values()[3]));
  EXPECT_TRUE(std::isfinite(landscape.centre()));
}

TEST(RandomPlane, HasFiltersAsLongAsThoseOfTheta) {
  Trained made;
  Trainer& trainer = made.trainer;
  const auto& network = trainer.network();
  const Plane plane = randomPlane(network, trainer.theta(), 7);
  for (const Theta& direction : {plane.d1, plane.d2}) {
    for (std::size_t layer = 0; layer < 2; ++layer) {
      const auto w = network.weights(ConstVectorRef<float>(trainer.theta()), layer);
      const auto b = network.biases(ConstVectorRef<float>(trainer.theta()), layer);
      const auto dw = network.weights(ConstVectorRef<float>(direction), layer);
      const auto db = network.biases(ConstVectorRef<float>(direction), layer);
      for (Index unit = 0; unit < w.cols(); ++unit) {
        EXPECT_NEAR(std::hypot(dw.col(unit).norm(), db(0, unit)),
                    std::hypot(w.col(unit).norm(), b(0, unit)), 1e-5);
      }
    }
  }
  EXPECT_LT(std::abs(plane.d1.dot(plane.d2)), 0.9 * plane.d1.norm() * plane.d2.norm());
  EXPECT_EQ(plane.d1, randomPlane(network, trainer.theta(), 7).d1);
  EXPECT_NE(plane.d1, randomPlane(network, trainer.theta(), 8).d1);
  EXPECT_ERROR("landscapeZero", randomPlane(network, Theta::Zero(trainer.theta().size()), 1));
}

TEST(Plane, ProjectsItsOwnPointsOntoTheirCoordinates) {
  Trained made;
  Trainer& trainer = made.trainer;
  Plane plane = randomPlane(trainer.network(), trainer.theta(), 3);
  plane.d2 += 0.8f * plane.d1;  // far from orthogonal
  for (const auto& [a, b] : {std::pair{0.0, 0.0}, {1.5, -0.25}, {-0.7, 2.0}}) {
    const auto projected = plane.project(plane.at(a, b));
    EXPECT_NEAR(projected[0], a, 1e-5);
    EXPECT_NEAR(projected[1], b, 1e-5);
  }
  // What is orthogonal to the plane does not move the nearest point.
  Theta off = Theta::LinSpaced(plane.d1.size(), -1, 2);
  Matrix<float> basis(plane.d1.size(), 2);
  basis << plane.d1, plane.d2;
  const Eigen::Matrix2f gram = basis.transpose() * basis;
  off -= basis * (gram.inverse() * (basis.transpose() * off)).eval();
  ASSERT_GT(off.norm(), 0.5);
  const auto projected = plane.project(plane.at(0.5, 0.25) + off);
  EXPECT_NEAR(projected[0], 0.5, 1e-4);
  EXPECT_NEAR(projected[1], 0.25, 1e-4);
}

TEST(PathPlane, RecoversAPathThatLiesInAPlane) {
  const Index size = 5000;  // more than one segment of the Gram matrix
  Theta origin(size), u(size), v(size);
  for (Index i = 0; i < size; ++i) {
    origin[i] = std::sin(0.1f * static_cast<float>(i));
    u[i] = std::cos(0.37f * static_cast<float>(i));
    v[i] = std::sin(1.1f * static_cast<float>(i)) + 0.5f * u[i];
  }
  TrainingPath path;
  const std::vector<std::pair<float, float>> walk{
      {3, -1}, {2, 0.5f}, {1.2f, 0.8f}, {0.5f, -0.3f}, {0.1f, 0.2f}};
  for (std::size_t k = 0; k < walk.size(); ++k) {
    path.record(static_cast<std::int64_t>(k), origin + walk[k].first * u + walk[k].second * v);
  }
  const Plane plane = pathPlane(path, origin);
  double furthest = 0;
  for (const auto& point : path.points()) {
    const auto [a, b] = plane.project(point.theta);
    const double length = (point.theta - origin).norm();
    EXPECT_LT((plane.at(a, b) - point.theta).norm(), 1e-3 * length);
    furthest = std::max(furthest, std::hypot(a, b));
  }
  EXPECT_NEAR(furthest, 1, 1e-4);
  EXPECT_NEAR(plane.d1.norm(), plane.d2.norm(), 1e-3 * plane.d1.norm());
  EXPECT_LT(std::abs(plane.d1.dot(plane.d2)), 1e-3 * plane.d1.squaredNorm());
  // The first component is the longer one, and the path begins on its negative side.
  const auto begin = plane.project(path.points().front().theta);
  EXPECT_LT(begin[0], -0.9);
  EXPECT_LE(begin[1], 1e-6);
}

TEST(PathPlane, NeedsAPathThatSpansAPlane) {
  const Theta origin = Theta::Ones(50), step = Theta::LinSpaced(50, 0, 1);
  TrainingPath path;
  path.record(0, origin);
  EXPECT_ERROR("landscapePath", pathPlane(path, origin));
  for (int k = 1; k < 6; ++k) path.record(k, origin + static_cast<float>(k) * step);
  EXPECT_ERROR("landscapePath", pathPlane(path, origin));
  path.record(6, origin + step.cwiseProduct(step));
  EXPECT_NO_THROW(pathPlane(path, origin));
}

TEST(TrainingPath, StaysBoundedEvenlySpreadAndKeepsItsBeginning) {
  TrainingPath path;
  for (int step = 0; step <= 10000; ++step) {
    path.record(step, Theta::Constant(3, static_cast<float>(step)));
    ASSERT_LE(path.points().size(), TrainingPath::maxPoints);
  }
  const auto& points = path.points();
  EXPECT_GT(points.size(), TrainingPath::maxPoints / 2);
  EXPECT_EQ(points.front().step, 0);
  const std::int64_t interval = points[1].step;
  for (std::size_t k = 0; k < points.size(); ++k) {
    EXPECT_EQ(points[k].step, static_cast<std::int64_t>(k) * interval);
    EXPECT_EQ(points[k].theta[1], static_cast<float>(points[k].step));
  }
  EXPECT_GT(points.back().step, 10000 - interval);

  path.restart(7, Theta::Zero(3));
  ASSERT_EQ(path.points().size(), 1U);
  path.record(8, Theta::Zero(3));
  EXPECT_EQ(path.points().back().step, 8);

  const Index large = static_cast<Index>(TrainingPath::maxBytes / sizeof(float) / 10);
  TrainingPath ofALargeNetwork;
  for (int step = 0; step < 30; ++step) ofALargeNetwork.record(step, Theta::Zero(large));
  EXPECT_LE(ofALargeNetwork.points().size(), 10U);
}

TEST(Landscape, RefusesSettingsOutOfRange) {
  Trained made;
  Trainer& trainer = made.trainer;
  const auto make = [&](const Landscape::Settings& settings) {
    return Landscape(trainer.network(), randomPlane(trainer.network(), trainer.theta(), 1),
                     trainer.trainingSamples(), settings);
  };
  EXPECT_ERROR("landscapeSize min=3 max=201 value=40", make({.size = 40}));
  EXPECT_ERROR("landscapeSize min=3 max=201 value=1", make({.size = 1}));
  EXPECT_ERROR("landscapeSize min=3 max=201 value=203", make({.size = 203}));
  EXPECT_ERROR("positive quantity=radius value=0", make({.radius = 0}));
  EXPECT_ERROR("positive quantity=radius value=nan", make({.radius = std::nan("")}));
  EXPECT_ERROR("range quantity=samples value=0 min=1 max=2000", make({.samples = 0}));
  EXPECT_ERROR("range quantity=samples value=2001 min=1 max=2000", make({.samples = 2001}));
  EXPECT_EQ(make({.samples = 2000}).settings().samples, 250U) << "as many as there are";
}

}  // namespace
}  // namespace dd
