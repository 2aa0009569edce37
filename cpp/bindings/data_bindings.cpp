// Data sets: files, templates and drawings to labelled digits.

#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "bindings/augmentation.hpp"
#include "bindings/values.hpp"
#include "data/dataset.hpp"
#include "data/idx.hpp"
#include "data/non_digits.hpp"
#include "data/synthetic.hpp"
#include "descent/error.hpp"

namespace dd::bindings {
namespace {

using SharedDataSet = std::shared_ptr<DataSet>;

constexpr double maxSynthetic = 1e6;
constexpr double maxVariants = 1000;

std::size_t requireCount(const char* quantity, double count, double min, double max) {
  const bool isWhole = count == std::floor(count);
  if (isWhole && count >= min && count <= max) return static_cast<std::size_t>(count);
  throw Error("range", {{"quantity", quantity}, {"value", count}, {"min", min}, {"max", max}});
}
std::size_t syntheticCount(double count) {
  return requireCount("syntheticCount", count, 1, maxSynthetic);
}

SharedDataSet syntheticDigits(double count, double seed) {
  return std::make_shared<DataSet>(dd::syntheticDigits(syntheticCount(count), readSeed(seed)));
}

SharedDataSet nonDigits(double count, double seed, NonDigitFamily family) {
  return std::make_shared<DataSet>(dd::nonDigits(syntheticCount(count), readSeed(seed), family));
}

std::vector<std::string> nonDigitKinds(NonDigitFamily family) {
  std::vector<std::string> names;
  for (std::size_t kind = 0; kind < nonDigitKindCount(family); ++kind) {
    names.push_back(nonDigitKindName(family, kind));
  }
  return names;
}

SharedDataSet dataSetFromIdx(const val& images, const val& labels) {
  return std::make_shared<DataSet>(dd::dataSetFromIdx(
      readArray<std::uint8_t>(images, "imageFile"), readArray<std::uint8_t>(labels, "labelFile")));
}

SharedDataSet dataSetFromImages(const val& images, const val& labels) {
  const std::vector<float> values = readArray<float>(images, "images");
  const std::vector<std::uint8_t> digits = readArray<std::uint8_t>(labels, "labels");
  requireSize("images", values.size(), digits.size() * imagePixels);
  auto data = std::make_shared<DataSet>();
  for (std::size_t i = 0; i < digits.size(); ++i) {
    data->append(std::span<const float, imagePixels>(values.data() + i * imagePixels, imagePixels),
                 digits[i]);
  }
  return data;
}

std::size_t requireIndex(double index, double end) {
  if (index >= 0 && index < end && index == std::floor(index)) {
    return static_cast<std::size_t>(index);
  }
  throw Error("noSuchItem", {{"quantity", "sample"}, {"index", index}});
}

Image image(const DataSet& data, double index) {
  const auto pixels = data.image(requireIndex(index, static_cast<double>(data.size())));
  Image unit;
  for (std::size_t i = 0; i < pixels.size(); ++i) unit[i] = static_cast<float>(pixels[i]) / 255.0f;
  return unit;
}

int label(const DataSet& data, double index) {
  return data.label(requireIndex(index, static_cast<double>(data.size())));
}

SharedDataSet slice(const DataSet& data, double begin, double end) {
  const auto size = static_cast<double>(data.size());
  const std::size_t last = requireIndex(end, size + 1);
  const std::size_t first = requireIndex(begin, static_cast<double>(last) + 1);
  return std::make_shared<DataSet>(data.slice(first, last));
}

std::vector<float> variants(const DataSet& data, double index, double count, const val& ranges,
                            double seed) {
  const auto image = data.image(requireIndex(index, static_cast<double>(data.size())));
  Augmentation augmentation(readAugmentation(ranges));
  Random random(readSeed(seed));
  std::vector<float> images(requireCount("variantCount", count, 0, maxVariants) * imagePixels);
  for (std::size_t i = 0; i < images.size(); i += imagePixels) {
    augmentation.image(image, random, std::span(images).subspan(i, imagePixels));
  }
  return images;
}

int classes(const DataSet& data) { return data.classes(); }

void append(DataSet& data, const SharedDataSet& other) { data.append(*other); }

int size(const DataSet& data) { return static_cast<int>(data.size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(data) {
  Class<DataSet>("DataSet", "DataSetPointer")
      .functions<&size, &image, &label, &classes, &append, &slice, &variants>();
  functions<&syntheticDigits, &nonDigits, &nonDigitKinds, &dataSetFromIdx, &dataSetFromImages>();
}

}  // namespace dd::bindings
