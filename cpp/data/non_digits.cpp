#include "data/non_digits.hpp"

#include <cmath>

#include "data/augmentation.hpp"
#include "data/non_digit_shapes.hpp"
#include "descent/error.hpp"

namespace dd {
namespace {

constexpr float cornerJitter = 6.0f;  // of a shape's points, ±, hundredths of the height
constexpr float strokeShift = 5.0f;   // of a whole stroke against the others, ±
constexpr float segment = 6.0f;  // lines are cut into pieces of at most this length, to be bent

/// What hands do to a drawing whatever it is.
constexpr AugmentationRanges variation{.rotation = 0.22f,
                                       .shear = 0.25f,
                                       .aspect = 0.25f,
                                       .displacement = 1.4f,
                                       .smoothness = 5.0f,
                                       .penWidth = 0.35f};

std::span<const NonDigitKind> kindsOf(NonDigitFamily family) {
  return family == NonDigitFamily::training ? trainingNonDigits() : unseenNonDigits();
}

const NonDigitKind& kindAt(NonDigitFamily family, std::size_t kind) {
  const auto kinds = kindsOf(family);
  if (kind < kinds.size()) return kinds[kind];
  throw Error("noSuchItem", {{"quantity", "nonDigitKind"}, {"index", kind}});
}

float within(float range, Random& random) {
  return static_cast<float>(random.uniform(-range, range));
}

/// Cuts the corners of an open line, whose limit is a quadratic B-spline (G. Chaikin, 1974).
Stroke rounded(const Stroke& stroke) {
  if (stroke.size() < 3) return stroke;
  Stroke result{stroke.front()};
  for (std::size_t i = 0; i + 1 < stroke.size(); ++i) {
    const Point a = stroke[i], b = stroke[i + 1];
    if (i > 0) result.push_back({0.75f * a.x + 0.25f * b.x, 0.75f * a.y + 0.25f * b.y});
    if (i + 2 < stroke.size()) {
      result.push_back({0.25f * a.x + 0.75f * b.x, 0.25f * a.y + 0.75f * b.y});
    }
  }
  result.push_back(stroke.back());
  return result;
}

Stroke cutIntoPieces(const Stroke& stroke) {
  Stroke result{stroke.front()};
  for (std::size_t i = 1; i < stroke.size(); ++i) {
    const Point a = stroke[i - 1], b = stroke[i];
    const float dx = b.x - a.x, dy = b.y - a.y;
    const int pieces = static_cast<int>(std::sqrt(dx * dx + dy * dy) / segment) + 1;
    for (int k = 1; k <= pieces; ++k) {
      const float t = static_cast<float>(k) / static_cast<float>(pieces);
      result.push_back({a.x + dx * t, a.y + dy * t});
    }
  }
  return result;
}

std::vector<Stroke> jittered(std::span<const ShapePoint> shape, Random& random) {
  std::vector<Stroke> strokes;
  std::vector<bool> isCurve;
  Point shift{};
  for (const ShapePoint& point : shape) {
    if (point.kind != ShapePoint::Kind::on) {
      strokes.emplace_back();
      isCurve.push_back(point.kind == ShapePoint::Kind::curve);
      shift = {within(strokeShift, random), within(strokeShift, random)};
    }
    strokes.back().push_back({point.x + shift.x + within(cornerJitter, random),
                              point.y + shift.y + within(cornerJitter, random)});
  }
  for (std::size_t s = 0; s < strokes.size(); ++s) {
    if (isCurve[s]) strokes[s] = rounded(rounded(rounded(strokes[s])));
  }
  return strokes;
}

std::vector<Stroke> drawKind(const NonDigitKind& kind, Augmentation& augmentation, Random& random) {
  std::vector<Stroke> strokes = kind.draw ? kind.draw(random) : jittered(kind.shape, random);
  for (Stroke& stroke : strokes) stroke = cutIntoPieces(stroke);
  return augmentation.strokes(strokes, random);
}

}  // namespace

std::size_t nonDigitKindCount(NonDigitFamily family) { return kindsOf(family).size(); }

const char* nonDigitKindName(NonDigitFamily family, std::size_t kind) {
  return kindAt(family, kind).name;
}

std::vector<Stroke> nonDigitStrokes(NonDigitFamily family, std::size_t kind, Random& random) {
  Augmentation augmentation(variation);
  return drawKind(kindAt(family, kind), augmentation, random);
}

DataSet nonDigits(std::size_t count, std::uint64_t seed, NonDigitFamily family) {
  const auto kinds = kindsOf(family);
  Augmentation augmentation(variation);
  Random random(seed);
  DataSet data(noDigit + 1);
  for (std::size_t i = 0; i < count; ++i) {
    const auto strokes = drawKind(kinds[i % kinds.size()], augmentation, random);
    data.append(*imageFromStrokes(strokes, augmentation.pen(random)), noDigit);
  }
  return data;
}

}  // namespace dd
