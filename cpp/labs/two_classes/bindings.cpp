#include <cmath>

#include "labs/shared/plane_bindings.hpp"
#include "labs/two_classes/two_classes.hpp"

namespace dd::bindings {
namespace {

TwoClassPoints readPoints(const val& list) {
  return TwoClassPoints::fromList(readDoubles(list, "points"));
}

LogisticTheta readTheta(const val& list) {
  const std::vector<double> theta = readDoubles(list, "theta");
  if (theta.size() != 3) throw std::invalid_argument("θ must be the three numbers w₁, w₂ and b.");
  return {theta[0], theta[1], theta[2]};
}

val line(const LogisticTheta& theta, double z, double radius) {
  const auto ends = scoreLine(theta, z, radius);
  return ends ? doubles(ends->data(), ends->size()) : val::null();
}

val neuron(const val& list, const val& thetaList) {
  return guarded([&] {
    const TwoClassPoints points = readPoints(list);
    const LogisticTheta theta = readTheta(thetaList);
    const LogisticResult result = logisticNeuron(points, theta);
    val object = val::object();
    object.set("a", doubles(result.a));
    object.set("difference", doubles(result.difference));
    object.set("loss", result.loss);
    object.set("gradient", doubles(result.gradient.data(), 3));
    object.set("accuracy", result.accuracy);
    object.set("norm", result.norm);
    object.set("separable", areSeparable(points));
    object.set("contradictions", contradictions(points));
    return object;
  });
}

val descent(const val& points, const val& theta, double learningRate, int steps) {
  return guarded([&] {
    const LogisticTheta end =
        logisticDescent(readPoints(points), readTheta(theta), learningRate, steps);
    return doubles(end.data(), end.size());
  });
}

val drawing(const val& thetaList, const val& grid) {
  return guarded([&] {
    const LogisticTheta theta = readTheta(thetaList);
    const PlaneGrid plane = readGrid(grid);
    const double ninety = std::log(9.0);  // σ(ln 9) = 0.9
    val object = val::object();
    object.set("field", floats(logisticField(theta, plane)));
    object.set("border", line(theta, 0, plane.x1));
    object.set("sure", line(theta, ninety, plane.x1));
    object.set("sureNot", line(theta, -ninety, plane.x1));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_two_classes) {
  emscripten::function("logisticNeuron", &neuron);
  emscripten::function("logisticDescent", &descent);
  emscripten::function("logisticDrawing", &drawing);
}

}  // namespace dd::bindings
