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

Neuron neuron(const Numbers& list, const Numbers& theta) {
  const TwoClassPoints points = TwoClassPoints::fromList(list);
  return {logisticNeuron(points, readTheta(theta)), areSeparable(points), contradictions(points)};
}

LogisticTheta descent(const Numbers& points, const Numbers& theta, double learningRate, int steps) {
  return logisticDescent(TwoClassPoints::fromList(points), readTheta(theta), learningRate, steps);
}

struct Drawing {
  Matrix<float> field;
  std::optional<std::array<double, 4>> border, sure, sureNot;
};

Drawing drawing(const Numbers& list, const PlaneGrid& plane) {
  plane.validate();
  const LogisticTheta theta = readTheta(list);
  const double ninety = std::log(9.0);  // σ(ln 9) = 0.9
  return {logisticField(theta, plane), scoreLine(theta, 0, plane.x1),
          scoreLine(theta, ninety, plane.x1), scoreLine(theta, -ninety, plane.x1)};
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_two_classes) {
  Result<Neuron>()
      .fields<&Neuron::a, &Neuron::difference, &Neuron::loss, &Neuron::gradient, &Neuron::accuracy,
              &Neuron::norm, &Neuron::separable, &Neuron::contradictions>();
  Result<Drawing>().fields<&Drawing::field, &Drawing::border, &Drawing::sure, &Drawing::sureNot>();
  emscripten::function("logisticNeuron", bound<&neuron>);
  emscripten::function("logisticDescent", bound<&descent>);
  emscripten::function("logisticDrawing", bound<&drawing>);
}

}  // namespace dd::bindings
