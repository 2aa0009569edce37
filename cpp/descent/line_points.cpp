#include "descent/line_points.hpp"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "descent/error.hpp"
#include "descent/random.hpp"

namespace dd {
namespace {

constexpr double largest = 1e9;

Coordinates bySums(const Vector<double>& x, const Vector<double>& y) {
  const auto m = static_cast<double>(x.size());
  const double sumX = x.sum(), sumY = y.sum();
  const double w = (m * x.dot(y) - sumX * sumY) / (m * x.squaredNorm() - sumX * sumX);
  return {w, (sumY - w * sumX) / m};
}

Coordinates byMatrices(const Vector<double>& x, const Vector<double>& y) {
  Matrix<double> X(x.size(), 2);
  X.col(0) = x;
  X.col(1).setOnes();
  const Eigen::Matrix2d inverse = Eigen::Matrix2d(X.transpose() * X).inverse();
  const Eigen::Vector2d theta = inverse * (X.transpose() * y);
  return {theta[0], theta[1]};
}

bool agree(const LinePoints& points, const Coordinates& one, const Coordinates& other) {
  const double height = std::max(points.y.lpNorm<Eigen::Infinity>(), 1e-300);
  for (const double x : {points.x.minCoeff(), points.mean, points.x.maxCoeff()}) {
    const double apart = (one[0] - other[0]) * x + (one[1] - other[1]);
    if (!(std::abs(apart) <= 1e-6 * height)) return false;
  }
  return true;
}

}  // namespace

LinePoints::LinePoints(std::span<const double> coordinates) {
  if (coordinates.size() % 2 != 0 || coordinates.size() > 2 * maxSize) {
    throw Error("pointsWithXAndY", {{"max", maxSize}});
  }
  for (const double coordinate : coordinates) {
    requireRange("coordinate", coordinate, -largest, largest);
  }
  using Strided = Eigen::Map<const Vector<double>, 0, Eigen::InnerStride<2>>;
  const auto count = static_cast<Index>(coordinates.size() / 2);
  if (count == 0) return;
  x = Strided(coordinates.data(), count);
  y = Strided(coordinates.data() + 1, count);
  mean = x.mean();
  if ((x.array() == x[0]).all()) mean = x[0];
  deviation = std::sqrt((x.array() - mean).square().mean());
}

std::optional<LeastSquares> leastSquares(const LinePoints& points) {
  if (!points.determinesLine()) return {};
  LeastSquares best{bySums(points.x, points.y), bestLine(points.x, points.y),
                    byMatrices(points.x, points.y), 0, true};
  best.value = lineError(points.x, points.y, best.covariance[0], best.covariance[1]);
  best.agree =
      agree(points, best.sums, best.covariance) && agree(points, best.matrix, best.covariance);
  return best;
}

double predict(std::span<const double> line, double x) {
  requireSize("line", line.size(), 2);
  return line[0] * x + line[1];
}

std::vector<double> serverPoints() {
  Random random(24);
  std::vector<double> points;
  for (int i = 0; i < 24; ++i) {
    const double servers = std::round(30 + 15.5 * i + random.uniform(-7, 7));
    const double power = 14 + 0.38 * servers + 6 * random.normal();
    points.push_back(servers);
    points.push_back(std::round(10 * power) / 10);
  }
  return points;
}

}  // namespace dd
