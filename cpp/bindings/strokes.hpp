#pragma once

#include <stdexcept>
#include <vector>

#include "bindings/convert.hpp"
#include "ink/ink.hpp"

namespace dd::bindings {

/// Strokes from their points x, y, x, y, … (Float32Array) and the number of points in each
/// (Int32Array). Throws std::invalid_argument when these do not add up.
inline std::vector<Stroke> readStrokes(const val& points, const val& lengths) {
  const std::vector<float> coordinates = readFloats(points, "The points");
  std::vector<Stroke> strokes;
  std::size_t next = 0;
  for (const std::int32_t length : readIntegers(lengths, "The stroke lengths")) {
    if (length < 0 || next + 2 * static_cast<std::size_t>(length) > coordinates.size()) {
      throw std::invalid_argument("The stroke lengths do not add up to the number of points.");
    }
    Stroke& stroke = strokes.emplace_back();
    for (std::int32_t i = 0; i < length; ++i, next += 2) {
      stroke.push_back({coordinates[next], coordinates[next + 1]});
    }
  }
  if (next != coordinates.size()) {
    throw std::invalid_argument("The stroke lengths do not add up to the number of points.");
  }
  return strokes;
}

}  // namespace dd::bindings
