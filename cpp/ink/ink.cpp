#include "ink/ink.hpp"

#include <algorithm>
#include <cmath>

#include "descent/error.hpp"

namespace dd {
namespace {

/// Points closer than this to the one before, in pixels of the frame, do not show.
constexpr float thinning = 0.05f;

/// A drawing smaller than this fraction of its coordinates is a dot: what is left is their
/// rounding.
constexpr float dotFraction = 1e-5f;

void validate(const PenStyle& pen) {
  const float largest = inkBox - 1.0f;
  requireRange("penWidth", pen.width, 0, largest);
  if (!(pen.softness > 0.0f && pen.softness <= largest - pen.width)) {
    throw Error("penSoftness", {{"value", pen.softness}, {"max", largest - pen.width}});
  }
  requireRange("penBox", pen.box, inkBox, imageSide);
  requireFinite("penCentre", std::isfinite(pen.centre.x) && std::isfinite(pen.centre.y));
}

/// From the drawing's unit to the frame's pixels: (p − from) · scale + to.
struct Placement {
  Point from;
  float scale;
  Point to;
  Point operator()(Point p) const {
    return {(p.x - from.x) * scale + to.x, (p.y - from.y) * scale + to.y};
  }
};

/// For each pixel the squared distance from its centre to the nearest stroke, exact up to `reach`.
class DistanceField {
 public:
  explicit DistanceField(float reach) : reach_(reach) {
    squared_.fill(std::numeric_limits<float>::max());
  }

  void addSegment(Point a, Point b) {
    const float dx = b.x - a.x, dy = b.y - a.y;
    const float lengthSquared = dx * dx + dy * dy;
    const float inverse = lengthSquared > 0.0f ? 1.0f / lengthSquared : 0.0f;
    const float left = std::min(a.x, b.x) - reach_, right = std::max(a.x, b.x) + reach_;
    const int top = firstPixel(std::min(a.y, b.y) - reach_);
    const int bottom = lastPixel(std::max(a.y, b.y) + reach_);
    // A long slanted segment touches only a part of each row in its bounding box.
    const bool slanted = std::abs(dy) > reach_;
    const float slope = slanted ? dx / dy : 0.0f;
    const float halfRow = slanted ? reach_ * std::sqrt(lengthSquared) / std::abs(dy) : 0.0f;
    for (int y = top; y <= bottom; ++y) {
      const float py = static_cast<float>(y) - a.y;
      const float middle = a.x + slope * py;
      const int first = firstPixel(slanted ? std::max(left, middle - halfRow) : left);
      const int last = lastPixel(slanted ? std::min(right, middle + halfRow) : right);
      float* row = squared_.data() + y * imageSide;
      for (int x = first; x <= last; ++x) {
        const float px = static_cast<float>(x) - a.x;
        const float along = std::clamp((px * dx + py * dy) * inverse, 0.0f, 1.0f);
        const float ex = px - along * dx, ey = py - along * dy;
        row[x] = std::min(row[x], ex * ex + ey * ey);
      }
    }
  }

  /// Coverage: 1 inside the pen, 0 beyond `reach`, 3t² − 2t³ over the soft edge between, whose
  /// shares of faint, middling and full pixels come closer to MNIST's than those of a linear edge.
  Image coverage(float softness) const {
    Image image;
    for (int i = 0; i < imagePixels; ++i) {
      const float distance = std::sqrt(squared_[i]);
      const float t = std::clamp((reach_ - distance) / softness, 0.0f, 1.0f);
      image[i] = t * t * (3.0f - 2.0f * t);
    }
    return image;
  }

 private:
  static int firstPixel(float v) { return std::max(0, static_cast<int>(std::ceil(v))); }
  static int lastPixel(float v) { return std::min(imageSide - 1, static_cast<int>(std::floor(v))); }

