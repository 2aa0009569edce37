#include "bindings/convert.hpp"
#include "labs/scaling/scaling.hpp"

namespace dd::bindings {
namespace {

InputSpread readInput(const val& options) {
  return {readNumber(options, "offset"), readNumber(options, "spread")};
}

val valley(const val& options, const std::string& treatment, double half, int side) {
  return guarded([&] {
    if (side < 2 || side > 400) throw std::invalid_argument("A side must have 2 to 400 points.");
    ExcessError error(readInput(options), treatmentFromName(treatment));
    const Vector<double> along = Vector<double>::LinSpaced(side, -half, half);
    std::vector<double> values;
    Vector<double> theta(2);
    for (const double b : along) {
      for (const double w : along) {
        theta << w, b;
        values.push_back(error.value(theta));
      }
    }
    val object = val::object();
    object.set("inputs", doubles(error.z()));
    object.set("range", val::array(std::vector<double>{-half, half, -half, half}));
    object.set("side", side);
    object.set("values", doubles(values));
    object.set("curvatures", val::array(error.curvatures()));
    object.set("condition", error.condition());
    object.set("bestRate", error.bestRate());
    object.set("largestRate", error.largestRate());
    return object;
  });
}

val descent(const val& options, const std::string& treatment, const std::string& bestFor,
            double times, double startW, double startB) {
  return guarded([&] {
    const InputSpread input = readInput(options);
    ExcessError error(input, treatmentFromName(treatment));
    const double rate = times * ExcessError(input, treatmentFromName(bestFor)).bestRate();
    const ScalingRun run = descendScaled(error, rate, startW, startB);
    const char* states[] = {"arrived", "late", "diverged"};
    val object = val::object();
    object.set("learningRate", rate);
    object.set("state", std::string(states[static_cast<int>(run.state)]));
    object.set("steps", static_cast<double>(run.steps));
    object.set("path", doubles(run.path));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_scaling) {
  emscripten::function("scalingValley", &valley);
  emscripten::function("scalingDescent", &descent);
}

}  // namespace dd::bindings
