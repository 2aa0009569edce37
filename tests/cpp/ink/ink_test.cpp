#include "ink/ink.hpp"

#include <cmath>
#include <limits>

#include "data/synthetic.hpp"
#include "descent/random.hpp"
#include "expect.hpp"

namespace dd {
namespace {

Image imageOf(const std::vector<Stroke>& strokes, const PenStyle& pen = {}) {
  const auto image = imageFromStrokes(strokes, pen);
  if (!image) throw Error("nothing drawn");
  return *image;
}

float at(const Image& image, int x, int y) { return image[y * imageSide + x]; }

Point centreOfMass(const Image& image) {
  double mass = 0, x = 0, y = 0;
  for (int i = 0; i < imagePixels; ++i) {
    mass += image[i];
    x += image[i] * (i % imageSide);
    y += image[i] * (i / imageSide);
  }
  return {static_cast<float>(x / mass), static_cast<float>(y / mass)};
}

/// Columns and rows that hold ink, both ends included.
struct Extent {
  int left = imageSide, right = -1, top = imageSide, bottom = -1;
  explicit Extent(const Image& image) {
    for (int i = 0; i < imagePixels; ++i) {
      if (image[i] == 0.0f) continue;
      left = std::min(left, i % imageSide), right = std::max(right, i % imageSide);
      top = std::min(top, i / imageSide), bottom = std::max(bottom, i / imageSide);
    }
  }
};

void expectNear(const Image& a, const Image& b, float tolerance) {
  for (int i = 0; i < imagePixels; ++i) {
    ASSERT_NEAR(a[i], b[i], tolerance) << "pixel " << i % imageSide << ", " << i / imageSide;
  }
}

std::vector<Stroke> mapped(std::vector<Stroke> strokes, float scale, float dx, float dy) {
  for (Stroke& stroke : strokes) {
    for (Point& p : stroke) p = {p.x * scale + dx, p.y * scale + dy};
  }
  return strokes;
}

TEST(Ink, NothingDrawnGivesNothing) {
  EXPECT_FALSE(imageFromStrokes({}));
  EXPECT_FALSE(imageFromStrokes(std::vector<Stroke>{{}, {}}));
}

// Pen 2 wide, edge 1: ink reaches 1.5 px from the line, which is therefore 20 − 3 = 17 px long.
// Centred at (14, 14) it runs from x = 5.5 to 22.5 along row 14. Coverage of distance d is
// s((1.5 − d) / 1) with s(t) = 3t² − 2t³: d = 0 → 1, d = 1 → s(0.5) = 0.5, d = 2 → 0.
TEST(Ink, HorizontalLineWorkedByHand) {
  const PenStyle pen{.width = 2, .softness = 1, .centre = {14, 14}};
  const Image image = imageOf({{{100, 40}, {300, 40}}}, pen);
  for (int x = 7; x <= 21; ++x) {
    EXPECT_NEAR(at(image, x, 14), 1.0f, 1e-5f) << x;
    EXPECT_NEAR(at(image, x, 13), 0.5f, 1e-5f) << x;
    EXPECT_NEAR(at(image, x, 15), 0.5f, 1e-5f) << x;
    EXPECT_EQ(at(image, x, 12), 0.0f) << x;
    EXPECT_EQ(at(image, x, 16), 0.0f) << x;
  }
  // Beyond the end at 5.5 the cap is round: (5, 14) is 0.5 away, (4, 14) 1.5.
  EXPECT_NEAR(at(image, 5, 14), 1.0f, 1e-5f);
  EXPECT_NEAR(at(image, 4, 14), 0.0f, 1e-5f);
  const float corner = 1.5f - std::sqrt(1.25f);  // (5, 13) is √(0.5² + 1²) from the end
  EXPECT_NEAR(at(image, 5, 13), corner * corner * (3 - 2 * corner), 1e-5f);
}

// A square of side 17 from 5.5 to 22.5: the pixels inside that are 2 or more from every side stay
// paper; the mass centre is the middle by symmetry.
TEST(Ink, SquareIsHollowAndFillsTwentyPixels) {
  const PenStyle pen{.width = 2, .softness = 1, .centre = {14, 14}};
  const Image image = imageOf({{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}}}, pen);
  for (int y = 8; y <= 20; ++y) {
    for (int x = 8; x <= 20; ++x) EXPECT_EQ(at(image, x, y), 0.0f) << x << ", " << y;
  }
  // Column 6 is 0.5 from the left side (coverage 1), column 7 is 1.5 from it (0).
  EXPECT_NEAR(at(image, 6, 14), 1.0f, 1e-5f);
  EXPECT_NEAR(at(image, 7, 14), 0.0f, 1e-5f);
  EXPECT_NEAR(at(image, 14, 22), 1.0f, 1e-5f);
  EXPECT_NEAR(centreOfMass(image).x, 14.0f, 1e-3f);
  EXPECT_NEAR(centreOfMass(image).y, 14.0f, 1e-3f);
}

TEST(Ink, VerticalLineKeepsItsProportions) {
  const Extent extent(imageOf({{{50, 10}, {52, 200}}}));
  EXPECT_GE(extent.bottom - extent.top, 18);
  EXPECT_LE(extent.bottom - extent.top, 20);
  EXPECT_LE(extent.right - extent.left, 4);
}

TEST(Ink, DotIsAPenSizedSpotInTheMiddle) {
  const PenStyle pen;
  const float area = 3.14159265f / 4 * pen.width * pen.width;
  const Image single = imageOf({{{123.0f, 456.0f}}});
  double mass = 0;
  for (const float ink : single) mass += ink;
  EXPECT_NEAR(mass, area, 0.25 * area);
  EXPECT_EQ(at(single, 14, 14), 1.0f);
  EXPECT_LE(Extent(single).right - Extent(single).left, 4);
  expectNear(single, imageOf({{{7, 7}, {7, 7}, {7, 7}}}), 0);
  expectNear(single, imageOf({{{700, 7}, {700.0001f, 7}}}), 0);  // rounding is no drawing
}

// Half coverage to half coverage is 20 pixels, from 3.5 to 23.5 before the move, so that the line
// itself begins 1 below 3.5, between two columns: the first pixels are √0.5 from its end.
TEST(Ink, AsMnistDidItTheLongerSideFillsTwentyWholePixels) {
  PenStyle pen{.width = 2, .softness = 1, .centre = {14, 14}, .box = 21, .wholePixels = true};
  const Image image = imageOf({{{50, 10}, {50, 200}}}, pen);
  EXPECT_NEAR(centreOfMass(image).x, 14, 0.501);
  EXPECT_NEAR(centreOfMass(image).y, 14, 0.501);
  const Extent extent(image);
  EXPECT_EQ(extent.bottom - extent.top, 19);
  const float t = 1.5f - std::sqrt(0.5f);
  EXPECT_NEAR(at(image, 14, extent.top), t * t * (3 - 2 * t), 1e-5f);
  EXPECT_NEAR(at(image, 14, extent.bottom), t * t * (3 - 2 * t), 1e-5f);
  // The same drawing, moved by whole pixels.
  pen.centre = {16, 11};
  const Image elsewhere = imageOf({{{50, 10}, {50, 200}}}, pen);
  for (int y = 3; y < imageSide; ++y) {
    for (int x = 0; x < imageSide - 2; ++x) EXPECT_EQ(at(image, x, y), at(elsewhere, x + 2, y - 3));
  }
  pen.centre = {-1e30f, 1e30f};
  const Extent atCorner(imageOf({{{50, 10}, {50, 200}}}, pen));
  EXPECT_EQ(atCorner.left, 0);
  EXPECT_EQ(atCorner.bottom, imageSide - 1);
}

TEST(Ink, SizeAndPlaceOfTheDrawingDoNotMatter) {
  Random random(11);
  for (int round = 0; round < 200; ++round) {
    const auto strokes = syntheticStrokes(round % 10, random);
    const Image image = imageOf(strokes);
    const float scale = static_cast<float>(random.uniform(0.1, 10.0));
    const float dx = static_cast<float>(random.uniform(-500, 500));
    const float dy = static_cast<float>(random.uniform(-500, 500));
    expectNear(image, imageOf(mapped(strokes, scale, scale * dx, scale * dy)), 1e-3f);
  }
}

TEST(Ink, CentreOfMassIsWhereThePenStyleSaysAndInkStaysInTheFrame) {
  Random random(12);
  for (int round = 0; round < 200; ++round) {
    const auto strokes = syntheticStrokes(round % 10, random);
    PenStyle pen;
    pen.centre = {static_cast<float>(random.uniform(13, 15)),
                  static_cast<float>(random.uniform(13, 15))};
    const Image image = imageOf(strokes, pen);
    EXPECT_NEAR(centreOfMass(image).x, pen.centre.x, 0.1f);
    EXPECT_NEAR(centreOfMass(image).y, pen.centre.y, 0.1f);
    const Extent extent(image);
    EXPECT_GE(std::max(extent.right - extent.left, extent.bottom - extent.top), 17);
    for (const float ink : image) ASSERT_TRUE(ink >= 0.0f && ink <= 1.0f);
  }
}

// Nearly all the ink at one end: centring it at (14, 14) would push the long thin tail out.
TEST(Ink, InkStaysInTheFrameWhenTheMassIsAtOneEnd) {
  Stroke scribble;
  for (int i = 0; i < 60; ++i) scribble.push_back({i % 2 * 100.0f, static_cast<float>(i)});
  scribble.push_back({50, 60});
  scribble.push_back({50, 400});
  const Image image = imageOf({scribble});
  const Extent extent(image);
  EXPECT_GE(extent.bottom - extent.top, 18);  // whole, not cut
  EXPECT_LE(extent.bottom, 27);
  EXPECT_GT(centreOfMass(image).x, 13.5f);
  EXPECT_LT(centreOfMass(image).x, 14.5f);
}

TEST(Ink, DensePointsDrawTheSameLineAsFewPoints) {
  Stroke dense;
  for (int i = 0; i <= 10000; ++i) dense.push_back({i * 0.02f, i * 0.01f});
  expectNear(imageOf({dense}), imageOf({{{0, 0}, {200, 100}}}), 1e-3f);
}

TEST(Ink, StrokesWithoutPointsAreIgnoredAndStrokesAreNotJoined) {
  const std::vector<Stroke> apart = {{{0, 0}, {100, 0}}, {}, {{0, 100}, {100, 100}}};
  const Image image = imageOf(apart);
  EXPECT_EQ(at(image, 14, 14), 0.0f);
  EXPECT_EQ(at(image, 5, 14), 0.0f);
  EXPECT_GT(at(image, 14, 5), 0.5f);
}

TEST(Ink, LongestFloatsDoNotOverflow) {
  const float far = std::numeric_limits<float>::max();
  const Image image = imageOf({{{-far, 0}, {far, 0}}});
  expectNear(image, imageOf({{{-1, 0}, {1, 0}}}), 1e-3f);
}

TEST(Ink, NonFiniteCoordinatesAreNamed) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  for (const Point wrong :
       {Point{nan, 1}, Point{1, nan}, Point{infinity, 1}, Point{1, -infinity}}) {
    const std::vector<Stroke> strokes = {{{0, 0}}, {{1, 1}, {2, 2}, wrong}};
    EXPECT_ERROR("penPoint point=2 stroke=1 …", imageFromStrokes(strokes)) << wrong.x << wrong.y;
  }
}

