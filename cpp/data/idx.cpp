#include "data/idx.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "descent/error.hpp"

namespace dd {
namespace {

constexpr std::uint8_t unsignedByte = 0x08;

std::string hex(std::uint8_t byte) {
  constexpr char digits[] = "0123456789abcdef";
  return std::string("0x") + digits[byte >> 4] + digits[byte & 15];
}

std::uint32_t bigEndian(std::span<const std::uint8_t> bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
         std::uint32_t{bytes[2]} << 8 | bytes[3];
}

/// An IDX file: two zero bytes, the type, the number of dimensions, each dimension as a big-endian
/// 32-bit number, then the data. `name` starts every error sentence.
template <std::size_t dimensionCount>
struct IdxFile {
  std::array<std::uint32_t, dimensionCount> dimensions;
  std::span<const std::uint8_t> data;

  IdxFile(std::span<const std::uint8_t> file, const std::string& name) {
    const std::size_t headerBytes = 4 + 4 * dimensionCount;
    if (file.size() >= 2 && file[0] == 0x1f && file[1] == 0x8b) {
      throw Error("idxGzip", {{"quantity", name}});
    }
    if (file.size() >= 2 && (file[0] != 0 || file[1] != 0)) {
      throw Error("idxStart", {{"quantity", name}, {"start", hex(file[0]) + " " + hex(file[1])}});
    }
    if (file.size() >= 3 && file[2] != unsignedByte) {
      throw Error("idxType", {{"quantity", name}, {"type", hex(file[2])}});
    }
    if (file.size() >= 4 && file[3] != dimensionCount) {
      throw Error("idxDimensions",
                  {{"quantity", name}, {"expected", dimensionCount}, {"count", file[3]}});
    }
    if (file.size() < headerBytes) {
      throw Error("idxHeader",
                  {{"quantity", name}, {"expected", headerBytes}, {"actual", file.size()}});
    }
    for (std::size_t d = 0; d < dimensionCount; ++d) {
      dimensions[d] = bigEndian(file.subspan(4 + 4 * d, 4));
    }
    data = file.subspan(headerBytes);
  }

  /// Checks that the data are `items` × `itemBytes` long, no more and no less.
  void expectItems(std::uint64_t itemBytes, const std::string& name) const {
    const std::uint64_t expected = dimensions[0] * itemBytes;
    if (data.size() == expected) return;
    throw Error(data.size() < expected ? "idxTruncated" : "idxTrailing",
                {{"quantity", name}, {"expected", expected}, {"actual", data.size()}});
  }
};

}  // namespace

DataSet dataSetFromIdx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels) {
  const std::string imageName = "imageFile", labelName = "labelFile";
  const IdxFile<3> imageFile(images, imageName);
  if (imageFile.dimensions[1] != imageSide || imageFile.dimensions[2] != imageSide) {
    throw Error("idxSize", {{"quantity", imageName},
                            {"height", imageFile.dimensions[1]},
                            {"width", imageFile.dimensions[2]}});
  }
  imageFile.expectItems(imagePixels, imageName);

  const IdxFile<1> labelFile(labels, labelName);
  labelFile.expectItems(1, labelName);

  if (imageFile.dimensions[0] != labelFile.dimensions[0]) {
    throw Error("idxPair",
                {{"images", imageFile.dimensions[0]}, {"labels", labelFile.dimensions[0]}});
  }
  for (std::size_t i = 0; i < labelFile.data.size(); ++i) {
    if (labelFile.data[i] >= digitCount) {
      throw Error("idxLabel",
                  {{"quantity", labelName}, {"number", i}, {"label", labelFile.data[i]}});
    }
  }
  return DataSet(imageFile.data,
                 std::vector<std::uint8_t>(labelFile.data.begin(), labelFile.data.end()));
}

}  // namespace dd
