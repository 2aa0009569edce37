#include "data/idx.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

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
      throw std::invalid_argument(name + " is still gzip-compressed; decompress it first.");
    }
    if (file.size() >= 2 && (file[0] != 0 || file[1] != 0)) {
      throw std::invalid_argument(name + " is not an IDX file: it should start with two zero " +
                                  "bytes, but starts with " + hex(file[0]) + " " + hex(file[1]) +
                                  ".");
    }
    if (file.size() >= 3 && file[2] != unsignedByte) {
      throw std::invalid_argument(name + " should hold unsigned bytes (type 0x08), but its type " +
                                  "is " + hex(file[2]) + ".");
    }
    if (file.size() >= 4 && file[3] != dimensionCount) {
      throw std::invalid_argument(name + " should have " + std::to_string(dimensionCount) +
                                  (dimensionCount == 1 ? " dimension" : " dimensions") +
                                  ", but has " + std::to_string(file[3]) + ".");
    }
    if (file.size() < headerBytes) {
      throw std::invalid_argument(name + " is truncated: its header takes " +
                                  std::to_string(headerBytes) + " bytes, but the file has only " +
                                  std::to_string(file.size()) + ".");
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
    const std::string sizes = "its header announces " + std::to_string(expected) +
                              " bytes of data, but " + std::to_string(data.size()) + " follow.";
    throw std::invalid_argument(
        name + (data.size() < expected ? " is truncated: " : " has trailing bytes: ") + sizes);
  }
};

}  // namespace

DataSet dataSetFromIdx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels) {
  const std::string imageName = "The image file", labelName = "The label file";
  const IdxFile<3> imageFile(images, imageName);
  if (imageFile.dimensions[1] != imageSide || imageFile.dimensions[2] != imageSide) {
    throw std::invalid_argument(imageName + " should hold images of 28×28 pixels, but its images " +
                                "are " + std::to_string(imageFile.dimensions[1]) + "×" +
                                std::to_string(imageFile.dimensions[2]) + ".");
  }
  imageFile.expectItems(imagePixels, imageName);

  const IdxFile<1> labelFile(labels, labelName);
  labelFile.expectItems(1, labelName);

  if (imageFile.dimensions[0] != labelFile.dimensions[0]) {
    throw std::invalid_argument("The files do not belong together: there are " +
                                std::to_string(imageFile.dimensions[0]) + " images, but " +
                                std::to_string(labelFile.dimensions[0]) + " labels.");
  }
  for (std::size_t i = 0; i < labelFile.data.size(); ++i) {
    if (labelFile.data[i] >= digitCount) {
      throw std::invalid_argument(labelName + " should hold digits 0 … 9, but label " +
                                  std::to_string(i) + " is " + std::to_string(labelFile.data[i]) +
                                  ".");
    }
  }
  return DataSet(imageFile.data,
                 std::vector<std::uint8_t>(labelFile.data.begin(), labelFile.data.end()));
}

}  // namespace dd
