// Ink: strokes and bitmaps to the image that a network sees.

#include "bindings/strokes.hpp"
#include "ink/bitmap.hpp"
#include "ink/ink.hpp"

namespace dd::bindings {
namespace {

val imageOrNull(const std::optional<Image>& image) {
  return image ? floats(image->data(), image->size()) : val::null();
}

val strokesToImage(const val& points, const val& lengths) {
  return guarded([&] { return imageOrNull(imageFromStrokes(readStrokes(points, lengths))); });
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

}  // namespace dd::bindings
