#include "data/dataset.hpp"

#include <limits>

#include "expect.hpp"

namespace dd {
namespace {

DataSet filled(std::uint8_t value, std::uint8_t label) {
  return DataSet(std::vector<std::uint8_t>(imagePixels, value), {label});
}

TEST(DataSet, RefusesPixelsThatDoNotMatchTheLabels) {
  const std::vector<std::uint8_t> pixels(imagePixels);
  EXPECT_ERROR("size quantity=images actual=784 expected=0", DataSet(pixels, {}));
  EXPECT_ERROR("size quantity=images actual=784 expected=1568", DataSet(pixels, {1, 2}));
  EXPECT_ERROR("size quantity=images actual=785 expected=784",
               DataSet(std::vector<std::uint8_t>(imagePixels + 1), {1}));
  EXPECT_ERROR("size quantity=images actual=783 expected=784",
               DataSet(std::vector<std::uint8_t>(imagePixels - 1), {1}));
}

TEST(DataSet, RefusesLabelsAboveNine) {
  EXPECT_EQ(filled(0, 9).label(0), 9);
  EXPECT_ERROR("label number=0 value=10 max=9", filled(0, 10));
}

TEST(DataSet, TheEleventhClassIsAdmittedOnlyWhereItIsAskedFor) {
  EXPECT_ERROR("classCount value=9", DataSet{9});
  EXPECT_ERROR("classCount value=12", DataSet{12});
  DataSet digits, all(noDigit + 1);
  EXPECT_EQ(digits.classes(), 10);
  EXPECT_EQ(all.classes(), 11);
  all.append(filled(1, 3));
  all.append(Image{}, noDigit);
  EXPECT_EQ(all.label(1), 10);
  EXPECT_ERROR("range quantity=label value=11 min=0 max=10", all.append(Image{}, 11));
  EXPECT_ERROR("labels max=9", digits.append(all));
  EXPECT_EQ(digits.size(), 0u);
}

TEST(DataSet, IndexesAreChecked) {
  const DataSet one = filled(7, 3);
  EXPECT_EQ(one.image(0)[783], 7);
  EXPECT_ERROR("noSuchItem quantity=sample index=1", one.image(1));
  EXPECT_ERROR("noSuchItem quantity=sample index=1", one.label(1));
}

TEST(DataSet, AppendsAnotherSetAndItself) {
  DataSet data = filled(1, 1);
  data.append(filled(2, 5));
  data.append(data);
  ASSERT_EQ(data.size(), 4u);
  EXPECT_EQ(data.label(3), 5);
  EXPECT_EQ(data.image(2)[0], 1);
  EXPECT_EQ(data.image(3)[783], 2);
}

TEST(DataSet, AppendedImageIsClampedAndRounded) {
  Image image{};
  image[0] = 1.0f;
  image[1] = 0.5f;  // 127.5 → 128
  image[2] = -3.0f;
  image[3] = 9.0f;
  image[4] = std::numeric_limits<float>::quiet_NaN();
  DataSet data;
  data.append(image, 8);
  const std::uint8_t expected[] = {255, 128, 0, 255, 0, 0};
  for (int i = 0; i < 6; ++i) EXPECT_EQ(data.image(0)[i], expected[i]) << i;
  EXPECT_EQ(data.label(0), 8);
  EXPECT_ERROR("range quantity=label value=10 min=0 max=9", data.append(image, 10));
  EXPECT_ERROR("range quantity=label value=-1 min=0 max=9", data.append(image, -1));
  EXPECT_EQ(data.size(), 1u);
}

}  // namespace
}  // namespace dd
