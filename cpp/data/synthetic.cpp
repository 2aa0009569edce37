#include "data/synthetic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "data/affine.hpp"
#include "data/digit_templates.hpp"

namespace dd {
namespace {

// The spread of each random quantity, one standard deviation unless another meaning is given.
// Chosen by the accuracy that a network trained on these digits alone reaches on MNIST's training
// images and on the pen strokes of the writers that weights/evaluate.mjs does not hold out.
constexpr float minBlend = -0.25f, maxBlend = 0.8f;  // from a style to a relative of it
constexpr float roundedShare = 0.15f;                // of the digits: corners are rounded
constexpr float joinedShare = 0.03f;                 // of the digits: the pen is not lifted
constexpr float hookShare = 0.02f;                   // of the ends of strokes
constexpr float hookLength = 9.0f;                   // hundredths of the height
constexpr float pointJitter = 6.5f;                  // of control points, hundredths of the height
constexpr float jitterMemory = 0.6f;  // correlation of one point's jitter with the next one's
constexpr float endJitter = 7.5f;     // of the first and last point of a stroke
constexpr float strokeShift = 4.0f;   // of a whole stroke against the others
constexpr float minHaste = 0.6f, maxHaste = 1.3f;  // factor on the jitters, one a digit
constexpr float tremor = 0.5f;        // scale of the trembling, hundredths of the height
constexpr float tremorMemory = 0.8f;  // correlation of one point's trembling with the next one's
constexpr float bend = 0.07f;         // coefficients of the elastic distortion
constexpr float meanSlant = 0.12f, slantSpread = 0.19f;
constexpr float rotationSpread = 0.10f;                  // radians
constexpr float meanWidth = 1.02f, widthSpread = 0.15f;  // of the width against the height
constexpr float penWidth = 2.5f, penSpread = 0.34f;      // pixels; relative
constexpr float minSoftness = 0.7f, maxSoftness = 1.3f;
constexpr float mnistShare = 0.5f;   // of the digits: fitted and centred as MNIST's are
constexpr float centreRange = 0.9f;  // of the other ones, pixels
constexpr float pressure = 0.4f;     // change of the ink from the centre to the frame's edge
constexpr float grain = 0.09f;       // greatest change of a pixel's ink, relative
constexpr int pointsPerSpan = 8;     // of a curve between two control points

using Kind = ControlPoint::Kind;

float uniform(Random& random, float low, float high) {
  return static_cast<float>(random.uniform(low, high));
}

/// Triangular, mean 0, variance 1, within ±√6: the sum of two uniforms. Random::normal takes a
/// logarithm, whose last bit depends on the machine, and has tails that spoil a digit.
float bell(Random& random) {
  const double sum = random.uniform() + random.uniform();
  return static_cast<float>((sum - 1.0) * 2.449489742783178);
}

bool happens(float share, Random& random) { return random.uniform() < share; }

float weightOf(const DigitTemplate& style) { return style.weight; }

float weightOf(const TemplateFamily& family) {
  float total = 0.0f;
  for (const DigitTemplate& style : family) total += style.weight;
  return total;
}

template <class Item>
const Item& pickByWeight(std::span<const Item> items, Random& random) {
  float total = 0.0f;
  for (const Item& item : items) total += weightOf(item);
  float left = uniform(random, 0.0f, total);
  for (const Item& item : items) {
    left -= weightOf(item);
    if (left < 0.0f) return item;
  }
  return items.back();
}

/// A style, moved some way towards another one of its family, or away from it.
std::vector<ControlPoint> blendedStyle(int digit, Random& random) {
  const std::span family(pickByWeight(digitTemplates(digit), random));
  auto points = pickByWeight(family, random).points;
  const auto& relative = pickByWeight(family, random).points;
  const float t = uniform(random, minBlend, maxBlend);
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i].x += t * (relative[i].x - points[i].x);
    points[i].y += t * (relative[i].y - points[i].y);
  }
  return points;
}

