#pragma once

#include <cstdint>
#include <vector>

#include "descent/types.hpp"

namespace dd {

/// Where θ has been: a bounded list of copies, evenly spread over the steps however many there are.
///
/// When the list is full, every second copy goes and copies are taken half as often from then on.
class TrainingPath {
 public:
  struct Point {
    std::int64_t step;
    Vector<float> theta;
  };

  /// Begins anew at θ.
  void restart(std::int64_t step, ConstVectorRef<float> theta);
  /// Copies θ when it is time for the next point. `step` never falls between restarts.
  void record(std::int64_t step, ConstVectorRef<float> theta);

  const std::vector<Point>& points() const { return points_; }

  static constexpr std::size_t maxPoints = 64;
  static constexpr std::size_t minPoints = 8;
  /// What the copies may take together, unless they would then be fewer than `minPoints`.
  static constexpr std::size_t maxBytes = std::size_t{32} << 20;

 private:
  std::vector<Point> points_;
  std::int64_t interval_ = 1;  ///< steps between two points
};

}  // namespace dd
