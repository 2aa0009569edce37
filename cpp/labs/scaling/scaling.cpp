#include "labs/scaling/scaling.hpp"

#include <cmath>

#include "descent/descend.hpp"
#include "descent/error.hpp"
#include "descent/line.hpp"
#include "labs/shared/thinned_path.hpp"

namespace dd {
namespace {

constexpr Index inputCount = 20;
constexpr Index maxSteps = 100000;
constexpr Index wholeSteps = 400;
constexpr double largest = 1e6;

}  // namespace

Vector<double> inputsOf(const InputSpread& input) {
  requireRange("mean", input.offset, -largest, largest);
  requireRange("deviation", input.spread, 0, largest);
  const Vector<double> even =
      Vector<double>::LinSpaced(inputCount, -(inputCount - 1) / 2.0, (inputCount - 1) / 2.0);
  const double deviation = std::sqrt(even.squaredNorm() / inputCount);
  return input.offset + input.spread / deviation * even.array();
}

ExcessError::ExcessError(const InputSpread& input, Treatment treatment) : z_(inputsOf(input)) {
  const bool centres = treatment == Treatment::centred || treatment == Treatment::standardised;
  const bool scales = treatment == Treatment::scaled || treatment == Treatment::standardised;
  const double shift = centres ? input.offset : 0;
  const double scale = scales && input.spread > 0 ? input.spread : 1;
  z_ = (z_.array() - shift) / scale;
  mean_ = (input.offset - shift) / scale;
  variance_ = input.spread * input.spread / (scale * scale);
  squares_ = variance_ + mean_ * mean_;
}

double ExcessError::value(ConstVectorRef<double> theta) {
  Vector<double> gradient(2);
  return valueAndGradient(theta, gradient);
}

double ExcessError::valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) {
  gradient[0] = squares_ * theta[0] + mean_ * theta[1];
  gradient[1] = mean_ * theta[0] + theta[1];
  return 0.5 * (theta[0] * gradient[0] + theta[1] * gradient[1]);
}

Coordinates ExcessError::curvatures() const { return lineCurvatures(squares_, mean_, variance_); }

double ExcessError::condition() const {
  const Coordinates both = curvatures();
  return both[0] / both[1];
}

double ExcessError::bestRate() const {
  const Coordinates both = curvatures();
  return 2 / (both[0] + both[1]);
}

double ExcessError::largestRate() const { return 2 / curvatures()[0]; }

ScalingRun descendScaled(ExcessError& error, double learningRate, double startW, double startB) {
  requirePositive("learningRate", learningRate);
  requireFinite("start", std::isfinite(startW) && std::isfinite(startB));
  const auto sgd = makeOptimizer<double>("sgd", 2);
  Vector<double> theta{{startW, startB}};
  const double distance = theta.norm();
  ScalingRun run;
  run.state = ScalingRun::State::late;
  ThinnedPath path(wholeSteps);
  const auto visit = [&](Index step, const Vector<double>& at, Vector<double>& gradient) {
    const double left = at.norm();
    if (left <= 1e-6 * distance) {
      run.state = ScalingRun::State::arrived;
    } else if (!(left <= 1e6 * distance)) {
      run.state = ScalingRun::State::diverged;
    }
    path.add(step, at);
    error.valueAndGradient(at, gradient);
    return run.state == ScalingRun::State::late;
  };
  const Descent descent = descend(*sgd, learningRate, theta, maxSteps, visit);
  if (descent.diverged) run.state = ScalingRun::State::diverged;
  run.steps = descent.steps;
  path.end(descent.steps, theta);
  run.path = path.points();
  return run;
}

}  // namespace dd
