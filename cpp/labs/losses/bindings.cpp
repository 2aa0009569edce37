#include "bindings/values.hpp"
#include "labs/losses/losses.hpp"

namespace dd::bindings {
namespace {

std::vector<double> absolute(const PredictionsCompared& compared) {
  return {compared.first.absolute, compared.second.absolute};
}
std::vector<double> squared(const PredictionsCompared& compared) {
  return {compared.first.squared, compared.second.squared};
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_losses) {
  DD_RESULT(LabelLossSummary, total, mean, largestShare, worst);
  DD_RESULT(PredictionsCompared, absoluteRatio, squaredRatio)
      .field<&absolute>("absolute")
      .field<&squared>("squared");
  DD_RESULT(BestConstants, mean, median);
  functions<&labelLossCurve, &marginsOf, &comparePredictions, &bestConstants>();
  emscripten::function("labelLossSummary", bound<&summarizeLabelLoss>);
}

}  // namespace dd::bindings
