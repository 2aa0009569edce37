#include "data/augmentation.hpp"

#include <algorithm>
#include <cmath>

#include "data/affine.hpp"
#include "descent/error.hpp"

namespace dd {
namespace {

/// A pixel with this much ink (of 255) belongs to the digit when its height and width are taken.
constexpr int inkThreshold = 26;

/// MNIST's edges are about this broad, in pixels, see PenStyle::softness.
constexpr float edge = 1.3f;

/// Where an eraser comes down: tried so often for a spot with ink.
constexpr int eraserTries = 8;
constexpr float minEraser = 0.7f, maxEraser = 1.8f;  // its radius in pixels

float within(float range, Random& random) {
  return static_cast<float>(random.uniform(-1, 1)) * range;
}

/// Width and height that an aspect asks for, the longer side of a box of this size kept.
Point sidesFor(float aspect, float width, float height) {
  const float wider = 1.0f + aspect;
  const float longest = std::max(width, height);
  const float fit = longest > 0.0f ? longest / std::max(width * wider, height / wider) : 1.0f;
  return {wider * fit, fit / wider};
}

Bounds inkBounds(std::span<const std::uint8_t, imagePixels> image) {
  Bounds bounds;
  for (int y = 0; y < imageSide; ++y) {
    for (int x = 0; x < imageSide; ++x) {
      if (image[y * imageSide + x] < inkThreshold) continue;
      const auto column = static_cast<float>(x), row = static_cast<float>(y);
      bounds.left = std::min(bounds.left, column);
      bounds.right = std::max(bounds.right, column);
      bounds.top = std::min(bounds.top, row);
      bounds.bottom = std::max(bounds.bottom, row);
    }
  }
  return bounds;
}

}  // namespace

/// What is drawn of a variant's affine map before the digit's size is known.
struct Augmentation::Affine {
  float rotation, shear, scale, aspect;
  Point translation;

