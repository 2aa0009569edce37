/** What the WASM module offers of gradient descent on functions and on line fits. */
import type { Handle, OptimizerSpec } from './types.js';

/** What is known of a function before anything is computed; points have `dimension` numbers. */
export type FunctionFacts = {
  name: string;
  dimension: 1 | 2;
  range: number[]; // x0, x1 [, y0, y1]: the part worth looking at
  start: number[];
  learningRate: number; // η with which plain gradient descent shows what it does here
  minima: number[][]; // global and local ones
  saddles: number[][]; // other points without slope: saddles, maxima, flat inflections
  /** L: plain gradient descent converges for η < 2 / L. null where there is no such number. */
  curvature: number | null;
  parameter: null | { min: number; max: number; value: number };
};

/** `dimension` numbers. */
export type Theta = Float64Array | number[];
/** J, row by row from y0 to y1. */
export type Grid = Float64Array;

export interface DescentFunction extends Handle {
  dimension(): 1 | 2;
  facts(): FunctionFacts;
  curvature(): number | null;
  evaluate(theta: Theta): { value: number; gradient: Float64Array };
  /** The largest eigenvalue of the Hessian at θ; null where it is not defined. */
  curvatureAt(theta: Theta): number | null;
  /** Among `facts().minima`; null when none is known. */
  nearestMinimum(theta: Theta): { index: number; distance: number } | null;
  /** J at `count` even points from x0 to x1. Grids and lines have at most 4,000 points a side. */
  sampleLine(x0: number, x1: number, count: number): Float64Array;
  sampleGrid(x0: number, x1: number, nx: number, y0: number, y1: number, ny: number): Grid;
  /** ∂J/∂x, ∂J/∂y, … in the same order */
  gradientGrid(x0: number, x1: number, nx: number, y0: number, y1: number, ny: number): Grid;
}

/** What a path did; cpp/descent/behaviour.hpp has the criteria. */
export type Behaviour = 'undefined' | 'diverged' | 'converged' | 'stuck' | Movement;
export type Movement = 'waiting' | 'cycling' | 'diverging' | 'oscillating' | Approaching;
type Approaching = 'wandering' | 'converging' | 'crawling' | 'descending';

export type DescentOptions = {
  optimizer?: OptimizerSpec; // absent: plain gradient descent
  learningRate: number; // finite and above 0
  start: Theta;
  steps: number; // 0 … 100,000
  /** The path ends at the first point with J below `value` or ‖∇J‖ below `gradient`. */
  stop?: { value?: number; gradient?: number };
};

export type Descent = {
  theta: Float64Array; // `dimension` numbers for each of the steps + 1 points
  values: Float64Array;
  gradientNorms: Float64Array;
  steps: number;
  /** converged: a stop rule holds; diverged: the path ends at its last finite point */
  state: 'running' | 'converged' | 'diverged';
  behaviour: Behaviour;
  approach: Movement; // How it moved before it arrived, stuck or broke off.
  /** Mean factor a step by which the slope changes of late, below 1: shrinks; null without steps. */
  factor: number | null;
  arrivedAt: number; // The step at which it had converged or stuck, or −1.
  /** The step that led to no finite point, or −1; 0: J has no finite value at the start. */
  divergedAt: number;
};

/** How x is scaled before a line is fitted: not, by the largest |x|, to mean 0 and deviation 1. */
export type LineFitScaling = 'none' | 'unit' | 'standard';

export type LineFitOptions = {
  batchSize: number;
  seed: number;
  points?: Float64Array;
  scaling?: LineFitScaling; // 'standard' unless given
};

/** Points of a line fit are x, y, x, y, …; without them there are twenty about y = 0.97·x + 0.52. */
export interface DescentEngine {
  descentFunctions(): FunctionFacts[];
  descentFunction(name: string, parameter?: number | null): DescentFunction;
  /**
   * Throws a CodedError whose code begins with `expression` for a mistake in the text, with `found`
   * and its `position` in the text: the length of the text when the end came too early.
   */
  expressionFunction(text: string, dimension: 1 | 2): DescentFunction;
  descend(objective: DescentFunction, options: DescentOptions): Descent;
  /** Below which the optimizer converges, null where that is not known. */
  largestLearningRate(objective: DescentFunction, optimizer: OptimizerSpec): number | null;
  lineFitObjective(points?: Float64Array | null, scaling?: LineFitScaling): DescentFunction;
  /** As `descend`; J and the slope of the path are those of all points. */
  descendLineFit(options: DescentOptions & LineFitOptions): Descent;
  lineFitPoints(): Float64Array; // The twenty points.
  lineFitScaledX(points: Float64Array | null, scaling: LineFitScaling): Float64Array;
  /** w and b of the same line over the x as they were given. */
  lineFitLine(theta: Theta, points: Float64Array | null, scaling: LineFitScaling): Float64Array;
}