TEST(Ink, ImpossiblePensAreRefused) {
  const std::vector<Stroke> strokes = {{{0, 0}, {1, 1}}};
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const auto refuses = [&](const char* text, const PenStyle& pen) {
    EXPECT_ERROR(text, imageFromStrokes(strokes, pen));
  };
  refuses("range quantity=penWidth value=-1 min=0 max=19", {-1, 1, {14, 14}});
  refuses("range quantity=penWidth value=20 min=0 max=19", {20, 1, {14, 14}});
  refuses("range quantity=penWidth value=nan min=0 max=19", {nan, 1, {14, 14}});
  refuses("penSoftness value=0 max=17", {2, 0, {14, 14}});
  refuses("penSoftness value=9.5 max=9", {10, 9.5f, {14, 14}});
  refuses("penSoftness value=nan max=17", {2, nan, {14, 14}});
  refuses("notFinite quantity=penCentre", {2, 1, {nan, 14}});
  refuses("range quantity=penBox value=19.8…", {2, 1, {14, 14}, 19.9f});
  refuses("range quantity=penBox value=28.1…", {2, 1, {14, 14}, 28.1f});
  refuses("range quantity=penBox value=nan min=20 max=28", {2, 1, {14, 14}, nan});
}

}  // namespace
}  // namespace dd
