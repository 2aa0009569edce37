#include "ink/find_ink.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dd {
namespace {

/// Larger pictures are reduced by a whole factor first; a digit needs far fewer pixels.
constexpr int workingSide = 1024;
/// Ink must differ from the paper by this much of black-to-white, and by this many times the noise.
constexpr float minContrast = 0.08f;
constexpr float minContrastInNoise = 7.0f;
/// What is fainter than this fraction of the ink, or this many times the noise, is paper.
constexpr float floorInInk = 0.2f;
constexpr float floorInNoise = 3.5f;
/// A connected piece of ink with less than this fraction of the largest piece's mass is a speck.
constexpr float speck = 0.02f;

/// Ink drawn on nothing covers less than half of a picture, and its luminance varies less than
/// this, as a standard deviation.
constexpr double uniform = 0.1;

/// ITU-R BT.709 weights on the coded values, 0 black … 1 white.
float luminance(const std::uint8_t* pixel) {
  return (0.2126f * pixel[0] + 0.7152f * pixel[1] + 0.0722f * pixel[2]) / 255.0f;
}

/// What shows through the transparent parts, in the order to be tried: the contrary of ink that
/// stands alone, or more of the paper that surrounds it. One answer when nothing is transparent.
std::vector<float> backdrops(std::span<const std::uint8_t> rgba) {
  double weight = 0.0, sum = 0.0, squares = 0.0;
  bool transparent = false;
  for (std::size_t i = 0; i < rgba.size(); i += 4) {
    const double alpha = rgba[i + 3] / 255.0, value = luminance(&rgba[i]);
    transparent = transparent || rgba[i + 3] < 255;
    weight += alpha, sum += alpha * value, squares += alpha * value * value;
  }
  if (!transparent || weight == 0.0) return {1.0f};
  const double mean = sum / weight;
  const bool light = mean > 0.5;
  const double pixels = static_cast<double>(rgba.size()) / 4;
  const bool inkAlone = weight < pixels / 2 && squares / weight - mean * mean < uniform * uniform;
  const float first = light == inkAlone ? 0.0f : 1.0f;
  return {first, 1.0f - first};
}

/// Luminance over a backdrop, each value the mean of a square of pixels when the picture is large.
Grey composite(std::span<const std::uint8_t> rgba, int width, int height, float backdrop) {
  const int factor = (std::max(width, height) + workingSide - 1) / workingSide;
  Grey grey((width + factor - 1) / factor, (height + factor - 1) / factor);
  for (int y = 0; y < height; ++y) {
    const std::uint8_t* pixel = rgba.data() + static_cast<std::size_t>(y) * width * 4;
    for (int x = 0; x < width; ++x, pixel += 4) {
      const float alpha = pixel[3] / 255.0f;
      grey.at(x / factor, y / factor) += (luminance(pixel) - backdrop) * alpha + backdrop;
    }
  }
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) {
      const int columns = std::min(factor, width - x * factor);
      const int rows = std::min(factor, height - y * factor);
      grey.at(x, y) /= static_cast<float>(columns * rows);
    }
  }
  return grey;
}

