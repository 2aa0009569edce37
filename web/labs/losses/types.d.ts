type Numbers = ArrayLike<number>;

export interface Comparison {
  absolute: Float64Array;
  squared: Float64Array;
  absoluteRatio: number;
  squaredRatio: number;
}

/** What the lab `losses` calls in the module. */
export interface LossesLab {
  /**
   * "zeroOne", "absolute", "squared", "hinge", "ramp", "log" or "exponential" at each margin y·ŷ.
   * Throws for another name and for a margin that is not finite.
   */
  labelLossCurve(loss: string, margins: Numbers): Float64Array;
  /** y·ŷ of each sample; the labels are +1 or −1. */
  marginsOf(labels: Numbers, scores: Numbers): Float64Array;
  /** `largestShare`: of the worst sample in the total, 0 … 1. */
  labelLossSummary(loss: string, margins: Numbers): { mean: number; largestShare: number };
  /**
   * Σ|y − ŷ| and Σ(y − ŷ)² of two predictions, and how many times as large those of the second are:
   * NaN where those of the first are 0.
   */
  comparePredictions(labels: Numbers, first: Numbers, second: Numbers): Comparison;
  /** The best prediction for all labels alike: by the squared loss, by the absolute loss. */
  bestConstants(labels: Numbers): { mean: number; median: number };
}
