import type { Valley } from '../valley.js';

/** A line (w, b) by the three formulas of least squares; b last. */
export interface BestLine {
  sums: Float64Array;
  covariance: Float64Array;
  matrix: Float64Array;
  /** J of the second. */
  value: number;
  /** To a millionth of the height of the points. */
  agree: boolean;
}

/** J = ½·mean (w·z + b − y)² */
export interface LineValley extends Valley {
  minimum: number[];
}

export interface LineOptions {
  /** Whether descent walks over z = (x − mean) / deviation instead of x. */
  standardised: boolean;
  learningRate: number;
  /** The start, over what descent walks over. */
  w: number;
  b: number;
  /** 0 … 20,000 */
  steps: number;
  /** Of the neuron. */
  batchSize: number;
  seed: number;
}

export interface LineRun {
  /** arrived: no component of the gradient is above 10⁻⁵, and the run ended there. */
  state: 'running' | 'arrived' | 'diverged';
  steps: number;
  /** (w, b) over what descent walks over, and over x. */
  theta: number[];
  line: number[];
  gradient: number[];
  value: number;
  /** w, b, w, b, … like `theta`: each of the first 200 steps, later fewer. */
  path: Float64Array;
}

/** What the lab `line-fit` calls in the module; points are x, y, x, y, …, up to 200 of them. */
export interface LineFitLab {
  /** Twenty points about y = 0.97·x + 0.52. */
  lineFitPoints(): Float64Array;
  /** Twenty-four made-up data centres: servers against kW of cooling power. */
  lineServers(): Float64Array;
  /** null where the points determine no line. */
  lineBest(points: ArrayLike<number>): BestLine | null;
  /** Throws without points. */
  lineValley(points: ArrayLike<number>, standardised: boolean, side: number): LineValley;
  /** Gradient descent with the gradient of all points. Throws without points. */
  lineDescent(points: ArrayLike<number>, options: LineOptions): LineRun;
  /** Mini-batches of a neuron that standardises its input. Throws without points. */
  lineNeuron(points: ArrayLike<number>, options: LineOptions): LineRun;
  /** J over w (component 0) or b (1) at `count` even places, through θ. */
  lineSlice(
    points: ArrayLike<number>,
    standardised: boolean,
    theta: ArrayLike<number>,
    component: 0 | 1,
    from: number,
    to: number,
    count: number,
  ): Float64Array;
  /** w·x + b */
  lineValue(line: ArrayLike<number>, x: number): number;
}
