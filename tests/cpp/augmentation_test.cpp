#include "data/augmentation.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>

#include "data/affine.hpp"
#include "data/synthetic.hpp"

namespace dd {
namespace {

using Pixels = std::array<std::uint8_t, imagePixels>;

Image augmented(const Pixels& pixels, const AffineAugmentation& ranges, Random& random) {
  Image out;
  augment(pixels, ranges, random, out);
  return out;
}

double massOf(const Image& image) {
  double mass = 0;
  for (const float ink : image) mass += ink;
  return mass;
}

TEST(Augmentation, ZeroRangesAreTheIdentity) {
  Random random(1);
  Pixels pixels;
  for (auto& pixel : pixels) pixel = static_cast<std::uint8_t>(random.below(256));
  const Image out = augmented(pixels, {}, random);
  for (int i = 0; i < imagePixels; ++i) EXPECT_EQ(out[i], pixels[i] / 255.0f) << i;

  const auto strokes = syntheticStrokes(5, random);
  const auto same = augmentStrokes(strokes, {}, random);
  ASSERT_EQ(same.size(), strokes.size());
  for (std::size_t s = 0; s < strokes.size(); ++s) {
    ASSERT_EQ(same[s].size(), strokes[s].size());
    for (std::size_t i = 0; i < strokes[s].size(); ++i) {
      EXPECT_NEAR(same[s][i].x, strokes[s][i].x, 1e-4f);
      EXPECT_NEAR(same[s][i].y, strokes[s][i].y, 1e-4f);
    }
  }
}

// A translation by (u, v), the fifth and sixth draw, spreads one bright pixel over four bilinearly.
TEST(Augmentation, TranslationWorkedByHand) {
  Pixels pixels{};
  pixels[10 * imageSide + 12] = 255;
  Random random(77), copy(77);
  const Image out = augmented(pixels, {.translation = 3}, random);
  for (int i = 0; i < 4; ++i) copy.uniform();
  const double x = 12 + 3 * copy.uniform(-1, 1), y = 10 + 3 * copy.uniform(-1, 1);
  const int left = static_cast<int>(x), top = static_cast<int>(y);
  const double fx = x - left, fy = y - top;
  EXPECT_NEAR(out[top * imageSide + left], (1 - fx) * (1 - fy), 1e-5);
  EXPECT_NEAR(out[top * imageSide + left + 1], fx * (1 - fy), 1e-5);
  EXPECT_NEAR(out[(top + 1) * imageSide + left], (1 - fx) * fy, 1e-5);
  EXPECT_NEAR(out[(top + 1) * imageSide + left + 1], fx * fy, 1e-5);
  EXPECT_NEAR(massOf(out), 1.0, 1e-5);
}

TEST(Augmentation, CentreOfTheDigitStaysAndTheImageChanges) {
  Pixels pixels{};
  for (int x = 8; x <= 20; ++x) pixels[14 * imageSide + x] = 255;
  Random random(3);
  for (int round = 0; round < 50; ++round) {
    const Image out = augmented(pixels, {.rotation = 0.5f, .shear = 0.4f, .scale = 0.3f}, random);
    EXPECT_NEAR(out[14 * imageSide + 14], 1.0f, 1e-5f);
    EXPECT_NE(out[14 * imageSide + 8], 1.0f);
  }
}

TEST(Augmentation, ScaleChangesTheAreaByItsSquare) {
  Pixels pixels{};
  for (int y = 9; y <= 19; ++y) {
    for (int x = 9; x <= 19; ++x) pixels[y * imageSide + x] = 255;
  }
  Random random(5), copy(5);
  const Image out = augmented(pixels, {.scale = 0.2f}, random);
  copy.uniform(), copy.uniform();
  const double scale = 1 + 0.2 * copy.uniform(-1, 1);
  EXPECT_NEAR(massOf(out), 121 * scale * scale, 3);
  EXPECT_GT(std::abs(scale - 1), 0.05);  // this seed does change the size
}

TEST(Augmentation, SameSeedSameImageAndSixDrawsEach) {
  Random one(9), two(9), skipped(9);
  Pixels pixels{};
  pixels[14 * imageSide + 10] = 200;
  const AffineAugmentation ranges{0.2f, 0.2f, 0.1f, 0.1f, 2};
  EXPECT_EQ(augmented(pixels, ranges, one), augmented(pixels, ranges, two));
  for (int i = 0; i < 6; ++i) skipped.uniform();
  EXPECT_EQ(one.next(), skipped.next());
}

TEST(Augmentation, StrokesMoveAsTheImageDoes) {
  // A quarter of ±1 radian about the middle of the box: distances to it are kept.
  const std::vector<Stroke> line = {{{10, 50}, {90, 50}}};
  Random random(4);
  const auto turned = augmentStrokes(line, {.rotation = 1}, random);
  const Point a = turned[0][0], b = turned[0][1];
  EXPECT_NEAR((a.x + b.x) / 2, 50, 1e-3);
  EXPECT_NEAR((a.y + b.y) / 2, 50, 1e-3);
  EXPECT_NEAR(std::hypot(b.x - a.x, b.y - a.y), 80, 1e-3);
  EXPECT_GT(std::abs(a.y - b.y), 1);
  EXPECT_TRUE(augmentStrokes({}, {.rotation = 1}, random).empty());
}

TEST(Augmentation, RotationIsNearlyTheOneOfSineAndCosine) {
  for (const float angle : {-1.0f, -0.3f, 0.0f, 0.1f, 0.6f, 1.0f}) {
    const Point p = Linear::compose(angle, 0, 1, 1)({1, 0});
    EXPECT_NEAR(p.x, std::cos(angle), 7e-3) << angle;
    EXPECT_NEAR(p.y, std::sin(angle), 7e-3) << angle;
    EXPECT_NEAR(std::hypot(p.x, p.y), 1, 1e-6) << angle;
  }
}

TEST(Augmentation, RangesAndOutputAreChecked) {
  Random random(1);
  const Pixels pixels{};
  Image out;
  const float nan = std::numeric_limits<float>::quiet_NaN();
  for (const AffineAugmentation& wrong : {AffineAugmentation{.rotation = -0.1f},
                                          {.rotation = 2},
                                          {.shear = 3},
                                          {.scale = 1},
                                          {.aspect = 1},
                                          {.translation = 29},
                                          {.scale = nan}}) {
    EXPECT_THROW(augment(pixels, wrong, random, out), std::invalid_argument);
  }
  EXPECT_THROW(augment(pixels, {}, random, std::span(out).first(783)), std::invalid_argument);
}

}  // namespace
}  // namespace dd
