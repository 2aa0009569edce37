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
// images.
constexpr float pointJitter = 6.5f;   // of control points, hundredths of the height
constexpr float jitterMemory = 0.5f;  // correlation of one point's jitter with the next one's
constexpr float endJitter = 9.0f;     // of the first and last point of a stroke
constexpr float strokeShift = 4.0f;   // of a whole stroke against the others
constexpr float leastHaste = 0.2f, mostHaste = 1.5f;  // factor on the jitters, one a digit
constexpr float bend = 0.08f;                         // coefficients of the elastic distortion
constexpr float meanSlant = 0.12f, slantSpread = 0.26f;
constexpr float rotationSpread = 0.14f;                  // radians
constexpr float meanWidth = 1.16f, widthSpread = 0.20f;  // of the width against the height
constexpr float penSpread = 0.34f;                       // of the pen's width, relative
constexpr float centreRange = 0.9f;  // pixels: MNIST centres by whole ones, after scanning
constexpr float inkNoise = 0.05f;    // of a pixel's ink, relative
constexpr int pointsPerSpan = 8;     // of a curve between two control points

/// Nearly normal, mean 0, variance 1, within ±√12: the sum of four uniforms. Random::normal takes a
/// logarithm, whose last bit depends on the machine.
float bell(Random& random) {
  const double sum = random.uniform() + random.uniform() + random.uniform() + random.uniform();
  return static_cast<float>((sum - 2.0) * 1.7320508075688772);
}

float uniform(Random& random, float low, float high) {
  return static_cast<float>(random.uniform(low, high));
}

const DigitTemplate& chooseTemplate(std::span<const DigitTemplate> styles, Random& random) {
  float total = 0.0f;
  for (const DigitTemplate& style : styles) total += style.weight;
  float left = uniform(random, 0.0f, total);
  for (const DigitTemplate& style : styles) {
    left -= style.weight;
    if (left < 0.0f) return style;
  }
  return styles.back();
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
  using Kind = ControlPoint::Kind;
  std::vector<Stroke> strokes;
  std::vector<Point> curve;
  Point shift{}, drift{};
  const float haste = uniform(random, leastHaste, mostHaste);
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const ControlPoint& control = controls[i];
    const bool isLast = i + 1 == controls.size() || controls[i + 1].kind == Kind::start;
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
  pen.width = std::clamp(pen.width * (1.0f + spread + spread * spread / 2), 1.3f, 4.6f);
  pen.softness = uniform(random, 1.0f, 1.7f);
  pen.centre.x += uniform(random, -centreRange, centreRange);
  pen.centre.y += uniform(random, -centreRange, centreRange);
  return pen;
}

}  // namespace

std::vector<Stroke> syntheticStrokes(int digit, Random& random) {
  const DigitTemplate& style = chooseTemplate(digitTemplates(digit), random);
  std::vector<Stroke> strokes = jitteredStrokes(style.points, random);
  const Bending bending(random);
  const float rotation = rotationSpread * bell(random);
  const float slant = meanSlant + slantSpread * bell(random);
  const float width = meanWidth + widthSpread * bell(random);
  const Linear affine = Linear::compose(rotation, -slant, std::max(width, 0.4f), 1.0f);

  const Bounds bounds = boundsOf(strokes);
  const Point middle = {(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2};
  for (Stroke& stroke : strokes) {
    for (Point& p : stroke) {
      p = bending({(p.x - middle.x) / 50, (p.y - middle.y) / 50});
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
    for (float& ink : image) {
      if (ink > 0.0f) ink = std::clamp(ink * (1.0f + inkNoise * bell(random)), 0.0f, 1.0f);
    }
    digits.append(image, label);
  }
  return digits;
}

}  // namespace dd
