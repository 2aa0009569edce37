#include "bindings/convert.hpp"
#include "labs/line_fit/line_fit.hpp"

namespace dd::bindings {
namespace {

LinePoints readPoints(const val& points) { return LinePoints(readDoubles(points, "The points")); }

LineSettings readSettings(const val& options) {
  LineSettings settings;
  settings.standardised = options["standardised"].isTrue();
  settings.learningRate = readNumber(options, "learningRate");
  settings.w = readNumber(options, "w");
  settings.b = readNumber(options, "b");
  settings.steps = static_cast<Index>(readInteger(options, "steps"));
  settings.batchSize = static_cast<Index>(readInteger(options, "batchSize"));
  settings.seed = readSeed(readNumber(options, "seed"));
  return settings;
}

val bestLine(const val& points) {
  return guarded([&] {
    const auto best = leastSquares(readPoints(points));
    if (!best) return val::null();
    val object = val::object();
    object.set("sums", doubles(best->sums));
    object.set("covariance", doubles(best->covariance));
    object.set("matrix", doubles(best->matrix));
    object.set("value", best->value);
    object.set("agree", best->agree);
    return object;
  });
}

val valleyOf(const val& points, bool standardised, int side) {
  return guarded([&] {
    const LineValley valley = lineValley(readPoints(points), standardised, side);
    val object = val::object();
    object.set("range", val::array(valley.range));
    object.set("side", side);
    object.set("values", doubles(valley.values));
    object.set("minimum", val::array(valley.minimum));
    object.set("curvatures", val::array(valley.curvatures));
    object.set("condition", valley.condition);
    object.set("largestRate", valley.largestRate);
    return object;
  });
}

val runObject(const LineRun& run) {
  const char* states[] = {"running", "arrived", "diverged"};
  val object = val::object();
  object.set("state", std::string(states[static_cast<int>(run.state)]));
  object.set("steps", static_cast<double>(run.steps));
  object.set("theta", val::array(run.theta));
  object.set("line", val::array(run.line));
  object.set("gradient", val::array(run.gradient));
  object.set("value", run.value);
  object.set("path", doubles(run.path));
  return object;
}

val descent(const val& points, const val& options) {
  return guarded([&] { return runObject(descendLine(readPoints(points), readSettings(options))); });
}

val neuron(const val& points, const val& options) {
  return guarded(
      [&] { return runObject(trainLineNeuron(readPoints(points), readSettings(options))); });
}

val slice(const val& points, bool standardised, const val& theta, int component, double from,
          double to, int count) {
  return guarded([&] {
    return doubles(lineSlice(readPoints(points), standardised, readDoubles(theta, "θ"), component,
                             from, to, count));
  });
}

double valueAt(const val& line, double x) {
  return guarded([&] { return predict(readDoubles(line, "The line"), x); });
}

val servers() { return doubles(serverPoints()); }

}  // namespace

EMSCRIPTEN_BINDINGS(lab_line_fit) {
  using emscripten::function;
  function("lineBest", &bestLine);
  function("lineValley", &valleyOf);
  function("lineDescent", &descent);
  function("lineNeuron", &neuron);
  function("lineSlice", &slice);
  function("lineValue", &valueAt);
  function("lineServers", &servers);
}

}  // namespace dd::bindings
