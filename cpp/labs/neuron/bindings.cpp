#include "bindings/convert.hpp"
#include "labs/neuron/neuron.hpp"

namespace dd::bindings {
namespace {

val answer(const std::string& activation, const val& inputs, const val& weights, double bias) {
  return guarded([&] {
    const NeuronAnswer answer =
        answerOfNeuron(activationFromName(activation), readDoubleVector(inputs, "inputs"),
                       readDoubleVector(weights, "weights"), bias);
    val object = val::object();
    object.set("products", doubles(answer.products));
    object.set("sum", answer.sum);
    object.set("threshold", answer.threshold);
    object.set("z", answer.z);
    object.set("output", answer.output);
    return object;
  });
}

val toSums(const std::string& activation, const val& sums, double bias) {
  return guarded([&] {
    return doubles(
        answersToSums(activationFromName(activation), readDoubleVector(sums, "sums"), bias));
  });
}

val color(double red, double green, double blue) {
  return guarded([&] { return doubles(colorInputs(red, green, blue)); });
}

val nudge(const std::string& activation, const val& inputs, const val& weights, double bias,
          const val& changes) {
  return guarded([&] {
    const Nudge nudge = nudgeNeuron(
        activationFromName(activation), readDoubleVector(inputs, "inputs"),
        readDoubleVector(weights, "weights"), bias, readDoubleVector(changes, "changes"));
    val object = val::object();
    object.set("before", nudge.before);
    object.set("after", nudge.after);
    object.set("change", nudge.change);
    object.set("partials", doubles(nudge.partials));
    object.set("shares", doubles(nudge.shares));
    object.set("predicted", nudge.predicted);
    object.set("error", nudge.error);
    return object;
  });
}

val curve(const std::string& activation, const val& inputs, const val& weights, double bias,
          const val& changes, int moved, const val& at) {
  return guarded([&] {
    const NudgeCurve curve =
        nudgeCurve(activationFromName(activation), readDoubleVector(inputs, "inputs"),
                   readDoubleVector(weights, "weights"), bias, readDoubleVector(changes, "changes"),
                   moved, readDoubleVector(at, "at"));
    val object = val::object();
    object.set("output", doubles(curve.output));
    object.set("predicted", doubles(curve.predicted));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_neuron) {
  emscripten::function("answerOfNeuron", &answer);
  emscripten::function("answersToSums", &toSums);
  emscripten::function("colorInputs", &color);
  emscripten::function("nudgeNeuron", &nudge);
  emscripten::function("nudgeCurve", &curve);
}

}  // namespace dd::bindings
