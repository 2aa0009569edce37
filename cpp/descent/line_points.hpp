#pragma once

#include <optional>
#include <span>
#include <vector>

#include "descent/line.hpp"

namespace dd {

/// Points that a reader has placed at will, so that they may be few or stand above one another.
struct LinePoints {
  /// `coordinates` holds x, y, x, y, … of 0 … 200 points with |x|, |y| ≤ 10⁹; throws
  /// Error otherwise.
  explicit LinePoints(std::span<const double> coordinates);

  Index size() const { return x.size(); }

  Vector<double> x, y;
  /// Of x; 0 exactly when all x are alike (or there are none).
  double mean = 0, deviation = 0;
  /// Two different x, without which no line is the best one.
  bool determinesLine() const { return deviation > 0; }

  static constexpr std::size_t maxSize = 200;
};

/// The line with the least squared error by three formulas for the same (w, b). They agree on
/// paper; in floating point, sums of large squares cancel where deviations from the mean do not.
struct LeastSquares {
  Coordinates sums;  ///< w = (m·Σxy − Σx·Σy) / (m·Σx² − (Σx)²), b = (Σy − w·Σx) / m
  Coordinates covariance;  ///< w = cov(x, y) / var(x), b = mean y − w·mean x
  Coordinates matrix;      ///< (XᵀX)⁻¹Xᵀy with the rows (x, 1) in X
  double value;            ///< J of the second, the most exact one
  bool agree;  ///< to a millionth: of the height of the points, at the middle and both ends of x
};

/// Empty where the points determine no line. Where a formula divides by zero its (w, b) are not
/// finite.
std::optional<LeastSquares> leastSquares(const LinePoints& points);

/// w·x + b. Throws Error unless `line` is a w and a b.
double predict(std::span<const double> line, double x);

/// Twenty-four made-up data centres: x servers against y kW of cooling power, about
/// y = 0.38·x + 14 with noise of 6 kW; the same ones at each call.
std::vector<double> serverPoints();

}  // namespace dd
