#pragma once

#include <array>

#include "descent/random.hpp"
#include "ink/ink.hpp"

namespace dd {

/// A smooth random displacement of the 28×28 frame, as in P. Simard, D. Steinkraus and J. Platt,
/// "Best Practices for Convolutional Neural Networks", 2003: independent random numbers along x and
/// along y, smoothed by a kernel of standard deviation σ.
///
/// Where the paper smooths one number for each pixel with a Gaussian, this smooths one for each
/// node of a grid of spacing σ·√3 with the cubic B-spline, whose standard deviation is σ, too: a
/// twentieth of the work, twice continuously differentiable, and made of +, −, × and ÷ alone, so
/// that it is the same on every machine.
class ElasticField {
 public:
  static constexpr float minSmoothness = 2.0f, maxSmoothness = 14.0f;

  /// `smoothness` is σ, minSmoothness … maxSmoothness pixels; throws Error
  /// otherwise. The field is zero until it is drawn.
  explicit ElasticField(float smoothness);

  /// Draws a new field. Its displacements have mean 0 and, along each axis, the root mean square
  /// `amplitude` (pixels). The paper's α = 34 with σ = 4 amounts to 1.4.
  void draw(float amplitude, Random& random);

  /// The displacement at a position of the frame, in pixels; beyond the frame as at its edge.
  Point at(float x, float y) const;
  /// The same at the centre of a pixel, faster.
  Point atPixel(int x, int y) const;

 private:
  static constexpr int maxNodes = 11;

  /// The nodes that a coordinate lies among: the first of four, and the weights of all of them.
  struct Weights {
    int first;
    std::array<float, 4> of;
  };
  Weights weightsAt(float coordinate) const;
  Point sum(const Weights& x, const Weights& y) const;

  float spacing_;
  int nodes_;  ///< along each axis; node i lies at (i − 1) · spacing
  std::array<Weights, imageSide> pixels_;
  std::array<Point, maxNodes * maxNodes> values_{};
};

}  // namespace dd
