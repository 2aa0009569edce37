#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ink/ink.hpp"

namespace dd {

constexpr int digitCount = 10;

/// Labelled 28×28 images: uint8 pixels (0 paper … 255 ink, row-major), labels 0 … 9.
class DataSet {
 public:
  DataSet() = default;

  /// `pixels` holds 784 bytes for each label. Throws std::invalid_argument when the two lengths do
  /// not agree or a label is above 9.
  DataSet(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels);

  std::size_t size() const { return labels_.size(); }
  bool empty() const { return labels_.empty(); }

  /// Image and label `index` < size(); throw std::out_of_range otherwise.
  std::span<const std::uint8_t, imagePixels> image(std::size_t index) const;
  int label(std::size_t index) const { return labels_.at(index); }

  /// All images one after the other, size() × 784, and their labels.
  std::span<const std::uint8_t> pixels() const { return pixels_; }
  std::span<const std::uint8_t> labels() const { return labels_; }

  void append(const DataSet& other);

  /// Adds one image; its values are clamped to 0 … 1 and rounded to 1/255 (not-a-number becomes 0).
  /// Throws std::invalid_argument when the label is not 0 … 9.
  void append(std::span<const float, imagePixels> image, int label);

 private:
  std::vector<std::uint8_t> pixels_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace dd
