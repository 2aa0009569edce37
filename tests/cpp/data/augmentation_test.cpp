#include "data/augmentation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "data/affine.hpp"
#include "data/synthetic.hpp"
#include "expect.hpp"

namespace dd {
namespace {

using Pixels = std::array<std::uint8_t, imagePixels>;

Image augmented(const Pixels& pixels, const AugmentationRanges& ranges, Random& random) {
  Image out;
  Augmentation(ranges).image(pixels, random, out);
  return out;
}

std::vector<Stroke> augmentStrokes(const std::vector<Stroke>& strokes,
                                   const AugmentationRanges& ranges, Random& random) {
  return Augmentation(ranges).strokes(strokes, random);
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
  const AugmentationRanges ranges{0.2f, 0.2f, 0.1f, 0.1f, 2};
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

TEST(Augmentation, AspectKeepsTheLongerSide) {
  Pixels pixels{};
  for (int y = 4; y < 24; ++y) {
    for (int x = 9; x < 19; ++x) pixels[y * imageSide + x] = 255;  // 10 × 20
  }
  const auto side = [](const Image& image, bool across) {
    std::array<float, imageSide> lines{};
    for (int i = 0; i < imagePixels; ++i) {
      float& line = lines[across ? i % imageSide : i / imageSide];
      line = std::max(line, image[i]);
    }
    double sum = 0;
    for (const float line : lines) sum += line;
    return sum;
  };
  Random random(8);
  double narrowest = 20, widest = 0;
  for (int i = 0; i < 200; ++i) {
    const Image out = augmented(pixels, {.aspect = 0.4f}, random);
    const double width = side(out, true), height = side(out, false);
    EXPECT_NEAR(std::max(width, height), 20, 0.7);
    narrowest = std::min(narrowest, width / height);
    widest = std::max(widest, width / height);
  }
  EXPECT_NEAR(narrowest, 0.5 * 0.6 * 0.6, 0.04);
  EXPECT_NEAR(widest, 0.5 * 1.4 * 1.4, 0.06);
}

/// A horizontal line, three pixels broad, with the soft edges of MNIST.
Pixels broadLine() {
  Pixels pixels{};
  for (int x = 4; x < 24; ++x) {
    pixels[12 * imageSide + x] = pixels[16 * imageSide + x] = 90;
    for (int y = 13; y < 16; ++y) pixels[y * imageSide + x] = 255;
  }
  return pixels;
}

TEST(Augmentation, PenWidthMovesTheEdges) {
  const double before = massOf(augmented(broadLine(), {}, *std::make_unique<Random>(1)));
  double least = before, most = before;
  Random random(12);
  for (int i = 0; i < 300; ++i) {
    const Image out = augmented(broadLine(), {.penWidth = 0.6f}, random);
    least = std::min(least, massOf(out)), most = std::max(most, massOf(out));
    EXPECT_NEAR(out[14 * imageSide + 14], 1, 1e-5);  // the middle of the line stays dark
    EXPECT_LE(*std::max_element(out.begin(), out.end()), 1);
    EXPECT_GE(*std::min_element(out.begin(), out.end()), 0);
  }
  EXPECT_NEAR(most - before, 2 * 0.6 * 20, 5);  // 0.6 pixels along both edges of 20 pixels
  EXPECT_NEAR(before - least, 2 * 0.3 * 20, 4);
}

TEST(Augmentation, ErasureTakesASmallSpotOfInk) {
  const Image before = augmented(broadLine(), {}, *std::make_unique<Random>(1));
  Random random(4);
  int erased = 0;
  for (int i = 0; i < 400; ++i) {
    const Image out = augmented(broadLine(), {.erasure = 0.5f}, random);
    for (int p = 0; p < imagePixels; ++p) EXPECT_LE(out[p], before[p]);
    const double lost = massOf(before) - massOf(out);
    EXPECT_LT(lost, 3.6 * 3.6);
    erased += lost > 0.5;
  }
  // Eight tries find a line that fills 60 of 784 pixels in 1 − 0.92⁸ = 47 % of all cases.
  EXPECT_NEAR(erased, 400 * 0.5 * 0.47, 40);
}

TEST(Augmentation, EverythingTogetherIsSeededAndKeepsTheInk) {
  const AugmentationRanges all{.rotation = 0.25f,
                               .shear = 0.25f,
                               .scale = 0.15f,
                               .aspect = 0.3f,
                               .translation = 1.5f,
                               .displacement = 2,
                               .smoothness = 4,
                               .penWidth = 0.5f,
                               .erasure = 0.3f};
  const DataSet digits = syntheticDigits(200, 6);
  Augmentation one(all), two(all);
  Random first(31), second(31);
  Image a, b;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    one.image(digits.image(i), first, a);
    two.image(digits.image(i), second, b);
    EXPECT_EQ(a, b) << i;
    double before = 0;
    for (const auto pixel : digits.image(i)) before += pixel / 255.0;
    EXPECT_GT(massOf(a), 0.15 * before) << i;
    for (const float ink : a) EXPECT_TRUE(ink >= 0 && ink <= 1) << i;
  }
}

TEST(Augmentation, ElasticDistortionBendsStrokesByItsAmplitude) {
  Stroke line;
  for (int i = 0; i <= 100; ++i) line.push_back({static_cast<float>(i), 0});  // 5 units a pixel
  Random random(17);
  double squares = 0;
  for (int round = 0; round < 400; ++round) {
    const auto bent = augmentStrokes({line}, {.displacement = 1.5f, .smoothness = 5}, random);
    for (std::size_t i = 0; i < line.size(); ++i) {
      squares += bent[0][i].y * bent[0][i].y / 25 / static_cast<double>(line.size());
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
      EXPECT_LT(std::hypot(bent[0][i].x - bent[0][i - 1].x, bent[0][i].y - bent[0][i - 1].y), 4);
    }
  }
  // The amplitude is uniform in 0 … 1.5, so the mean square is 1.5²/3.
  EXPECT_NEAR(squares / 400, 0.75, 0.15);
}

TEST(Augmentation, ThePenVariesWithinItsRange) {
  Random random(2);
  const Augmentation same({}), varied({.penWidth = 0.5f});
  const PenStyle plain;
  EXPECT_EQ(same.pen(random).width, plain.width);
  EXPECT_EQ(same.pen(random).softness, plain.softness);
  float thinnest = 9, thickest = 0;
  for (int i = 0; i < 300; ++i) {
    const float width = varied.pen(random).width;
    thinnest = std::min(thinnest, width), thickest = std::max(thickest, width);
  }
  EXPECT_NEAR(thinnest, plain.width - 0.5f, 0.05f);
  EXPECT_NEAR(thickest, plain.width + 1.0f, 0.05f);
}

TEST(Augmentation, RangesAndOutputAreChecked) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  for (const AugmentationRanges& wrong : {AugmentationRanges{.rotation = -0.1f},
                                          {.rotation = 2},
                                          {.shear = 3},
                                          {.scale = 1},
                                          {.aspect = 1},
                                          {.translation = 29},
                                          {.displacement = 6},
                                          {.smoothness = 1},
                                          {.smoothness = 15},
                                          {.penWidth = 1.1f},
                                          {.erasure = -1},
                                          {.scale = nan},
                                          {.smoothness = nan}}) {
    EXPECT_ERROR("range quantity=…", Augmentation{wrong});
  }
  Random random(1);
  Image out;
  EXPECT_ERROR("size quantity=image actual=783 expected=784",
               Augmentation({}).image(Pixels{}, random, std::span(out).first(783)));
}

}  // namespace
}  // namespace dd
