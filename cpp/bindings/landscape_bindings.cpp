// The landscape of the loss about a network in training, and the search for a learning rate. Both
// run in slices between those of training and change nothing of it.

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "bindings/convert.hpp"
#include "bindings/trainer_handle.hpp"

namespace dd::bindings {
namespace {

val workDone(std::size_t done, std::size_t total, bool finished) {
  val object = val::object();
  object.set("done", static_cast<double>(done));
  object.set("total", static_cast<double>(total));
  object.set("finished", finished);
  return object;
}

std::size_t atLeastOne(int count) { return static_cast<std::size_t>(std::max(count, 1)); }

Plane planeOf(const TrainerHandle& handle, const std::string& directions, std::uint64_t seed) {
  const Trainer& trainer = handle.trainer;
  if (directions == "random") return randomPlane(trainer.network(), trainer.theta(), seed);
  if (directions == "path") return pathPlane(handle.path, trainer.theta());
  throw std::invalid_argument("The directions of a landscape are \"random\" or \"path\", not \"" +
                              directions + "\".");
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
  throw std::runtime_error("No landscape has been started.");
}

const RateFinder& requireFinder(const TrainerHandle& handle) {
  if (handle.finder) return *handle.finder;
  throw std::runtime_error("No search for a learning rate has been started.");
}

}  // namespace

void landscapeStart(TrainerHandle& handle, const val& options) {
  guarded([&] {
    const std::uint64_t seed = readSeed(readNumber(options, "seed"));
    const Landscape::Settings settings{
        .size = static_cast<Index>(readInteger(options, "size")),
        .radius = readNumber(options, "radius"),
        .samples =
            static_cast<std::size_t>(std::max<std::int64_t>(0, readInteger(options, "samples"))),
        .l2 = handle.trainer.settings().l2,
    };
    handle.landscape.emplace(handle.trainer.network(),
                             planeOf(handle, readText(options, "directions"), seed),
                             handle.trainer.trainingSamples(), settings);
  });
}

val landscapeSome(TrainerHandle& handle, int units) {
  return guarded([&] {
    requireLandscape(handle);
    Landscape& landscape = *handle.landscape;
    landscape.advance(handle.trainer.network(), atLeastOne(units));
    return workDone(landscape.done(), landscape.total(), landscape.finished());
  });
}

val landscape(const TrainerHandle& handle) {
  return guarded([&] {
    const Landscape& landscape = requireLandscape(handle);
    val object = val::object();
    object.set("size", static_cast<double>(landscape.settings().size));
    object.set("radius", landscape.settings().radius);
    object.set("samples", static_cast<double>(landscape.settings().samples));
    object.set("values", doubles(landscape.values()));
    object.set("centre", landscape.centre());
    const auto [lowest, highest] = finiteRange(landscape.values());
    object.set("lowest", lowest);
    object.set("highest", highest);
    return object;
  });
}

val landscapePath(const TrainerHandle& handle) {
  return guarded([&] {
    const Plane& plane = requireLandscape(handle).plane();
    std::vector<double> steps, points;
    double within = 0, whole = 0;
    const auto add = [&](std::int64_t step, const Vector<float>& theta) {
      const auto [a, b] = plane.project(theta);
      steps.push_back(static_cast<double>(step));
      points.push_back(a);
      points.push_back(b);
      within += (plane.at(a, b) - plane.origin).squaredNorm();
      whole += (theta - plane.origin).squaredNorm();
    };
    for (const TrainingPath::Point& point : handle.path.points()) add(point.step, point.theta);
    const std::int64_t step = handle.trainer.progress().step;
    if (steps.empty() || steps.back() < static_cast<double>(step)) {
      add(step, handle.trainer.theta());
    }
    val object = val::object();
    object.set("steps", doubles(steps));
    object.set("points", doubles(points));
    object.set("within", whole > 0 ? val(within / whole) : val::null());
    return object;
  });
}

void finderStart(TrainerHandle& handle, const val& options) {
  guarded([&] {
    RateFinder::Settings settings;
    settings.low = readNumber(options, "low", settings.low);
    settings.high = readNumber(options, "high", settings.high);
    settings.steps = static_cast<int>(
        std::clamp<std::int64_t>(readInteger(options, "steps", settings.steps), 0, 1 << 30));
    handle.finder.emplace(handle.trainer, settings);
  });
}

val finderSome(TrainerHandle& handle, int batches) {
  return guarded([&] {
    requireFinder(handle);
    RateFinder& finder = *handle.finder;
    finder.advance(atLeastOne(batches));
    return workDone(finder.done(), finder.total(), finder.finished());
  });
}

val finder(const TrainerHandle& handle) {
  return guarded([&] {
    const RateFinder& finder = requireFinder(handle);
    const RateFinder::Suggestion suggestion = finder.suggestion();
    const char* ends[] = {"running", "swept", "rose", "diverged"};
    const char* reasons[] = {"found", "tooFew", "flat"};
    const bool found = suggestion.reason == RateFinder::Reason::found;
    val object = val::object();
    object.set("rates", doubles(finder.rates()));
    object.set("losses", doubles(finder.losses()));
    object.set("smoothed", doubles(finder.smoothed()));
    object.set("end", std::string(ends[static_cast<int>(finder.end())]));
    object.set("suggestion", found ? val(suggestion.learningRate) : val::null());
    object.set("reason", std::string(reasons[static_cast<int>(suggestion.reason)]));
    return object;
  });
}

}  // namespace dd::bindings
