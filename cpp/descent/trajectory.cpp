#include "descent/trajectory.hpp"

#include <cmath>

#include "descent/descend.hpp"
#include "descent/error.hpp"

namespace dd {
namespace {

constexpr Index maxSteps = 100000;
constexpr double infinity = std::numeric_limits<double>::infinity();

void validate(const DescentSettings& settings, Index dimension) {
  requirePositive("learningRate", settings.learningRate);
  requireSize("start", settings.start.size(), dimension);
  for (const double component : settings.start) requireFinite("start", std::isfinite(component));
  requireRange("steps", settings.steps, 0, maxSteps);
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
  Vector<double> theta = settings.start;
  const auto visit = [&](Index step, const Vector<double>& at, Vector<double>& gradient) {
    const double value = objective.valueAndGradient(at, gradient);
    const bool finite = std::isfinite(value) && gradient.allFinite();
    if (finite || step == 0) record(path, at, value, gradient);
    if (!finite) {
      fail(path, step, at, value);
      return false;
    }
    path.stoppedByValue = value < settings.stopBelowValue;
    if (path.stoppedByValue || path.gradientNorms.back() < settings.stopBelowGradient) {
      path.state = Trajectory::State::converged;
      return false;
    }
    if (estimate) estimate(at, gradient);
    return true;
  };
  const Descent descent = descend(*optimizer, settings.learningRate, theta, settings.steps, visit);
  if (descent.diverged) fail(path, descent.steps + 1, *descent.diverged, infinity);
  return path;
}

}  // namespace dd
