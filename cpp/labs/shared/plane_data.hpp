#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "descent/named.hpp"
#include "descent/types.hpp"
#include "nn/samples.hpp"

namespace dd {

/// Labelled points of the plane.
struct PlanePoints {
  Matrix<float> x;          ///< (points × 2)
  std::vector<int> labels;  ///< 0 … classes − 1

  Index size() const { return x.rows(); }
};

/// Points as the trainer reads them.
class PlaneSamples final : public Samples {
 public:
  explicit PlaneSamples(PlanePoints points) : points_(std::move(points)) {}

  std::size_t size() const override { return points_.labels.size(); }
  std::size_t inputs() const override { return 2; }
  int label(std::size_t sample) const override { return points_.labels[sample]; }
  void read(std::size_t sample, std::span<float> row) override {
    const auto i = static_cast<Index>(sample);
    row[0] = points_.x(i, 0);
    row[1] = points_.x(i, 1);
  }
  const PlanePoints& points() const { return points_; }

 private:
  PlanePoints points_;
};

enum class PlaneShape {
  circles,  ///< rings about one another, the first class in the middle
  xor_,     ///< sectors of 90° with two classes, opposite ones alike; 180° / classes in general
  spirals,  ///< arms turned about the middle
  moons,    ///< half circles that reach into one another
  blobs,    ///< normal clouds about the corners of a regular polygon
  own,      ///< no points but those of the user
};
template <>
inline constexpr NameList namesOf<PlaneShape>{
    "shape", {"circles", "xor", "spirals", "moons", "blobs", "own"}};

struct PlaneDataSettings {
  PlaneShape shape = PlaneShape::spirals;
  int classes = 2;           ///< 2 … maxClasses
  int pointsPerClass = 150;  ///< 1 … 1,000
  double noise = 0.1;        ///< 0 … 1
  double testShare = 0.3;    ///< 0 … 0.9
  std::uint64_t seed = 1;
  std::vector<double> own = {};  ///< x, y, class of each point of the user, |x|, |y| ≤ planeRadius

  static constexpr int maxClasses = 5;
  static constexpr std::size_t maxOwn = 200;
};

/// All points lie in |x|, |y| ≤ planeRadius.
inline constexpr double planeRadius = 3;

struct PlaneData {
  PlanePoints train, test;
};

/// The points of a shape, of which the last `testShare` of each class is kept for the test. Points
/// of the user are all for training; where there are no others, each fourth of a class is for the
/// test. Throws Error when a setting is out of range.
PlaneData makePlaneData(const PlaneDataSettings& settings);

}  // namespace dd
