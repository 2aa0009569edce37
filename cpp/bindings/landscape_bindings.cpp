// The landscape of the loss about a network in training, and the search for a learning rate. Both
// run in slices between those of training and change nothing of it.

#include <algorithm>
#include <array>
#include <cmath>

#include "bindings/trainer_handle.hpp"
#include "descent/error.hpp"

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

const Landscape& requireLandscape(const TrainerHandle& handle) {
  if (handle.landscape) return *handle.landscape;
  throw Error("notStarted", {{"quantity", "landscape"}});
}

const RateFinder& requireFinder(const TrainerHandle& handle) {
  if (handle.finder) return *handle.finder;
  throw Error("notStarted", {{"quantity", "rateSearch"}});
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
  requireLandscape(handle);
  Landscape& landscape = *handle.landscape;
  landscape.advance(handle.trainer.network(), atLeastOne(units));
  return {landscape.done(), landscape.total(), landscape.finished()};
}

struct LandscapeValues : Landscape::Settings {
  std::vector<double> values;
  double centre, lowest, highest;
};

LandscapeValues landscape(const TrainerHandle& handle) {
  const Landscape& landscape = requireLandscape(handle);
  const auto [lowest, highest] = finiteRange(landscape.values());
  return {landscape.settings(), landscape.values(), landscape.centre(), lowest, highest};
}

struct LandscapePath {
  std::vector<double> steps, points;
  std::optional<double> within;
};

LandscapePath landscapePath(const TrainerHandle& handle) {
  const Plane& plane = requireLandscape(handle).plane();
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
  requireFinder(handle);
  RateFinder& finder = *handle.finder;
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
  const RateFinder& finder = requireFinder(handle);
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
  using Asked = LandscapeOptions;
  using Shown = LandscapeValues;
  using Curve = FinderCurve;
  Result<WorkDone>().fields<&WorkDone::done, &WorkDone::total, &WorkDone::finished>();
  Options<Asked>()
      .fields<&Asked::directions, &Asked::seed, &Asked::size, &Asked::radius, &Asked::samples>();
  Result<Shown>()
      .fields<&Shown::size, &Shown::radius, &Shown::samples, &Shown::values, &Shown::centre,
              &Shown::lowest, &Shown::highest>();
  Result<LandscapePath>()
      .fields<&LandscapePath::steps, &LandscapePath::points, &LandscapePath::within>();
  Result<Curve>()
      .fields<&Curve::rates, &Curve::losses, &Curve::smoothed, &Curve::end, &Curve::suggestion,
              &Curve::reason>();
  trainer.functions<&landscapeStart, &landscapeSome, &landscape, &landscapePath, &finderStart,
                    &finderSome, &finder>();
}

}  // namespace dd::bindings
