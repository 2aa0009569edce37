#pragma once

#include <span>
#include <vector>

#include "descent/random.hpp"
#include "ink/ink.hpp"

namespace dd {

/// A point of a letter or symbol; units: hundredths of its height, y down, x from the left.
struct ShapePoint {
  enum class Kind {
    corner,  ///< begins a stroke that goes straight from point to point
    curve,   ///< begins a stroke whose corners are rounded
    on       ///< goes on with the stroke
  };
  float x, y;
  Kind kind;
};

/// One kind of non-digit: a fixed shape, which is varied when drawn, or a shape that is new each
/// time.
struct NonDigitKind {
  const char* name;
  std::span<const ShapePoint> shape;  ///< empty if `draw` makes the shape
  std::vector<Stroke> (*draw)(Random& random) = nullptr;
};

std::span<const NonDigitKind> trainingNonDigits();
std::span<const NonDigitKind> unseenNonDigits();

}  // namespace dd
