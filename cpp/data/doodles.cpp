#include "data/doodles.hpp"

#include <cstdint>
#include <utility>

namespace dd::doodles {
namespace {

float uniform(Random& random, float low, float high) {
  return static_cast<float>(random.uniform(low, high));
}

Point anywhere(Random& random) { return {uniform(random, 0, 100), uniform(random, 0, 100)}; }

/// Appends the uniform quadratic B-spline of these points, four pieces a span: round where the
/// points are not.
void appendSpline(const std::vector<Point>& points, Stroke& stroke) {
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const Point a = points[i - 1], b = points[i], c = points[i + 1];
    for (int k = 0; k < 4; ++k) {
      const float t = static_cast<float>(k) / 4, s = 1 - t;
      const float p = s * s / 2, q = (1 + 2 * t * s) / 2, r = t * t / 2;
      stroke.push_back({p * a.x + q * b.x + r * c.x, p * a.y + q * b.y + r * c.y});
    }
  }
}

/// Turning points from left to right, by turns above and below.
std::vector<Point> upAndDown(Random& random) {
  std::vector<Point> points;
  const int turns = 5 + static_cast<int>(random.below(5));
  const float height = uniform(random, 30, 90);
  for (int i = 0; i < turns; ++i) {
    points.push_back({100.0f * static_cast<float>(i) / static_cast<float>(turns - 1),
                      (i % 2 == 0 ? 0.0f : height) + uniform(random, -8, 8)});
  }
  return points;
}

/// Points about a centre, one for each turn of 15°.
Stroke arc(Point centre, float startRadius, float endRadius, float squeeze, int steps,
           Random& random) {
  constexpr float cosine = 0.9659258f, sine = 0.2588190f;
  Point direction = {1, 0};
  for (int i = static_cast<int>(random.below(24)); i > 0; --i) {
    direction = {cosine * direction.x - sine * direction.y,
                 sine * direction.x + cosine * direction.y};
  }
  const float handed = random.below(2) == 0 ? 1.0f : -1.0f;
  Stroke stroke;
  for (int i = 0; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps);
    const float radius = startRadius + (endRadius - startRadius) * t;
    stroke.push_back(
        {centre.x + handed * radius * direction.x, centre.y + squeeze * radius * direction.y});
    direction = {cosine * direction.x - sine * direction.y,
                 sine * direction.x + cosine * direction.y};
  }
  return stroke;
}

}  // namespace

std::vector<Stroke> dot(Random&) { return {{{50, 50}}}; }

std::vector<Stroke> dots(Random& random) {
  std::vector<Stroke> strokes(2 + random.below(4));
  for (Stroke& stroke : strokes) {
    const Point p = anywhere(random);
    stroke = {p, {p.x + uniform(random, 0, 6), p.y + uniform(random, 0, 6)}};
  }
  return strokes;
}

/// Within 25° of the horizontal: steeper, it is a one.
std::vector<Stroke> dash(Random& random) {
  const float rise = uniform(random, -20, 20);
  return {{{0, 50 - rise}, {50, 50 + uniform(random, -6, 6)}, {100, 50 + rise}}};
}

std::vector<Stroke> scribble(Random& random) {
  std::vector<Point> points(9 + random.below(22));
  for (Point& p : points) p = anywhere(random);
  Stroke stroke;
  appendSpline(points, stroke);
  return {stroke};
}

/// A pen that goes to and fro to fill an area.
std::vector<Stroke> hatching(Random& random) {
  Stroke stroke;
  const int lines = 5 + static_cast<int>(random.below(8));
  const float slant = uniform(random, -30, 50);
  for (int i = 0; i <= lines; ++i) {
    const float across = 100.0f * static_cast<float>(i) / static_cast<float>(lines);
    const float along = i % 2 == 0 ? 0.0f : 100.0f;
    stroke.push_back(
        {along + uniform(random, -12, 12), across + slant * along / 100 + uniform(random, -8, 8)});
  }
  if (random.below(2) == 0) {
    for (Point& p : stroke) std::swap(p.x, p.y);
  }
  return {stroke};
}

std::vector<Stroke> zigzag(Random& random) {
  Stroke stroke = upAndDown(random);
  if (random.below(3) == 0) {
    for (Point& p : stroke) std::swap(p.x, p.y);
  }
  return {stroke};
}

std::vector<Stroke> wave(Random& random) {
  Stroke stroke;
  appendSpline(upAndDown(random), stroke);
  return {stroke};
}

std::vector<Stroke> severalLines(Random& random) {
  std::vector<Stroke> strokes(3 + random.below(5));
  for (Stroke& stroke : strokes) stroke = {anywhere(random), anywhere(random)};
  return strokes;
}

std::vector<Stroke> severalCurves(Random& random) {
  std::vector<Stroke> strokes(2 + random.below(3));
  for (Stroke& stroke : strokes) {
    std::vector<Point> points(4 + random.below(4));
    for (Point& p : points) p = anywhere(random);
    appendSpline(points, stroke);
  }
  return strokes;
}

/// Two words' worth of ink with a gap between, as no digit has.
std::vector<Stroke> twoScribbles(Random& random) {
  std::vector<Stroke> strokes(2);
  float left = 0;
  for (Stroke& stroke : strokes) {
    std::vector<Point> points(6 + random.below(8));
    for (Point& p : points) p = {left + uniform(random, 0, 50), uniform(random, 0, 100)};
    appendSpline(points, stroke);
    left += uniform(random, 58, 90);
  }
  return strokes;
}

