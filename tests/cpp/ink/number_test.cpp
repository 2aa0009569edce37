#include "ink/number.hpp"

#include <cmath>
#include <limits>

#include "expect.hpp"

namespace dd {
namespace {

/// Knows nothing: only the shapes and gaps decide.
/// The same for all ten digits.
Recognition same(float value) { return {std::vector<float>(10, value), {}}; }

Recognition indifferent(const Image&) { return same(0.9f); }

/// Takes everything for this digit.
DigitRecognizer sees(std::size_t digit) {
  return [digit](const Image&) {
    std::vector<float> probabilities(10, 0.01f);
    probabilities[digit] = 0.9f;
    return Recognition{probabilities, {}};
  };
}

Stroke line(Point a, Point b) { return {a, b}; }

Stroke ring(Point centre, float rx, float ry) {
  Stroke stroke;
  for (int i = 0; i <= 40; ++i) {
    const float angle = static_cast<float>(i) * 0.15707963f;
    stroke.push_back({centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle)});
  }
  return stroke;
}

TEST(ReadNumber, NothingIsNoNumber) {
  EXPECT_TRUE(readNumber({}, indifferent).empty());
  EXPECT_TRUE(readNumber(std::vector<Stroke>{{}}, indifferent).empty());
}

TEST(ReadNumber, OneStrokeIsOneDigitJudgedOnce) {
  int judged = 0;
  const std::vector<Stroke> strokes{ring({50, 50}, 30, 50)};
  const auto digits = readNumber(strokes, [&](const Image& image) {
    ++judged;
    return indifferent(image);
  });
  ASSERT_EQ(digits.size(), 1u);
  EXPECT_EQ(judged, 1);
  EXPECT_EQ(digits[0].image, *imageFromStrokes(strokes));
  EXPECT_EQ(digits[0].probabilities.size(), 10u);
}

TEST(ReadNumber, StrokesApartAreDigitsFromLeftToRightInWhateverOrderTheyWereDrawn) {
  const std::vector<Stroke> strokes{line({200, 0}, {200, 100}), ring({30, 50}, 30, 50),
                                    line({110, 0}, {105, 100})};
  const auto digits = readNumber(strokes, indifferent);
  ASSERT_EQ(digits.size(), 3u);
  EXPECT_LT(digits[0].bounds.right, digits[1].bounds.left);
  EXPECT_LT(digits[1].bounds.right, digits[2].bounds.left);
  EXPECT_EQ(digits[0].strokes.size(), 1u);
  EXPECT_EQ(digits[0].strokes[0].size(), 41u);
}

TEST(ReadNumber, StrokesThatCrossOrLieOverOneAnotherAreOneDigit) {
  // A 4 of two strokes, a 5 with its hat, a 7 with its bar.
  const std::vector<std::vector<Stroke>> drawings{
      {{{50, 0}, {10, 60}, {90, 60}}, line({65, 20}, {65, 110})},
      {{{20, 0}, {20, 45}, {60, 45}, {70, 80}, {15, 100}}, line({22, 0}, {75, 0})},
      {{{10, 0}, {80, 0}, {40, 100}}, line({30, 50}, {75, 50})},
  };
  for (const auto& strokes : drawings) EXPECT_EQ(readNumber(strokes, indifferent).size(), 1u);
}

TEST(ReadNumber, TallStrokesThatTouchAreTwoDigits) {
  const std::vector<Stroke> touching{ring({30, 50}, 30, 50), line({59, 0}, {63, 100})};
  EXPECT_EQ(readNumber(touching, sees(6)).size(), 2u);
  const std::vector<Stroke> overlapping{ring({30, 50}, 30, 50), ring({80, 50}, 30, 50)};
  EXPECT_EQ(readNumber(overlapping, sees(6)).size(), 2u);
}

TEST(ReadNumber, ALowStrokeThatTouchesIsPartOfADigitThatIsWrittenInPieces) {
  const std::vector<Stroke> four{{{50, 0}, {10, 60}, {62, 60}}, line({65, 20}, {65, 110})};
  EXPECT_EQ(readNumber(four, sees(4)).size(), 1u);
  const std::vector<Stroke> nine{ring({40, 30}, 25, 30), line({68, 5}, {62, 110})};
  EXPECT_EQ(readNumber(nine, sees(9)).size(), 1u);
  // Both halves as high as the whole, and the recognize takes the halves for digits as well.
  const std::vector<Stroke> ones{line({10, 0}, {10, 100}), line({20, 0}, {20, 100})};
  EXPECT_EQ(readNumber(ones, sees(1)).size(), 2u);
}

TEST(ReadNumber, TheJudgeSeparatesWhatTouches) {
  // Two rings drawn in one go, with a short line between them.
  Stroke both = ring({30, 50}, 30, 50);
  const Stroke second = ring({130, 50}, 30, 50);
  both.push_back({60, 50});
  both.push_back({160, 50});
  both.insert(both.end(), second.begin(), second.end());
  const std::vector<Stroke> strokes{both};
  // A ring is as wide as it is high; with a second one its picture is low.
  const auto knowsRings = [](const Image& image) {
    float top = 0;
    for (int i = 0; i < 8 * imageSide; ++i) top += image[static_cast<std::size_t>(i)];
    return same(top > 5 ? 0.95f : 0.001f);
  };
  EXPECT_EQ(readNumber(strokes, knowsRings).size(), 2u);
  const auto knowsPairs = [&](const Image& image) {
    return same(1.0f - knowsRings(image).probabilities[0]);
  };
  EXPECT_EQ(readNumber(strokes, knowsPairs).size(), 1u);
}

TEST(ReadNumber, DoesNotDependOnPlaceAndSize) {
  std::vector<Stroke> strokes{ring({30, 50}, 30, 50), line({100, 0}, {100, 100})};
  for (const float scale : {1e-3f, 1.0f, 1e4f}) {
    std::vector<Stroke> moved = strokes;
    for (Stroke& stroke : moved) {
      for (Point& p : stroke) p = {scale * (p.x + 500), scale * (p.y - 200)};
    }
    EXPECT_EQ(readNumber(moved, indifferent).size(), 2u) << scale;
  }
}

TEST(ReadNumber, ManyPointsAndManyStrokesEnd) {
  std::vector<Stroke> hatching;
  for (int i = 0; i < 200; ++i) {
    hatching.push_back(line({static_cast<float>(3 * i), 0}, {static_cast<float>(3 * i), 100}));
  }
  EXPECT_EQ(readNumber(hatching, indifferent).size(), 1u);
  EXPECT_EQ(readNumber(std::vector<Stroke>{{{5, 5}}}, indifferent).size(), 1u);
  EXPECT_GE(readNumber(std::vector<Stroke>{{{5, 5}}, {{90, 5}}}, indifferent).size(), 1u);
  EXPECT_EQ(readNumber(std::vector<Stroke>{line({0, 5}, {900, 5})}, indifferent).size(), 1u);
}

TEST(ReadNumber, LongScribblesAreDigitsToo) {
  std::vector<Stroke> scribbles(2);
  for (int i = 0; i < 10000; ++i) {
    const auto at = static_cast<float>(i);
    scribbles[0].push_back({50 + 40 * std::sin(0.37f * at), 50 + 50 * std::cos(0.11f * at)});
    scribbles[1].push_back({200 + 40 * std::sin(0.31f * at), 50 + 50 * std::cos(0.13f * at)});
  }
  EXPECT_EQ(readNumber(scribbles, indifferent).size(), 2u);
}

TEST(ReadNumber, RefusesWhatIsNoPlace) {
  const float nowhere = std::numeric_limits<float>::quiet_NaN();
  EXPECT_ERROR("penPoint point=0 stroke=0 x=nan y=0",
               readNumber(std::vector<Stroke>{{{nowhere, 0}}}, indifferent));
}

}  // namespace
}  // namespace dd
