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

DataSet::DataSet(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels, int classes)
    : DataSet(classes) {
  pixels_ = std::move(pixels);
  labels_ = std::move(labels);
  if (pixels_.size() / imagePixels != labels_.size() || pixels_.size() % imagePixels != 0) {
    throw std::invalid_argument("A data set needs 784 pixels for each label; got " +
                                std::to_string(pixels_.size()) + " pixels for " +
                                std::to_string(labels_.size()) + " labels.");
  }
  const auto wrong =
      std::find_if(labels_.begin(), labels_.end(), [this](int label) { return label >= classes_; });
  if (wrong != labels_.end()) {
    throw std::invalid_argument("Labels must be " + labelRange(classes_) + "; label " +
                                std::to_string(wrong - labels_.begin()) + " is " +
                                std::to_string(*wrong) + ".");
  }
}

std::span<const std::uint8_t, imagePixels> DataSet::image(std::size_t index) const {
  if (index >= size()) {
    throw std::out_of_range("Image " + std::to_string(index) + " was asked for; the data set has " +
                            std::to_string(size()) + ".");
  }
  return std::span<const std::uint8_t, imagePixels>(pixels_.data() + index * imagePixels,
                                                    imagePixels);
}

void DataSet::append(const DataSet& other) {
  const auto fits = [this](int label) { return label < classes_; };
  if (!std::all_of(other.labels_.begin(), other.labels_.end(), fits)) {
    throw std::invalid_argument("Labels must be " + labelRange(classes_) +
                                "; the data set to append has others.");
  }
  const std::size_t added = other.size();  // `other` may be this very set
  pixels_.resize(pixels_.size() + added * imagePixels);
  labels_.resize(labels_.size() + added);
  std::copy_n(other.pixels_.begin(), added * imagePixels, pixels_.end() - added * imagePixels);
  std::copy_n(other.labels_.begin(), added, labels_.end() - added);
}

void DataSet::append(std::span<const float, imagePixels> image, int label) {
  if (label < 0 || label >= classes_) {
    throw std::invalid_argument("A label must be " + labelRange(classes_) + "; got " +
                                std::to_string(label) + ".");
  }
  for (const float value : image) {
    const float inRange = value > 0.0f ? std::min(value, 1.0f) : 0.0f;
    pixels_.push_back(static_cast<std::uint8_t>(inRange * 255.0f + 0.5f));
  }
  labels_.push_back(static_cast<std::uint8_t>(label));
}

}  // namespace dd
