#pragma once

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
  /// Throws std::invalid_argument when a range is out of bounds.
  void setAugmentation(const std::optional<AugmentationRanges>& ranges) {
    if (!ranges) return augmentation_.reset();
    if (!augmentation_ || augmentation_->ranges() != *ranges) augmentation_.emplace(*ranges);
  }

  std::size_t size() const override { return data_->size(); }
  std::size_t inputs() const override { return imagePixels; }
  int label(std::size_t sample) const override { return data_->label(sample); }

  void read(std::size_t sample, std::span<float> row) override {
    const auto image = data_->image(sample);
    for (std::size_t i = 0; i < image.size(); ++i) {
      row[i] = static_cast<float>(image[i]) * (1.0f / 255.0f);
    }
  }

  void readForTraining(std::size_t sample, std::span<float> row) override {
    if (!augmentation_) return read(sample, row);
    augmentation_->image(data_->image(sample), random_, row);
  }

 private:
  std::shared_ptr<const DataSet> data_;
  std::optional<Augmentation> augmentation_;
  Random random_;
};

}  // namespace dd
