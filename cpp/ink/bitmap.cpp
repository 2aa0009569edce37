#include "ink/bitmap.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "descent/error.hpp"
#include "ink/find_ink.hpp"

namespace dd {
namespace {

/// Strokes thinner than this in the 28×28 frame are thickened to it: the line of a fine pen would
/// fade out where MNIST's is 2.4 pixels broad.
constexpr float minThickness = 2.0f;
/// The frame is drawn this many times finer first.
constexpr int fine = 4;
constexpr int fineSide = imageSide * fine;

/// A part of the picture: columns left … right − 1, rows top … bottom − 1.
struct Box {
  int left, top, right, bottom;
  int side() const { return std::max(right - left, bottom - top); }
};

Box boxOfInk(const Grey& grey) {
  Box box{grey.width, grey.height, 0, 0};
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) {
      if (grey.at(x, y) == 0.0f) continue;
      box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1),
             std::max(box.bottom, y + 1)};
    }
  }
  return box;
}

/// Mean thickness of the strokes: twice the area over the length of its outline, the outline by the
/// total variation.
float strokeThickness(const Grey& grey) {
  const auto value = [&](int x, int y) {
    return x < 0 || y < 0 || x >= grey.width || y >= grey.height ? 0.0f : grey.at(x, y);
  };
  double area = 0.0, outline = 0.0;
  for (int y = -1; y < grey.height; ++y) {
    for (int x = -1; x < grey.width; ++x) {
      const float v = value(x, y);
      area += v;
      outline += std::hypot(value(x + 1, y) - v, value(x, y + 1) - v);
    }
  }
  return static_cast<float>(2.0 * area / outline);
}

/// The mean over start … end (in pixels from the first of `count`, zero outside) of values stored
/// `stride` apart: as blocks, or interpolated linearly at the middle.
float sample(const float* values, int count, int stride, float start, float end, bool smooth) {
  const auto value = [&](int i) { return i < 0 || i >= count ? 0.0f : values[i * stride]; };
  if (smooth) {
    const float middle = (start + end) / 2 - 0.5f;
    const float base = std::floor(middle);
    const int i = static_cast<int>(base);
    return value(i) + (value(i + 1) - value(i)) * (middle - base);
  }
  float sum = 0.0f;
  const int first = std::max(0, static_cast<int>(std::floor(start)));
  for (int i = first; i < count && static_cast<float>(i) < end; ++i) {
    const float from = std::max(start, static_cast<float>(i));
    const float to = std::min(end, static_cast<float>(i + 1));
    sum += values[i * stride] * std::max(0.0f, to - from);
  }
  return sum / (end - start);
}

/// Draws the box into the fine frame with `step` pixels of the picture to one of the frame, its top
/// left corner at (left, top) of the fine frame.
Grey fit(const Grey& grey, const Box& box, float step, float left, float top) {
  // Blocks average exactly when reducing; when a tiny picture grows, they would show as squares.
  const bool smooth = step * fine < 1.0f / 1.5f;
  const int rows = box.bottom - box.top;
  Grey wide(fineSide, rows);
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < fineSide; ++x) {
      const float start = (static_cast<float>(x) - left) * step;
      wide.at(x, y) =
          sample(&grey.values[static_cast<std::size_t>(box.top + y) * grey.width + box.left],
                 box.right - box.left, 1, start, start + step, smooth);
    }
  }
  Grey result(fineSide, fineSide);
  for (int y = 0; y < fineSide; ++y) {
    for (int x = 0; x < fineSide; ++x) {
      const float start = (static_cast<float>(y) - top) * step;
      result.at(x, y) = sample(&wide.values[x], rows, fineSide, start, start + step, smooth);
    }
  }
  return result;
}

/// The largest value within `radius` of each pixel.
Grey dilate(const Grey& grey, float radius) {
  const int reach = static_cast<int>(radius);
  if (reach == 0) return grey;
  Grey result(grey.width, grey.height);
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) {
      const float value = grey.at(x, y);
      if (value == 0.0f) continue;
      for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
          const int nx = x + dx, ny = y + dy;
          if (static_cast<float>(dx * dx + dy * dy) > radius * radius) continue;
          if (nx < 0 || ny < 0 || nx >= grey.width || ny >= grey.height) continue;
          result.at(nx, ny) = std::max(result.at(nx, ny), value);
        }
      }
    }
  }
  return result;
}

Image reduce(const Grey& grey) {
  Image image{};
  for (int y = 0; y < fineSide; ++y) {
    for (int x = 0; x < fineSide; ++x) {
      image[y / fine * imageSide + x / fine] += grey.at(x, y) / (fine * fine);
    }
  }
  return image;
}

/// Shifts by whole pixels until the centre of mass is nearest to (14, 14); ink at the frame's edge
/// stops the shift.
Image centreByMass(const Image& image) {
  float mass = 0.0f, momentX = 0.0f, momentY = 0.0f;
  int left = imageSide, right = -1, top = imageSide, bottom = -1;
  for (int y = 0; y < imageSide; ++y) {
    for (int x = 0; x < imageSide; ++x) {
      const float ink = image[y * imageSide + x];
      if (ink == 0.0f) continue;
      mass += ink, momentX += ink * static_cast<float>(x), momentY += ink * static_cast<float>(y);
      left = std::min(left, x), right = std::max(right, x);
      top = std::min(top, y), bottom = std::max(bottom, y);
    }
  }
  const auto shift = [&](float moment, int first, int last) {
    const int wanted = static_cast<int>(std::lround(imageSide / 2 - moment / mass));
    return std::clamp(wanted, -first, imageSide - 1 - last);
  };
  const int dx = shift(momentX, left, right), dy = shift(momentY, top, bottom);
  Image centred{};
  for (int y = top; y <= bottom; ++y) {
    for (int x = left; x <= right; ++x) {
      centred[(y + dy) * imageSide + x + dx] = image[y * imageSide + x];
    }
  }
  return centred;
}

}  // namespace

std::optional<Image> imageFromBitmap(std::span<const std::uint8_t> rgba, int width, int height) {
  if (width < 1 || height < 1) throw Error("emptyPicture", {{"width", width}, {"height", height}});
  const std::uint64_t bytes =
      std::uint64_t{4} * static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
  if (rgba.size() != bytes) {
    throw Error(
        "pictureBytes",
        {{"width", width}, {"height", height}, {"expected", bytes}, {"actual", rgba.size()}});
  }
  const std::optional<Grey> found = findInk(rgba, width, height);
  if (!found) return std::nullopt;
  const Grey& grey = *found;

  const Box box = boxOfInk(grey);
  const float thickness = strokeThickness(grey) * inkBox / static_cast<float>(box.side());
  const float growth = std::floor(std::max(0.0f, (minThickness - thickness) / 2) * fine) / fine;
  const float step = static_cast<float>(box.side()) / ((inkBox - 2 * growth) * fine);
  // The top left corner falls on a whole pixel, so that a picture already fitted is not blurred.
  const auto corner = [&](int length) {
    const float fitted = static_cast<float>(length) / step / fine;
    return (std::round((imageSide - fitted) / 2 - growth) + growth) * fine;
  };
  Grey frame = fit(grey, box, step, corner(box.right - box.left), corner(box.bottom - box.top));
  const float strongest = *std::max_element(frame.values.begin(), frame.values.end());
  for (float& value : frame.values) value /= strongest;
  return centreByMass(reduce(dilate(frame, growth * fine)));
}

}  // namespace dd
