#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "data/synthetic.hpp"
#include "descent/random.hpp"
#include "expect.hpp"
#include "ink/bitmap.hpp"

namespace dd {
namespace {

struct Colour {
  std::uint8_t red, green, blue, alpha = 255;
};
constexpr Colour white{255, 255, 255}, black{0, 0, 0};

struct Picture {
  int width, height;
  std::vector<std::uint8_t> rgba;

  Picture(int w, int h, Colour paper)
      : width(w), height(h), rgba(static_cast<std::size_t>(w) * h * 4) {
    fill(0, 0, w, h, paper);
  }
  void set(int x, int y, Colour c) {
    std::uint8_t* pixel = &rgba[(static_cast<std::size_t>(y) * width + x) * 4];
    pixel[0] = c.red, pixel[1] = c.green, pixel[2] = c.blue, pixel[3] = c.alpha;
  }
  void fill(int left, int top, int right, int bottom, Colour c) {
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) set(x, y, c);
    }
  }
  std::optional<Image> image() const { return imageFromBitmap(rgba, width, height); }
};

/// Sum of the differences where the images fit best: shifts by whole pixels may round differently.
double difference(const Image& a, const Image& b) {
  double best = imagePixels;
  for (int dy = -1; dy <= 1; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) {
      double sum = 0;
      for (int y = 1; y + 1 < imageSide; ++y) {
        for (int x = 1; x + 1 < imageSide; ++x) {
          sum += std::abs(a[y * imageSide + x] - b[(y + dy) * imageSide + x + dx]);
        }
      }
      best = std::min(best, sum);
    }
  }
  return best;
}

double massOf(const Image& image) {
  double mass = 0;
  for (const float ink : image) mass += ink;
  return mass;
}

float at(const Image& image, int x, int y) { return image[y * imageSide + x]; }

/// A synthetic digit in plain ink or paper, each pixel a square of `zoom`, `margin` around it; grey
/// = paper or ink, plus noise, plus slope across the width.
Picture photograph(std::span<const std::uint8_t, imagePixels> digit, int zoom, int margin,
                   double paper, double ink, double noise, double slope, Random& random) {
  const int side = imageSide * zoom + 2 * margin;
  Picture picture(side, side, white);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const bool inside = x >= margin && y >= margin && x < side - margin && y < side - margin;
      const bool isInk =
          inside && digit[(y - margin) / zoom * imageSide + (x - margin) / zoom] > 127;
      const double grey = (isInk ? ink : paper) + noise * random.normal() +
                          slope * (static_cast<double>(x) / side - 0.5);
      const auto value = static_cast<std::uint8_t>(std::clamp(grey, 0.0, 1.0) * 255 + 0.5);
      picture.set(x, y, {value, value, value});
    }
  }
  return picture;
}

// A black bar 40 × 200 on white: fitted to 4 × 20 pixels and centred, so that the middle of its
// mass, 13.5 of columns 12 … 15 and rows 4 … 23, is within half a pixel of 14.
TEST(Bitmap, BarWorkedByHand) {
  Picture picture(400, 300, white);
  picture.fill(300, 20, 340, 220, black);
  const auto image = picture.image();
  ASSERT_TRUE(image);
  EXPECT_NEAR(massOf(*image), 80, 1e-3);
  const int left = at(*image, 12, 14) > 0.5f ? 12 : 13;
  const int top = at(*image, 14, 4) > 0.5f ? 4 : 5;
  for (int y = top; y < top + 20; ++y) {
    for (int x = left; x < left + 4; ++x) EXPECT_NEAR(at(*image, x, y), 1, 1e-4) << x << " " << y;
  }
}

