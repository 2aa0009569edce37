#include "labs/two_classes/two_classes.hpp"

#include <cmath>
#include <limits>

#include "descent/descend.hpp"
#include "descent/error.hpp"
#include "nn/network.hpp"

namespace dd {
namespace {

Eigen::Map<const Vector<double>> asVector(const LogisticTheta& theta) { return {theta.data(), 3}; }

void requireFinite(const LogisticTheta& theta) {
  dd::requireFinite("weightsAndBias", asVector(theta).allFinite());
}

/// The neuron as the network that it is: 2-1, sigmoid, binary cross-entropy.
Network<double> neuron() {
  return Network<double>({2, {{1, Activation::sigmoid}}, Loss::binaryCrossEntropy});
}

/// Whether the projections of the two classes on `direction` do not touch.
bool separates(const TwoClassPoints& points, double dx, double dy) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::array<double, 2> low{infinity, infinity}, high{-infinity, -infinity};
  for (Index i = 0; i < points.y.size(); ++i) {
    const double along = points.x(i, 0) * dx + points.x(i, 1) * dy;
    const auto label = static_cast<std::size_t>(points.y[i]);
    low[label] = std::min(low[label], along);
    high[label] = std::max(high[label], along);
  }
  return high[0] < low[1] || high[1] < low[0];
}

}  // namespace

TwoClassPoints TwoClassPoints::fromList(const std::vector<double>& list) {
  const std::size_t count = list.size() / 3;
  if (list.size() % 3 != 0 || count > maxPoints) {
    throw Error("pointsWithClass", {{"max", maxPoints}});
  }
  TwoClassPoints points{Matrix<double>(count, 2), Vector<double>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    const auto row = static_cast<Index>(i);
    points.x.row(row) << list[3 * i], list[3 * i + 1];
    points.y[row] = list[3 * i + 2];
    dd::requireFinite("points", points.x.row(row).allFinite());
    if (points.y[row] != 0 && points.y[row] != 1) throw Error("pointClass", {{"classes", 2}});
  }
  return points;
}

LogisticResult logisticNeuron(const TwoClassPoints& points, const LogisticTheta& theta) {
  requireFinite(theta);
  const Index count = points.y.size();
  const double norm = std::hypot(theta[0], theta[1]);
  if (count == 0) return {{}, {}, NAN, {0, 0, 0}, NAN, norm};
  Network<double> network = neuron();
  NetworkObjective<double> objective(network, 0);
  objective.setBatch(points.x, points.y);
  Vector<double> gradient(3);
  const double loss = objective.valueAndGradient(asVector(theta), gradient);
  const Vector<double> a = network.outputs(count).col(0);
  const auto right = ((a.array() > 0.5) == (points.y.array() > 0.5)).count();
  return {a,
          a - points.y,
          loss,
          {gradient[0], gradient[1], gradient[2]},
          static_cast<double>(right) / static_cast<double>(count),
          norm};
}

LogisticTheta logisticDescent(const TwoClassPoints& points, LogisticTheta theta,
                              double learningRate, int steps) {
  requireFinite(theta);
  requireAtLeast("learningRate", learningRate, 0);
  requireRange("steps", steps, 0, 100'000);
  const Index count = points.y.size();
  if (count == 0) return theta;
  Network<double> network = neuron();
  NetworkObjective<double> objective(network, 0);
  objective.setBatch(points.x, points.y);
  const auto sgd = makeOptimizer<double>("sgd", 3);
  Vector<double> at = asVector(theta);
  descend(*sgd, learningRate, at, steps,
          [&](Index, const Vector<double>& here, Vector<double>& gradient) {
            objective.valueAndGradient(here, gradient);
            return true;
          });
  return {at[0], at[1], at[2]};
}

bool areSeparable(const TwoClassPoints& points) {
  const Index count = points.y.size();
  if (count == 0 || points.y.minCoeff() == points.y.maxCoeff()) return false;
  for (Index i = 0; i < count; ++i) {
    for (Index j = 0; j < i; ++j) {
      const double dx = points.x(j, 0) - points.x(i, 0), dy = points.x(j, 1) - points.x(i, 1);
      // The hulls are nearest to each other at two corners, or at a corner and an edge.
      const bool separated =
          points.y[i] == points.y[j] ? separates(points, -dy, dx) : separates(points, dx, dy);
      if (separated) return true;
    }
  }
  return false;
}

int contradictions(const TwoClassPoints& points) {
  int found = 0;
  for (Index i = 0; i < points.y.size(); ++i) {
    for (Index j = 0; j < points.y.size(); ++j) {
      if (points.y[i] == points.y[j] || points.x.row(i) != points.x.row(j)) continue;
      found += 1;
      break;
    }
  }
  return found;
}

std::optional<std::array<double, 4>> scoreLine(const LogisticTheta& theta, double z,
                                               double radius) {
  requireFinite(theta);
  const double norm = std::hypot(theta[0], theta[1]);
  if (norm == 0) return std::nullopt;
  const double nx = theta[0] / norm, ny = theta[1] / norm, distance = (z - theta[2]) / norm;
  // The line as (nx, ny)·distance + t·(−ny, nx), cut to the square by its four sides.
  const std::array<double, 2> foot{nx * distance, ny * distance}, along{-ny, nx};
  double from = -std::numeric_limits<double>::infinity(), to = -from;
  for (std::size_t axis = 0; axis < 2; ++axis) {
    if (along[axis] == 0) {
      if (std::abs(foot[axis]) > radius) return std::nullopt;
      continue;
    }
    const double s = (-radius - foot[axis]) / along[axis], t = (radius - foot[axis]) / along[axis];
    from = std::max(from, std::min(s, t));
    to = std::min(to, std::max(s, t));
  }
  if (!(from < to)) return std::nullopt;
  return std::array<double, 4>{foot[0] + from * along[0], foot[1] + from * along[1],
                               foot[0] + to * along[0], foot[1] + to * along[1]};
}

Matrix<float> logisticField(const LogisticTheta& theta, const PlaneGrid& grid) {
  requireFinite(theta);
  Network<double> network = neuron();
  const Matrix<double> cells = grid.cells<double>();
  network.inputs(cells.rows()) = cells;
  network.forward(asVector(theta), grid.size());
  Matrix<float> field(grid.size(), 2);
  field.col(0) = network.outputs(grid.size()).cast<float>();
  field.col(1) = 1 - field.col(0).array();
  return field;
}

}  // namespace dd
