#include "descent/trajectory.hpp"

#include <cmath>
#include <cstdio>
#include <limits>
#include <stdexcept>

namespace dd {
namespace {

constexpr Index maxSteps = 100000;

std::string text(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", value);
  return buffer;
}

void validate(const DescentSettings& settings, Index dimension) {
  if (!(settings.learningRate > 0 && std::isfinite(settings.learningRate))) {
    throw std::invalid_argument("The learning rate must be a positive number, but is " +
                                text(settings.learningRate) + ".");
  }
  if (settings.start.size() != dimension) {
    throw std::invalid_argument("The start must have " + std::to_string(dimension) +
                                " numbers, but has " + std::to_string(settings.start.size()) + ".");
  }
  for (const double component : settings.start) {
    if (std::isfinite(component)) continue;
    throw std::invalid_argument("The start must be of finite numbers, but one is " +
                                text(component) + ".");
  }
  if (settings.steps < 0 || settings.steps > maxSteps) {
    throw std::invalid_argument("The number of steps must be between 0 and 100,000, but is " +
                                std::to_string(settings.steps) + ".");
  }
}

void record(Trajectory& path, const Vector<double>& theta, double value,
            const Vector<double>& gradient) {
  path.theta.insert(path.theta.end(), theta.begin(), theta.end());
  path.gradients.insert(path.gradients.end(), gradient.begin(), gradient.end());
  path.values.push_back(value);
  path.gradientNorms.push_back(gradient.stableNorm());  // whose squares do not overflow
}

void fail(Trajectory& path, Index step, const Vector<double>& theta, double value) {
  path.state = Trajectory::State::diverged;
  path.divergedAt = step;
  path.failedTheta.assign(theta.begin(), theta.end());
  path.failedValue = value;
}

}  // namespace

Trajectory descend(Objective<double>& objective, const DescentSettings& settings,
                   const GradientEstimate& estimate) {
  const Index n = objective.dimension();
  validate(settings, n);
  const auto optimizer = makeOptimizer<double>(settings.optimizer, n, settings.optimizerSettings);

  Trajectory path;
  path.dimension = n;
  path.noisy = static_cast<bool>(estimate);
  Vector<double> theta = settings.start, gradient(n);
  for (Index step = 0;; ++step) {
    const bool inside = theta.allFinite();
    const double value = inside ? objective.valueAndGradient(theta, gradient)
                                : std::numeric_limits<double>::infinity();
    if (!inside || !std::isfinite(value) || !gradient.allFinite()) {
      if (step == 0) record(path, theta, value, gradient);
      fail(path, step, theta, value);
      return path;
    }
    record(path, theta, value, gradient);
    path.stoppedByValue = value < settings.stopBelowValue;
    if (path.stoppedByValue || path.gradientNorms.back() < settings.stopBelowGradient) {
      path.state = Trajectory::State::converged;
      return path;
    }
    if (step == settings.steps) return path;
    if (estimate) estimate(theta, gradient);
    optimizer->step(theta, gradient, settings.learningRate);
  }
}

}  // namespace dd
