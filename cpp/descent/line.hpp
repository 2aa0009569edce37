#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "descent/functions.hpp"
#include "descent/random.hpp"

namespace dd {

/// The mean squared error of a line, J(w, b) = ½·mean (w·x + b − y)².
double lineError(const Vector<double>& x, const Vector<double>& y, double w, double b);

/// The (w, b) of the smallest error: w = cov(x, y) / var(x), b = mean y − w·mean x; not finite
/// where all x are alike.
Coordinates bestLine(const Vector<double>& x, const Vector<double>& y);

/// The eigenvalues of the Hessian of J, [[mean x², mean x], [mean x, 1]], the larger one first. The
/// variance of x, its determinant, is asked for since mean x² − (mean x)² would cancel.
Coordinates lineCurvatures(double meanSquare, double mean, double variance);

/// How inputs are scaled before a line is fitted over them: z = (x − mean) / deviation.
struct InputScaling {
  double mean = 0, deviation = 1;

  Vector<double> operator()(const Vector<double>& x) const {
    return (x.array() - mean) / deviation;
  }
  /// (w, b) over z as the same line over x, and back.
  Coordinates overX(double w, double b) const { return {w / deviation, b - w * mean / deviation}; }
  Coordinates overZ(double w, double b) const { return {w * deviation, b + w * mean}; }
};

/// Mini-batches of `count` samples: each pass goes through a new shuffle, and its last batch may be
/// smaller.
class ShuffledBatches {
 public:
  ShuffledBatches(Index count, Index batchSize, Random random);
  /// The numbers of the next batch's samples.
  std::span<const std::uint32_t> next();

 private:
  std::vector<std::uint32_t> order_;
  std::size_t next_, size_;
  Random random_;
};

}  // namespace dd
