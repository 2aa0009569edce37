#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ink/ink.hpp"

namespace dd {

constexpr int digitCount = 10;
/// The label of a drawing that is no digit, for networks with an eleventh output.
constexpr int noDigit = digitCount;

/// Labelled 28×28 images: uint8 pixels (0 paper … 255 ink, row-major), labels 0 … 9, and noDigit
/// where non-digits are admitted.
class DataSet {
 public:
  /// Without images, for digits; or, with `classes` = 11, for digits and non-digits.
  explicit DataSet(int classes = digitCount);

  /// `pixels` holds 784 bytes for each label. Throws std::invalid_argument when the two lengths do
  /// not agree or a label is not below `classes`.
  DataSet(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels,
          int classes = digitCount);

  /// 10, or 11 where non-digits are admitted.
  int classes() const { return classes_; }

  std::size_t size() const { return labels_.size(); }
  bool empty() const { return labels_.empty(); }

  /// Image and label `index` < size(); throw std::out_of_range otherwise.
  std::span<const std::uint8_t, imagePixels> image(std::size_t index) const;
  int label(std::size_t index) const { return labels_.at(index); }

  /// All images one after the other, size() × 784, and their labels.
  std::span<const std::uint8_t> pixels() const { return pixels_; }
  std::span<const std::uint8_t> labels() const { return labels_; }

  /// Throws std::invalid_argument when `other` has a label that this set does not admit.
  void append(const DataSet& other);

  /// Adds one image; its values are clamped to 0 … 1 and rounded to 1/255 (not-a-number becomes 0).
  /// Throws std::invalid_argument when the label is not below `classes()`.
  void append(std::span<const float, imagePixels> image, int label);

 private:
  int classes_;
  std::vector<std::uint8_t> pixels_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace dd