  float reach_;
  std::array<float, imagePixels> squared_;
};

Image draw(std::span<const Stroke> strokes, const Placement& place, float reach, float softness) {
  DistanceField field(reach);
  for (const Stroke& stroke : strokes) {
    if (stroke.empty()) continue;
    Point last = place(stroke.front());
    field.addSegment(last, last);
    for (std::size_t i = 1; i < stroke.size(); ++i) {
      const Point p = place(stroke[i]);
      const float dx = p.x - last.x, dy = p.y - last.y;
      if (i + 1 < stroke.size() && dx * dx + dy * dy < thinning * thinning) continue;
      field.addSegment(last, p);
      last = p;
    }
  }
  return field.coverage(softness);
}

Point centreOfMass(const Image& image) {
  float mass = 0.0f, momentX = 0.0f, momentY = 0.0f;
  for (int y = 0; y < imageSide; ++y) {
    for (int x = 0; x < imageSide; ++x) {
      const float ink = image[y * imageSide + x];
      mass += ink;
      momentX += ink * static_cast<float>(x);
      momentY += ink * static_cast<float>(y);
    }
  }
  return {momentX / mass, momentY / mass};
}

/// The ink moved by whole pixels, as near to the distance wanted as the frame allows.
Image moved(const Image& image, float wantedX, float wantedY) {
  int left = imageSide, right = -1, top = imageSide, bottom = -1;
  for (int y = 0; y < imageSide; ++y) {
    for (int x = 0; x < imageSide; ++x) {
      if (image[y * imageSide + x] == 0.0f) continue;
      left = std::min(left, x), right = std::max(right, x);
      top = std::min(top, y), bottom = std::max(bottom, y);
    }
  }
  if (right < left) return image;  // a pen so fine that it misses every pixel
  const float side = imageSide;    // farther is out of the frame anyway
  const auto whole = [side](float wanted, int low, int high) {
    const float limited = std::clamp(wanted, -side, side);
    return std::clamp(static_cast<int>(std::floor(limited + 0.5f)), low, high);
  };
  const int dx = whole(wantedX, -left, imageSide - 1 - right);
  const int dy = whole(wantedY, -top, imageSide - 1 - bottom);
  Image result{};
  for (int y = top; y <= bottom; ++y) {
    for (int x = left; x <= right; ++x) {
      result[(y + dy) * imageSide + x + dx] = image[y * imageSide + x];
    }
  }
  return result;
}

/// Where the middle of a box with this half side may go, nearest to `wanted`, to stay in the frame.
float keepInside(float wanted, float half) {
  const float last = static_cast<float>(imageSide) - 1.0f;
  return std::clamp(wanted, half - 0.5f, std::max(half - 0.5f, last + 0.5f - half));
}

}  // namespace

Bounds boundsOf(std::span<const Stroke> strokes) {
  Bounds bounds;
  for (std::size_t s = 0; s < strokes.size(); ++s) {
    for (std::size_t i = 0; i < strokes[s].size(); ++i) {
      const Point p = strokes[s][i];
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
        throw Error("penPoint", {{"point", i}, {"stroke", s}, {"x", p.x}, {"y", p.y}});
      }
      bounds.left = std::min(bounds.left, p.x);
      bounds.right = std::max(bounds.right, p.x);
      bounds.top = std::min(bounds.top, p.y);
      bounds.bottom = std::max(bounds.bottom, p.y);
    }
  }
  return bounds;
}

std::optional<Image> imageFromStrokes(std::span<const Stroke> strokes, const PenStyle& pen) {
  validate(pen);
  const Bounds bounds = boundsOf(strokes);
  if (bounds.empty()) return std::nullopt;

  // Halving first keeps sums and differences of the largest floats finite.
  const float halfWidth = bounds.right / 2 - bounds.left / 2;
  const float halfHeight = bounds.bottom / 2 - bounds.top / 2;
  const float halfSide = std::max(halfWidth, halfHeight);
  const float magnitude = std::max({std::abs(bounds.left), std::abs(bounds.right),
                                    std::abs(bounds.top), std::abs(bounds.bottom)});
  const float reach = (pen.width + pen.softness) / 2;
  const bool isDot = halfSide <= magnitude * dotFraction / 2;

  constexpr float middle = (imageSide - 1) / 2.0f;
  Placement place{.from = {bounds.left / 2 + bounds.right / 2, bounds.top / 2 + bounds.bottom / 2},
                  .scale = isDot ? 0.0f : (pen.box / 2 - reach) / halfSide,
                  .to = {middle, middle}};
  const Image image = draw(strokes, place, reach, pen.softness);
  const Point centre = centreOfMass(image);
  if (pen.wholePixels) return moved(image, pen.centre.x - centre.x, pen.centre.y - centre.y);
  place.to = {keepInside(middle + pen.centre.x - centre.x, halfWidth * place.scale + reach),
              keepInside(middle + pen.centre.y - centre.y, halfHeight * place.scale + reach)};
  return draw(strokes, place, reach, pen.softness);
}

}  // namespace dd
