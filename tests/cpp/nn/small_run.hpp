// A training run so small that a test can look at every number of it.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "nn/trainer.hpp"

namespace dd {

/// Points in the plane, class 1 above the line x + y = 0.
class Halves final : public Samples {
 public:
  explicit Halves(std::size_t count, float scale = 1) {
    Random random(11);
    for (std::size_t i = 0; i < count; ++i) {
      const auto x = static_cast<float>(random.uniform(-1, 1));
      const auto y = static_cast<float>(random.uniform(-1, 1));
      points_.push_back({x * scale, y * scale, x + y > 0});
    }
  }
  std::size_t size() const override { return points_.size(); }
  std::size_t inputs() const override { return 2; }
  int label(std::size_t sample) const override { return points_[sample].label; }
  void read(std::size_t sample, std::span<float> row) override {
    row[0] = points_[sample].x;
    row[1] = points_[sample].y;
  }

 private:
  struct Labelled {
    float x, y;
    int label;
  };
  std::vector<Labelled> points_;
};

inline TrainingSettings settingsOf(double learningRate) {
  TrainingSettings settings;
  settings.architecture = {
      2, {{8, Activation::tanh}, {2, Activation::softmax}}, Loss::crossEntropy};
  settings.learningRate = learningRate;
  settings.batchSize = 32;
  return settings;
}

inline Trainer makeTrainer(TrainingSettings settings, float scale = 1) {
  return {std::move(settings), std::make_shared<Halves>(250, scale),
          std::make_shared<Halves>(100, scale)};
}

}  // namespace dd
