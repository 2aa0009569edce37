#pragma once

#include <algorithm>
#include <memory>
#include <optional>

#include "data/augmentation.hpp"
#include "data/dataset.hpp"
#include "descent/random.hpp"
#include "nn/samples.hpp"

namespace dd {

/// A data set as the trainer reads it: pixels as 0 … 1, and for training, if asked for, each image
/// in a new variant.
class DataSetSamples final : public Samples {
 public:
  /// `seed` is that of the variants, which follow from it and the order of reading.
  explicit DataSetSamples(std::shared_ptr<const DataSet> data, std::uint64_t seed = 0)
      : data_(std::move(data)), random_(seed) {}

  /// What the images that are read for training vary by from now on; nothing: they do not vary.
  /// Throws Error when a range is out of bounds.
  void setAugmentation(const std::optional<AugmentationRanges>& ranges) {
    if (!ranges) return augmentation_.reset();
    if (!augmentation_ || augmentation_->ranges() != *ranges) augmentation_.emplace(*ranges);
  }

  std::size_t size() const override { return data_->size(); }
  std::size_t inputs() const override { return imagePixels; }
  int label(std::size_t sample) const override { return data_->label(sample); }

  void read(std::size_t sample, std::span<float> row) override {
    std::fill(row.begin(), row.end(), 0.0f);
    data_->visitInk(sample, [&](std::size_t pixel, std::uint8_t ink) { row[pixel] = unit(ink); });
  }

  std::size_t maxEntries(Purpose purpose) const override {
    if (purpose == Purpose::training && augmentation_) return 0;
    const double pixels = static_cast<double>(data_->size()) * imagePixels;
    const double density = static_cast<double>(data_->inkCount()) / pixels;
    return density < SparseBatch<float>::worthwhileDensity ? data_->maxInk() : 0;
  }

  void list(std::span<const std::uint32_t> order, SparseBatch<float>& batch) const override {
    // The images lie apart in memory. Asked for all at once, they arrive at the same time.
    [[maybe_unused]] volatile std::uint8_t sink = 0;
    for (const std::uint32_t sample : order) sink = data_->touch(sample);
    for (const std::uint32_t sample : order) {
      Entry<float>* end = batch.nextRow();
      data_->visitInk(sample, [&end](std::size_t pixel, std::uint8_t ink) {
        *end++ = {static_cast<std::int32_t>(pixel), unit(ink)};
      });
      batch.endRow(end);
    }
  }

  void readForTraining(std::size_t sample, std::span<float> row) override {
    if (!augmentation_) return read(sample, row);
    augmentation_->image(data_->image(sample), random_, row);
  }

 private:
  static float unit(std::uint8_t ink) { return static_cast<float>(ink) * (1.0f / 255.0f); }

  std::shared_ptr<const DataSet> data_;
  std::optional<Augmentation> augmentation_;
  Random random_;
};

}  // namespace dd