bool endsStroke(std::span<const ControlPoint> points, std::size_t i) {
  return i + 1 == points.size() || points[i + 1].kind == Kind::start;
}

/// Corners cut short, strokes written on without lifting the pen, hooks where the pen comes down or
/// leaves: what speed does to any style.
std::vector<ControlPoint> writtenFast(std::vector<ControlPoint> points, Random& random) {
  const bool rounded = happens(roundedShare, random), joined = happens(joinedShare, random);
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (rounded && points[i].kind == Kind::corner) points[i].kind = Kind::smooth;
    if (joined && points[i].kind == Kind::start) points[i].kind = Kind::corner;
  }
  const auto hookAt = [&](const ControlPoint& p, Kind kind) {
    return ControlPoint{p.x + hookLength * bell(random), p.y + hookLength * bell(random), kind};
  };
  std::vector<ControlPoint> result;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].kind == Kind::start && happens(hookShare, random)) {
      result.push_back(hookAt(points[i], Kind::start));
      points[i].kind = Kind::corner;
    }
    result.push_back(points[i]);
    if (endsStroke(points, i) && happens(hookShare, random)) {
      result.back().kind = Kind::corner;
      result.push_back(hookAt(points[i], Kind::smooth));
    }
  }
  return result;
}

float distance(Point a, Point b) {
  const float dx = b.x - a.x, dy = b.y - a.y;
  return std::sqrt(dx * dx + dy * dy);
}

Point mix(Point a, Point b, float t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

/// Appends the curve through points[1] and points[2] of a centripetal Catmull–Rom spline (E.
/// Catmull and R. Rom, 1974; evaluated by Barry and Goldman's pyramid, 1988), without its first
/// point.
void appendSpan(const std::array<Point, 4>& p, Stroke& stroke) {
  std::array<float, 4> knot{};
  for (int i = 1; i < 4; ++i) {
    knot[i] = knot[i - 1] + std::max(1e-3f, std::sqrt(distance(p[i - 1], p[i])));
  }
  for (int k = 1; k <= pointsPerSpan; ++k) {
    const float t = knot[1] + (knot[2] - knot[1]) * static_cast<float>(k) / pointsPerSpan;
    const auto between = [&](Point a, Point b, int from, int to) {
      return mix(a, b, (t - knot[from]) / (knot[to] - knot[from]));
    };
    const Point a = between(p[0], p[1], 0, 1), b = between(p[1], p[2], 1, 2);
    const Point c = between(p[2], p[3], 2, 3);
    stroke.push_back(between(between(a, b, 0, 2), between(b, c, 1, 3), 1, 2));
  }
}

/// The smooth curve through all points, going on straight beyond its two ends.
void appendCurve(std::span<const Point> points, Stroke& stroke) {
  const auto beyond = [](Point end, Point inner) {
    return Point{2 * end.x - inner.x, 2 * end.y - inner.y};
  };
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point a = points[i], b = points[i + 1];
    appendSpan({i == 0 ? beyond(a, b) : points[i - 1], a, b,
                i + 2 == points.size() ? beyond(b, a) : points[i + 2]},
               stroke);
  }
}

std::vector<Stroke> jitteredStrokes(std::span<const ControlPoint> controls, Random& random) {
  std::vector<Stroke> strokes;
  std::vector<Point> curve;
  Point shift{}, drift{};
  const float haste = uniform(random, minHaste, maxHaste);
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const ControlPoint& control = controls[i];
    const bool isLast = endsStroke(controls, i);
    if (control.kind == Kind::start) {
      const float spread = haste * strokeShift;
      shift = {spread * bell(random), spread * bell(random)};
    }
    const float jitter = haste * (control.kind == Kind::start || isLast ? endJitter : pointJitter);
    const float memory = control.kind == Kind::start ? 0.0f : jitterMemory;
    const float fresh = std::sqrt(1.0f - memory * memory);
    drift = {memory * drift.x + fresh * bell(random), memory * drift.y + fresh * bell(random)};
    const Point p = {control.x + shift.x + jitter * drift.x,
                     control.y + shift.y + jitter * drift.y};
    if (control.kind == Kind::start) {
      strokes.push_back({p});
      curve.assign(1, p);
      continue;
    }
    curve.push_back(p);
    if (control.kind == Kind::corner || isLast) {
      appendCurve(curve, strokes.back());
      curve.assign(1, p);
    }
  }
  return strokes;
}

