import type { PlaneGrid } from '../plane.js';

export interface LogisticNeuron {
  /** σ(w₁x₁ + w₂x₂ + b) of each point. */
  a: Float64Array;
  /** a − y of each point. */
  difference: Float64Array;
  /** Mean binary cross-entropy; NaN without points, as the accuracy. */
  loss: number;
  /** ∂J/∂w₁, ∂J/∂w₂, ∂J/∂b: (Xᵀ(A − Y)/m, mean of A − Y). */
  gradient: Float64Array;
  accuracy: number;
  /** ‖w‖ */
  norm: number;
  /** Whether a straight line has each class on a side of its own. */
  separable: boolean;
  /** How many points stand exactly on one of the other class. */
  contradictions: number;
}

/** Both ends of a line within the plane, x, y, x, y; null where there is none. */
export type Ends = Float64Array | null;

/**
 * What the lab `two-classes` calls in the module. `points` is x₁, x₂, y of each point (at most 200,
 * y = 0 or 1), `theta` is w₁, w₂, b.
 */
export interface TwoClassesLab {
  logisticNeuron(points: ArrayLike<number>, theta: ArrayLike<number>): LogisticNeuron;
  /** θ after 0 … 100,000 steps of full-batch descent. */
  logisticDescent(
    points: ArrayLike<number>,
    theta: ArrayLike<number>,
    learningRate: number,
    steps: number,
  ): Float64Array;
  /** The probabilities of class 1 and of class 0 in each cell, and the lines where it is 0.5, 0.9 and 0.1. */
  logisticDrawing(
    theta: ArrayLike<number>,
    grid: PlaneGrid,
  ): { field: Float32Array; border: Ends; sure: Ends; sureNot: Ends };
}