std::vector<Stroke> spiral(Random& random) {
  const int steps = 42 + static_cast<int>(random.below(40));
  const float squeeze = uniform(random, 0.7f, 1.2f);
  const float startRadius = uniform(random, 0, 12);
  return {arc({50, 50}, startRadius, 50, squeeze, steps, random)};
}

std::vector<Stroke> rings(Random& random) {
  std::vector<Stroke> strokes;
  const int count = 2 + static_cast<int>(random.below(3));
  for (int i = 0; i < count; ++i) {
    const float radius = uniform(random, 14, 46);
    strokes.push_back(
        arc({uniform(random, 20, 80), uniform(random, 40, 60)}, radius, radius, 1, 25, random));
  }
  return strokes;
}

/// Loops one behind the other, as when trying a pen.
std::vector<Stroke> loops(Random& random) {
  const int turns = 3 + static_cast<int>(random.below(4));
  const float forward = uniform(random, 0.5f, 2.4f);
  Stroke stroke = arc({0, 50}, 30, 30, uniform(random, 0.7f, 1.6f), 24 * turns, random);
  for (std::size_t i = 0; i < stroke.size(); ++i) stroke[i].x += forward * static_cast<float>(i);
  return {stroke};
}

/// A blot: a small area, filled.
std::vector<Stroke> blot(Random& random) {
  return {arc({50, 50}, 0, 50, uniform(random, 0.6f, 1.0f), 24 * 6, random)};
}

/// The flower: a ring of petals.
std::vector<Stroke> flower(Random& random) {
  std::vector<Stroke> strokes;
  const Stroke centres = arc({50, 50}, 30, 30, 1, 20, random);
  for (std::size_t i = 0; i < centres.size(); i += 4) {
    strokes.push_back(arc(centres[i], 18, 18, 1, 24, random));
  }
  return strokes;
}

/// A cloud: bumps all around.
std::vector<Stroke> cloud(Random& random) {
  Stroke stroke = arc({50, 50}, 40, 40, 0.7f, 48, random);
  for (std::size_t i = 0; i < stroke.size(); ++i) {
    const float out = (i % 6 < 3 ? 1.0f : 0.74f) + uniform(random, -0.05f, 0.05f);
    stroke[i] = {50 + (stroke[i].x - 50) * out, 50 + (stroke[i].y - 50) * out};
  }
  return {stroke};
}

/// One smooth line with some angles, of middling length: neither scribble nor digit.
std::vector<Stroke> doodle(Random& random) {
  Stroke stroke;
  for (int part = 0; part < 3; ++part) {
    std::vector<Point> points(4 + random.below(3));
    for (Point& p : points) p = anywhere(random);
    if (!stroke.empty()) points.front() = stroke.back();
    appendSpline(points, stroke);
  }
  return {stroke};
}

namespace {

/// A closed line of corners at uneven distances from its centre.
Stroke closedLine(Point centre, float radius, int corners, Random& random) {
  const Stroke round = arc(centre, radius, radius, 1, 23, random);
  Stroke stroke;
  for (int i = 0; i < corners; ++i) {
    const Point p = round[static_cast<std::size_t>(24 * i / corners)];
    const float out = uniform(random, 0.45f, 1);
    stroke.push_back({centre.x + (p.x - centre.x) * out, centre.y + (p.y - centre.y) * out});
  }
  stroke.push_back(stroke.front());
  return stroke;
}

Stroke straight(Random& random) {
  const Point from = anywhere(random);
  return {from, anywhere(random)};
}

/// A quarter to a whole turn.
Stroke partOfRing(Random& random) {
  const float x = uniform(random, 20, 80), y = uniform(random, 20, 80);
  const float radius = uniform(random, 12, 45);
  const int steps = 6 + static_cast<int>(random.below(19));
  return arc({x, y}, radius, radius, 1, steps, random);
}

}  // namespace

std::vector<Stroke> arcsAndLines(Random& random) {
  std::vector<Stroke> strokes(3 + random.below(3));
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    const bool isArc = i == 0 || (i > 1 && random.below(2) == 0);
    strokes[i] = isArc ? partOfRing(random) : straight(random);
  }
  return strokes;
}

std::vector<Stroke> polygonAndLines(Random& random) {
  const float x = uniform(random, 30, 70), y = uniform(random, 30, 70);
  const int corners = 3 + static_cast<int>(random.below(4));
  std::vector<Stroke> strokes{closedLine({x, y}, uniform(random, 25, 50), corners, random)};
  const std::uint32_t lines = 1 + random.below(4);
  for (std::uint32_t i = 0; i < lines; ++i) strokes.push_back(straight(random));
  return strokes;
}

/// Strokes with an angle or a bend each, as letters of many scripts have.
std::vector<Stroke> hooks(Random& random) {
  std::vector<Stroke> strokes(3 + random.below(3));
  for (Stroke& stroke : strokes) {
    stroke = straight(random);
    if (random.below(2) == 0) stroke.push_back(anywhere(random));
  }
  return strokes;
}

}  // namespace dd::doodles
