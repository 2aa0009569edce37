#include "data/synthetic.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "data/digit_templates.hpp"
#include "expect.hpp"

namespace dd {
namespace {

TEST(SyntheticDigits, SeedDecidesEverything) {
  const DataSet data = syntheticDigits(200, 42);
  EXPECT_EQ(data, syntheticDigits(200, 42));
  EXPECT_NE(data, syntheticDigits(200, 43));
}

// The checksum (FNV-1a, 32 bits) that g++ -O0, g++ -O3 -march=native and em++ -O3 -msimd128 give
// alike. It changes with every template and constant; that it is one for all builds is the point.
TEST(SyntheticDigits, BytesAreTheSameInEveryBuild) {
  std::uint32_t checksum = 2166136261U;
  const DataSet data = syntheticDigits(200, 42);
  for (std::size_t i = 0; i < data.size(); ++i) {
    for (const std::uint8_t pixel : data.image(i)) checksum = (checksum ^ pixel) * 16777619U;
  }
  EXPECT_EQ(checksum, 0x00263865U);
}

TEST(SyntheticDigits, SmallerSetIsTheStartOfALargerOne) {
  EXPECT_EQ(syntheticDigits(30, 7), syntheticDigits(60, 7).slice(0, 30));
}

TEST(SyntheticDigits, LabelsAreBalanced) {
  EXPECT_EQ(syntheticDigits(0, 1).size(), 0u);
  const DataSet data = syntheticDigits(1003, 1);
  ASSERT_EQ(data.size(), 1003u);
  std::vector<int> counts(10);
  for (const int label : data.labels()) ++counts[label];
  EXPECT_EQ(counts, (std::vector<int>{101, 101, 101, 100, 100, 100, 100, 100, 100, 100}));
}

TEST(SyntheticDigits, LieInTheFrameAsMnistsDo) {
  const DataSet data = syntheticDigits(3000, 2);
  double ink = 0, centreX = 0, centreY = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    double mass = 0, x = 0, y = 0;
    int left = imageSide, right = -1, top = imageSide, bottom = -1, brightest = 0;
    const auto image = data.image(i);
    for (int p = 0; p < imagePixels; ++p) {
      const int column = p % imageSide, row = p / imageSide;
      mass += image[p], x += image[p] * column, y += image[p] * row;
      brightest = std::max<int>(brightest, image[p]);
      if (image[p] < 26) continue;  // a tenth
      left = std::min(left, column), right = std::max(right, column);
      top = std::min(top, row), bottom = std::max(bottom, row);
    }
    ASSERT_GT(mass, 0) << i;
    // The pen style puts the centre up to 0.9 from 14; where the pen presses less, it moves away.
    EXPECT_NEAR(x / mass, 14, 3) << i;
    EXPECT_NEAR(y / mass, 14, 3) << i;
    centreX += x / mass, centreY += y / mass;
    const int side = std::max(right - left, bottom - top) + 1;
    EXPECT_GE(side, 17) << i;
    EXPECT_LE(side, 21) << i;
    EXPECT_GE(brightest, 180) << i;
    ink += mass / 255 / imagePixels;
  }
  EXPECT_NEAR(centreX / static_cast<double>(data.size()), 14, 0.1);
  EXPECT_NEAR(centreY / static_cast<double>(data.size()), 14, 0.1);
  EXPECT_NEAR(ink / static_cast<double>(data.size()), 0.13, 0.02);  // MNIST: 0.131
}

TEST(SyntheticDigits, NoTwoAreAlike) {
  const DataSet data = syntheticDigits(2000, 3);
  std::set<std::vector<std::uint8_t>> distinct;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const auto image = data.image(i);
    distinct.emplace(image.begin(), image.end());
  }
  EXPECT_EQ(distinct.size(), data.size());
}

// Sum of the differences between successive digits of one label, in pixels of full ink. Measured on
// MNIST: 92 … 126 by label, 59 for ones; on these styles with all jitter switched off: 55 … 87
// and 38.
TEST(SyntheticDigits, DigitsOfOneLabelVary) {
  const DataSet data = syntheticDigits(2000, 4);
  for (int label = 0; label < 10; ++label) {
    double difference = 0;
    int pairs = 0;
    for (std::size_t i = label; i + 10 < data.size(); i += 10, ++pairs) {
      for (int p = 0; p < imagePixels; ++p) {
        difference += std::abs(data.image(i)[p] - data.image(i + 10)[p]) / 255.0;
      }
    }
    EXPECT_GT(difference / pairs, label == 1 ? 50 : 88) << label;
  }
}

TEST(SyntheticStrokes, OnlyDigitsExist) {
  Random random(1);
  EXPECT_ERROR("range quantity=digit value=-1 min=0 max=9", syntheticStrokes(-1, random));
  EXPECT_ERROR("range quantity=digit value=10 min=0 max=9", syntheticStrokes(10, random));
}

TEST(DigitTemplates, EveryStyleStartsWithThePenDownAndHasAWeight) {
  for (int digit = 0; digit < 10; ++digit) {
    std::size_t count = 0;
    for (const TemplateFamily& family : digitTemplates(digit)) {
      count += family.size();
      for (const DigitTemplate& style : family) {
        EXPECT_GT(style.weight, 0) << digit;
        ASSERT_GE(style.points.size(), 3u) << digit;
        EXPECT_EQ(style.points.front().kind, ControlPoint::Kind::start) << digit;
        EXPECT_NE(style.points.back().kind, ControlPoint::Kind::start) << digit;
        const auto [top, bottom] = std::ranges::minmax(style.points, {}, &ControlPoint::y);
        EXPECT_LE(top.y, 6) << digit;
        EXPECT_GE(bottom.y, 92) << digit;
      }
    }
    EXPECT_GE(count, 15u) << digit;
  }
}

TEST(DigitTemplates, StylesOfOneFamilyHaveOneStructure) {
  for (int digit = 0; digit < 10; ++digit) {
    for (const TemplateFamily& family : digitTemplates(digit)) {
      ASSERT_FALSE(family.empty()) << digit;
      for (const DigitTemplate& style : family) {
        EXPECT_TRUE(std::ranges::equal(style.points, family.front().points, {}, &ControlPoint::kind,
                                       &ControlPoint::kind))
            << digit << ", style " << &style - family.data();
      }
    }
  }
}

}  // namespace
}  // namespace dd
