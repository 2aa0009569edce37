#include "labs/losses/losses.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "descent/error.hpp"

namespace dd {
namespace {

void requireSome(const Vector<double>& values) {
  if (values.size() == 0) throw Error("noSamples");
}

void requireFinite(const Vector<double>& values) {
  dd::requireFinite("samples", values.allFinite());
}

void requirePairs(const Vector<double>& labels, const Vector<double>& others) {
  requireSize("predictions", others.size(), labels.size());
  requireSome(labels);
  requireFinite(labels);
  requireFinite(others);
}

}  // namespace

double labelLoss(LabelLoss loss, double margin) {
  const double gap = 1 - margin;
  switch (loss) {
    case LabelLoss::zeroOne:
      return margin <= 0 ? 1 : 0;
    case LabelLoss::absolute:
      return std::abs(gap);
    case LabelLoss::squared:
      return gap * gap;
    case LabelLoss::hinge:
      return std::max(0.0, gap);
    case LabelLoss::ramp:
      return std::min(1.0, std::max(0.0, gap));
    case LabelLoss::log:
      // e^−m alone would overflow for a very wrong score.
      return std::max(0.0, -margin) + std::log1p(std::exp(-std::abs(margin)));
    case LabelLoss::exponential:
      return std::exp(-margin);
  }
  return 0;
}

Vector<double> labelLossCurve(LabelLoss loss, const Vector<double>& margins) {
  requireFinite(margins);
  return margins.unaryExpr([loss](double margin) { return labelLoss(loss, margin); });
}

Vector<double> marginsOf(const Vector<double>& labels, const Vector<double>& scores) {
  requirePairs(labels, scores);
  if (!(labels.array().abs() == 1).all()) throw Error("signs");
  return labels.cwiseProduct(scores);
}

LabelLossSummary summarizeLabelLoss(LabelLoss loss, const Vector<double>& margins) {
  requireSome(margins);
  const Vector<double> losses = labelLossCurve(loss, margins);
  Index worst = 0;
  const double largest = losses.maxCoeff(&worst);
  const double total = losses.sum();
  if (!std::isfinite(total)) throw Error("lossTooLarge");
  return {total, losses.mean(), total > 0 ? largest / total : 0, worst};
}

PredictionLosses predictionLosses(const Vector<double>& labels, const Vector<double>& predictions) {
  requirePairs(labels, predictions);
  const Vector<double> errors = labels - predictions;
  return {errors.lpNorm<1>(), errors.squaredNorm()};
}

PredictionsCompared comparePredictions(const Vector<double>& labels, const Vector<double>& first,
                                       const Vector<double>& second) {
  const PredictionLosses a = predictionLosses(labels, first);
  const PredictionLosses b = predictionLosses(labels, second);
  const auto ratio = [](double over, double under) {
    return under > 0 ? over / under : std::numeric_limits<double>::quiet_NaN();
  };
  return {a, b, ratio(b.absolute, a.absolute), ratio(b.squared, a.squared)};
}

BestConstants bestConstants(const Vector<double>& labels) {
  requireSome(labels);
  requireFinite(labels);
  std::vector<double> sorted(labels.begin(), labels.end());
  std::sort(sorted.begin(), sorted.end());
  const std::size_t n = sorted.size();
  return {labels.mean(), (sorted[(n - 1) / 2] + sorted[n / 2]) / 2};
}

}  // namespace dd
