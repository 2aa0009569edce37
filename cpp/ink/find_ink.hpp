#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dd {

/// Row-major grey values.
struct Grey {
  int width, height;
  std::vector<float> values;
  Grey(int w, int h) : width(w), height(h), values(static_cast<std::size_t>(w) * h) {}
  float& at(int x, int y) { return values[static_cast<std::size_t>(y) * width + x]; }
  float at(int x, int y) const { return values[static_cast<std::size_t>(y) * width + x]; }
};

/// The ink of a picture, 0 paper … 1 ink, freed of uneven light, noise and specks; larger pictures
/// are reduced by a whole factor to at most 1024 pixels a side. `rgba` as for imageFromBitmap, its
/// length already checked. Returns nothing when no ink stands out.
std::optional<Grey> findInk(std::span<const std::uint8_t> rgba, int width, int height);

}  // namespace dd
