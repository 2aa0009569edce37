#include "data/idx.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "expect.hpp"

namespace dd {
namespace {

using Bytes = std::vector<std::uint8_t>;

void appendBigEndian(Bytes& bytes, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::uint8_t>(value >> shift));
  }
}

/// `count` images; pixel p of image i is (i + p) mod 256.
Bytes imageFile(std::uint32_t count) {
  Bytes bytes = {0, 0, 8, 3};
  for (const std::uint32_t dimension : {count, 28u, 28u}) appendBigEndian(bytes, dimension);
  for (std::uint32_t i = 0; i < count; ++i) {
    for (int p = 0; p < 784; ++p) bytes.push_back(static_cast<std::uint8_t>(i + p));
  }
  return bytes;
}

/// Labels 0, 1, 2, ….
Bytes labelFile(std::uint32_t count) {
  Bytes bytes = {0, 0, 8, 1};
  appendBigEndian(bytes, count);
  for (std::uint32_t i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(i % 10));
  return bytes;
}

void expectError(const Bytes& images, const Bytes& labels, const std::string& expected) {
  EXPECT_ERROR(expected, dataSetFromIdx(images, labels));
}

TEST(Idx, ReadsImagesAndLabels) {
  const DataSet data = dataSetFromIdx(imageFile(12), labelFile(12));
  ASSERT_EQ(data.size(), 12u);
  EXPECT_EQ(data.label(11), 1);
  EXPECT_EQ(data.image(11)[0], 11);
  EXPECT_EQ(data.image(11)[783], (11 + 783) % 256);
}

TEST(Idx, EmptyFilesWithHeadersAreAnEmptySet) {
  EXPECT_EQ(dataSetFromIdx(imageFile(0), labelFile(0)).size(), 0u);
}

TEST(Idx, GzipIsRecognised) {
  const Bytes gzip = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0};
  expectError(gzip, labelFile(2), "idxGzip quantity=imageFile");
  expectError(imageFile(2), gzip, "idxGzip quantity=labelFile");
}

TEST(Idx, WrongMagic) {
  const Bytes png = {0x89, 'P', 'N', 'G', 0, 0, 0, 0};
  expectError(png, labelFile(2), "idxStart quantity=imageFile start=0x89 0x50");
}

TEST(Idx, WrongType) {
  Bytes floats = imageFile(2);
  floats[2] = 0x0d;
  expectError(floats, labelFile(2), "idxType quantity=imageFile type=0x0d");
}

TEST(Idx, WrongNumberOfDimensions) {
  expectError(labelFile(2), imageFile(2), "idxDimensions quantity=imageFile expected=3 count=1");
  expectError(imageFile(2), imageFile(2), "idxDimensions quantity=labelFile expected=1 count=3");
}

TEST(Idx, WrongImageSize) {
  Bytes images = imageFile(2);
  images[11] = 32;
  expectError(images, labelFile(2), "idxSize quantity=imageFile height=32 width=28");
}

TEST(Idx, TruncatedHeader) {
  for (std::size_t size : {0u, 1u, 2u, 3u, 4u, 15u}) {
    Bytes images = imageFile(2);
    images.resize(size);
    expectError(images, labelFile(2),
                "idxHeader quantity=imageFile expected=16 actual=" + std::to_string(size));
  }
  Bytes labels = labelFile(2);
  labels.resize(7);
  expectError(imageFile(2), labels, "idxHeader quantity=labelFile expected=8 actual=7");
}

TEST(Idx, TruncatedData) {
  Bytes images = imageFile(2), labels = labelFile(2);
  images.pop_back();
  expectError(images, labelFile(2), "idxTruncated quantity=imageFile expected=1568 actual=1567");
  labels.pop_back();
  expectError(imageFile(2), labels, "idxTruncated quantity=labelFile expected=2 actual=1");
}

TEST(Idx, CountOfFourBillionImagesDoesNotOverflow) {
  Bytes images = imageFile(1);
  for (int i = 4; i < 8; ++i) images[i] = 0xff;
  expectError(images, labelFile(1),
              "idxTruncated quantity=imageFile expected=3367254359280 actual=784");
}

TEST(Idx, TrailingBytes) {
  Bytes images = imageFile(2), labels = labelFile(2);
  images.push_back(0);
  expectError(images, labelFile(2), "idxTrailing quantity=imageFile expected=1568 actual=1569");
  labels.push_back(0);
  expectError(imageFile(2), labels, "idxTrailing quantity=labelFile expected=2 actual=3");
}

TEST(Idx, CountsThatDisagree) {
  expectError(imageFile(2), labelFile(3), "idxPair images=2 labels=3");
}

TEST(Idx, LabelAboveNine) {
  Bytes labels = labelFile(3);
  labels.back() = 10;
  expectError(imageFile(3), labels, "idxLabel quantity=labelFile number=2 label=10");
}

}  // namespace
}  // namespace dd