  Linear linear(float width, float height) const {
    const Point sides = sidesFor(aspect, width, height);
    return Linear::compose(rotation, shear, (1.0f + scale) * sides.x, (1.0f + scale) * sides.y);
  }
};

Augmentation::Augmentation(const AugmentationRanges& ranges)
    : ranges_(ranges), elastic_(ranges.smoothness) {
  requireRange("rotation", ranges.rotation, 0, 1);
  requireRange("shear", ranges.shear, 0, 2);
  requireRange("scale", ranges.scale, 0, 0.9f);
  requireRange("aspect", ranges.aspect, 0, 0.9f);
  requireRange("translation", ranges.translation, 0, imageSide);
  requireRange("displacement", ranges.displacement, 0, 5);
  requireRange("penWidthRange", ranges.penWidth, 0, 1);
  requireRange("erasure", ranges.erasure, 0, 1);
}

/// Six numbers, whatever the ranges are.
Augmentation::Affine Augmentation::drawAffine(Random& random) const {
  Affine affine;
  affine.rotation = within(ranges_.rotation, random);
  affine.shear = within(ranges_.shear, random);
  affine.scale = within(ranges_.scale, random);
  affine.aspect = within(ranges_.aspect, random);
  affine.translation.x = within(ranges_.translation, random);
  affine.translation.y = within(ranges_.translation, random);
  return affine;
}

void Augmentation::image(std::span<const std::uint8_t, imagePixels> in, Random& random,
                         std::span<float> out) {
  requireSize("image", out.size(), imagePixels);
  const Affine affine = drawAffine(random);
  const Bounds ink = ranges_.aspect > 0.0f ? inkBounds(in) : Bounds{};
  const Linear back =
      (ink.empty() ? affine.linear(1, 1)
                   : affine.linear(ink.right - ink.left + 1, ink.bottom - ink.top + 1))
          .inverse();
  const bool isElastic = ranges_.displacement > 0.0f;
  if (isElastic) elastic_.draw(static_cast<float>(random.uniform()) * ranges_.displacement, random);
  constexpr float centre = imageSide / 2;
  for (int y = 0; y < imageSide; ++y) {
    for (int x = 0; x < imageSide; ++x) {
      Point p = {static_cast<float>(x) - centre - affine.translation.x,
                 static_cast<float>(y) - centre - affine.translation.y};
      if (isElastic) {
        const Point moved = elastic_.atPixel(x, y);
        p = {p.x - moved.x, p.y - moved.y};
      }
      const Point source = back(p);
      const float sx = source.x + centre, sy = source.y + centre;
      const float left = std::floor(sx), top = std::floor(sy);
      float& target = out[y * imageSide + x];
      if (!(left >= -1 && top >= -1 && left < imageSide && top < imageSide)) {
        target = 0.0f;
        continue;
      }
      const float right = sx - left, below = sy - top;  // weights of the further neighbours
      const int column = static_cast<int>(left), row = static_cast<int>(top);
      const auto pixel = [&](int i, int j) {
        const bool inside = i >= 0 && j >= 0 && i < imageSide && j < imageSide;
        return inside ? static_cast<float>(in[j * imageSide + i]) / 255.0f : 0.0f;
      };
      const float upper = pixel(column, row) * (1 - right) + pixel(column + 1, row) * right;
      const float lower = pixel(column, row + 1) * (1 - right) + pixel(column + 1, row + 1) * right;
      target = upper * (1 - below) + lower * below;
    }
  }
  if (ranges_.penWidth > 0.0f) changePen(random, out);
  if (ranges_.erasure > 0.0f && random.uniform() < ranges_.erasure) erase(random, out);
}

/// Outwards, each pixel goes a part of the way to the darkest of its four neighbours: a straight
/// edge moves by that part of a pixel. Inwards, where lines of two pixels would be lost that way,
/// the faint part of the edges is taken off and the rest stretched to what was darkest.
void Augmentation::changePen(Random& random, std::span<float> image) {
  const float outwards = within(ranges_.penWidth, random);
  if (outwards < 0.0f) {
    // An edge that falls linearly from 1 to 0 over `edge` pixels has its middle at ½ + off/2 then.
    const float darkest = *std::max_element(image.begin(), image.end());
    const float off = std::min(-outwards / 2 / (edge / 2), 0.9f) * darkest;
    if (off <= 0.0f) return;
    for (float& ink : image) ink = std::max(0.0f, ink - off) * (darkest / (darkest - off));
    return;
  }
  std::copy(image.begin(), image.end(), before_.begin());
  for (int y = 0; y < imageSide; ++y) {
    for (int x = 0; x < imageSide; ++x) {
      const int i = y * imageSide + x;
      float darkest = before_[i];
      if (x > 0) darkest = std::max(darkest, before_[i - 1]);
      if (x + 1 < imageSide) darkest = std::max(darkest, before_[i + 1]);
      if (y > 0) darkest = std::max(darkest, before_[i - imageSide]);
      if (y + 1 < imageSide) darkest = std::max(darkest, before_[i + imageSide]);
      image[i] += outwards * (darkest - before_[i]);
    }
  }
}

void Augmentation::erase(Random& random, std::span<float> image) const {
  int spot = 0;
  bool found = false;
  for (int attempt = 0; attempt < eraserTries && !found; ++attempt) {
    spot = static_cast<int>(random.below(imagePixels));
    found = image[spot] > 0.5f;
  }
  if (!found) return;
  const auto radius = static_cast<float>(random.uniform(minEraser, maxEraser));
  const int column = spot % imageSide, row = spot / imageSide;
  const int reach = static_cast<int>(radius + 1);
  for (int y = std::max(0, row - reach); y <= std::min(imageSide - 1, row + reach); ++y) {
    for (int x = std::max(0, column - reach); x <= std::min(imageSide - 1, column + reach); ++x) {
      const auto dx = static_cast<float>(x - column), dy = static_cast<float>(y - row);
      const float left = std::sqrt(dx * dx + dy * dy) - radius + 0.5f;
      image[y * imageSide + x] *= std::clamp(left, 0.0f, 1.0f);
    }
  }
}

std::vector<Stroke> Augmentation::strokes(const std::vector<Stroke>& strokes, Random& random) {
  const Affine affine = drawAffine(random);
  const Bounds bounds = boundsOf(strokes);
  if (bounds.empty()) return strokes;
  const float width = bounds.right - bounds.left, height = bounds.bottom - bounds.top;
  const Linear linear = affine.linear(width, height);
  const Point middle = {(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2};
  const float pixelSize = std::max(width, height) / inkBox;
  const bool isElastic = ranges_.displacement > 0.0f && pixelSize > 0.0f;
  if (isElastic) elastic_.draw(static_cast<float>(random.uniform()) * ranges_.displacement, random);
  std::vector<Stroke> result = strokes;
  for (Stroke& stroke : result) {
    for (Point& p : stroke) {
      const Point mapped = linear({p.x - middle.x, p.y - middle.y});
      p = {mapped.x + middle.x + affine.translation.x * pixelSize,
           mapped.y + middle.y + affine.translation.y * pixelSize};
      if (!isElastic) continue;
      constexpr float centre = imageSide / 2;
      const Point moved = elastic_.at(mapped.x / pixelSize + centre, mapped.y / pixelSize + centre);
      p = {p.x + moved.x * pixelSize, p.y + moved.y * pixelSize};
    }
  }
  return result;
}

PenStyle Augmentation::pen(Random& random) const {
  PenStyle pen;
  const float outwards = within(ranges_.penWidth, random);
  pen.width += outwards < 0.0f ? outwards : 2 * outwards;
  const float softer = within(0.2f, random);
  if (ranges_.penWidth > 0.0f) pen.softness *= 1.0f + softer;
  return pen;
}

}  // namespace dd