TEST(Bitmap, DarkOnLightLightOnDarkAndColoursAreTheSame) {
  const DataSet digits = syntheticDigits(10, 5);
  Random random(1);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const auto dark = photograph(digits.image(i), 5, 20, 1, 0, 0, 0, random).image();
    const auto light = photograph(digits.image(i), 5, 20, 0, 1, 0, 0, random).image();
    const auto grey = photograph(digits.image(i), 5, 20, 0.7, 0.4, 0, 0, random).image();
    ASSERT_TRUE(dark && light && grey);
    EXPECT_LT(difference(*dark, *light), 0.02 * massOf(*dark)) << i;
    EXPECT_LT(difference(*dark, *grey), 0.04 * massOf(*dark)) << i;
  }
  Picture red(60, 60, {250, 240, 200});
  red.fill(20, 10, 30, 50, {200, 0, 0});
  ASSERT_TRUE(red.image());
  EXPECT_NEAR(massOf(*red.image()), 100, 1);  // 5 × 20
}

TEST(Bitmap, PictureAlreadyFittedIsKept) {
  Picture picture(imageSide, imageSide, black);
  picture.fill(7, 4, 21, 24, white);
  picture.fill(10, 7, 18, 21, black);
  Image expected{};
  for (int i = 0; i < imagePixels; ++i) expected[i] = picture.rgba[i * 4] / 255.0f;
  ASSERT_TRUE(picture.image());
  EXPECT_LT(difference(*picture.image(), expected), 1e-3);
}

TEST(Bitmap, NoiseGradientMarginAndSizeChangeLittle) {
  const DataSet digits = syntheticDigits(20, 7);
  Random random(2);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const auto clean = photograph(digits.image(i), 8, 0, 1, 0, 0, 0, random).image();
    const auto margin = photograph(digits.image(i), 8, 90, 1, 0, 0, 0, random).image();
    const auto photo = photograph(digits.image(i), 8, 60, 0.75, 0.2, 0.02, 0.25, random).image();
    ASSERT_TRUE(clean && margin && photo);
    EXPECT_LT(difference(*clean, *margin), 0.02 * massOf(*clean)) << i;
    EXPECT_LT(difference(*clean, *photo), 0.3 * massOf(*clean)) << i;
  }
}

TEST(Bitmap, BlankPicturesHoldNothing) {
  for (const Colour paper : {white, black, Colour{90, 120, 140}, Colour{0, 0, 0, 0}}) {
    EXPECT_FALSE(Picture(1, 1, paper).image());
    EXPECT_FALSE(Picture(2, 3, paper).image());
    EXPECT_FALSE(Picture(64, 48, paper).image());
  }
  // Rough paper in slanting light.
  Random random(3);
  Picture rough(300, 200, white);
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 300; ++x) {
      const auto grey = static_cast<std::uint8_t>(150 + x / 5 + 4 * random.normal());
      rough.set(x, y, {grey, grey, grey});
    }
  }
  EXPECT_FALSE(rough.image());
}

TEST(Bitmap, TransparentPartsArePaper) {
  Picture transparent(60, 60, {0, 0, 0, 0});  // black, but not to be seen
  transparent.fill(20, 10, 30, 50, black);
  Picture opaque(60, 60, white);
  opaque.fill(20, 10, 30, 50, black);
  ASSERT_TRUE(transparent.image() && opaque.image());
  EXPECT_EQ(*transparent.image(), *opaque.image());
}

TEST(Bitmap, TransparentPartsArePaperBehindLightInkToo) {
  Picture dark(60, 60, {0, 0, 0, 0});
  dark.fill(20, 10, 30, 50, black);
  for (const Colour hidden : {Colour{0, 0, 0, 0}, Colour{255, 255, 255, 0}}) {
    for (const Colour ink : {white, Colour{240, 235, 200}, Colour{255, 255, 255, 160}}) {
      Picture light(60, 60, hidden);
      light.fill(20, 10, 30, 50, ink);
      const auto image = light.image();
      ASSERT_TRUE(image);
      EXPECT_LT(difference(*image, *dark.image()), 1e-2);
    }
  }
}

