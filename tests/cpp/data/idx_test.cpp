#include "data/idx.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

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

void expectError(const Bytes& images, const Bytes& labels, const std::string& sentence) {
  try {
    dataSetFromIdx(images, labels);
    FAIL() << "accepted; expected: " << sentence;
  } catch (const std::invalid_argument& error) {
    EXPECT_EQ(error.what(), sentence);
  }
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
  expectError(gzip, labelFile(2), "The image file is still gzip-compressed; decompress it first.");
  expectError(imageFile(2), gzip, "The label file is still gzip-compressed; decompress it first.");
}

TEST(Idx, WrongMagic) {
  const Bytes png = {0x89, 'P', 'N', 'G', 0, 0, 0, 0};
  expectError(png, labelFile(2),
              "The image file is not an IDX file: it should start with two zero bytes, but starts "
              "with 0x89 0x50.");
}

TEST(Idx, WrongType) {
  Bytes floats = imageFile(2);
  floats[2] = 0x0d;
  expectError(floats, labelFile(2),
              "The image file should hold unsigned bytes (type 0x08), but its type is 0x0d.");
}

TEST(Idx, WrongNumberOfDimensions) {
  expectError(labelFile(2), imageFile(2), "The image file should have 3 dimensions, but has 1.");
  expectError(imageFile(2), imageFile(2), "The label file should have 1 dimension, but has 3.");
}

TEST(Idx, WrongImageSize) {
  Bytes images = imageFile(2);
  images[11] = 32;
  expectError(images, labelFile(2),
              "The image file should hold images of 28×28 pixels, but its images are 32×28.");
}

TEST(Idx, TruncatedHeader) {
  for (std::size_t size : {0u, 1u, 2u, 3u, 4u, 15u}) {
    Bytes images = imageFile(2);
    images.resize(size);
    expectError(images, labelFile(2),
                "The image file is truncated: its header takes 16 bytes, but the file has only " +
                    std::to_string(size) + ".");
  }
  Bytes labels = labelFile(2);
  labels.resize(7);
  expectError(imageFile(2), labels,
              "The label file is truncated: its header takes 8 bytes, but the file has only 7.");
}

TEST(Idx, TruncatedData) {
  Bytes images = imageFile(2), labels = labelFile(2);
  images.pop_back();
  expectError(images, labelFile(2),
              "The image file is truncated: its header announces 1568 bytes of data, but 1567 "
              "follow.");
  labels.pop_back();
  expectError(imageFile(2), labels,
              "The label file is truncated: its header announces 2 bytes of data, but 1 follow.");
}

TEST(Idx, CountOfFourBillionImagesDoesNotOverflow) {
  Bytes images = imageFile(1);
  for (int i = 4; i < 8; ++i) images[i] = 0xff;
  expectError(images, labelFile(1),
              "The image file is truncated: its header announces 3367254359280 bytes of data, but "
              "784 follow.");
}

TEST(Idx, TrailingBytes) {
  Bytes images = imageFile(2), labels = labelFile(2);
  images.push_back(0);
  expectError(images, labelFile(2),
              "The image file has trailing bytes: its header announces 1568 bytes of data, but "
              "1569 follow.");
  labels.push_back(0);
  expectError(imageFile(2), labels,
              "The label file has trailing bytes: its header announces 2 bytes of data, but 3 "
              "follow.");
}

TEST(Idx, CountsThatDisagree) {
  expectError(imageFile(2), labelFile(3),
              "The files do not belong together: there are 2 images, but 3 labels.");
}

TEST(Idx, LabelAboveNine) {
  Bytes labels = labelFile(3);
  labels.back() = 10;
  expectError(imageFile(3), labels, "The label file should hold digits 0 … 9, but label 2 is 10.");
}

}  // namespace
}  // namespace dd