/// A random smooth bending of the plane: in each coordinate a polynomial with all terms of degree
/// two and three, for positions within about ±1.
class Bending {
 public:
  explicit Bending(Random& random) {
    for (auto& axis : coefficients_) {
      for (float& c : axis) c = bend * bell(random);
    }
  }
  Point operator()(Point p) const {
    const std::array<float, 7> terms = {p.x * p.x,       p.x * p.y,       p.y * p.y,
                                        p.x * p.x * p.x, p.x * p.x * p.y, p.x * p.y * p.y,
                                        p.y * p.y * p.y};
    Point bent = p;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      bent.x += coefficients_[0][i] * terms[i];
      bent.y += coefficients_[1][i] * terms[i];
    }
    return bent;
  }

 private:
  std::array<std::array<float, 7>, 2> coefficients_;
};

PenStyle randomPen(Random& random) {
  PenStyle pen;
  const float spread = penSpread * bell(random);
  pen.width = std::clamp(penWidth * (1.0f + spread + spread * spread / 2), 1.3f, 4.6f);
  pen.softness = uniform(random, minSoftness, maxSoftness);
  pen.wholePixels = happens(mnistShare, random);
  if (pen.wholePixels) {
    pen.box = inkBox + pen.softness;
    return pen;
  }
  pen.box = inkBox + pen.softness * uniform(random, 0.0f, 1.0f);
  pen.centre.x += uniform(random, -centreRange, centreRange);
  pen.centre.y += uniform(random, -centreRange, centreRange);
  return pen;
}

/// Presses the pen harder towards one side, and roughens the ink.
void vary(Image& image, Random& random) {
  constexpr float half = imageSide / 2;
  const float right = pressure * bell(random) / half, down = pressure * bell(random) / half;
  for (int i = 0; i < imagePixels; ++i) {
    if (image[i] == 0.0f) continue;
    const float x = static_cast<float>(i % imageSide) - half;
    const float y = static_cast<float>(i / imageSide) - half;
    const float factor = std::max(0.3f, 1.0f + right * x + down * y);
    image[i] *= factor * (1.0f + uniform(random, -grain, grain));
  }
}

}  // namespace

std::vector<Stroke> syntheticStrokes(int digit, Random& random) {
  std::vector<Stroke> strokes =
      jitteredStrokes(writtenFast(blendedStyle(digit, random), random), random);
  const Bending bending(random);
  const float rotation = rotationSpread * bell(random);
  const float slant = meanSlant + slantSpread * bell(random);
  const float width = meanWidth + widthSpread * bell(random);
  const Linear affine = Linear::compose(rotation, -slant, std::max(width, 0.4f), 1.0f);
  const float shake = tremor * std::abs(bell(random));

  const Bounds bounds = boundsOf(strokes);
  const Point middle = {(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2};
  for (Stroke& stroke : strokes) {
    Point tremble{};
    for (Point& p : stroke) {
      tremble = {tremorMemory * tremble.x + uniform(random, -shake, shake),
                 tremorMemory * tremble.y + uniform(random, -shake, shake)};
      p = bending({(p.x + tremble.x - middle.x) / 50, (p.y + tremble.y - middle.y) / 50});
      p = affine({50 * p.x, 50 * p.y});
    }
  }
  return strokes;
}

DataSet syntheticDigits(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  DataSet digits;
  for (std::size_t i = 0; i < count; ++i) {
    const int label = static_cast<int>(i % digitCount);
    const std::vector<Stroke> strokes = syntheticStrokes(label, random);
    Image image = *imageFromStrokes(strokes, randomPen(random));
    vary(image, random);
    digits.append(image, label);
  }
  return digits;
}

}  // namespace dd
