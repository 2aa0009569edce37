#include "data/dataset.hpp"

#include <algorithm>

#include "descent/error.hpp"

namespace dd {

DataSet::DataSet(int classes) : classes_(classes) {
  if (classes == digitCount || classes == noDigit + 1) return;
  throw Error("classCount", {{"value", classes}});
}

DataSet::DataSet(std::span<const std::uint8_t> pixels, std::vector<std::uint8_t> labels,
                 int classes)
    : DataSet(classes) {
  requireSize("images", pixels.size(), imagePixels * labels.size());
  const auto wrong =
      std::find_if(labels.begin(), labels.end(), [this](int label) { return label >= classes_; });
  if (wrong != labels.end()) {
    throw Error("label",
                {{"number", wrong - labels.begin()}, {"value", *wrong}, {"max", classes_ - 1}});
  }
  images_.reserve(labels.size());
  labels_.reserve(labels.size());
  ink_.reserve(pixels.size() -
               static_cast<std::size_t>(std::count(pixels.begin(), pixels.end(), 0)));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    appendPixels(pixels.subspan(i * imagePixels, imagePixels), labels[i]);
  }
}

bool DataSet::operator==(const DataSet& other) const {
  return classes_ == other.classes_ && images_ == other.images_ && ink_ == other.ink_ &&
         labels_ == other.labels_;
}

void DataSet::appendPixels(std::span<const std::uint8_t> image, std::uint8_t label) {
  Entry entry{ink_.size(), {}};
  for (std::size_t i = 0; i < image.size(); ++i) {
    if (image[i] == 0) continue;
    entry.bits[i / 64] |= std::uint64_t{1} << (i % 64);
    ink_.push_back(image[i]);
  }
  maxInk_ = std::max(maxInk_, ink_.size() - entry.begin);
  images_.push_back(entry);
  labels_.push_back(label);
}

std::size_t DataSet::checked(std::size_t index) const {
  if (index < size()) return index;
  throw Error("noSuchItem", {{"quantity", "sample"}, {"index", index}});
}

DataSet::Pixels DataSet::image(std::size_t index) const {
  Pixels pixels{};
  visitInk(checked(index), [&](std::size_t pixel, std::uint8_t ink) { pixels[pixel] = ink; });
  return pixels;
}

DataSet DataSet::slice(std::size_t begin, std::size_t end) const {
  if (begin > end || end > size()) {
    throw Error("noSuchItem", {{"quantity", "sample"}, {"index", end}});
  }
  DataSet part(classes_);
  for (std::size_t i = begin; i < end; ++i) part.appendPixels(image(i), labels_[i]);
  return part;
}

void DataSet::append(const DataSet& other) {
  const auto fits = [this](int label) { return label < classes_; };
  if (!std::all_of(other.labels_.begin(), other.labels_.end(), fits)) {
    throw Error("labels", {{"max", classes_ - 1}});
  }
  const std::size_t added = other.size();  // `other` may be this very set
  for (std::size_t i = 0; i < added; ++i) appendPixels(other.image(i), other.labels_[i]);
}

void DataSet::append(std::span<const float, imagePixels> image, int label) {
  requireRange("label", label, 0, classes_ - 1);
  Pixels pixels;
  std::transform(image.begin(), image.end(), pixels.begin(), [](float value) {
    const float inRange = value > 0.0f ? std::min(value, 1.0f) : 0.0f;
    return static_cast<std::uint8_t>(inRange * 255.0f + 0.5f);
  });
  appendPixels(pixels, static_cast<std::uint8_t>(label));
}

}  // namespace dd
