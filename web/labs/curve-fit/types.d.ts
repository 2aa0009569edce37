export type TargetCurve = 'sine' | 'step' | 'bump' | 'fold';

/** A 1-n-1 network that is fitted to points by the gradient of all of them. Ends with `delete`. */
export interface CurveFit {
  /** Fewer steps when J or θ would no longer be finite: then `diverged`. */
  train(count: number, learningRate: number): void;
  steps(): number;
  diverged(): boolean;
  /** ½·mean (ŷ − y)² over the points learnt from, and over those held out; NaN without any. */
  loss(): number;
  heldOutLoss(): number;
  /** ReLUs whose sum is nowhere above zero, so that nothing can teach them. */
  deadUnits(): number;
  /** At each x: ŷ; what the output bias and the first `count` units give; and each unit's share. */
  curves(
    x: ArrayLike<number>,
    count: number,
  ): {
    sum: Float64Array;
    partial: Float64Array;
    /** Unit by unit. */
    parts: Float64Array;
    /** Where each unit's sum crosses zero. */
    bends: Float64Array;
  };
  delete(): void;
}

/** What the lab `curve-fit` calls in the module; points are x, y, x, y, … */
export interface CurveFitLab {
  curvePoints(curve: TargetCurve, count: number, noise: number, seed: number): Float64Array;
  /** Forty other points of the same curve and noise. */
  curveHeldOut(curve: TargetCurve, noise: number, seed: number): Float64Array;
  /** The curve itself. */
  curveTarget(curve: TargetCurve, x: ArrayLike<number>): Float64Array;
  curveFit(
    options: { units: number; activation: string; optimizer: string; seed: number },
    points: ArrayLike<number>,
    heldOut: ArrayLike<number>,
  ): CurveFit;
}
