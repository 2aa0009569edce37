#pragma once

#include <memory>
#include <optional>

#include "data/augmentation.hpp"
#include "data/dataset.hpp"
#include "descent/random.hpp"
#include "nn/samples.hpp"

namespace dd {

/// A data set as the trainer reads it: pixels as 0 … 1, each image in a new affine variant if asked
/// for.
class DataSetSamples final : public Samples {
 public:
  explicit DataSetSamples(std::shared_ptr<const DataSet> data) : data_(std::move(data)) {}

  /// Varies every image at every reading; the variants follow from the seed and the order of
  /// reading.
  DataSetSamples(std::shared_ptr<const DataSet> data, const AffineAugmentation& augmentation,
                 std::uint64_t seed)
      : data_(std::move(data)), augmentation_(augmentation), random_(seed) {}

  std::size_t size() const override { return data_->size(); }
  std::size_t inputs() const override { return imagePixels; }
  int label(std::size_t sample) const override { return data_->label(sample); }

  void read(std::size_t sample, std::span<float> row) override {
    const auto image = data_->image(sample);
    if (augmentation_) return augment(image, *augmentation_, random_, row);
    for (std::size_t i = 0; i < image.size(); ++i) {
      row[i] = static_cast<float>(image[i]) * (1.0f / 255.0f);
    }
  }

 private:
  std::shared_ptr<const DataSet> data_;
  std::optional<AffineAugmentation> augmentation_;
  Random random_{0};
};

}  // namespace dd
