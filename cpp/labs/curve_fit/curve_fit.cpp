#include "labs/curve_fit/curve_fit.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include "descent/error.hpp"

namespace dd {
namespace {

constexpr Index maxUnits = 64;
constexpr std::size_t maxPoints = 200;

Matrix<double> samplesOf(const std::vector<double>& points) {
  if (points.size() % 2 != 0 || points.size() > 2 * maxPoints) {
    throw Error("pointsWithXAndY", {{"max", maxPoints}});
  }
  for (const double coordinate : points) requireRange("coordinate", coordinate, -1e6, 1e6);
  return Eigen::Map<const Matrix<double>>(points.data(), static_cast<Index>(points.size() / 2), 2);
}

Architecture architectureOf(const CurveFitSettings& settings) {
  requireRange("units", settings.units, 1, maxUnits);
  if (settings.activation == Activation::softmax || !isDifferentiable(settings.activation)) {
    throw Error("noSlope");
  }
  return {1, {{settings.units, settings.activation}, {1, Activation::identity}}, Loss::quadratic};
}

}  // namespace

double targetValue(TargetCurve curve, double x) {
  switch (curve) {
    case TargetCurve::sine:
      return std::sin(std::numbers::pi * x);
    case TargetCurve::step:
      return x < 0 ? -0.8 : 0.8;
    case TargetCurve::bump:
      return 1.6 * std::exp(-16 * x * x) - 0.6;
    case TargetCurve::fold:
      break;
  }
  return 1.6 * std::abs(x) - 0.8;
}

std::vector<double> noisyPoints(TargetCurve curve, Index count, double noise, std::uint64_t seed) {
  requireRange("points", count, 1, maxPoints);
  requireRange("noise", noise, 0, 10);
  Random random(seed);
  std::vector<double> points;
  const double gap = 2.0 / static_cast<double>(count);
  for (Index i = 0; i < count; ++i) {
    const double x = -1 + gap * (static_cast<double>(i) + 0.5 + random.uniform(-0.4, 0.4));
    points.push_back(x);
    points.push_back(targetValue(curve, x) + noise * random.normal());
  }
  return points;
}

std::vector<double> heldOutPoints(TargetCurve curve, double noise, std::uint64_t seed) {
  return noisyPoints(curve, 40, noise, seed + 1000003);
}

CurveFit::CurveFit(const CurveFitSettings& settings, const std::vector<double>& points,
                   const std::vector<double>& heldOut)
    : points_(samplesOf(points)),
      heldOut_(samplesOf(heldOut)),
      network_(architectureOf(settings)),
      objective_(network_, 0),
      optimizer_(makeOptimizer<double>(settings.optimizer, network_.parameterCount())),
      theta_(Vector<double>::Zero(network_.parameterCount())) {
  Random random(settings.seed);
  auto w = network_.weights(VectorRef<double>(theta_), 0);
  auto b = network_.biases(VectorRef<double>(theta_), 0);
  auto v = network_.weights(VectorRef<double>(theta_), 1);
  for (Index j = 0; j < settings.units; ++j) {
    w(0, j) = 3 * random.normal();
    b(0, j) = std::abs(w(0, j)) * random.uniform(-1, 1);
    v(j, 0) = random.normal() / std::sqrt(static_cast<double>(settings.units));
  }
}

void CurveFit::train(Index count, double learningRate) {
  requirePositive("learningRate", learningRate);
  requireAtLeast("steps", count, 0);
  if (points_.rows() == 0) return;
  Vector<double> gradient(theta_.size()), next(theta_.size());
  objective_.setBatch(points_.col(0), points_.col(1));
  for (Index i = 0; i < count && !diverged_; ++i) {
    const double value = objective_.valueAndGradient(theta_, gradient);
    next = theta_;
    optimizer_->step(next, gradient, learningRate);
    diverged_ = !std::isfinite(value) || !next.allFinite() || !std::isfinite(next.squaredNorm());
    if (diverged_) return;
    theta_ = next;
    ++steps_;
  }
}

double CurveFit::lossOver(const Matrix<double>& samples) {
  if (samples.rows() == 0) return std::numeric_limits<double>::quiet_NaN();
  objective_.setBatch(samples.col(0), samples.col(1));
  return objective_.value(theta_);
}

Vector<double> CurveFit::predict(const Vector<double>& x) {
  network_.inputs(x.size()).col(0) = x;
  network_.forward(theta_, x.size());
  return network_.outputs(x.size()).col(0);
}

Matrix<double> CurveFit::contributions(const Vector<double>& x) {
  predict(x);
  const auto v = network_.weights(ConstVectorRef<double>(theta_), 1);
  return network_.activations(0, x.size()).array().rowwise() * v.col(0).transpose().array();
}

Vector<double> CurveFit::partialSum(const Vector<double>& x, Index count) {
  const Matrix<double> parts = contributions(x);
  requireRange("units", count, 0, parts.cols());
  return parts.leftCols(count).rowwise().sum().array() + outputBias();
}

Index CurveFit::deadUnits() {
  const Layer& hidden = network_.architecture().layers.front();
  if (hidden.activation != Activation::relu || points_.rows() == 0) return 0;
  predict(points_.col(0));
  const auto activations = network_.activations(0, points_.rows());
  return (activations.colwise().maxCoeff().array() <= 0).count();
}

Vector<double> CurveFit::bends() const {
  const auto w = network_.weights(ConstVectorRef<double>(theta_), 0);
  const auto b = network_.biases(ConstVectorRef<double>(theta_), 0);
  return -(b.array() / w.array()).transpose();
}

}  // namespace dd
