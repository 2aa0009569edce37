#include "data/elastic.hpp"

#include <cmath>
#include <limits>

#include "expect.hpp"

namespace dd {
namespace {

TEST(ElasticField, IsZeroUntilItIsDrawn) {
  const ElasticField field(4);
  EXPECT_EQ(field.at(3.5f, 20).x, 0);
  EXPECT_EQ(field.atPixel(27, 0).y, 0);
}

TEST(ElasticField, SeedDecidesEverything) {
  ElasticField one(4), two(4);
  Random first(5), second(5), other(6);
  one.draw(1, first), two.draw(1, second);
  EXPECT_EQ(one.at(12.25f, 7.5f).x, two.at(12.25f, 7.5f).x);
  two.draw(1, other);
  EXPECT_NE(one.at(12.25f, 7.5f).x, two.at(12.25f, 7.5f).x);
}

TEST(ElasticField, PixelsAreThePositionsOfTheirCentres) {
  ElasticField field(3);
  Random random(9);
  field.draw(2, random);
  for (const int i : {0, 1, 13, 26, 27}) {
    EXPECT_EQ(field.atPixel(i, 27 - i).x, field.at(i, 27 - i).x);
    EXPECT_EQ(field.atPixel(i, 27 - i).y, field.at(i, 27 - i).y);
  }
  EXPECT_EQ(field.at(-50, 400).x, field.atPixel(0, 27).x);  // beyond the frame as at its edge
}

class ElasticFieldOf : public testing::TestWithParam<float> {};

TEST_P(ElasticFieldOf, HasTheAmplitudeAskedForWhateverItsSmoothness) {
  ElasticField field(GetParam());
  Random random(3);
  double sum = 0, squares = 0;
  int count = 0;
  for (int round = 0; round < 600; ++round) {
    field.draw(1.5f, random);
    for (int i = 0; i < imagePixels; i += 5, ++count) {
      const Point moved = field.atPixel(i % imageSide, i / imageSide);
      sum += moved.x + moved.y;
      squares += (moved.x * moved.x + moved.y * moved.y) / 2;
    }
  }
  EXPECT_NEAR(std::sqrt(squares / count), 1.5, 0.12);
  EXPECT_NEAR(sum / count, 0, 0.15);
}

// White noise smoothed by a kernel of deviation σ has the correlation exp(−d²/4σ²), if the kernel
// is a Gaussian: 0.78 at a distance of σ, 0.37 at 2σ, 0.02 at 4σ. The B-spline comes close.
TEST_P(ElasticFieldOf, IsAsSmoothAsTheGaussianOfThePaper) {
  const float sigma = GetParam();
  ElasticField field(sigma);
  Random random(4);
  double products[4] = {};
  const float distances[] = {0, sigma, 2 * sigma, 4 * sigma};
  for (int round = 0; round < 4000; ++round) {
    field.draw(1, random);
    const float x = static_cast<float>(random.uniform(0, std::max(0.0f, 27 - 4 * sigma)));
    const auto y = static_cast<float>(random.uniform(0, 27));
    for (int i = 0; i < 4; ++i) products[i] += field.at(x, y).x * field.at(x + distances[i], y).x;
  }
  EXPECT_NEAR(products[1] / products[0], 0.78, 0.07);
  EXPECT_NEAR(products[2] / products[0], 0.37, 0.09);
  if (4 * sigma <= 27) {
    EXPECT_NEAR(products[3] / products[0], 0.02, 0.08);
  }
}

INSTANTIATE_TEST_SUITE_P(Smoothness, ElasticFieldOf, testing::Values(2.0f, 4.0f, 6.5f));

TEST(ElasticField, HasNoJumps) {
  ElasticField field(ElasticField::minSmoothness);
  Random random(8);
  field.draw(1, random);
  for (float x = 0; x < 27; x += 0.01f) {
    EXPECT_LT(std::abs(field.at(x + 0.01f, 11.3f).x - field.at(x, 11.3f).x), 0.02f) << x;
  }
}

TEST(ElasticField, SmoothnessIsChecked) {
  for (const float wrong : {0.0f, 1.9f, 14.1f, std::numeric_limits<float>::quiet_NaN()}) {
    EXPECT_ERROR("range quantity=smoothness …", ElasticField{wrong});
  }
}

}  // namespace
}  // namespace dd
