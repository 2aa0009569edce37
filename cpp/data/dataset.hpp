#pragma once

#include <array>
#include <bit>
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
///
/// Kept are a bit for each pixel, whether it has any ink, and the ink of those that have: a third
/// of the space where, as in MNIST, 81 % is paper.
class DataSet {
 public:
  using Pixels = std::array<std::uint8_t, imagePixels>;

  /// Without images, for digits; or, with `classes` = 11, for digits and non-digits.
  explicit DataSet(int classes = digitCount);

  /// `pixels` holds 784 bytes for each label. Throws Error when the two lengths do
  /// not agree or a label is not below `classes`.
  DataSet(std::span<const std::uint8_t> pixels, std::vector<std::uint8_t> labels,
          int classes = digitCount);

  /// 10, or 11 where non-digits are admitted.
  int classes() const { return classes_; }

  bool operator==(const DataSet& other) const;

  std::size_t size() const { return labels_.size(); }
  bool empty() const { return labels_.empty(); }

  /// Image and label `index` < size(); throw Error otherwise.
  Pixels image(std::size_t index) const;
  int label(std::size_t index) const { return labels_[checked(index)]; }

  std::span<const std::uint8_t> labels() const { return labels_; }

  /// Calls visit(pixel, ink) for each pixel of an image that has ink, in ascending order; `index`
  /// is not checked.
  template <class Visit>
  void visitInk(std::size_t index, Visit&& visit) const {
    const std::uint8_t* ink = ink_.data() + images_[index].begin;
    for (std::size_t word = 0; word < wordCount; ++word) {
      for (std::uint64_t bits = images_[index].bits[word]; bits != 0; bits &= bits - 1) {
        visit(64 * word + static_cast<std::size_t>(std::countr_zero(bits)), *ink++);
      }
    }
  }
  /// Brings an image into the cache, by reading from each of its cache lines; `index` is not
  /// checked. The result only keeps the compiler from leaving it out.
  std::uint8_t touch(std::size_t index) const {
    constexpr std::size_t line = 64;
    const Entry& entry = images_[index];
    auto any = static_cast<std::uint8_t>(entry.bits.back());
    const std::size_t end = index + 1 < images_.size() ? images_[index + 1].begin : ink_.size();
    for (std::size_t i = entry.begin; i < end; i += line) any ^= ink_[i];
    return any;
  }
  /// Pixels with ink of all images, and of the one that has most.
  std::size_t inkCount() const { return ink_.size(); }
  std::size_t maxInk() const { return maxInk_; }

  /// The images `begin` … `end` − 1. Throws Error unless begin ≤ end ≤ size().
  DataSet slice(std::size_t begin, std::size_t end) const;

  /// Throws Error when `other` has a label that this set does not admit.
  void append(const DataSet& other);

  /// Adds one image; its values are clamped to 0 … 1 and rounded to 1/255 (not-a-number becomes 0).
  /// Throws Error when the label is not below `classes()`.
  void append(std::span<const float, imagePixels> image, int label);

 private:
  /// `index`, if there is such a sample; throws Error otherwise.
  std::size_t checked(std::size_t index) const;
  static constexpr std::size_t wordCount = (imagePixels + 63) / 64;
  struct Entry {
    std::size_t begin = 0;  ///< of the image's ink in ink_
    std::array<std::uint64_t, wordCount> bits{};

    bool operator==(const Entry&) const = default;
  };

  void appendPixels(std::span<const std::uint8_t> image, std::uint8_t label);

  int classes_;
  std::vector<Entry> images_;
  std::vector<std::uint8_t> ink_;
  std::vector<std::uint8_t> labels_;
  std::size_t maxInk_ = 0;
};

}  // namespace dd
