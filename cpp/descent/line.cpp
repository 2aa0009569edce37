#include "descent/line.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dd {

double lineError(const Vector<double>& x, const Vector<double>& y, double w, double b) {
  return 0.5 * (w * x.array() + b - y.array()).square().mean();
}

Coordinates bestLine(const Vector<double>& x, const Vector<double>& y) {
  const double meanX = x.mean(), meanY = y.mean();
  const Eigen::ArrayXd deviations = x.array() - meanX;
  const double w = (deviations * (y.array() - meanY)).sum() / deviations.square().sum();
  return {w, meanY - w * meanX};
}

Coordinates lineCurvatures(double meanSquare, double mean, double variance) {
  const double larger = 0.5 * (meanSquare + 1) + std::hypot(0.5 * (meanSquare - 1), mean);
  return {larger, variance / larger};
}

ShuffledBatches::ShuffledBatches(Index count, Index batchSize, Random random)
    : order_(static_cast<std::size_t>(count)),
      next_(order_.size()),  // the first batch shuffles
      size_(static_cast<std::size_t>(batchSize)),
      random_(random) {
  std::iota(order_.begin(), order_.end(), 0);
}

std::span<const std::uint32_t> ShuffledBatches::next() {
  if (next_ == order_.size()) {
    random_.shuffle(order_.data(), order_.size());
    next_ = 0;
  }
  const std::size_t count = std::min(size_, order_.size() - next_);
  next_ += count;
  return std::span(order_).subspan(next_ - count, count);
}

}  // namespace dd
