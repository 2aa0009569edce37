#include "data/augmentation.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "data/affine.hpp"

namespace dd {
namespace {

void expectRange(const char* name, float value, float most) {
  if (value >= 0.0f && value <= most) return;
  throw std::invalid_argument(std::string("The range of the ") + name + " must be 0 … " +
                              std::to_string(most) + "; it is " + std::to_string(value) + ".");
}

struct Affine {
  Linear linear;
  Point translation;  // pixels
};

Affine drawAffine(const AffineAugmentation& ranges, Random& random) {
  expectRange("rotation", ranges.rotation, 1.0f);
  expectRange("shear", ranges.shear, 2.0f);
  expectRange("scale", ranges.scale, 0.9f);
  expectRange("aspect", ranges.aspect, 0.9f);
  expectRange("translation", ranges.translation, imageSide);
  const auto within = [&](float range) {
    return static_cast<float>(random.uniform(-1, 1)) * range;
  };
  const float rotation = within(ranges.rotation);
  const float shear = within(ranges.shear);
  const float scale = 1.0f + within(ranges.scale);
  const float aspect = 1.0f + within(ranges.aspect);
  const float x = within(ranges.translation);
  const float y = within(ranges.translation);
  return {Linear::compose(rotation, shear, scale * aspect, scale / aspect), {x, y}};
}

}  // namespace

void augment(std::span<const std::uint8_t, imagePixels> in, const AffineAugmentation& ranges,
             Random& random, std::span<float> out) {
  if (out.size() != imagePixels) {
    throw std::invalid_argument("An augmented image takes 784 values; the output has " +
                                std::to_string(out.size()) + ".");
  }
  const Affine affine = drawAffine(ranges, random);
  const Linear back = affine.linear.inverse();
  constexpr float centre = imageSide / 2;
  const auto pixel = [&](int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < imageSide && y < imageSide;
    return inside ? static_cast<float>(in[y * imageSide + x]) / 255.0f : 0.0f;
  };
  for (int y = 0; y < imageSide; ++y) {
    for (int x = 0; x < imageSide; ++x) {
      const Point source = back({static_cast<float>(x) - centre - affine.translation.x,
                                 static_cast<float>(y) - centre - affine.translation.y});
      const float sx = source.x + centre, sy = source.y + centre;
      const float left = std::floor(sx), top = std::floor(sy);
      const float right = sx - left, below = sy - top;  // weights of the further neighbours
      const int column = static_cast<int>(left), row = static_cast<int>(top);
      const float upper = pixel(column, row) * (1 - right) + pixel(column + 1, row) * right;
      const float lower = pixel(column, row + 1) * (1 - right) + pixel(column + 1, row + 1) * right;
      out[y * imageSide + x] = upper * (1 - below) + lower * below;
    }
  }
}

std::vector<Stroke> augmentStrokes(const std::vector<Stroke>& strokes,
                                   const AffineAugmentation& ranges, Random& random) {
  const Affine affine = drawAffine(ranges, random);
  const Bounds bounds = boundsOf(strokes);
  if (bounds.empty()) return strokes;
  const Point middle = {(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2};
  const float pixelSize = std::max(bounds.right - bounds.left, bounds.bottom - bounds.top) / inkBox;
  std::vector<Stroke> result = strokes;
  for (Stroke& stroke : result) {
    for (Point& p : stroke) {
      const Point mapped = affine.linear({p.x - middle.x, p.y - middle.y});
      p = {mapped.x + middle.x + affine.translation.x * pixelSize,
           mapped.y + middle.y + affine.translation.y * pixelSize};
    }
  }
  return result;
}

}  // namespace dd
