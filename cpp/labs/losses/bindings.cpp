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
  using Summary = LabelLossSummary;
  using Compared = PredictionsCompared;
  Result<Summary>()
      .fields<&Summary::total, &Summary::mean, &Summary::largestShare, &Summary::worst>();
  Result<Compared>()
      .fields<&absolute, &squared, &Compared::absoluteRatio, &Compared::squaredRatio>();
  Result<BestConstants>().fields<&BestConstants::mean, &BestConstants::median>();
  functions<&labelLossCurve, &marginsOf, &comparePredictions, &bestConstants>();
  emscripten::function("labelLossSummary", bound<&summarizeLabelLoss>);
}

}  // namespace dd::bindings
