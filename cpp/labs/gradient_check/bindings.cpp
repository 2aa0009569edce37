#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

#include "bindings/convert.hpp"
#include "labs/gradient_check/gradient_check.hpp"

namespace dd::bindings {
namespace {

using Shared = std::shared_ptr<DigitGradient>;

Shared open(const val& file, int samples, double seed) {
  return guarded([&] {
    const std::vector<std::uint8_t> bytes = readBytes(file, "The model's file");
    return std::make_shared<DigitGradient>(
        decodeModel(bytes), static_cast<std::size_t>(std::max(samples, 0)), readSeed(seed));
  });
}

DigitGradient::Code codeFromName(const std::string& name) {
  if (name == "right") return DigitGradient::Code::right;
  if (name == "sum") return DigitGradient::Code::sum;
  if (name == "slope") return DigitGradient::Code::slope;
  throw std::invalid_argument("The code is \"right\", \"sum\" or \"slope\", not \"" + name + "\".");
}

DigitGradient::Weight weightOf(int layer, int unit, int input) {
  // A negative layer becomes one that there is not.
  return {static_cast<std::size_t>(layer), unit, input};
}

val differenceObject(const DigitGradient::Difference& difference) {
  val object = val::object();
  object.set("central", difference.central);
  object.set("forward", difference.forward);
  object.set("centralError", difference.centralError);
  object.set("forwardError", difference.forwardError);
  object.set("kinks", static_cast<int>(difference.kinks));
  return object;
}

/// The difference at one ε = 10^exponent, and what is known of the weight itself.
val check(DigitGradient& self, int layer, int unit, int input, double exponent,
          const std::string& code) {
  return guarded([&] {
    const DigitGradient::Weight weight = weightOf(layer, unit, input);
    const DigitGradient::Code which = codeFromName(code);
    const double epsilon = std::pow(10, exponent);
    const DigitGradient::Difference difference = self.difference(weight, epsilon, which);
    val object = differenceObject(difference);
    object.set("epsilon", epsilon);
    object.set("logError", std::log10(difference.centralError));
    object.set("weight", self.weight(weight));
    object.set("analytic", self.gradient(weight, which));
    return object;
  });
}

/// The differences at ε = 10^exponent for each exponent, their errors as powers of ten.
val curve(DigitGradient& self, int layer, int unit, int input, const val& exponents,
          const std::string& code) {
  return guarded([&] {
    const DigitGradient::Weight weight = weightOf(layer, unit, input);
    const DigitGradient::Code which = codeFromName(code);
    std::vector<double> central, forward;
    double best = NAN, bestError = INFINITY, firstKink = NAN;
    for (const double exponent : readDoubles(exponents, "The exponents")) {
      const double epsilon = std::pow(10, exponent);
      const DigitGradient::Difference difference = self.difference(weight, epsilon, which);
      central.push_back(std::log10(difference.centralError));
      forward.push_back(std::log10(difference.forwardError));
      if (difference.centralError < bestError) {
        bestError = difference.centralError;
        best = exponent;
      }
      if (difference.kinks > 0) firstKink = std::fmin(firstKink, exponent);
    }
    val object = val::object();
    object.set("central", doubles(central));
    object.set("forward", doubles(forward));
    object.set("best", std::pow(10, best));
    object.set("bestError", bestError);
    object.set("firstKink", firstKink);
    return object;
  });
}

val unitGradient(const DigitGradient& self, int layer, int unit, const std::string& code) {
  return guarded([&] {
    return doubles(self.unitGradient(static_cast<std::size_t>(layer), unit, codeFromName(code)));
  });
}

val strongest(const DigitGradient& self, int layer) {
  return guarded([&] {
    const DigitGradient::Weight weight = self.strongest(static_cast<std::size_t>(layer));
    val object = val::object();
    object.set("unit", static_cast<int>(weight.unit));
    object.set("input", static_cast<int>(weight.input));
    return object;
  });
}

val architecture(const DigitGradient& self) { return architectureObject(self.architecture()); }

}  // namespace

EMSCRIPTEN_BINDINGS(lab_gradient_check) {
  emscripten::class_<DigitGradient>("DigitGradient")
      .smart_ptr<Shared>("DigitGradientPointer")
      .function("architecture", &architecture)
      .function("loss", &DigitGradient::loss)
      .function("check", &check)
      .function("curve", &curve)
      .function("strongest", &strongest)
      .function("unitGradient", &unitGradient);
  emscripten::function("openDigitGradient", &open);
}

}  // namespace dd::bindings
