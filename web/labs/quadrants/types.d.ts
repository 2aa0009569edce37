import type { PlaneGrid } from '../plane.js';

export interface QuadrantsOptions {
  /** x, y of the points of quadrant I, II, III and IV. */
  points: readonly number[];
  /** Units of the hidden layer, 1 … 100. */
  hidden: number;
  learningRate: number;
  seed: number;
  /** Steps of full-batch descent, 0 … 5,000. */
  steps: number;
  /** x, y of the place that is asked for. */
  probe: readonly number[];
  grid: PlaneGrid;
}

export interface QuadrantsResult {
  /** Mean cross-entropy over the four points. */
  loss: number;
  /** Loss before each step and after the last one. */
  losses: Float64Array;
  /** The step that made the weights infinite; −1: none. */
  divergedAt: number;
  /** Hidden units that are 0 on all four points. */
  silentUnits: number;
  /** Whether two of the points are the same. */
  coincide: boolean;
  /** Probabilities of the four points, 4 × 4. */
  onPoints: Float64Array;
  /** Of the probe. */
  probabilities: Float64Array;
  /** The most probable quadrant at the probe, and the one it lies in, 0 … 3. */
  winner: number;
  quadrant: number;
  /** Share of the cells that are given to the quadrant they lie in. */
  own: number;
  /** Probabilities of the four quadrants in each cell. */
  field: Float32Array;
  /** x, y, x, y of short lines between the classes. */
  borders: Float32Array;
}

/** What the lab `quadrants` calls in the module. */
export interface QuadrantsLab {
  quadrants(options: QuadrantsOptions): QuadrantsResult;
}
