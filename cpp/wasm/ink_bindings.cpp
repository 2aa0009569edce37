// Ink: strokes and bitmaps to the image that a network sees.

#include <stdexcept>

#include "ink/bitmap.hpp"
#include "ink/ink.hpp"
#include "wasm/convert.hpp"

namespace dd::wasm {
namespace {

val imageOrNull(const std::optional<Image>& image) {
  return image ? floats(image->data(), image->size()) : val::null();
}

/// `points` holds x, y, x, y, …; `lengths` the number of points of each stroke.
val strokesToImage(const val& points, const val& lengths) {
  return guarded([&] {
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
    return imageOrNull(imageFromStrokes(strokes));
  });
}

val bitmapToImage(const val& rgba, int width, int height) {
  return guarded(
      [&] { return imageOrNull(imageFromBitmap(readBytes(rgba, "The bitmap"), width, height)); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(ink) {
  emscripten::function("imageFromStrokes", &strokesToImage);
  emscripten::function("imageFromBitmap", &bitmapToImage);
}

}  // namespace dd::wasm
