#include "descent/line_fit.hpp"

#include <algorithm>
#include <cmath>

#include "descent/error.hpp"

namespace dd {
namespace {

constexpr std::size_t maxPoints = 100000;

void validate(std::span<const double> points) {
  if (points.size() % 2 != 0 || points.size() < 4 || points.size() > 2 * maxPoints) {
    throw Error("lineFitPoints", {{"max", maxPoints}});
  }
  for (const double coordinate : points) requireFinite("points", std::isfinite(coordinate));
  for (std::size_t i = 2; i < points.size(); i += 2) {
    if (points[i] != points[0]) return;
  }
  throw Error("lineFitOneX");
}

}  // namespace

std::vector<double> LineFit::defaultPoints() {
  constexpr double y[] = {3, 4, 5, 5, 2, 4, 7, 8, 11, 8, 12, 11, 13, 13, 16, 17, 18, 17, 19, 21};
  std::vector<double> points;
  for (std::size_t i = 0; i < std::size(y); ++i) {
    points.push_back(static_cast<double>(i + 1));
    points.push_back(y[i]);
  }
  return points;
}

LineFit::LineFit(std::span<const double> points, Scaling scaling) {
  validate(points);
  const auto count = static_cast<Index>(points.size() / 2);
  using Strided = Eigen::Map<const Vector<double>, 0, Eigen::InnerStride<2>>;
  const Strided x(points.data(), count);
  y_ = Strided(points.data() + 1, count);
  if (scaling == Scaling::unit) scaling_.deviation = x.lpNorm<Eigen::Infinity>();
  if (scaling == Scaling::standard) {
    scaling_.mean = x.mean();
    scaling_.deviation = std::sqrt((x.array() - scaling_.mean).square().mean());
  }
  z_ = scaling_(x);
}

double LineFit::value(ConstVectorRef<double> theta) {
  return lineError(z_, y_, theta[0], theta[1]);
}

double LineFit::valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) {
  double squares = 0, byW = 0, byB = 0;
  for (Index i = 0; i < z_.size(); ++i) {
    const double residual = theta[0] * z_[i] + theta[1] - y_[i];
    squares += residual * residual;
    byW += residual * z_[i];
    byB += residual;
  }
  const auto count = static_cast<double>(z_.size());
  gradient[0] = byW / count;
  gradient[1] = byB / count;
  return 0.5 * squares / count;
}

void LineFit::batchGradient(std::span<const std::uint32_t> batch, ConstVectorRef<double> theta,
                            VectorRef<double> gradient) const {
  gradient.setZero();
  for (const std::uint32_t i : batch) {
    const double residual = theta[0] * z_[i] + theta[1] - y_[i];
    gradient[0] += residual * z_[i];
    gradient[1] += residual;
  }
  gradient /= static_cast<double>(batch.size());
}

FunctionFacts LineFit::facts() const {
  const double meanSquare = z_.squaredNorm() / static_cast<double>(size());
  const Coordinates best = bestLine(z_, y_);
  const double w = best[0], b = best[1];
  FunctionFacts facts;
  facts.name = "line-fit";
  facts.dimension = 2;
  facts.minima = {best};
  facts.start = {0, 0};
  facts.curvature = lineCurvatures(meanSquare, z_.mean(), 0)[0];
  facts.learningRate = 0.2 / facts.curvature;
  // The minimum in the middle and the start inside; neither side more than twice the other.
  const double largest = std::max({std::abs(w), std::abs(b), 1e-3});
  const double halfW = 1.3 * std::max(std::abs(w), 0.5 * largest);
  const double halfB = 1.3 * std::max(std::abs(b), 0.5 * largest);
  facts.range = {w - halfW, w + halfW, b - halfB, b + halfB};
  return facts;
}

Trajectory descendLineFit(LineFit& fit, const DescentSettings& settings, Index batchSize,
                          Random random) {
  requireAtLeast("batchSize", batchSize, 1);
  if (batchSize >= fit.size()) return descend(fit, settings);

  ShuffledBatches batches(fit.size(), batchSize, random);
  return descend(fit, settings, [&](ConstVectorRef<double> theta, VectorRef<double> gradient) {
    fit.batchGradient(batches.next(), theta, gradient);
  });
}

}  // namespace dd
