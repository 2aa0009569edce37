#include <algorithm>
#include <cmath>

#include "bindings/values.hpp"
#include "descent/error.hpp"
#include "labs/gradient_check/gradient_check.hpp"

namespace dd::bindings {
namespace {

using Weight = DigitGradient::Weight;

std::shared_ptr<DigitGradient> openDigitGradient(const std::vector<std::uint8_t>& file, int samples,
                                                 std::uint64_t seed) {
  return std::make_shared<DigitGradient>(decodeModel(file),
                                         static_cast<std::size_t>(std::max(samples, 0)), seed);
}

/// The difference at one ε, and what is known of the weight itself.
struct Check : DigitGradient::Difference {
  double epsilon, logError, weight, analytic;
};

/// At ε = 10^exponent. A negative layer becomes one that there is not.
Check check(DigitGradient& self, int layer, int unit, int input, double exponent,
            DigitGradient::Code code) {
  const Weight weight{static_cast<std::size_t>(layer), unit, input};
  const double epsilon = std::pow(10, exponent);
  const DigitGradient::Difference difference = self.difference(weight, epsilon, code);
  return {difference, epsilon, std::log10(difference.centralError), self.weight(weight),
          self.gradient(weight, code)};
}

/// The differences at many ε, their errors as powers of ten.
struct ErrorCurve {
  std::vector<double> central, forward;
  double best = NAN, bestError = INFINITY, firstKink = NAN;
};

/// At ε = 10^exponent for each exponent.
ErrorCurve curve(DigitGradient& self, int layer, int unit, int input,
                 const std::vector<double>& exponents, DigitGradient::Code code) {
  const Weight weight{static_cast<std::size_t>(layer), unit, input};
  ErrorCurve curve;
  for (const double exponent : exponents) {
    const double epsilon = std::pow(10, exponent);
    const DigitGradient::Difference difference = self.difference(weight, epsilon, code);
    curve.central.push_back(std::log10(difference.centralError));
    curve.forward.push_back(std::log10(difference.forwardError));
    if (difference.centralError < curve.bestError) {
      curve.bestError = difference.centralError;
      curve.best = epsilon;
    }
    if (difference.kinks > 0) curve.firstKink = std::fmin(curve.firstKink, exponent);
  }
  return curve;
}

Vector<double> unitGradient(const DigitGradient& self, int layer, int unit,
                            DigitGradient::Code code) {
  return self.unitGradient(static_cast<std::size_t>(layer), unit, code);
}

Weight strongest(const DigitGradient& self, int layer) {
  return self.strongest(static_cast<std::size_t>(layer));
}

val architecture(const DigitGradient& self) { return architectureObject(self.architecture()); }

}  // namespace

EMSCRIPTEN_BINDINGS(lab_gradient_check) {
  DD_RESULT(Weight, unit, input);
  DD_RESULT(Check, central, forward, centralError, forwardError, kinks, epsilon, logError, weight,
            analytic);
  DD_RESULT(ErrorCurve, central, forward, best, bestError, firstKink);
  Class<DigitGradient>("DigitGradient", "DigitGradientPointer")
      .functions<&architecture, &DigitGradient::loss, &check, &curve, &strongest, &unitGradient>();
  functions<&openDigitGradient>();
}

}  // namespace dd::bindings