float median(std::vector<float> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

float borderMedian(const Grey& grey) {
  std::vector<float> border;
  for (int x = 0; x < grey.width; ++x) {
    border.push_back(grey.at(x, 0));
    border.push_back(grey.at(x, grey.height - 1));
  }
  for (int y = 0; y < grey.height; ++y) {
    border.push_back(grey.at(0, y));
    border.push_back(grey.at(grey.width - 1, y));
  }
  return median(std::move(border));
}

/// Turns luminance into how far each value is from the paper on the ink's side.
void measureFromPaper(Grey& grey) {
  const auto [darkest, lightest] = std::minmax_element(grey.values.begin(), grey.values.end());
  const float paper = borderMedian(grey);
  const float sign = paper - *darkest >= *lightest - paper ? -1.0f : 1.0f;
  for (float& value : grey.values) value = (value - paper) * sign;
}

/// The threshold that separates two classes best (N. Otsu, 1979), from 256 bins over the range.
float otsuThreshold(const std::vector<float>& values) {
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  const float low = *lowest, step = (*highest - *lowest) / 256.0f;
  if (!(step > 0.0f)) return *highest;
  std::vector<double> counts(256, 0.0);
  for (const float value : values) {
    counts[std::min(255, static_cast<int>((value - low) / step))] += 1.0;
  }
  double total = 0.0, sum = 0.0;
  for (int i = 0; i < 256; ++i) {
    total += counts[i];
    sum += counts[i] * i;
  }
  double below = 0.0, sumBelow = 0.0, best = -1.0;
  int threshold = 0;
  for (int i = 0; i < 255; ++i) {
    below += counts[i];
    sumBelow += counts[i] * i;
    if (below == 0.0 || below == total) continue;
    const double distance = sumBelow / below - (sum - sumBelow) / (total - below);
    const double variance = below * (total - below) * distance * distance;
    if (variance > best) {
      best = variance;
      threshold = i + 1;
    }
  }
  return low + step * static_cast<float>(threshold);
}

/// Subtracts the plane that fits the paper (all that is below the threshold) in least squares: the
/// light on a page usually fades to one side.
void removeGradient(Grey& grey) {
  if (grey.width < 3 || grey.height < 3) return;
  const float threshold = otsuThreshold(grey.values);
  const double cx = (grey.width - 1) / 2.0, cy = (grey.height - 1) / 2.0;
  double n = 0, sx = 0, sy = 0, sv = 0, sxx = 0, sxy = 0, syy = 0, sxv = 0, syv = 0;
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) {
      const double v = grey.at(x, y), u = x - cx, w = y - cy;
      if (v > threshold) continue;
      n += 1, sx += u, sy += w, sv += v;
      sxx += u * u, sxy += u * w, syy += w * w, sxv += u * v, syv += w * v;
    }
  }
  const double xx = sxx - sx * sx / n, yy = syy - sy * sy / n, xy = sxy - sx * sy / n;
  const double xv = sxv - sx * sv / n, yv = syv - sy * sv / n;
  const double determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-6 * xx * yy)) return;
  const double slopeX = (xv * yy - yv * xy) / determinant;
  const double slopeY = (yv * xx - xv * xy) / determinant;
  const double level = (sv - slopeX * sx - slopeY * sy) / n;
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) {
      grey.at(x, y) -= static_cast<float>(level + slopeX * (x - cx) + slopeY * (y - cy));
    }
  }
}

/// Stretches the ink to 1 and everything up to the noise floor to 0; false when no ink stands out.
bool stretch(Grey& grey) {
  const float threshold = otsuThreshold(grey.values);
  std::vector<float> paper, ink;
  for (const float value : grey.values) {
    if (value > threshold) {
      ink.push_back(value);
    } else {
      paper.push_back(std::abs(value));
    }
  }
  if (ink.empty() || paper.empty()) return false;
  const float full = median(std::move(ink));
  const float noise = 1.4826f * median(std::move(paper));  // σ of normal noise from its median
  if (full < std::max(minContrast, minContrastInNoise * noise)) return false;
  const float floor = std::min(std::max(floorInInk * full, floorInNoise * noise), full / 2);
  for (float& value : grey.values) value = std::clamp((value - floor) / (full - floor), 0.0f, 1.0f);
  return true;
}

/// Sets connected pieces of ink (eight neighbours) to 0 that are tiny beside the largest.
void removeSpecks(Grey& grey) {
  std::vector<int> piece(grey.values.size(), -1);
  std::vector<float> masses;
  std::vector<int> open;
  for (std::size_t start = 0; start < piece.size(); ++start) {
    if (grey.values[start] == 0.0f || piece[start] >= 0) continue;
    const int number = static_cast<int>(masses.size());
    masses.push_back(0.0f);
    piece[start] = number;
    open.push_back(static_cast<int>(start));
    while (!open.empty()) {
      const int at = open.back(), x = at % grey.width, y = at / grey.width;
      open.pop_back();
      masses[number] += grey.values[at];
      for (int ny = std::max(0, y - 1); ny <= std::min(grey.height - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(grey.width - 1, x + 1); ++nx) {
          const int next = ny * grey.width + nx;
          if (grey.values[next] == 0.0f || piece[next] >= 0) continue;
          piece[next] = number;
          open.push_back(next);
        }
      }
    }
  }
  const float least = speck * *std::max_element(masses.begin(), masses.end());
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (piece[i] >= 0 && masses[piece[i]] < least) grey.values[i] = 0.0f;
  }
}

}  // namespace

std::optional<Grey> findInk(std::span<const std::uint8_t> rgba, int width, int height) {
  for (const float backdrop : backdrops(rgba)) {
    Grey grey = composite(rgba, width, height, backdrop);
    measureFromPaper(grey);
    for (int round = 0; round < 3; ++round) removeGradient(grey);
    if (!stretch(grey)) continue;
    removeSpecks(grey);
    return grey;
  }
  return std::nullopt;
}

}  // namespace dd
