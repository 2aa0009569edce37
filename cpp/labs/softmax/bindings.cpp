#include "bindings/convert.hpp"
#include "labs/softmax/softmax.hpp"

namespace dd::bindings {
namespace {

Vector<double> vectorIn(const val& array, const char* what) {
  const std::vector<double> values = readDoubles(array, what);
  return Eigen::Map<const Vector<double>>(values.data(), static_cast<Index>(values.size()));
}

val steps(const val& scores, int target) {
  return guarded([&] {
    const SoftmaxSteps steps = softmaxSteps(vectorIn(scores, "The scores"), target);
    val object = val::object();
    object.set("powers", doubles(steps.powers));
    object.set("powerSum", steps.powerSum);
    object.set("naive", doubles(steps.naive));
    object.set("naiveLoss", steps.naiveLoss);
    object.set("largest", steps.largest);
    object.set("shiftedPowers", doubles(steps.shiftedPowers));
    object.set("shiftedSum", steps.shiftedSum);
    object.set("probabilities", doubles(steps.probabilities));
    object.set("crossEntropy", steps.crossEntropy);
    object.set("squaredError", steps.squaredError);
    object.set("crossEntropyGradient", doubles(steps.crossEntropyGradient));
    object.set("squaredErrorGradient", doubles(steps.squaredErrorGradient));
    return object;
  });
}

val curves(const val& scores, int target, int moved, const val& values) {
  return guarded([&] {
    const SoftmaxCurves curves = softmaxCurves(vectorIn(scores, "The scores"), target, moved,
                                               vectorIn(values, "The values"));
    val object = val::object();
    object.set("crossEntropy", doubles(curves.crossEntropy));
    object.set("squaredError", doubles(curves.squaredError));
    object.set("crossEntropySlope", doubles(curves.crossEntropySlope));
    object.set("squaredErrorSlope", doubles(curves.squaredErrorSlope));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_softmax) {
  emscripten::function("softmaxSteps", &steps);
  emscripten::function("softmaxCurves", &curves);
}

}  // namespace dd::bindings
