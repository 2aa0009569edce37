#include "bindings/values.hpp"
#include "descent/error.hpp"
#include "labs/scaling/scaling.hpp"

namespace dd::bindings {
namespace {

struct ScalingValley {
  Vector<double> inputs;
  NumberList range;
  int side;
  std::vector<double> values;
  NumberList curvatures;
  double condition, bestRate, largestRate;
};

ScalingValley scalingValley(const InputSpread& input, Treatment treatment, double half, int side) {
  requireRange("side", side, 2, 400);
  ExcessError error(input, treatment);
  const Vector<double> along = Vector<double>::LinSpaced(side, -half, half);
  std::vector<double> values;
  Vector<double> theta(2);
  for (const double b : along) {
    for (const double w : along) {
      theta << w, b;
      values.push_back(error.value(theta));
    }
  }
  return {error.z(),         {{-half, half, -half, half}}, side,
          std::move(values), {error.curvatures()},         error.condition(),
          error.bestRate(),  error.largestRate()};
}

struct ScalingDescent : ScalingRun {
  double learningRate;
};

ScalingDescent scalingDescent(const InputSpread& input, Treatment treatment, Treatment bestFor,
                              double times, double startW, double startB) {
  ExcessError error(input, treatment);
  const double rate = times * ExcessError(input, bestFor).bestRate();
  return {descendScaled(error, rate, startW, startB), rate};
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_scaling) {
  DD_OPTIONS(InputSpread, offset, spread);
  DD_RESULT(ScalingValley, inputs, range, side, values, curvatures, condition, bestRate,
            largestRate);
  DD_RESULT(ScalingDescent, learningRate, state, steps, path);
  functions<&scalingValley, &scalingDescent>();
}

}  // namespace dd::bindings
