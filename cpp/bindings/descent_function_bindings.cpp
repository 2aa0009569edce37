// The functions of the Descend view: what is known of them, and their values for drawing.

#include <string>
#include <vector>

#include "bindings/descent_function.hpp"
#include "descent/curvature.hpp"
#include "descent/error.hpp"
#include "descent/expression.hpp"

namespace dd::bindings {

Vector<double> readPoint(const val& array, Index dimension) {
  Vector<double> point = readVector<double>(array, "point");
  requireSize("point", point.size(), dimension);
  return point;
}

namespace {

constexpr int maxSide = 4000;  // points along one side of a grid

template <Coordinates FunctionFacts::*coordinates>
NumberList numbers(const FunctionFacts& facts) {
  return {facts.*coordinates};
}
template <std::vector<Coordinates> FunctionFacts::*points>
std::vector<NumberList> lists(const FunctionFacts& facts) {
  std::vector<NumberList> list;
  for (const Coordinates& point : facts.*points) list.push_back({point});
  return list;
}
std::optional<double> knownCurvature(const FunctionFacts& facts) {
  return unlessNaN(facts.curvature);
}

SharedFunction share(TestFunction function) {
  FunctionFacts facts = function.facts();
  return std::make_shared<DescentFunction>(
      DescentFunction{std::make_unique<TestFunction>(std::move(function)), std::move(facts)});
}

SharedFunction namedFunction(const std::string& name) { return share(makeFunction(name)); }

SharedFunction descentFunction(const std::string& name, const val& parameter) {
  if (isMissing(parameter)) return namedFunction(name);
  return share(makeFunction(name, toNumber(parameter, "parameter")));
}

SharedFunction expressionFunction(const std::string& text, int dimension) {
  FunctionFacts facts;
  facts.name = "expression";
  facts.dimension = dimension;
  facts.range = dimension == 2 ? Coordinates{-4, 4, -4, 4} : Coordinates{-4, 4};
  facts.start = dimension == 2 ? Coordinates{3, 1} : Coordinates{3};
  return std::make_shared<DescentFunction>(
      DescentFunction{std::make_unique<Expression>(text, dimension), std::move(facts)});
}

int dimension(const DescentFunction& self) { return static_cast<int>(self.facts.dimension); }
const FunctionFacts& facts(const DescentFunction& self) { return self.facts; }
std::optional<double> curvature(const DescentFunction& self) { return knownCurvature(self.facts); }

struct Value {
  double value;
  Vector<double> gradient;
};

Value evaluate(DescentFunction& self, const val& point) {
  Value value{0, Vector<double>(self.facts.dimension)};
  value.value =
      self.objective->valueAndGradient(readPoint(point, self.facts.dimension), value.gradient);
  return value;
}

std::optional<double> curvatureAt(DescentFunction& self, const val& point) {
  return unlessNaN(largestCurvature(*self.objective, readPoint(point, self.facts.dimension)));
}

std::optional<NearestMinimum> nearestMinimum(const DescentFunction& self, const val& point) {
  return dd::nearestMinimum(self.facts, readPoint(point, self.facts.dimension));
}

void requireDimension(const DescentFunction& function, Index dimension) {
  if (function.facts.dimension == dimension) return;
  throw Error("variables", {{"expected", dimension}, {"actual", function.facts.dimension}});
}

/// `count` even points from `first` to `last`, both included.
Vector<double> evenPoints(double first, double last, int count) {
  requireRange("side", count, 2, maxSide);
  requireFinite("plotRange", std::isfinite(first) && std::isfinite(last));
  return Vector<double>::LinSpaced(count, first, last);
}

std::vector<double> sampleLine(DescentFunction& self, double x0, double x1, int count) {
  requireDimension(self, 1);
  const Vector<double> xs = evenPoints(x0, x1, count);
  std::vector<double> values;
  for (Index i = 0; i < count; ++i) values.push_back(self.objective->value(xs.segment(i, 1)));
  return values;
}

/// Calls `visit(θ)` at every point of a grid, row by row.
template <class Visit>
void overGrid(const DescentFunction& function, double x0, double x1, int nx, double y0, double y1,
              int ny, Visit&& visit) {
  requireDimension(function, 2);
  const Vector<double> xs = evenPoints(x0, x1, nx), ys = evenPoints(y0, y1, ny);
  Vector<double> theta(2);
  for (const double y : ys) {
    for (const double x : xs) {
      theta << x, y;
      visit(theta);
    }
  }
}

std::vector<double> sampleGrid(DescentFunction& self, double x0, double x1, int nx, double y0,
                               double y1, int ny) {
  std::vector<double> values;
  overGrid(self, x0, x1, nx, y0, y1, ny,
           [&](const Vector<double>& theta) { values.push_back(self.objective->value(theta)); });
  return values;
}

std::vector<double> gradientGrid(DescentFunction& self, double x0, double x1, int nx, double y0,
                                 double y1, int ny) {
  std::vector<double> values;
  Vector<double> gradient(2);
  overGrid(self, x0, x1, nx, y0, y1, ny, [&](const Vector<double>& theta) {
    self.objective->valueAndGradient(theta, gradient);
    values.insert(values.end(), gradient.begin(), gradient.end());
  });
  return values;
}

}  // namespace

EMSCRIPTEN_BINDINGS(descent_function) {
  using Facts = FunctionFacts;
  DD_RESULT(FunctionParameter, min, max, value);
  DD_RESULT(FunctionFacts, name, dimension, learningRate, parameter)
      .field<&numbers<&Facts::range>>("range")
      .field<&numbers<&Facts::start>>("start")
      .field<&lists<&Facts::minima>>("minima")
      .field<&lists<&Facts::saddles>>("saddles")
      .field<&knownCurvature>("curvature");
  DD_RESULT(Value, value, gradient);
  DD_RESULT(NearestMinimum, index, distance);
  Class<DescentFunction>("DescentFunction", "DescentFunctionPointer")
      .functions<&dimension, &facts, &curvature, &evaluate, &curvatureAt, &nearestMinimum,
                 &sampleLine, &sampleGrid, &gradientGrid>();
  emscripten::function("descentFunctions", bound<&functionFacts>);
  emscripten::function("descentFunction", bound<&namedFunction>);
  functions<&descentFunction, &expressionFunction>();
}

}  // namespace dd::bindings
