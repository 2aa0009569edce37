#include "data/elastic.hpp"

#include <algorithm>

#include "descent/error.hpp"

namespace dd {
namespace {

constexpr float squareRootOf3 = 1.7320508f;

/// ∫ B₃²: the mean of the squared weights' sum along one axis. The sum over the plane has its
/// square.
constexpr float meanSquareWeight = 151.0f / 315.0f;

}  // namespace

ElasticField::ElasticField(float smoothness) {
  requireRange("smoothness", smoothness, minSmoothness, maxSmoothness);
  spacing_ = smoothness * squareRootOf3;
  nodes_ = static_cast<int>((imageSide - 1) / spacing_) + 4;
  for (int i = 0; i < imageSide; ++i) pixels_[i] = weightsAt(static_cast<float>(i));
}

void ElasticField::draw(float amplitude, Random& random) {
  // A uniform number of −√3 … √3 has variance 1.
  const float range = amplitude / meanSquareWeight * squareRootOf3;
  for (int i = 0; i < nodes_ * nodes_; ++i) {
    const auto x = static_cast<float>(random.uniform(-1, 1));
    const auto y = static_cast<float>(random.uniform(-1, 1));
    values_[i] = {range * x, range * y};
  }
}

ElasticField::Weights ElasticField::weightsAt(float coordinate) const {
  const float position = std::clamp(coordinate, 0.0f, imageSide - 1.0f) / spacing_;
  const int first = std::min(static_cast<int>(position), nodes_ - 4);
  const float t = position - static_cast<float>(first), s = 1 - t;
  return {first,
          {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6,
           t * t * t / 6}};
}

Point ElasticField::sum(const Weights& x, const Weights& y) const {
  Point total{0, 0};
  for (int row = 0; row < 4; ++row) {
    const Point* nodes = values_.data() + (y.first + row) * nodes_ + x.first;
    Point line{0, 0};
    for (int column = 0; column < 4; ++column) {
      line.x += x.of[column] * nodes[column].x;
      line.y += x.of[column] * nodes[column].y;
    }
    total.x += y.of[row] * line.x;
    total.y += y.of[row] * line.y;
  }
  return total;
}

Point ElasticField::at(float x, float y) const { return sum(weightsAt(x), weightsAt(y)); }

Point ElasticField::atPixel(int x, int y) const { return sum(pixels_[x], pixels_[y]); }

}  // namespace dd
