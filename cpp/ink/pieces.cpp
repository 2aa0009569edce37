#include "ink/pieces.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dd {
namespace {

// Lengths below are in units: heights of the whole drawing.

/// Two strokes are one piece when this share of the narrower one lies over the other.
constexpr float samePieceOverlap = 0.6f;
/// Pieces narrower than this are not cut; cuts stay so far apart and from the ends.
constexpr float minCutWidth = 0.9f, minCutDistance = 0.25f;
/// Sampled points in five columns of two steps each: a level line has 10, both sides of a loop 20.
constexpr float maxInkAtCut = 14;
/// Points along strokes that distances and profiles are taken from.
constexpr float sampleStep = 0.02f;
/// A long scribble is not compared point by point with another.
constexpr std::size_t maxCompared = 600;

/// Points at even distances along the strokes.
std::vector<Point> sampled(std::span<const Stroke> strokes, float step) {
  std::vector<Point> points;
  for (const Stroke& stroke : strokes) {
    if (stroke.empty()) continue;
    points.push_back(stroke.front());
    for (std::size_t i = 1; i < stroke.size(); ++i) {
      const Point a = stroke[i - 1], b = stroke[i];
      const int count =
          static_cast<int>(std::min(1000.0f, std::ceil(std::hypot(b.x - a.x, b.y - a.y) / step)));
      for (int k = 1; k <= count; ++k) {
        const float t = static_cast<float>(k) / static_cast<float>(count);
        points.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
      }
    }
  }
  return points;
}

/// Every so many of the points that no more than `maxCompared` are left.
std::vector<Point> thinnedOut(std::vector<Point> points) {
  const std::size_t stride = points.size() / maxCompared + 1;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < points.size(); i += stride) points[kept++] = points[i];
  points.resize(kept);
  return points;
}

bool belongTogether(const Bounds& a, const Bounds& b) {
  const float overlap = std::min(a.right, b.right) - std::max(a.left, b.left);
  return overlap >= samePieceOverlap * std::min(widthOf(a), widthOf(b));
}

/// From left to right.
std::vector<Piece> overlappingStrokes(std::span<const Stroke> strokes) {
  std::vector<Piece> pieces;
  for (const Stroke& stroke : strokes) {
    if (stroke.empty()) continue;
    Piece piece{{stroke}, boundsOf({&stroke, 1})};
    // One stroke may bridge several pieces, each of which then becomes a part of it.
    for (auto other = pieces.begin(); other != pieces.end();) {
      if (!belongTogether(other->bounds, piece.bounds)) {
        ++other;
        continue;
      }
      piece.strokes.insert(piece.strokes.end(), other->strokes.begin(), other->strokes.end());
      include(piece.bounds, other->bounds);
      other = pieces.erase(other);
      if (!pieces.empty()) other = pieces.begin();
    }
    pieces.push_back(std::move(piece));
  }
  std::vector<Piece> ordered;
  for (Piece& piece : pieces) {
    const auto after = std::find_if(ordered.begin(), ordered.end(), [&](const Piece& other) {
      return piece.bounds.left + piece.bounds.right < other.bounds.left + other.bounds.right;
    });
    ordered.insert(after, std::move(piece));
  }
  return ordered;
}

/// The x at which little of a piece's ink crosses a vertical line, from left to right.
std::vector<float> cutsOf(const Piece& piece, float unit) {
  const float from = piece.bounds.left, wide = widthOf(piece.bounds);
  if (wide < minCutWidth * unit) return {};
  const auto columns = static_cast<std::size_t>(std::ceil(wide / (2 * sampleStep * unit))) + 1;
  std::vector<float> ink(columns);
  const auto column = [&](float x) {
    return std::min(columns - 1, static_cast<std::size_t>((x - from) / (2 * sampleStep * unit)));
  };
  for (const Point& point : sampled(piece.strokes, sampleStep * unit)) ++ink[column(point.x)];
  const auto apart = static_cast<std::size_t>(minCutDistance / (2 * sampleStep));
  std::vector<float> about(columns, std::numeric_limits<float>::max());
  for (std::size_t i = apart; i + apart < columns; ++i) {
    about[i] = 0;
    for (std::size_t k = i - 2; k <= i + 2; ++k) about[i] += ink[k];
  }
  // The least ink first, each cut away from those before it.
  std::vector<float> cuts;
  for (auto left = static_cast<std::size_t>(wide / (0.4f * unit)); left > 0; --left) {
    const auto least = std::min_element(about.begin(), about.end());
    if (*least > maxInkAtCut) break;
    const auto at = static_cast<std::size_t>(least - about.begin());
    const float x = from + (static_cast<float>(at) + 0.5f) * 2 * sampleStep * unit;
    cuts.insert(std::upper_bound(cuts.begin(), cuts.end(), x), x);
    for (std::size_t i = at + 1 - apart; i < at + apart; ++i) {
      about[i] = std::numeric_limits<float>::max();
    }
  }
  return cuts;
}

/// The parts of a piece left of each cut and right of the last.
std::vector<Piece> cutApart(const Piece& piece, std::span<const float> cuts) {
  std::vector<Piece> parts(cuts.size() + 1);
  const auto partOf = [&](float x) {
    return static_cast<std::size_t>(std::upper_bound(cuts.begin(), cuts.end(), x) - cuts.begin());
  };
  for (const Stroke& stroke : piece.strokes) {
    std::size_t part = partOf(stroke.front().x);
    parts[part].strokes.push_back({stroke.front()});
    for (std::size_t i = 1; i < stroke.size(); ++i) {
      Point a = stroke[i - 1];
      const Point b = stroke[i];
      for (const std::size_t end = partOf(b.x); part != end;) {
        const float x = part < end ? cuts[part] : cuts[part - 1];
        const Point crossing{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
        parts[part].strokes.back().push_back(crossing);
        part = part < end ? part + 1 : part - 1;
        parts[part].strokes.push_back({crossing});
        a = crossing;
      }
      parts[part].strokes.back().push_back(b);
    }
  }
  std::erase_if(parts, [](const Piece& part) { return part.strokes.empty(); });
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].bounds = boundsOf(parts[i].strokes);
    parts[i].cutFromPrevious = i > 0;
  }
  return parts;
}

}  // namespace

void include(Bounds& bounds, const Bounds& other) {
  bounds.left = std::min(bounds.left, other.left);
  bounds.right = std::max(bounds.right, other.right);
  bounds.top = std::min(bounds.top, other.top);
  bounds.bottom = std::max(bounds.bottom, other.bottom);
}

std::vector<Piece> piecesOf(std::span<const Stroke> strokes, float unit) {
  std::vector<Piece> pieces;
  for (const Piece& piece : overlappingStrokes(strokes)) {
    const std::vector<float> cuts = cutsOf(piece, unit);
    for (Piece& part : cutApart(piece, cuts)) pieces.push_back(std::move(part));
  }
  return pieces;
}

float distanceBetween(const Piece& a, const Piece& b, float unit) {
  float least = std::numeric_limits<float>::max();
  const std::vector<Point> others = thinnedOut(sampled(b.strokes, sampleStep * unit));
  for (const Point& p : thinnedOut(sampled(a.strokes, sampleStep * unit))) {
    for (const Point& q : others) {
      const float dx = p.x - q.x, dy = p.y - q.y;
      least = std::min(least, dx * dx + dy * dy);
    }
  }
  return std::sqrt(least) / unit;
}

}  // namespace dd
