#include "data/dataset.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace dd {

namespace {

std::string labelRange(int classes) { return "0 … " + std::to_string(classes - 1); }

}  // namespace

DataSet::DataSet(int classes) : classes_(classes) {
  if (classes == digitCount || classes == noDigit + 1) return;
  throw std::invalid_argument("A data set has 10 classes, or 11 with non-digits; it was given " +
                              std::to_string(classes) + ".");
}

DataSet::DataSet(std::span<const std::uint8_t> pixels, std::vector<std::uint8_t> labels,
                 int classes)
    : DataSet(classes) {
  if (pixels.size() / imagePixels != labels.size() || pixels.size() % imagePixels != 0) {
    throw std::invalid_argument("A data set needs 784 pixels for each label; got " +
                                std::to_string(pixels.size()) + " pixels for " +
                                std::to_string(labels.size()) + " labels.");
  }
  const auto wrong =
      std::find_if(labels.begin(), labels.end(), [this](int label) { return label >= classes_; });
  if (wrong != labels.end()) {
    throw std::invalid_argument("Labels must be " + labelRange(classes_) + "; label " +
                                std::to_string(wrong - labels.begin()) + " is " +
                                std::to_string(*wrong) + ".");
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

DataSet::Pixels DataSet::image(std::size_t index) const {
  if (index >= size()) {
    throw std::out_of_range("Image " + std::to_string(index) + " was asked for; the data set has " +
                            std::to_string(size()) + ".");
  }
  Pixels pixels{};
  visitInk(index, [&](std::size_t pixel, std::uint8_t ink) { pixels[pixel] = ink; });
  return pixels;
}

DataSet DataSet::slice(std::size_t begin, std::size_t end) const {
  if (begin > end || end > size()) {
    throw std::out_of_range("Images " + std::to_string(begin) + " to " + std::to_string(end) +
                            " were asked for; the data set has " + std::to_string(size()) + ".");
  }
  DataSet part(classes_);
  for (std::size_t i = begin; i < end; ++i) part.appendPixels(image(i), labels_[i]);
  return part;
}

void DataSet::append(const DataSet& other) {
  const auto fits = [this](int label) { return label < classes_; };
  if (!std::all_of(other.labels_.begin(), other.labels_.end(), fits)) {
    throw std::invalid_argument("Labels must be " + labelRange(classes_) +
                                "; the data set to append has others.");
  }
  const std::size_t added = other.size();  // `other` may be this very set
  for (std::size_t i = 0; i < added; ++i) appendPixels(other.image(i), other.labels_[i]);
}

void DataSet::append(std::span<const float, imagePixels> image, int label) {
  if (label < 0 || label >= classes_) {
    throw std::invalid_argument("A label must be " + labelRange(classes_) + "; got " +
                                std::to_string(label) + ".");
  }
  Pixels pixels;
  std::transform(image.begin(), image.end(), pixels.begin(), [](float value) {
    const float inRange = value > 0.0f ? std::min(value, 1.0f) : 0.0f;
    return static_cast<std::uint8_t>(inRange * 255.0f + 0.5f);
  });
  appendPixels(pixels, static_cast<std::uint8_t>(label));
}

}  // namespace dd
