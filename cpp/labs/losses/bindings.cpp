#include "bindings/convert.hpp"
#include "labs/losses/losses.hpp"

namespace dd::bindings {
namespace {

val curve(const std::string& loss, const val& margins) {
  return guarded([&] {
    return doubles(labelLossCurve(labelLossFromName(loss), readDoubleVector(margins, "margins")));
  });
}

val margins(const val& labels, const val& scores) {
  return guarded([&] {
    return doubles(
        marginsOf(readDoubleVector(labels, "labels"), readDoubleVector(scores, "scores")));
  });
}

val summary(const std::string& loss, const val& margins) {
  return guarded([&] {
    const LabelLossSummary summary =
        summarizeLabelLoss(labelLossFromName(loss), readDoubleVector(margins, "margins"));
    val object = val::object();
    object.set("total", summary.total);
    object.set("mean", summary.mean);
    object.set("largestShare", summary.largestShare);
    object.set("worst", static_cast<int>(summary.worst));
    return object;
  });
}

val compared(const val& labels, const val& first, const val& second) {
  return guarded([&] {
    const PredictionsCompared compared = comparePredictions(
        readDoubleVector(labels, "labels"), readDoubleVector(first, "predictions"),
        readDoubleVector(second, "predictions"));
    val object = val::object();
    object.set("absolute", doubles(std::vector{compared.first.absolute, compared.second.absolute}));
    object.set("squared", doubles(std::vector{compared.first.squared, compared.second.squared}));
    object.set("absoluteRatio", compared.absoluteRatio);
    object.set("squaredRatio", compared.squaredRatio);
    return object;
  });
}

val constants(const val& labels) {
  return guarded([&] {
    const BestConstants best = bestConstants(readDoubleVector(labels, "labels"));
    val object = val::object();
    object.set("mean", best.mean);
    object.set("median", best.median);
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_losses) {
  emscripten::function("labelLossCurve", &curve);
  emscripten::function("marginsOf", &margins);
  emscripten::function("labelLossSummary", &summary);
  emscripten::function("comparePredictions", &compared);
  emscripten::function("bestConstants", &constants);
}

}  // namespace dd::bindings
