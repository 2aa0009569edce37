#include <memory>

#include "bindings/convert.hpp"
#include "labs/curve_fit/curve_fit.hpp"

namespace dd::bindings {
namespace {

using SharedFit = std::shared_ptr<CurveFit>;

val points(const std::string& curve, int count, double noise, double seed) {
  return guarded([&] {
    return doubles(noisyPoints(targetCurveFromName(curve), count, noise, readSeed(seed)));
  });
}

val heldOut(const std::string& curve, double noise, double seed) {
  return guarded(
      [&] { return doubles(heldOutPoints(targetCurveFromName(curve), noise, readSeed(seed))); });
}

val target(const std::string& curve, const val& x) {
  return guarded([&] {
    const TargetCurve of = targetCurveFromName(curve);
    std::vector<double> values = readDoubles(x, "x");
    for (double& value : values) value = targetValue(of, value);
    return doubles(values);
  });
}

SharedFit make(const val& options, const val& samples, const val& others) {
  return guarded([&] {
    CurveFitSettings settings;
    settings.units = static_cast<Index>(readInteger(options, "units"));
    settings.activation = activationFromName(readText(options, "activation"));
    settings.optimizer = readText(options, "optimizer");
    settings.seed = readSeed(readNumber(options, "seed"));
    return std::make_shared<CurveFit>(settings, readDoubles(samples, "The points"),
                                      readDoubles(others, "The points held out"));
  });
}

void train(CurveFit& self, int count, double learningRate) {
  guarded([&] { self.train(count, learningRate); });
}

double steps(const CurveFit& self) { return static_cast<double>(self.steps()); }

double deadUnits(CurveFit& self) { return static_cast<double>(self.deadUnits()); }

val curves(CurveFit& self, const val& x, int count) {
  return guarded([&] {
    const Vector<double> at = readDoubleVector(x, "x");
    // Unit by unit.
    const Matrix<double> parts = self.contributions(at).transpose();
    val object = val::object();
    object.set("sum", doubles(self.predict(at)));
    object.set("partial", doubles(self.partialSum(at, count)));
    object.set("parts", doubles(parts.data(), static_cast<std::size_t>(parts.size())));
    object.set("bends", doubles(self.bends()));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_curve_fit) {
  using emscripten::function;
  emscripten::class_<CurveFit>("CurveFit")
      .smart_ptr<SharedFit>("CurveFitPointer")
      .function("train", &train)
      .function("steps", &steps)
      .function("diverged", &CurveFit::diverged)
      .function("loss", &CurveFit::loss)
      .function("heldOutLoss", &CurveFit::heldOutLoss)
      .function("deadUnits", &deadUnits)
      .function("curves", &curves);
  function("curvePoints", &points);
  function("curveHeldOut", &heldOut);
  function("curveTarget", &target);
  function("curveFit", &make);
}

}  // namespace dd::bindings
