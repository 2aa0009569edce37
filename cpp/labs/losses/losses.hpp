#pragma once

#include "descent/named.hpp"
#include "descent/types.hpp"

namespace dd {

/// Losses of a score ŷ for a label y of +1 or −1. All depend on the margin m = y·ŷ alone: how far
/// the score lies on the right side. Where they come from regression, y² = 1 makes
/// (y − ŷ)² = (1 − m)² and |y − ŷ| = |1 − m|.
enum class LabelLoss {
  zeroOne,   ///< 1 where m ≤ 0, else 0: the number of mistakes; a score of 0 decides nothing
  absolute,  ///< |1 − m|
  squared,   ///< (1 − m)²
  hinge,     ///< max(0, 1 − m)
  ramp,      ///< min(1, max(0, 1 − m)): the hinge, cut off at 1
  log,       ///< ln(1 + e^−m) = −ln σ(m): binary cross-entropy of a sigmoid neuron with z = ŷ
  exponential,  ///< e^−m
};
template <>
inline constexpr NameList namesOf<LabelLoss>{
    "loss", {"zeroOne", "absolute", "squared", "hinge", "ramp", "log", "exponential"}};

/// The loss at margin m; infinite where it is too large for a double (exponential, m < −709).
double labelLoss(LabelLoss loss, double margin);

/// The loss at each margin. Throws Error when one is not a finite number.
Vector<double> labelLossCurve(LabelLoss loss, const Vector<double>& margins);

struct LabelLossSummary {
  double total;
  double mean;
  double largestShare;  ///< of the worst sample in the total, 0 … 1; 0 when the total is 0
  Index worst;          ///< the first sample with the largest loss
};

/// y·ŷ of each sample. Throws Error when there are no samples, when labels and
/// scores are not equally many, when a label is not +1 or −1 or a score is not finite.
Vector<double> marginsOf(const Vector<double>& labels, const Vector<double>& scores);

/// Throws as labelLossCurve does, for no margins, and when the total is too large for a double.
LabelLossSummary summarizeLabelLoss(LabelLoss loss, const Vector<double>& margins);

/// Losses of predictions for labels that are numbers.
struct PredictionLosses {
  double absolute;  ///< Σ |y − ŷ|
  double squared;   ///< Σ (y − ŷ)²
};

/// Throws Error when there are none, when labels and predictions are not equally
/// many, or when one is not finite.
PredictionLosses predictionLosses(const Vector<double>& labels, const Vector<double>& predictions);

/// Two predictions of the same labels, and how many times as large the losses of the second are;
/// NaN where those of the first are 0, for then there is no ratio.
struct PredictionsCompared {
  PredictionLosses first;
  PredictionLosses second;
  double absoluteRatio;
  double squaredRatio;
};

/// Throws as predictionLosses does.
PredictionsCompared comparePredictions(const Vector<double>& labels, const Vector<double>& first,
                                       const Vector<double>& second);

/// The one number that is the best prediction for all labels alike.
struct BestConstants {
  double mean;    ///< minimises the squared loss
  double median;  ///< minimises the absolute loss; between two middle labels, their mean
};

/// Throws Error when there are no labels or one is not finite.
BestConstants bestConstants(const Vector<double>& labels);

}  // namespace dd
