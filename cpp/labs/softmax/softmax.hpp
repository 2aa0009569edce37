#pragma once

#include "descent/types.hpp"

namespace dd {

/// Softmax and its losses on numbers, step by step, as a hand would and as the network does it.
struct SoftmaxSteps {
  // As the formula is written. Beyond h = 709 the powers are ∞, and ∞/∞ is NaN.
  Vector<double> powers;  ///< e^hᵢ
  double powerSum;
  Vector<double> naive;  ///< e^hᵢ / Σ
  double naiveLoss;      ///< −ln of the target's

  // As it is computed: with the largest score taken off all of them, which changes no ratio.
  double largest;
  Vector<double> shiftedPowers;  ///< e^(hᵢ − largest), 0 … 1
  double shiftedSum;
  Vector<double> probabilities;

  double crossEntropy;                  ///< −ln p of the target, finite for all scores
  double squaredError;                  ///< ½ ‖p − y‖²
  Vector<double> crossEntropyGradient;  ///< ∂/∂h: p − y
  Vector<double> squaredErrorGradient;  ///< ∂/∂h: pᵢ((pᵢ − yᵢ) − Σₖ (pₖ − yₖ)pₖ)
};

/// Throws Error for fewer than two scores, for one that is not a finite number, and
/// for a target that is none of the classes.
SoftmaxSteps softmaxSteps(const Vector<double>& scores, Index target);

/// Losses, and their derivatives by one score, while that score takes the values of a list.
struct SoftmaxCurves {
  Vector<double> crossEntropy, squaredError;
  Vector<double> crossEntropySlope, squaredErrorSlope;
};

/// The score of class `moved` runs over `values`. Throws as softmaxSteps does.
SoftmaxCurves softmaxCurves(const Vector<double>& scores, Index target, Index moved,
                            const Vector<double>& values);

}  // namespace dd