TEST(Bitmap, TransparentMarginsAroundPaperContinueIt) {
  for (const auto& [paper, ink] : {std::pair{white, black}, std::pair{black, white}}) {
    Picture margin(100, 100, {0, 0, 0, 0});
    margin.fill(20, 20, 80, 80, paper);
    margin.fill(45, 30, 55, 70, ink);
    Picture opaque(100, 100, paper);
    opaque.fill(45, 30, 55, 70, ink);
    ASSERT_TRUE(margin.image() && opaque.image());
    EXPECT_LT(difference(*margin.image(), *opaque.image()), 1e-2);
  }
}

// A screenshot with rounded corners, its thin line all but lost in white.
TEST(Bitmap, TransparentCornersAreNoInk) {
  Picture rounded(200, 200, white);
  rounded.fill(99, 60, 101, 140, black);
  const auto opaque = rounded.image();
  for (const int x : {0, 190}) {
    for (const int y : {0, 190}) rounded.fill(x, y, x + 10, y + 10, {0, 0, 0, 0});
  }
  ASSERT_TRUE(opaque && rounded.image());
  EXPECT_LT(difference(*rounded.image(), *opaque), 1e-2);
}

TEST(Bitmap, SpecksDoNotSpoilTheCrop) {
  Picture picture(300, 300, white);
  picture.fill(100, 60, 130, 240, black);
  const auto clean = picture.image();
  picture.fill(280, 290, 284, 294, black);
  picture.fill(4, 5, 7, 8, black);
  ASSERT_TRUE(clean && picture.image());
  EXPECT_LT(difference(*clean, *picture.image()), 1e-3);
}

TEST(Bitmap, ThinLineOfAHugePictureIsNotLost) {
  Picture picture(4000, 3000, white);
  for (int i = 0; i < 2000; ++i) picture.fill(1000 + i, 500 + i, 1010 + i, 501 + i, black);
  const auto image = picture.image();
  ASSERT_TRUE(image);
  // The diagonal of a 20-pixel box, thickened to about 2 pixels: some 40 … 60 pixels of ink.
  EXPECT_GT(massOf(*image), 35);
  EXPECT_LT(massOf(*image), 75);
  for (int i = 7; i <= 20; ++i) EXPECT_GT(std::max(at(*image, i, i), at(*image, i + 1, i)), 0.6f);
}

TEST(Bitmap, TinyPictureGrowsSmoothly) {
  Picture picture(5, 5, white);
  picture.fill(1, 1, 4, 2, black);
  picture.fill(2, 1, 3, 4, black);
  const auto image = picture.image();
  ASSERT_TRUE(image);
  bool between = false;
  for (const float ink : *image) {
    ASSERT_TRUE(ink >= 0 && ink <= 1.0001f);
    between = between || (ink > 0.2f && ink < 0.8f);
  }
  EXPECT_TRUE(between);
  EXPECT_GT(massOf(*image), 100);
}

TEST(Bitmap, ExtremeProportions) {
  Picture wide(5000, 2, white);
  wide.fill(100, 0, 700, 1, black);
  Picture column(1, 50, white);
  column.fill(0, 10, 1, 40, black);
  for (const auto& image : {wide.image(), column.image()}) {
    ASSERT_TRUE(image);
    for (const float ink : *image) EXPECT_TRUE(ink >= 0 && ink <= 1.0001f);
  }
}

TEST(Bitmap, SizesAreChecked) {
  const std::vector<std::uint8_t> bytes(16);
  EXPECT_TRUE(!imageFromBitmap(bytes, 2, 2));
  EXPECT_ERROR("pictureBytes width=2 height=3 expected=24 actual=16", imageFromBitmap(bytes, 2, 3));
  EXPECT_ERROR("emptyPicture width=0 height=4", imageFromBitmap(bytes, 0, 4));
  EXPECT_ERROR("emptyPicture width=-2 height=-2", imageFromBitmap(bytes, -2, -2));
  EXPECT_ERROR("emptyPicture width=0 height=0", imageFromBitmap({}, 0, 0));
  EXPECT_ERROR("pictureBytes width=65536 height=65536 expected=17179869184 actual=16",
               imageFromBitmap(bytes, 65536, 65536));
}

}  // namespace
}  // namespace dd
