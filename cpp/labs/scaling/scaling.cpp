#include "labs/scaling/scaling.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace dd {
namespace {

constexpr Index inputCount = 20;
constexpr Index mostSteps = 100000;
constexpr Index keptSteps = 400;
constexpr double largest = 1e6;

}  // namespace

Vector<double> inputsOf(const InputSpread& input) {
  if (!(std::abs(input.offset) <= largest)) {
    throw std::invalid_argument("The mean of the input must lie within a million of zero.");
  }
  if (!(input.spread >= 0 && input.spread <= largest)) {
    throw std::invalid_argument("The deviation of the input must be 0 to a million.");
  }
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

Coordinates ExcessError::curvatures() const {
  const double larger = 0.5 * (squares_ + 1) + std::hypot(0.5 * (squares_ - 1), mean_);
  // The determinant is the variance; a difference of two near numbers would cancel.
  return {larger, variance_ / larger};
}

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
  if (!(learningRate > 0) || !std::isfinite(learningRate)) {
    throw std::invalid_argument("The learning rate must be a number above 0.");
  }
  if (!std::isfinite(startW) || !std::isfinite(startB)) {
    throw std::invalid_argument("The start must have a finite w and b.");
  }
  Vector<double> theta(2), gradient(2);
  theta << startW, startB;
  const double distance = theta.norm();
  ScalingRun run;
  Index keep = 0;
  while (true) {
    const double left = theta.norm();
    const bool arrived = left <= 1e-6 * distance;
    const bool diverged = !(left <= 1e6 * distance);
    const bool last = arrived || diverged || run.steps == mostSteps;
    if (last || run.steps >= keep) {
      run.path.insert(run.path.end(), {theta[0], theta[1]});
      keep = run.steps < keptSteps ? run.steps + 1 : run.steps + run.steps / 32;
    }
    if (last) {
      run.state = arrived    ? ScalingRun::State::arrived
                  : diverged ? ScalingRun::State::diverged
                             : ScalingRun::State::late;
      return run;
    }
    error.valueAndGradient(theta, gradient);
    theta -= learningRate * gradient;
    ++run.steps;
  }
}

}  // namespace dd
