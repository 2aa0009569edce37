#include <cmath>

#include "bindings/values.hpp"
#include "descent/error.hpp"
#include "labs/two_classes/two_classes.hpp"

namespace dd::bindings {
namespace {

using Numbers = std::vector<double>;

LogisticTheta readTheta(const Numbers& theta) {
  requireSize("theta", theta.size(), 3);
  return {theta[0], theta[1], theta[2]};
}

struct Neuron : LogisticResult {
  bool separable;
  int contradictions;
};

Neuron logisticNeuron(const Numbers& list, const Numbers& theta) {
  const TwoClassPoints points = TwoClassPoints::fromList(list);
  return {dd::logisticNeuron(points, readTheta(theta)), areSeparable(points),
          contradictions(points)};
}

LogisticTheta logisticDescent(const Numbers& points, const Numbers& theta, double learningRate,
                              int steps) {
  return dd::logisticDescent(TwoClassPoints::fromList(points), readTheta(theta), learningRate,
                             steps);
}

struct Drawing {
  Matrix<float> field;
  std::optional<std::array<double, 4>> border, sure, sureNot;
};

Drawing logisticDrawing(const Numbers& list, const PlaneGrid& plane) {
  const LogisticTheta theta = readTheta(list);
  const double ninety = std::log(9.0);  // σ(ln 9) = 0.9
  return {logisticField(theta, plane), scoreLine(theta, 0, plane.x1),
          scoreLine(theta, ninety, plane.x1), scoreLine(theta, -ninety, plane.x1)};
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_two_classes) {
  DD_RESULT(Neuron, a, difference, loss, gradient, accuracy, norm, separable, contradictions);
  DD_RESULT(Drawing, field, border, sure, sureNot);
  functions<&logisticNeuron, &logisticDescent, &logisticDrawing>();
}

}  // namespace dd::bindings
