#pragma once

#include "ink/ink.hpp"

namespace dd {

/// The linear map p ↦ (xx·x + xy·y, yx·x + yy·y).
struct Linear {
  float xx, xy, yx, yy;

  Point operator()(Point p) const { return {xx * p.x + xy * p.y, yx * p.x + yy * p.y}; }

  Linear inverse() const {
    const float determinant = xx * yy - xy * yx;
    return {yy / determinant, -xy / determinant, -yx / determinant, xx / determinant};
  }

  /// Turns by `angle` (radians, within about ±1), after a shear of x by y, after a change of size.
  ///
  /// The rotation is the rational one, (1 − t², 2t) / (1 + t²) with t = angle/2 + angle³/24 ≈
  /// tan(angle/2): built from +, −, ×, ÷ alone, it is the same to the last bit on every machine,
  /// where sin and cos are not.
  static Linear compose(float angle, float shear, float width, float height) {
    const float t = angle / 2 + angle * angle * angle / 24;
    const float cosine = (1 - t * t) / (1 + t * t), sine = 2 * t / (1 + t * t);
    const float shearX = shear * height;
    return {cosine * width, cosine * shearX - sine * height, sine * width,
            sine * shearX + cosine * height};
  }
};

}  // namespace dd
