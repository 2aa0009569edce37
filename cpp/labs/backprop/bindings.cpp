#include "bindings/convert.hpp"
#include "labs/backprop/backprop.hpp"

namespace dd::bindings {
namespace {

template <class Values>
val copyOf(const Values& values) {
  return doubles(values.data(), static_cast<std::size_t>(values.size()));
}

val walk(const val& inputs, const val& targets, const val& theta, double learningRate) {
  return guarded([&] {
    const BackpropWalk walk = backpropWalk(readDoubleVector(inputs, "The inputs"),
                                           readDoubleVector(targets, "The targets"),
                                           readDoubleVector(theta, "The parameters"), learningRate);
    val object = val::object();
    object.set("z1", copyOf(walk.z1));
    object.set("a1", copyOf(walk.a1));
    object.set("slope1", copyOf(walk.slope1));
    object.set("z2", copyOf(walk.z2));
    object.set("a2", copyOf(walk.a2));
    object.set("slope2", copyOf(walk.slope2));
    object.set("loss", walk.loss);
    object.set("miss", copyOf(walk.miss));
    object.set("delta2", copyOf(walk.delta2));
    object.set("back1", copyOf(walk.back1));
    object.set("delta1", copyOf(walk.delta1));
    object.set("gradient", copyOf(walk.gradient));
    object.set("difference", walk.difference);
    object.set("next", copyOf(walk.next));
    object.set("nextLoss", walk.nextLoss);
    object.set("slopeAtZero", walk.slopeAtZero);
    return object;
  });
}

val losses(const val& inputs, const val& targets, const val& theta, const val& learningRates) {
  return guarded([&] {
    return copyOf(lossesAlongGradient(readDoubleVector(inputs, "The inputs"),
                                      readDoubleVector(targets, "The targets"),
                                      readDoubleVector(theta, "The parameters"),
                                      readDoubleVector(learningRates, "The learning rates")));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_backprop) {
  emscripten::function("backpropWalk", &walk);
  emscripten::function("backpropLosses", &losses);
}

}  // namespace dd::bindings
