#pragma once

#include <vector>

#include "descent/types.hpp"

namespace dd {

/// A path of points of the plane, x, y, x, y, …: of the first steps each, later each that is 3 %
/// later, and the last.
class ThinnedPath {
 public:
  /// Up to step `whole`, all are kept.
  explicit ThinnedPath(Index whole) : whole_(whole) {}

  /// For each step in turn, from 0 on.
  template <class Point>
  void add(Index step, const Point& point) {
    if (step >= next_) keep(step, point);
  }
  /// For the last step, which may have been added already.
  template <class Point>
  void end(Index step, const Point& point) {
    if (step > kept_) keep(step, point);
  }
  const std::vector<double>& points() const { return points_; }

 private:
  template <class Point>
  void keep(Index step, const Point& point) {
    points_.insert(points_.end(), {point[0], point[1]});
    kept_ = step;
    next_ = step < whole_ ? step + 1 : step + step / 32;
  }

  std::vector<double> points_;
  Index whole_, next_ = 0, kept_ = -1;
};

}  // namespace dd
