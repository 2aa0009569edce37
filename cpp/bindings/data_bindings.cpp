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

std::size_t requireCount(double count) {
  if (count >= 1 && count <= maxSynthetic && count == std::floor(count)) {
    return static_cast<std::size_t>(count);
  }
  throw Error(
      "range",
      {{"quantity", "syntheticCount"}, {"value", count}, {"min", 1}, {"max", maxSynthetic}});
}

SharedDataSet makeSynthetic(double count, double seed) {
  return std::make_shared<DataSet>(syntheticDigits(requireCount(count), readSeed(seed)));
}

SharedDataSet makeNonDigits(double count, double seed, const std::string& family) {
  return std::make_shared<DataSet>(
      nonDigits(requireCount(count), readSeed(seed), fromName<NonDigitFamily>(family)));
}

std::vector<std::string> nonDigitKinds(const std::string& name) {
  const NonDigitFamily family = fromName<NonDigitFamily>(name);
  std::vector<std::string> names;
  for (std::size_t kind = 0; kind < nonDigitKindCount(family); ++kind) {
    names.push_back(nonDigitKindName(family, kind));
  }
  return names;
}

SharedDataSet makeFromIdx(const val& images, const val& labels) {
  return std::make_shared<DataSet>(
      dataSetFromIdx(readBytes(images, "imageFile"), readBytes(labels, "labelFile")));
}

SharedDataSet makeFromImages(const val& images, const val& labels) {
  const std::vector<float> values = readFloats(images, "images");
  const std::vector<std::uint8_t> digits = readBytes(labels, "labels");
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

Image imageOf(const DataSet& data, double index) {
  const auto pixels = data.image(requireIndex(index, static_cast<double>(data.size())));
  Image image;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    image[i] = static_cast<float>(pixels[i]) / 255.0f;
  }
  return image;
}

int labelOf(const DataSet& data, double index) {
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
  if (!(count >= 0 && count <= maxVariants && count == std::floor(count))) {
    throw Error("range",
                {{"quantity", "variantCount"}, {"value", count}, {"min", 0}, {"max", maxVariants}});
  }
  Augmentation augmentation(readAugmentation(ranges));
  Random random(readSeed(seed));
  std::vector<float> images(static_cast<std::size_t>(count) * imagePixels);
  for (std::size_t i = 0; i < images.size(); i += imagePixels) {
    augmentation.image(image, random, std::span(images).subspan(i, imagePixels));
  }
  return images;
}

int classesOf(const DataSet& data) { return data.classes(); }

void appendTo(DataSet& data, const SharedDataSet& other) { data.append(*other); }

int sizeOf(const DataSet& data) { return static_cast<int>(data.size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(data) {
  Class<DataSet>("DataSet", "DataSetPointer")
      .functions<&variants, &slice>()
      .function("size", bound<&sizeOf>)
      .function("image", bound<&imageOf>)
      .function("label", bound<&labelOf>)
      .function("classes", bound<&classesOf>)
      .function("append", bound<&appendTo>);
  emscripten::function("syntheticDigits", bound<&makeSynthetic>);
  emscripten::function("nonDigits", bound<&makeNonDigits>);
  emscripten::function("dataSetFromIdx", bound<&makeFromIdx>);
  emscripten::function("dataSetFromImages", bound<&makeFromImages>);
  functions<&nonDigitKinds>();
}

}  // namespace dd::bindings
