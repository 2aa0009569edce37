#include "ink/number.hpp"

#include <algorithm>
#include <cmath>

namespace dd {
namespace {

// Lengths below are in heights of the whole drawing.

/// Two strokes are one piece when this share of the narrower one lies over the other.
constexpr float samePieceOverlap = 0.6f;
/// Gaps of this width are as likely within a digit as between two; `gapSpread` is the scale of the
/// logistic curve between "within" and "between".
constexpr float evenGap = 0.10f, gapSpread = 0.025f;
/// Several pieces as wide as this, in heights of their own, are as likely two digits as one.
constexpr float evenAspect = 1.2f, aspectSpread = 0.08f;
/// Pieces lower than this are seldom digits by themselves (the hat of a 5, the bar of a 7).
constexpr float leastHeight = 0.5f;
constexpr double lowPenalty = 5;
/// A cut through a stroke needs the evidence of so much log-probability.
constexpr double cutPenalty = 2.5;
/// Pieces narrower than this are not cut; cuts stay so far apart and from the ends.
constexpr float leastCutWidth = 0.9f, leastCutDistance = 0.25f;
/// Sampled points in five columns of two steps each: a level line has 10, both sides of a loop 20.
constexpr float mostInkAtCut = 14;
/// A digit may be so wide, and consist of so many pieces.
constexpr float greatestWidth = 1.9f;
constexpr std::size_t greatestPieces = 4;
/// A drawing wider than this is no number but a dash.
constexpr float longestNumber = 20;
/// Ways to read are not searched for among more pieces than these.
constexpr std::size_t mostPieces = 24;
constexpr double leastProbability = 1e-6;
/// Points along strokes that distances and profiles are taken from.
constexpr float sampleStep = 0.02f;
/// A long scribble is not compared point by point with another.
constexpr std::size_t mostCompared = 600;

struct Piece {
  std::vector<Stroke> strokes;
  Bounds bounds;
  bool cutFromPrevious = false;
};

float width(const Bounds& bounds) { return bounds.right - bounds.left; }
float height(const Bounds& bounds) { return bounds.bottom - bounds.top; }

void include(Bounds& bounds, const Bounds& other) {
  bounds.left = std::min(bounds.left, other.left);
  bounds.right = std::max(bounds.right, other.right);
  bounds.top = std::min(bounds.top, other.top);
  bounds.bottom = std::max(bounds.bottom, other.bottom);
}

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

/// Every so many of the points that no more than `mostCompared` are left.
std::vector<Point> thinnedOut(std::vector<Point> points) {
  const std::size_t stride = points.size() / mostCompared + 1;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < points.size(); i += stride) points[kept++] = points[i];
  points.resize(kept);
  return points;
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

bool belongTogether(const Bounds& a, const Bounds& b) {
  const float overlap = std::min(a.right, b.right) - std::max(a.left, b.left);
  return overlap >= samePieceOverlap * std::min(width(a), width(b));
}

/// Pieces from left to right.
std::vector<Piece> piecesOf(std::span<const Stroke> strokes) {
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
  const float from = piece.bounds.left, wide = width(piece.bounds);
  if (wide < leastCutWidth * unit) return {};
  const auto columns = static_cast<std::size_t>(std::ceil(wide / (2 * sampleStep * unit))) + 1;
  std::vector<float> ink(columns);
  const auto column = [&](float x) {
    return std::min(columns - 1, static_cast<std::size_t>((x - from) / (2 * sampleStep * unit)));
  };
  for (const Point& point : sampled(piece.strokes, sampleStep * unit)) ++ink[column(point.x)];
  const auto apart = static_cast<std::size_t>(leastCutDistance / (2 * sampleStep));
  std::vector<float> about(columns, std::numeric_limits<float>::max());
  for (std::size_t i = apart; i + apart < columns; ++i) {
    about[i] = 0;
    for (std::size_t k = i - 2; k <= i + 2; ++k) about[i] += ink[k];
  }
  // The least ink first, each cut away from those before it.
  std::vector<float> cuts;
  for (auto left = static_cast<std::size_t>(wide / (0.4f * unit)); left > 0; --left) {
    const auto least = std::min_element(about.begin(), about.end());
    if (*least > mostInkAtCut) break;
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

/// log σ(x)
double logLogistic(double x) {
  return x < 0 ? x - std::log1p(std::exp(x)) : -std::log1p(std::exp(-x));
}

double logProbability(const std::vector<float>& probabilities) {
  const auto digits = std::min<std::size_t>(10, probabilities.size());
  const float best = *std::max_element(probabilities.begin(),
                                       probabilities.begin() + static_cast<std::ptrdiff_t>(digits));
  return std::log(std::max<double>(leastProbability, best));
}

NumberDigit judged(std::span<const Piece> pieces, const DigitJudge& judge) {
  NumberDigit digit;
  for (const Piece& piece : pieces) {
    digit.strokes.insert(digit.strokes.end(), piece.strokes.begin(), piece.strokes.end());
    include(digit.bounds, piece.bounds);
  }
  digit.image = *imageFromStrokes(digit.strokes);
  digit.probabilities = judge(digit.image);
  return digit;
}

/// The best way to read the pieces before one of them.
struct Reading {
  double score = -std::numeric_limits<double>::infinity();
  std::size_t lastBegins = 0;
  NumberDigit last;
};

/// How much likelier the space before each piece is between digits, and within one, in logarithms.
struct Space {
  double between, within;
};

Space spaceBefore(const Piece& piece, const Piece& previous, float unit) {
  if (piece.cutFromPrevious) return {-cutPenalty, 0};
  const double gap = distanceBetween(previous, piece, unit);
  return {logLogistic((gap - evenGap) / gapSpread), logLogistic((evenGap - gap) / gapSpread)};
}

std::vector<NumberDigit> bestReading(const std::vector<Piece>& pieces, float unit,
                                     const DigitJudge& judge) {
  const std::size_t count = pieces.size();
  std::vector<Space> spaces(count);
  for (std::size_t i = 1; i < count; ++i) {
    spaces[i] = spaceBefore(pieces[i], pieces[i - 1], unit);
  }
  std::vector<Reading> best(count + 1);
  best[0].score = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    Bounds bounds;
    double within = 0;
    for (std::size_t size = 1; size <= std::min(end, greatestPieces); ++size) {
      const std::size_t begin = end - size;
      if (size > 1) within += spaces[begin + 1].within;
      include(bounds, pieces[begin].bounds);
      if (size > 1 && width(bounds) > greatestWidth * unit) break;
      NumberDigit digit = judged({&pieces[begin], size}, judge);
      double score = best[begin].score + within + logProbability(digit.probabilities);
      if (size > 1) {
        const float aspect = width(bounds) / std::max(height(bounds), leastHeight * unit);
        score += logLogistic((evenAspect - aspect) / aspectSpread);
      }
      if (begin > 0) score += spaces[begin].between;
      if (height(bounds) < leastHeight * unit) score -= lowPenalty;
      if (score > best[end].score) best[end] = {score, begin, std::move(digit)};
    }
  }
  std::vector<NumberDigit> digits;
  for (std::size_t end = count; end > 0; end = best[end].lastBegins) {
    digits.push_back(std::move(best[end].last));
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

std::vector<NumberDigit> readNumber(std::span<const Stroke> strokes, const DigitJudge& judge) {
  const Bounds all = boundsOf(strokes);
  if (all.empty()) return {};
  const float unit = height(all);
  std::vector<Piece> pieces;
  // A dash has no height to measure by.
  if (unit > 0 && width(all) <= longestNumber * unit) {
    for (const Piece& piece : piecesOf(strokes)) {
      const std::vector<float> cuts = cutsOf(piece, unit);
      for (Piece& part : cutApart(piece, cuts)) pieces.push_back(std::move(part));
    }
  }
  if (pieces.size() < 2 || pieces.size() > mostPieces) {
    const Piece whole{{strokes.begin(), strokes.end()}, all};
    std::vector<NumberDigit> digits;
    digits.push_back(judged({&whole, 1}, judge));
    return digits;
  }
  return bestReading(pieces, unit, judge);
}

}  // namespace dd
