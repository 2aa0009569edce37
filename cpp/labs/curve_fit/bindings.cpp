#include "bindings/values.hpp"
#include "labs/curve_fit/curve_fit.hpp"

namespace dd::bindings {
namespace {

Vector<double> curveTarget(TargetCurve curve, const Vector<double>& x) {
  return x.unaryExpr([curve](double at) { return targetValue(curve, at); });
}

std::shared_ptr<CurveFit> curveFit(const CurveFitSettings& settings,
                                   const std::vector<double>& points,
                                   const std::vector<double>& heldOut) {
  return std::make_shared<CurveFit>(settings, points, heldOut);
}

struct Curves {
  Vector<double> sum, partial, bends;
  Matrix<double> parts;  ///< unit by unit
};

Curves curves(CurveFit& self, const Vector<double>& x, int count) {
  return {self.predict(x), self.partialSum(x, count), self.bends(),
          self.contributions(x).transpose()};
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_curve_fit) {
  DD_OPTIONS(CurveFitSettings, units, activation, optimizer, seed);
  DD_RESULT(Curves, sum, partial, parts, bends);
  Class<CurveFit>("CurveFit", "CurveFitPointer")
      .functions<&CurveFit::train, &CurveFit::steps, &CurveFit::diverged, &CurveFit::loss,
                 &CurveFit::heldOutLoss, &CurveFit::deadUnits, &curves>();
  emscripten::function("curvePoints", bound<&noisyPoints>);
  emscripten::function("curveHeldOut", bound<&heldOutPoints>);
  functions<&curveTarget, &curveFit>();
}

}  // namespace dd::bindings
