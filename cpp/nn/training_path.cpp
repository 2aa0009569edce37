#include "nn/training_path.hpp"

#include <algorithm>

namespace dd {

void TrainingPath::restart(std::int64_t step, ConstVectorRef<float> theta) {
  points_.clear();
  interval_ = 1;
  points_.push_back({step, theta});
}

void TrainingPath::record(std::int64_t step, ConstVectorRef<float> theta) {
  if (!points_.empty() && step < points_.back().step + interval_) return;
  points_.push_back({step, theta});
  const std::size_t fitting = maxBytes / (sizeof(float) * static_cast<std::size_t>(theta.size()));
  const std::size_t capacity = std::clamp(fitting, minPoints, maxPoints);
  if (points_.size() <= capacity) return;
  // The first and, of an odd number, the last stay.
  for (std::size_t i = 1; 2 * i < points_.size(); ++i) points_[i] = std::move(points_[2 * i]);
  points_.resize((points_.size() + 1) / 2);
  interval_ *= 2;
}

}  // namespace dd
