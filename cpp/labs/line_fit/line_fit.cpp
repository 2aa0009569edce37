#include "labs/line_fit/line_fit.hpp"

#include <algorithm>
#include <cmath>

#include "descent/descend.hpp"
#include "descent/error.hpp"
#include "labs/shared/thinned_path.hpp"

namespace dd {
namespace {

constexpr double tolerance = 1e-5;
constexpr Index maxSteps = 20000;
constexpr Index wholeSteps = 200;  // of a path

const Architecture neuron{1, {{1, Activation::identity}}, Loss::quadratic};

void validate(const LinePoints& points, const LineSettings& settings) {
  if (points.size() == 0) throw Error("noPoints");
  requirePositive("learningRate", settings.learningRate);
  requireFinite("start", std::isfinite(settings.w) && std::isfinite(settings.b));
  requireRange("steps", settings.steps, 0, maxSteps);
  requireAtLeast("batchSize", settings.batchSize, 1);
}

/// Steps along `estimate`, which writes the gradient to follow and says whether to go on. `place`
/// gives θ as the path shows it.
template <class Estimate, class Place>
LineRun run(LineNeuron& walked, Vector<double> theta, const LineSettings& settings,
            Estimate&& estimate, Place&& place) {
  LineRun result;
  const auto sgd = makeOptimizer<double>("sgd", 2);
  ThinnedPath path(wholeSteps);
  const auto visit = [&](Index step, const Vector<double>& at, Vector<double>& gradient) {
    const bool goesOn = estimate(at, gradient);
    if (!goesOn) result.state = LineRun::State::arrived;
    path.add(step, place(at));
    return goesOn;
  };
  const Descent descent = descend(*sgd, settings.learningRate, theta, settings.steps, visit);
  if (descent.diverged) result.state = LineRun::State::diverged;
  path.end(descent.steps, place(theta));
  Vector<double> gradient(2);
  result.steps = descent.steps;
  result.path = path.points();
  result.theta = place(theta);
  result.line = walked.overX(theta);
  result.value = walked.valueAndGradient(theta, gradient);
  result.gradient = {gradient[0], gradient[1]};
  return result;
}

}  // namespace

LineNeuron::LineNeuron(const LinePoints& points, bool standardised)
    : y_(points.y), network_(neuron), objective_(network_, 0) {
  if (standardised) {
    scaling_.mean = points.mean;
    if (points.determinesLine()) scaling_.deviation = points.deviation;
  }
  z_ = scaling_(points.x);
}

void LineNeuron::load(std::span<const std::uint32_t> batch) {
  objective_.setRows(static_cast<Index>(batch.size()));
  auto inputs = objective_.inputs();
  auto targets = objective_.targets();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    inputs(static_cast<Index>(i), 0) = z_[batch[i]];
    targets(static_cast<Index>(i), 0) = y_[batch[i]];
  }
  wholeLoaded_ = false;
}

void LineNeuron::loadAll() {
  if (wholeLoaded_) return;
  objective_.setBatch(z_, y_);
  wholeLoaded_ = true;
}

double LineNeuron::value(ConstVectorRef<double> theta) {
  loadAll();
  return objective_.value(theta);
}

double LineNeuron::valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) {
  loadAll();
  return objective_.valueAndGradient(theta, gradient);
}

void LineNeuron::batchGradient(std::span<const std::uint32_t> batch, ConstVectorRef<double> theta,
                               VectorRef<double> gradient) {
  load(batch);
  objective_.valueAndGradient(theta, gradient);
}

Coordinates LineNeuron::overX(ConstVectorRef<double> theta) const {
  return scaling_.overX(theta[0], theta[1]);
}

Coordinates LineNeuron::overZ(const Coordinates& line) const {
  return scaling_.overZ(line[0], line[1]);
}

Coordinates LineNeuron::curvatures() const {
  const double mean = z_.mean();
  const double squares = z_.squaredNorm() / static_cast<double>(size());
  const double variance = (z_.array() == z_[0]).all() ? 0 : (z_.array() - mean).square().mean();
  return lineCurvatures(squares, mean, variance);
}

Coordinates LineNeuron::minimum() const {
  if ((z_.array() == z_[0]).all()) {
    // Every (w, b) with w·z + b = mean y.
    const double length = z_[0] * z_[0] + 1, meanY = y_.mean();
    return {meanY * z_[0] / length, meanY / length};
  }
  return bestLine(z_, y_);
}

LineValley lineValley(const LinePoints& points, bool standardised, Index side) {
  if (points.size() == 0) throw Error("noPoints");
  requireRange("side", side, 2, 400);
  LineNeuron objective(points, standardised);
  LineValley valley;
  valley.minimum = objective.minimum();
  valley.curvatures = objective.curvatures();
  valley.condition = valley.curvatures[0] / valley.curvatures[1];
  valley.largestRate = 2 / valley.curvatures[0];
  const double w = valley.minimum[0], b = valley.minimum[1];
  const double half = 1.25 * std::max({std::abs(w - 1), std::abs(b - 1), 1.6});
  valley.range = {w - half, w + half, b - half, b + half};
  Vector<double> theta(2);
  for (Index row = 0; row < side; ++row) {
    for (Index column = 0; column < side; ++column) {
      const auto at = [&](double low, Index i) {
        return low + 2 * half * static_cast<double>(i) / static_cast<double>(side - 1);
      };
      theta << at(valley.range[0], column), at(valley.range[2], row);
      valley.values.push_back(objective.value(theta));
    }
  }
  return valley;
}

LineRun descendLine(const LinePoints& points, const LineSettings& settings) {
  validate(points, settings);
  LineNeuron objective(points, settings.standardised);
  return run(
      objective, Vector<double>{{settings.w, settings.b}}, settings,
      [&](const Vector<double>& theta, Vector<double>& gradient) {
        objective.valueAndGradient(theta, gradient);
        return gradient.lpNorm<Eigen::Infinity>() > tolerance;
      },
      [](const Vector<double>& theta) {
        return Coordinates{theta[0], theta[1]};
      });
}

LineRun trainLineNeuron(const LinePoints& points, const LineSettings& settings) {
  validate(points, settings);
  const LineNeuron shown(points, settings.standardised);
  LineNeuron objective(points, true);
  const Vector<double> start{{settings.w, settings.b}};
  const Coordinates over = objective.overZ(shown.overX(start));
  ShuffledBatches batches(points.size(), settings.batchSize, Random(settings.seed));
  return run(
      objective, Eigen::Map<const Vector<double>>(over.data(), 2), settings,
      [&](const Vector<double>& theta, Vector<double>& gradient) {
        objective.batchGradient(batches.next(), theta, gradient);
        return true;
      },
      [&](const Vector<double>& theta) { return shown.overZ(objective.overX(theta)); });
}

std::vector<double> lineSlice(const LinePoints& points, bool standardised, const Coordinates& theta,
                              Index component, double from, double to, Index count) {
  if (points.size() == 0) throw Error("noPoints");
  if (theta.size() != 2 || component < 0 || component > 1 || count < 2 || count > 4000) {
    throw Error("lineSlice");
  }
  LineNeuron objective(points, standardised);
  Vector<double> at(2);
  at << theta[0], theta[1];
  std::vector<double> values;
  for (const double place : Vector<double>::LinSpaced(count, from, to)) {
    at[component] = place;
    values.push_back(objective.value(at));
  }
  return values;
}

}  // namespace dd
