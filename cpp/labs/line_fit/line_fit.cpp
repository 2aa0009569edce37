#include "labs/line_fit/line_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

namespace dd {
namespace {

constexpr double tolerance = 1e-5;
constexpr Index maxSteps = 20000;
/// Of a path, all steps up to this one are kept, and then each that is 3 % later.
constexpr Index keptSteps = 200;

const Architecture neuron{1, {{1, Activation::identity}}, Loss::quadratic};

void validate(const LinePoints& points, const LineSettings& settings) {
  if (points.size() == 0) throw std::invalid_argument("Without points there is nothing to fit.");
  if (!(settings.learningRate > 0) || !std::isfinite(settings.learningRate)) {
    throw std::invalid_argument("The learning rate must be a number above 0.");
  }
  if (!std::isfinite(settings.w) || !std::isfinite(settings.b)) {
    throw std::invalid_argument("The start must have a finite w and b.");
  }
  if (settings.steps < 0 || settings.steps > maxSteps) {
    throw std::invalid_argument("There can be 0 to 20,000 steps, not " +
                                std::to_string(settings.steps) + ".");
  }
  if (settings.batchSize < 1) {
    throw std::invalid_argument("The batch size must be at least 1, but is " +
                                std::to_string(settings.batchSize) + ".");
  }
}

/// Steps along `estimate`, which writes the gradient to follow and says whether it is the end.
/// `place` gives θ as the path shows it.
template <class Estimate, class Place>
LineRun run(LineNeuron& walked, Vector<double> theta, const LineSettings& settings,
            Estimate&& estimate, Place&& place) {
  LineRun result;
  Vector<double> gradient(2), next(2);
  Index keep = 0;
  while (true) {
    const bool arrived = estimate(theta, gradient);
    if (arrived) result.state = LineRun::State::arrived;
    next = theta - settings.learningRate * gradient;
    const bool ends = arrived || result.steps == settings.steps;
    if (!ends && !next.allFinite()) result.state = LineRun::State::diverged;
    const bool last = ends || result.state == LineRun::State::diverged;
    if (last || result.steps >= keep) {
      const Coordinates point = place(theta);
      result.path.insert(result.path.end(), point.begin(), point.end());
      keep = result.steps < keptSteps ? result.steps + 1 : result.steps + result.steps / 32;
    }
    if (last) break;
    theta = next;
    ++result.steps;
  }
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
    shift_ = points.mean;
    if (points.determinesLine()) scale_ = points.deviation;
  }
  z_ = (points.x.array() - shift_) / scale_;
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
  objective_.setRows(size());
  objective_.inputs().col(0) = z_;
  objective_.targets().col(0) = y_;
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
  return {theta[0] / scale_, theta[1] - theta[0] * shift_ / scale_};
}

Vector<double> LineNeuron::overZ(double w, double b) const {
  Vector<double> theta(2);
  theta << w * scale_, b + w * shift_;
  return theta;
}

Coordinates LineNeuron::curvatures() const {
  const double mean = z_.mean();
  const double squares = z_.squaredNorm() / static_cast<double>(size());
  const double larger = 0.5 * (squares + 1) + std::hypot(0.5 * (squares - 1), mean);
  // The determinant is the variance; the difference of the halves above would cancel.
  const double variance = (z_.array() == z_[0]).all() ? 0 : (z_.array() - mean).square().mean();
  return {larger, variance / larger};
}

Coordinates LineNeuron::minimum() const {
  const double meanZ = z_.mean(), meanY = y_.mean();
  if ((z_.array() == z_[0]).all()) {
    // Every (w, b) with w·z + b = mean y.
    const double length = z_[0] * z_[0] + 1;
    return {meanY * z_[0] / length, meanY / length};
  }
  const Eigen::ArrayXd deviations = z_.array() - meanZ;
  const double w = (deviations * (y_.array() - meanY)).sum() / deviations.square().sum();
  return {w, meanY - w * meanZ};
}

LineValley lineValley(const LinePoints& points, bool standardised, Index side) {
  if (points.size() == 0) throw std::invalid_argument("Without points there is nothing to fit.");
  if (side < 2 || side > 400) {
    throw std::invalid_argument("A side must have 2 to 400 points, not " + std::to_string(side) +
                                ".");
  }
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
  Vector<double> start(2);
  start << settings.w, settings.b;
  return run(
      objective, start, settings,
      [&](const Vector<double>& theta, Vector<double>& gradient) {
        objective.valueAndGradient(theta, gradient);
        return gradient.lpNorm<Eigen::Infinity>() <= tolerance;
      },
      [](const Vector<double>& theta) {
        return Coordinates{theta[0], theta[1]};
      });
}

LineRun trainLineNeuron(const LinePoints& points, const LineSettings& settings) {
  validate(points, settings);
  const LineNeuron shown(points, settings.standardised);
  LineNeuron objective(points, true);
  Vector<double> start(2);
  start << settings.w, settings.b;
  const Coordinates line = shown.overX(start);

  Random random(settings.seed);
  std::vector<std::uint32_t> order(static_cast<std::size_t>(points.size()));
  std::iota(order.begin(), order.end(), 0);
  std::size_t next = order.size();  // the first step shuffles
  const auto size = static_cast<std::size_t>(std::min(settings.batchSize, points.size()));
  return run(
      objective, objective.overZ(line[0], line[1]), settings,
      [&](const Vector<double>& theta, Vector<double>& gradient) {
        if (next == order.size()) {
          random.shuffle(order.data(), order.size());
          next = 0;
        }
        const std::size_t count = std::min(size, order.size() - next);
        objective.batchGradient(std::span(order).subspan(next, count), theta, gradient);
        next += count;
        return false;
      },
      [&](const Vector<double>& theta) {
        const Coordinates over = objective.overX(theta);
        const Vector<double> point = shown.overZ(over[0], over[1]);
        return Coordinates{point[0], point[1]};
      });
}

std::vector<double> lineSlice(const LinePoints& points, bool standardised, const Coordinates& theta,
                              Index component, double from, double to, Index count) {
  if (points.size() == 0) throw std::invalid_argument("Without points there is nothing to fit.");
  if (theta.size() != 2 || component < 0 || component > 1 || count < 2 || count > 4000) {
    throw std::invalid_argument(
        "A slice needs a w and a b, one of the two, and 2 to 4,000 places.");
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
