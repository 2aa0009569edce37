import { engine } from '../../engine/descent.js';
import { Run } from '../run.js';
import { speedSchema } from '../transport.js';

/**
 * @typedef {import('../../engine/descent-types.js').Descent} Descent
 * @typedef {import('../../engine/descent-types.js').DescentFunction} DescentFunction
 * @typedef {'full' | 'mini' | 'single'} Kind
 * @typedef {{
 *   learningRate: number, batchSize: number, seed: number, steps: number, w: number, b: number,
 *   scaling: import('../../engine/descent-types.js').LineFitScaling, speed: number, shown: Kind,
 * }} NoiseState  `shown`: whose steps the table has
 */

/** @type {Kind[]} */
export const kinds = ['full', 'mini', 'single'];
const maxSteps = 2000;
/** J is sampled at so many points a side. */
const side = 61;

export const noiseSchema = /** @type {const} */ ({
  learningRate: { default: 0.2, min: Number.MIN_VALUE },
  batchSize: { default: 5, min: 1, max: 20, integer: true },
  seed: { default: 1, min: 0, max: 4294967295, integer: true },
  steps: { default: 0, min: 0, max: maxSteps, integer: true },
  w: { default: 0 },
  b: { default: 0 },
  scaling: { default: 'standard', choices: ['standard', 'unit'] },
  speed: speedSchema(10),
  shown: { default: 'mini', choices: kinds },
});

/**
 * Three descents on one line fit from one start, whose gradients are those of all points, of some
 * and of one.
 * @extends {Run<NoiseState>}
 */
export class NoiseRun extends Run {
  points = engine().lineFitPoints();
  /** For the scaling that was chosen. @type {DescentFunction | null} */
  objective = null;
  /** @type {import('../../ui/valley.js').Valley} */
  valley = { range: [0, 1, 0, 1], side: 0, values: new Float64Array() };
  /** @type {number[]} */
  minimum = [0, 0];

  /** @param {import('../../app/address.js').Address} address */
  constructor(address) {
    super(address);
    this.open();
  }

  get schema() {
    return noiseSchema;
  }

  release() {
    this.objective?.delete();
    this.objective = null;
  }

  /** @param {Partial<NoiseState>} changes */
  derive(changes) {
    if (!('scaling' in changes)) return;
    this.release();
    this.objective = engine().lineFitObjective(null, this.state.scaling);
    const { range, minima } = this.objective.facts();
    const [x0, x1, y0, y1] = range;
    const values = this.objective.sampleGrid(x0, x1, side, y0, y1, side);
    this.valley = { range, side, values };
    this.minimum = minima[0];
  }

  /** How many points the gradient of a step is of. @param {Kind} kind */
  batchSizeOf(kind) {
    const all = this.points.length / 2;
    return { full: all, mini: this.state.batchSize, single: 1 }[kind];
  }

  /** @param {Kind} kind @returns {Descent} */
  path(kind) {
    const { learningRate, w, b, steps, seed, scaling } = this.state;
    const batchSize = this.batchSizeOf(kind);
    const start = [w, b];
    return engine().descendLineFit({ learningRate, start, steps, seed, scaling, batchSize });
  }

  largestLearningRate() {
    return this.objective && engine().largestLearningRate(this.objective, { name: 'sgd' });
  }

  /** The line that a path has come to, over the x as they were given. @param {Descent} path */
  lineOf(path) {
    const [w, b] = engine().lineFitLine(path.theta.slice(-2), null, this.state.scaling);
    return { w, b };
  }

  /** So many steps of a run; false at the limit, or when all three have diverged. @param {number} count */
  advance(count) {
    this.stepTo(this.state.steps + count);
    return (
      this.state.steps < maxSteps && kinds.some((kind) => this.path(kind).state !== 'diverged')
    );
  }
}
