// Descents on the functions of the Descend view, and on the error of a line.

#include <limits>

#include "bindings/descent_function.hpp"
#include "descent/behaviour.hpp"
#include "descent/curvature.hpp"
#include "descent/error.hpp"
#include "descent/line_fit.hpp"

namespace dd::bindings {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();

void requireObject(const val& value, const char* what) {
  if (isMissing(value)) throw Error("missing", {{"field", what}});
}

DescentFunction& require(const SharedFunction& function) {
  if (function) return *function;
  throw Error("missing", {{"field", "function"}});
}

DescentSettings readDescent(const val& options, Index dimension) {
  requireObject(options, "options");
  DescentSettings settings;
  const val optimizer = options["optimizer"];
  if (!isMissing(optimizer)) {
    settings.optimizer = readText(optimizer, "name");
    settings.optimizerSettings = readOptimizer(optimizer);
  }
  settings.learningRate = readNumber(options, "learningRate");
  settings.start = readPoint(options["start"], dimension);
  settings.steps = static_cast<Index>(readInteger(options, "steps"));
  const val stop = options["stop"];
  if (!isMissing(stop)) {
    settings.stopBelowValue = readNumber(stop, "value", never);
    settings.stopBelowGradient = readNumber(stop, "gradient", never);
  }
  return settings;
}

struct Path : Trajectory, TrajectorySummary {};
Path summarized(Objective<double>& objective, Trajectory path) {
  const TrajectorySummary summary = summarize(objective, path);
  return {std::move(path), summary};
}
std::optional<double> factor(const Path& path) { return unlessNaN(path.factor); }

Path descend(const SharedFunction& function, const val& options) {
  Objective<double>& objective = *require(function).objective;
  return summarized(objective, dd::descend(objective, readDescent(options, objective.dimension())));
}

std::optional<double> largestLearningRate(const SharedFunction& function, const val& optimizer) {
  requireObject(optimizer, "optimizer");
  return unlessNaN(dd::largestLearningRate(readText(optimizer, "name"), readOptimizer(optimizer),
                                           require(function).facts.curvature));
}

LineFit makeLineFit(const val& points, const val& scaling) {
  const std::vector<double> coordinates =
      isMissing(points) ? LineFit::defaultPoints() : readArray<double>(points, "points");
  return LineFit(coordinates, isMissing(scaling) ? Scaling::standard
                                                 : fromName<Scaling>(toText(scaling, "scaling")));
}

SharedFunction lineFitObjective(const val& points, const val& scaling) {
  auto fit = std::make_unique<LineFit>(makeLineFit(points, scaling));
  FunctionFacts facts = fit->facts();
  return std::make_shared<DescentFunction>(DescentFunction{std::move(fit), std::move(facts)});
}
SharedFunction lineFitOfPoints(const val& points) {
  return lineFitObjective(points, val::undefined());
}
SharedFunction defaultLineFit() { return lineFitOfPoints(val::undefined()); }

Path descendLineFit(const val& options) {
  const DescentSettings settings = readDescent(options, 2);
  LineFit fit = makeLineFit(options["points"], options["scaling"]);
  const auto batchSize =
      static_cast<Index>(std::min<std::int64_t>(readInteger(options, "batchSize"), fit.size()));
  const Random random(readSeed(readNumber(options, "seed")));
  return summarized(fit, dd::descendLineFit(fit, settings, batchSize, random));
}

std::vector<double> lineFitPoints() { return LineFit::defaultPoints(); }

Vector<double> lineFitScaledX(const val& points, const val& scaling) {
  return makeLineFit(points, scaling).z();
}

Coordinates lineFitLine(const val& theta, const val& points, const val& scaling) {
  const Vector<double> line = readPoint(theta, 2);
  return makeLineFit(points, scaling).inOriginalScale(line[0], line[1]);
}

}  // namespace

EMSCRIPTEN_BINDINGS(descend) {
  DD_RESULT(Path, theta, values, gradientNorms, steps, state, behaviour, approach, arrivedAt,
            divergedAt)
      .field<&factor>("factor");
  emscripten::function("lineFitObjective", bound<&defaultLineFit>);
  emscripten::function("lineFitObjective", bound<&lineFitOfPoints>);
  functions<&descend, &largestLearningRate, &lineFitObjective, &descendLineFit, &lineFitPoints,
            &lineFitScaledX, &lineFitLine>();
}

}  // namespace dd::bindings
