// The Descend view: functions, their values for drawing, and descents on them.

#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "bindings/convert.hpp"
#include "descent/behaviour.hpp"
#include "descent/curvature.hpp"
#include "descent/expression.hpp"
#include "descent/functions.hpp"
#include "descent/line_fit.hpp"
#include "descent/trajectory.hpp"

namespace dd::bindings {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();
constexpr int maxSide = 4000;  // points along one side of a grid

struct DescentFunction {
  std::unique_ptr<Objective<double>> objective;
  FunctionFacts facts;
};

using SharedFunction = std::shared_ptr<DescentFunction>;

DescentFunction& require(const SharedFunction& function) {
  if (function) return *function;
  throw std::invalid_argument("A descent needs a function to go down.");
}

val numberOrNull(double value) { return std::isnan(value) ? val::null() : val(value); }

bool isMissing(const val& value) { return value.isUndefined() || value.isNull(); }

val pointList(const std::vector<Coordinates>& points) {
  val list = val::array();
  for (const Coordinates& point : points) list.call<void>("push", val::array(point));
  return list;
}

val factsObject(const FunctionFacts& facts) {
  val object = val::object();
  object.set("name", facts.name);
  object.set("dimension", static_cast<int>(facts.dimension));
  object.set("range", val::array(facts.range));
  object.set("start", val::array(facts.start));
  object.set("learningRate", facts.learningRate);
  object.set("minima", pointList(facts.minima));
  object.set("saddles", pointList(facts.saddles));
  object.set("curvature", numberOrNull(facts.curvature));
  val parameter = val::null();
  if (facts.parameter) {
    parameter = val::object();
    parameter.set("min", facts.parameter->min);
    parameter.set("max", facts.parameter->max);
    parameter.set("value", facts.parameter->value);
  }
  object.set("parameter", parameter);
  return object;
}

val allFacts() {
  val list = val::array();
  for (const FunctionFacts& facts : functionFacts()) list.call<void>("push", factsObject(facts));
  return list;
}

SharedFunction share(TestFunction function) {
  FunctionFacts facts = function.facts();
  return std::make_shared<DescentFunction>(
      DescentFunction{std::make_unique<TestFunction>(std::move(function)), std::move(facts)});
}

SharedFunction namedFunction(const std::string& name) {
  return guarded([&] { return share(makeFunction(name)); });
}

SharedFunction functionWithParameter(const std::string& name, const val& parameter) {
  return guarded([&] {
    if (isMissing(parameter)) return share(makeFunction(name));
    if (!parameter.isNumber()) throw std::invalid_argument("A parameter must be a number.");
    return share(makeFunction(name, parameter.as<double>()));
  });
}

SharedFunction makeExpression(const std::string& text, int dimension) {
  FunctionFacts facts;
  facts.name = "expression";
  facts.dimension = dimension;
  facts.range = dimension == 2 ? Coordinates{-4, 4, -4, 4} : Coordinates{-4, 4};
  facts.start = dimension == 2 ? Coordinates{3, 1} : Coordinates{3};
  return std::make_shared<DescentFunction>(
      DescentFunction{std::make_unique<Expression>(text, dimension), std::move(facts)});
}

/// A mistake in the text becomes an Error with its kind, position and what was found there.
SharedFunction expressionFunction(const std::string& text, int dimension) {
  std::optional<ExpressionError> mistake;
  SharedFunction function = guarded([&]() -> SharedFunction {
    try {
      return makeExpression(text, dimension);
    } catch (const ExpressionError& error) {
      mistake = error;
      return nullptr;
    }
  });
  if (!mistake) return function;
  const val error = val::global("Error").new_(std::string(mistake->what()));
  val fields = val::object();
  fields.set("kind", std::string(toName(mistake->kind())));
  fields.set("position", static_cast<double>(mistake->position()));
  fields.set("found", mistake->found());
  throwValue(val::global("Object").call<val>("assign", error, fields));
}

int dimension(const DescentFunction& self) { return static_cast<int>(self.facts.dimension); }
val factsOf(const DescentFunction& self) { return factsObject(self.facts); }
val curvature(const DescentFunction& self) { return numberOrNull(self.facts.curvature); }

Vector<double> readPoint(const val& array, Index dimension) {
  const std::vector<double> values = readDoubles(array, "A point");
  if (static_cast<Index>(values.size()) != dimension) {
    throw std::invalid_argument("A point must have " + std::to_string(dimension) +
                                " numbers, but has " + std::to_string(values.size()) + ".");
  }
  return Eigen::Map<const Vector<double>>(values.data(), dimension);
}

val evaluate(DescentFunction& self, const val& point) {
  return guarded([&] {
    const Vector<double> theta = readPoint(point, self.facts.dimension);
    Vector<double> gradient(theta.size());
    val object = val::object();
    object.set("value", self.objective->valueAndGradient(theta, gradient));
    object.set("gradient", doubles(gradient.data(), static_cast<std::size_t>(gradient.size())));
    return object;
  });
}

val curvatureAt(DescentFunction& self, const val& point) {
  return guarded([&] {
    return numberOrNull(largestCurvature(*self.objective, readPoint(point, self.facts.dimension)));
  });
}

val nearestMinimum(const DescentFunction& self, const val& point) {
  return guarded([&] {
    const auto nearest = dd::nearestMinimum(self.facts, readPoint(point, self.facts.dimension));
    if (!nearest) return val::null();
    val object = val::object();
    object.set("index", static_cast<int>(nearest->index));
    object.set("distance", nearest->distance);
    return object;
  });
}

void requireDimension(const DescentFunction& function, Index dimension, const char* what) {
  if (function.facts.dimension == dimension) return;
  throw std::invalid_argument(std::string(what) + " is of a function of " +
                              (dimension == 1 ? "one variable." : "two variables."));
}

/// `count` even points from `first` to `last`, both included.
Vector<double> evenPoints(double first, double last, int count) {
  if (count < 2 || count > maxSide) {
    throw std::invalid_argument("A side must have 2 to 4,000 points, not " + std::to_string(count) +
                                ".");
  }
  if (!std::isfinite(first) || !std::isfinite(last)) {
    throw std::invalid_argument("The range must be of finite numbers.");
  }
  return Vector<double>::LinSpaced(count, first, last);
}

val sampleLine(DescentFunction& self, double x0, double x1, int count) {
  return guarded([&] {
    requireDimension(self, 1, "A line");
    const Vector<double> xs = evenPoints(x0, x1, count);
    std::vector<double> values;
    for (Index i = 0; i < count; ++i) values.push_back(self.objective->value(xs.segment(i, 1)));
    return doubles(values);
  });
}

/// Calls `visit(θ)` at every point of a grid, row by row.
template <class Visit>
void overGrid(const DescentFunction& function, double x0, double x1, int nx, double y0, double y1,
              int ny, Visit&& visit) {
  requireDimension(function, 2, "A grid");
  const Vector<double> xs = evenPoints(x0, x1, nx), ys = evenPoints(y0, y1, ny);
  Vector<double> theta(2);
  for (const double y : ys) {
    for (const double x : xs) {
      theta << x, y;
      visit(theta);
    }
  }
}

val sampleGrid(DescentFunction& self, double x0, double x1, int nx, double y0, double y1, int ny) {
  return guarded([&] {
    std::vector<double> values;
    overGrid(self, x0, x1, nx, y0, y1, ny,
             [&](const Vector<double>& theta) { values.push_back(self.objective->value(theta)); });
    return doubles(values);
  });
}

val gradientGrid(DescentFunction& self, double x0, double x1, int nx, double y0, double y1,
                 int ny) {
  return guarded([&] {
    std::vector<double> values;
    Vector<double> gradient(2);
    overGrid(self, x0, x1, nx, y0, y1, ny, [&](const Vector<double>& theta) {
      self.objective->valueAndGradient(theta, gradient);
      values.insert(values.end(), gradient.begin(), gradient.end());
    });
    return doubles(values);
  });
}

void requireObject(const val& value, const char* what) {
  if (isMissing(value)) throw std::invalid_argument(std::string("\"") + what + "\" is missing.");
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

val trajectoryObject(Objective<double>& objective, const Trajectory& path) {
  const TrajectorySummary summary = summarize(objective, path);
  val object = val::object();
  object.set("theta", doubles(path.theta));
  object.set("values", doubles(path.values));
  object.set("gradientNorms", doubles(path.gradientNorms));
  object.set("steps", static_cast<double>(path.steps()));
  object.set("state", std::string(toName(path.state)));
  object.set("behaviour", std::string(toName(summary.behaviour)));
  object.set("approach", std::string(toName(summary.approach)));
  object.set("factor", numberOrNull(summary.factor));
  object.set("arrivedAt", static_cast<double>(summary.arrivedAt));
  object.set("divergedAt", static_cast<double>(path.divergedAt));
  return object;
}

val descendOn(const SharedFunction& function, const val& options) {
  return guarded([&] {
    Objective<double>& objective = *require(function).objective;
    return trajectoryObject(objective,
                            descend(objective, readDescent(options, objective.dimension())));
  });
}

val largestRate(const SharedFunction& function, const val& optimizer) {
  return guarded([&] {
    requireObject(optimizer, "optimizer");
    return numberOrNull(largestLearningRate(readText(optimizer, "name"), readOptimizer(optimizer),
                                            require(function).facts.curvature));
  });
}

LineFit makeLineFit(const val& points, const val& scaling) {
  const std::vector<double> coordinates =
      isMissing(points) ? LineFit::defaultPoints() : readDoubles(points, "The points");
  if (isMissing(scaling)) return LineFit(coordinates, Scaling::standard);
  if (!scaling.isString()) throw std::invalid_argument("The scaling must be a name.");
  return LineFit(coordinates, fromName<Scaling>(scaling.as<std::string>()));
}

SharedFunction lineFitObjective(const val& points, const val& scaling) {
  return guarded([&] {
    auto fit = std::make_unique<LineFit>(makeLineFit(points, scaling));
    FunctionFacts facts = fit->facts();
    return std::make_shared<DescentFunction>(DescentFunction{std::move(fit), std::move(facts)});
  });
}
SharedFunction lineFitOfPoints(const val& points) {
  return lineFitObjective(points, val::undefined());
}
SharedFunction defaultLineFit() { return lineFitObjective(val::undefined(), val::undefined()); }

val descendLineFitOn(const val& options) {
  return guarded([&] {
    const DescentSettings settings = readDescent(options, 2);
    LineFit fit = makeLineFit(options["points"], options["scaling"]);
    const auto batchSize =
        static_cast<Index>(std::min<std::int64_t>(readInteger(options, "batchSize"), fit.size()));
    const Random random(readSeed(readNumber(options, "seed")));
    return trajectoryObject(fit, descendLineFit(fit, settings, batchSize, random));
  });
}

val lineFitPoints() {
  return guarded([&] { return doubles(LineFit::defaultPoints()); });
}

val lineFitScaledX(const val& points, const val& scaling) {
  return guarded([&] {
    const LineFit fit = makeLineFit(points, scaling);
    return doubles(fit.z().data(), static_cast<std::size_t>(fit.size()));
  });
}

val lineFitLine(const val& theta, const val& points, const val& scaling) {
  return guarded([&] {
    const Vector<double> line = readPoint(theta, 2);
    return doubles(makeLineFit(points, scaling).inOriginalScale(line[0], line[1]));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(descend) {
  using emscripten::function;
  emscripten::class_<DescentFunction>("DescentFunction")
      .smart_ptr<SharedFunction>("DescentFunctionPointer")
      .function("dimension", &dimension)
      .function("facts", &factsOf)
      .function("curvature", &curvature)
      .function("evaluate", &evaluate)
      .function("curvatureAt", &curvatureAt)
      .function("nearestMinimum", &nearestMinimum)
      .function("sampleLine", &sampleLine)
      .function("sampleGrid", &sampleGrid)
      .function("gradientGrid", &gradientGrid);
  function("descentFunctions", &allFacts);
  function("descentFunction", &namedFunction);
  function("descentFunction", &functionWithParameter);
  function("expressionFunction", &expressionFunction);
  function("descend", &descendOn);
  function("largestLearningRate", &largestRate);
  function("lineFitObjective", &defaultLineFit);
  function("lineFitObjective", &lineFitOfPoints);
  function("lineFitObjective", &lineFitObjective);
  function("descendLineFit", &descendLineFitOn);
  function("lineFitPoints", &lineFitPoints);
  function("lineFitScaledX", &lineFitScaledX);
  function("lineFitLine", &lineFitLine);
}

}  // namespace dd::bindings
