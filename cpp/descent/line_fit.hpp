#pragma once

#include <string_view>
#include <vector>

#include "descent/line.hpp"
#include "descent/named.hpp"
#include "descent/trajectory.hpp"

namespace dd {

/// How the x of the points are scaled before the fit.
enum class Scaling {
  none,      ///< as they are
  unit,      ///< divided by the largest |x|: into −1 … 1
  standard,  ///< to mean 0 and standard deviation 1: the valley becomes round (L = 1 both ways)
};
template <>
inline constexpr NameList namesOf<Scaling>{"scaling", {"none", "unit", "standard"}};

/// The mean squared error of a line, J(w, b) = ½·meanᵢ (w·zᵢ + b − yᵢ)², over a handful of points.
class LineFit final : public Objective<double> {
 public:
  /// `points` holds x, y, x, y, … of 2 … 100,000 points with finite coordinates, whose x are not
  /// all alike; throws Error otherwise.
  LineFit(std::span<const double> points, Scaling scaling);

  /// Twenty points about y = 0.97·x + 0.52.
  static std::vector<double> defaultPoints();

  Index size() const { return z_.size(); }
  Index dimension() const override { return 2; }
  double value(ConstVectorRef<double> theta) override;
  double valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) override;

  /// The gradient of the mean over the points in `batch` alone.
  void batchGradient(std::span<const std::uint32_t> batch, ConstVectorRef<double> theta,
                     VectorRef<double> gradient) const;

  /// Name "line-fit"; the minimum is the least-squares solution, the curvature the larger
  /// eigenvalue of [[mean z², mean z], [mean z, 1]].
  FunctionFacts facts() const;

  const Vector<double>& z() const { return z_; }

  /// (w, b) of the same line over the x as they were given.
  Coordinates inOriginalScale(double w, double b) const { return scaling_.overX(w, b); }

 private:
  Vector<double> z_, y_;
  InputScaling scaling_;
};

/// Descends with the gradient of `batchSize` points a step, drawn without replacement from a new
/// shuffle for each pass; the last batch of a pass may be smaller. A batch of all points or more is
/// the exact gradient. Throws Error as descend does, and for a batch size below 1.
Trajectory descendLineFit(LineFit& fit, const DescentSettings& settings, Index batchSize,
                          Random random);

}  // namespace dd
