// The landscape of the loss about a network in training, and the search for a learning rate. Both
// run in slices between those of training and change nothing of it.

#include <algorithm>
#include <array>
#include <cmath>

#include "bindings/trainer_handle.hpp"

namespace dd::bindings {
namespace {

struct WorkDone {
  std::size_t done, total;
  bool finished;
};

std::size_t atLeastOne(int count) { return static_cast<std::size_t>(std::max(count, 1)); }

Plane planeOf(const TrainerHandle& handle, const std::string& directions, std::uint64_t seed) {
  const Trainer& trainer = handle.trainer;
  if (directions == "random") return randomPlane(trainer.network(), trainer.theta(), seed);
  if (directions == "path") return pathPlane(handle.path, trainer.theta());
  throwUnknownName("directions", directions, "random, path");
}

/// The least and the largest value that is a number; NaN when there is none.
std::array<double, 2> finiteRange(const std::vector<double>& values) {
  std::array<double, 2> range{NAN, NAN};
  for (const double value : values) {
    range = {std::fmin(range[0], value), std::fmax(range[1], value)};  // these pass over NaN
  }
  return range;
}

template <class Handle>
auto& landscapeOf(Handle& handle) {
  return requireStarted(handle.landscape, "landscape");
}
template <class Handle>
auto& finderOf(Handle& handle) {
  return requireStarted(handle.finder, "rateSearch");
}

struct LandscapeOptions {
  std::string directions;
  std::uint64_t seed;
  Index size;
  double radius;
  std::int64_t samples;
};

void landscapeStart(TrainerHandle& handle, const LandscapeOptions& options) {
  const Landscape::Settings settings{
      .size = options.size,
      .radius = options.radius,
      .samples = static_cast<std::size_t>(std::max<std::int64_t>(0, options.samples)),
      .l2 = handle.trainer.settings().l2,
  };
  handle.landscape.emplace(handle.trainer.network(),
                           planeOf(handle, options.directions, options.seed),
                           handle.trainer.trainingSamples(), settings);
}

WorkDone landscapeSome(TrainerHandle& handle, int units) {
  Landscape& landscape = landscapeOf(handle);
  landscape.advance(handle.trainer.network(), atLeastOne(units));
  return {landscape.done(), landscape.total(), landscape.finished()};
}

struct LandscapeValues : Landscape::Settings {
  std::vector<double> values;
  double centre, lowest, highest;
};

LandscapeValues landscape(const TrainerHandle& handle) {
  const Landscape& landscape = landscapeOf(handle);
  const auto [lowest, highest] = finiteRange(landscape.values());
  return {landscape.settings(), landscape.values(), landscape.centre(), lowest, highest};
}

struct LandscapePath {
  std::vector<double> steps, points;
  std::optional<double> within;
};

LandscapePath landscapePath(const TrainerHandle& handle) {
  const Plane& plane = landscapeOf(handle).plane();
  LandscapePath path;
  double within = 0, whole = 0;
  const auto add = [&](std::int64_t step, const Vector<float>& theta) {
    const auto [a, b] = plane.project(theta);
    path.steps.push_back(static_cast<double>(step));
    path.points.push_back(a);
    path.points.push_back(b);
    within += (plane.at(a, b) - plane.origin).squaredNorm();
    whole += (theta - plane.origin).squaredNorm();
  };
  for (const TrainingPath::Point& point : handle.path.points()) add(point.step, point.theta);
  const std::int64_t step = handle.trainer.progress().step;
  if (path.steps.empty() || path.steps.back() < static_cast<double>(step)) {
    add(step, handle.trainer.theta());
  }
  if (whole > 0) path.within = within / whole;
  return path;
}

void finderStart(TrainerHandle& handle, const val& options) {
  RateFinder::Settings settings;
  settings.low = readNumber(options, "low", settings.low);
  settings.high = readNumber(options, "high", settings.high);
  settings.steps = static_cast<int>(
      std::clamp<std::int64_t>(readInteger(options, "steps", settings.steps), 0, 1 << 30));
  handle.finder.emplace(handle.trainer, settings);
}

WorkDone finderSome(TrainerHandle& handle, int batches) {
  RateFinder& finder = finderOf(handle);
  finder.advance(atLeastOne(batches));
  return {finder.done(), finder.total(), finder.finished()};
}

struct FinderCurve {
  std::vector<double> rates, losses, smoothed;
  RateFinder::End end;
  std::optional<double> suggestion;
  RateFinder::Reason reason;
};

FinderCurve finder(const TrainerHandle& handle) {
  const RateFinder& finder = finderOf(handle);
  const auto [reason, rate] = finder.suggestion();
  const bool found = reason == RateFinder::Reason::found;
  return {finder.rates(),
          finder.losses(),
          finder.smoothed(),
          finder.end(),
          found ? std::optional(rate) : std::nullopt,
          reason};
}

}  // namespace

void addLandscape(const Class<TrainerHandle>& trainer) {
  DD_RESULT(WorkDone, done, total, finished);
  DD_OPTIONS(LandscapeOptions, directions, seed, size, radius, samples);
  DD_RESULT(LandscapeValues, size, radius, samples, values, centre, lowest, highest);
  DD_RESULT(LandscapePath, steps, points, within);
  DD_RESULT(FinderCurve, rates, losses, smoothed, end, suggestion, reason);
  trainer.functions<&landscapeStart, &landscapeSome, &landscape, &landscapePath, &finderStart,
                    &finderSome, &finder>();
}

}  // namespace dd::bindings
