#pragma once

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace dd {

constexpr int imageSide = 28;
constexpr int imagePixels = imageSide * imageSide;

/// The picture that a network sees: 28×28, row-major, 0 (paper) … 1 (ink).
using Image = std::array<float, imagePixels>;

/// A pen position; any unit, y down.
struct Point {
  float x, y;
};
using Stroke = std::vector<Point>;

/// The smallest upright box around some points; empty until there is one.
struct Bounds {
  float left = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  float top = std::numeric_limits<float>::max();
  float bottom = std::numeric_limits<float>::lowest();
  bool empty() const { return left > right; }
};

/// Throws Error when a coordinate is not finite.
Bounds boundsOf(std::span<const Stroke> strokes);

/// MNIST fits every digit into a box of this many pixels, keeping its proportions (LeCun, Bottou,
/// Bengio, Haffner: "Gradient-Based Learning Applied to Document Recognition", 1998, III.A).
constexpr float inkBox = 20.0f;

/// How a stroke is drawn into the 28×28 frame. Lengths are in the frame's pixels; pixel (column i,
/// row j) has its centre at (i, j), so the frame reaches from −0.5 to 27.5.
struct PenStyle {
  /// Distance between the two edges of a stroke, where its coverage is ½.
  float width = 2.4f;
  /// Breadth of the edge, over which the coverage falls from 1 to 0; > 0.
  float softness = 1.3f;
  /// Where the centre of mass goes. MNIST's images have it at pixel (14, 14).
  Point centre = {14.0f, 14.0f};
  /// Side of the square that the drawing fills, the soft edge included. MNIST's digits fill 20
  /// pixels from half coverage to half coverage, which takes 20 + softness.
  float box = inkBox;
  /// Whether the drawing is moved by whole pixels only, as MNIST's images were: its longer side
  /// then begins and ends between two pixels, and the centre is met to half a pixel.
  bool wholePixels = false;
};

/// Draws pen strokes the way MNIST's images were prepared: the longer side of the drawing, pen
/// included, fills `pen.box`, and the centre of mass of the ink goes to `pen.centre`, as far as all
/// ink stays inside the frame. Moving the drawing or changing its size does not change the image.
///
/// The strokes are drawn as vectors with a round pen, so the line has the breadth of MNIST's
/// whatever the screen showed. A stroke of one point is a dot, and so is a drawing whose points all
/// coincide to within rounding. Strokes without points are ignored.
///
/// Returns nothing when there is no point at all. Throws Error when a coordinate is
/// not finite, or when the pen's width is not in 0 … 19, its softness not in (0, 19 − width], or
/// its box not in 20 … 28.
std::optional<Image> imageFromStrokes(std::span<const Stroke> strokes, const PenStyle& pen = {});

}  // namespace dd
