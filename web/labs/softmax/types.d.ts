/** What the lab `softmax` calls in the module. */
export interface SoftmaxLab {
  /** Two finite scores or more; `target` is the index of the right class. */
  softmaxSteps(scores: ArrayLike<number>, target: number): SoftmaxSteps;
  /** Losses and their derivatives by the score of class `moved`, as it takes each of `values`. */
  softmaxCurves(
    scores: ArrayLike<number>,
    target: number,
    moved: number,
    values: ArrayLike<number>,
  ): {
    crossEntropy: Float64Array;
    squaredError: Float64Array;
    crossEntropySlope: Float64Array;
    squaredErrorSlope: Float64Array;
  };
}

export interface SoftmaxSteps {
  /** As the formula is written: e^h, their sum, their shares; ∞ and NaN where it overflows. */
  powers: Float64Array;
  powerSum: number;
  naive: Float64Array;
  naiveLoss: number;
  /** As it is computed: with the largest score taken off first. */
  largest: number;
  shiftedPowers: Float64Array;
  shiftedSum: number;
  probabilities: Float64Array;
  crossEntropy: number;
  /** ½ ‖p − y‖² */
  squaredError: number;
  /** By the scores. */
  crossEntropyGradient: Float64Array;
  squaredErrorGradient: Float64Array;
}
