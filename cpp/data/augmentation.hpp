#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "descent/random.hpp"
#include "ink/ink.hpp"

namespace dd {

/// Greatest deviations of a random affine map; each is drawn uniformly from ± its range. The map is
/// rotation · shear · size about the digit's centre, then the translation.
struct AffineAugmentation {
  float rotation = 0.0f;     ///< radians, 0 … 1
  float shear = 0.0f;        ///< x grows by this times the distance below the centre, 0 … 2
  float scale = 0.0f;        ///< both sides times 1 + scale, 0 … 0.9
  float aspect = 0.0f;       ///< width times 1 + aspect, height divided by it, 0 … 0.9
  float translation = 0.0f;  ///< pixels of the 28×28 frame along x and along y, 0 … 28
};

/// Maps an image about pixel (14, 14), where MNIST's centre of mass is; bilinear, with paper
/// outside the frame. `out` holds 784 values 0 … 1. Six numbers are drawn whatever the ranges are.
/// Throws std::invalid_argument when a range is out of bounds or `out` has another length.
void augment(std::span<const std::uint8_t, imagePixels> in, const AffineAugmentation& ranges,
             Random& random, std::span<float> out);

/// The same map on pen strokes, about the middle of their bounding box, whose longer side counts as
/// 20 pixels. Lines keep their breadth when drawn afterwards, and imageFromStrokes undoes the scale
/// and the translation.
std::vector<Stroke> augmentStrokes(const std::vector<Stroke>& strokes,
                                   const AffineAugmentation& ranges, Random& random);

}  // namespace dd
