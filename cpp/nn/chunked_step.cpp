#include "nn/chunked_step.hpp"

#include <algorithm>
#include <cmath>

namespace dd {
namespace {

constexpr Index chunkSize = 2048;

}  // namespace

ChunkedStep::ChunkedStep(Index size)
    : checks_(static_cast<std::size_t>((size + chunkSize - 1) / chunkSize)) {}

std::optional<double> ChunkedStep::apply(Optimizer<float>& optimizer, ThreadPool& pool,
                                         VectorRef<float> theta, VectorRef<float> gradient,
                                         float learningRate) {
  const auto forEachChunk = [&](auto&& visit) {
    pool.parallelFor(static_cast<Index>(checks_.size()), [&](Range chunks, int) {
      for (Index i = chunks.begin; i < chunks.begin + chunks.size; ++i) {
        const Index begin = i * chunkSize;
        const Index size = std::min(chunkSize, theta.size() - begin);
        visit(checks_[static_cast<std::size_t>(i)], begin, theta.segment(begin, size),
              gradient.segment(begin, size));
      }
    });
  };
  optimizer.advance();
  forEachChunk([&](Check& check, Index begin, auto theta, auto gradient) {
    check.squaredNorm = gradient.squaredNorm();
    optimizer.direction(begin, gradient);
    // A finite number times 0 is 0, any other is not: unlike allFinite, this runs on vectors.
    check.isFinite = ((theta - learningRate * gradient).array() * 0.0f).sum() == 0;
  });
  double squaredNorm = 0;
  bool isFinite = true;
  for (const Check& check : checks_) {
    squaredNorm += check.squaredNorm;
    isFinite = isFinite && check.isFinite;
  }
  if (!isFinite || !std::isfinite(squaredNorm)) return std::nullopt;
  forEachChunk([&](Check&, Index, auto theta, auto gradient) {
    theta.noalias() -= learningRate * gradient;
  });
  return std::sqrt(squaredNorm);
}

}  // namespace dd
