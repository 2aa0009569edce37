#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "ink/ink.hpp"

namespace dd {

/// Finds the ink in a picture and prepares it the way MNIST's images were: grey, ink bright on
/// black, stretched to the full range, cropped, its longer side fitted to 20 pixels, and shifted by
/// whole pixels until the centre of mass is at pixel (14, 14), as far as all ink stays in the
/// frame.
///
/// `rgba` holds width × height pixels of four bytes, row-major, alpha not premultiplied;
/// transparent parts count as paper, white behind dark ink and black behind light ink. Ink may be
/// dark on light or light on dark: the border tells the paper. An even gradient of the light, noise
/// and texture of the paper, and specks are not ink.
///
/// Returns nothing when no ink stands out. Throws Error when a side is below 1 or
/// `rgba` has another length than width · height · 4.
std::optional<Image> imageFromBitmap(std::span<const std::uint8_t> rgba, int width, int height);

}  // namespace dd
