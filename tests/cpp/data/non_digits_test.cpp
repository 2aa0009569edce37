#include "data/non_digits.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "expect.hpp"

namespace dd {
namespace {

constexpr NonDigitFamily families[] = {NonDigitFamily::training, NonDigitFamily::unseen};

TEST(NonDigits, FamiliesShareNoKind) {
  std::set<std::string> names;
  std::size_t kinds = 0;
  for (const NonDigitFamily family : families) {
    kinds += nonDigitKindCount(family);
    for (std::size_t kind = 0; kind < nonDigitKindCount(family); ++kind) {
      names.insert(nonDigitKindName(family, kind));
    }
    EXPECT_GE(nonDigitKindCount(family), 20u);
  }
  EXPECT_EQ(names.size(), kinds);
}

TEST(NonDigits, SeedDecidesEverythingAndASmallerSetIsTheStartOfALarger) {
  for (const NonDigitFamily family : families) {
    const DataSet small = nonDigits(50, 5, family);
    EXPECT_EQ(small, nonDigits(120, 5, family).slice(0, 50));
    EXPECT_NE(small, nonDigits(50, 6, family));
  }
}

TEST(NonDigits, EachHasInkAndTheLabelOfNoDigit) {
  for (const NonDigitFamily family : families) {
    const DataSet data = nonDigits(20 * nonDigitKindCount(family), 1, family);
    for (std::size_t i = 0; i < data.size(); ++i) {
      EXPECT_EQ(data.label(i), noDigit);
      const auto image = data.image(i);
      const char* name = nonDigitKindName(family, i % nonDigitKindCount(family));
      EXPECT_GE(*std::max_element(image.begin(), image.end()), 200) << name;
    }
  }
}

// As with digits: the same bytes with and without optimization, natively and in WebAssembly.
TEST(NonDigits, BytesAreTheSameInEveryBuild) {
  std::uint32_t checksum = 2166136261U;  // FNV-1a, 32 bits
  for (const NonDigitFamily family : families) {
    const DataSet data = nonDigits(200, 42, family);
    for (std::size_t i = 0; i < data.size(); ++i) {
      for (const std::uint8_t pixel : data.image(i)) checksum = (checksum ^ pixel) * 16777619U;
    }
  }
  EXPECT_EQ(checksum, 0xd6852bb2U);
}

TEST(NonDigits, DrawingsOfOneKindVary) {
  Random random(2);
  for (const NonDigitFamily family : families) {
    for (std::size_t kind = 0; kind < nonDigitKindCount(family); ++kind) {
      const std::string name = nonDigitKindName(family, kind);
      std::set<float> positions;
      for (int i = 0; i < 10; ++i) {
        const auto strokes = nonDigitStrokes(family, kind, random);
        ASSERT_FALSE(strokes.empty()) << name;
        for (const Stroke& stroke : strokes) ASSERT_FALSE(stroke.empty()) << name;
        positions.insert(strokes.back().back().x);
      }
      EXPECT_EQ(positions.size(), name == "dot" ? 1u : 10u) << name;
    }
  }
}

TEST(NonDigits, WhatThereIsNotIsRefused) {
  Random random(1);
  const std::size_t count = nonDigitKindCount(NonDigitFamily::unseen);
  EXPECT_ERROR("noSuchItem quantity=nonDigitKind index=20",
               nonDigitStrokes(NonDigitFamily::unseen, count, random));
  EXPECT_ERROR("noSuchItem quantity=nonDigitKind index=20",
               nonDigitKindName(NonDigitFamily::unseen, count));
  EXPECT_ERROR("unknownName quantity=nonDigitFamily value=other …",
               fromName<NonDigitFamily>("other"));
  EXPECT_EQ(fromName<NonDigitFamily>("unseen"), NonDigitFamily::unseen);
}

}  // namespace
}  // namespace dd
