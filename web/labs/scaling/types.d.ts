import type { Valley } from '../valley.js';

export type Treatment = 'none' | 'centred' | 'scaled' | 'standardised';

/** Twenty inputs with this mean and standard deviation (0 … 10⁶). */
export interface InputSpread {
  offset: number;
  spread: number;
}

/** ½·mean (Δw·z + Δb)² over the distances from the best w and b. */
export interface ScalingValley extends Valley {
  /** The inputs as they are after the treatment. */
  inputs: Float64Array;
  /** 2/(L + l) */
  bestRate: number;
}

/** Until the distance from the minimum is a millionth of what it was. */
export interface ScalingDescent {
  learningRate: number;
  /** late: not within 100,000 steps. */
  state: 'arrived' | 'late' | 'diverged';
  steps: number;
  /** Δw, Δb, …: each of the first 400 points, later fewer. */
  path: Float64Array;
}

/** What the lab `scaling` calls in the module. */
export interface ScalingLab {
  scalingValley(
    input: InputSpread,
    treatment: Treatment,
    half: number,
    side: number,
  ): ScalingValley;
  /** With `times` the η that is best after the treatment `bestFor`. */
  scalingDescent(
    input: InputSpread,
    treatment: Treatment,
    bestFor: Treatment,
    times: number,
    startW: number,
    startB: number,
  ): ScalingDescent;
}
