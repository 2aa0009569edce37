import { beginsAnew, gridOf, optionsOf } from './settings.js';

/**
 * @typedef {import('./types.js').Playground} Playground
 * @typedef {import('./types.js').ClassComparison} ClassComparison
 * @typedef {import('./settings.js').State} State
 * @typedef {{ step: number, train: number, test: number }} Mark  losses after a step
 */

/** Cells along a side: of the field while it learns, at rest, of a small field, of a large unit. */
export const cells = {
  running: 72,
  resting: 128,
  unit: 20,
  largeUnit: 64,
  way: 128,
  wayRunning: 64,
};
const maxMarks = 400;
/** What a network was made of, data and tuning; of none, '' each. */
const nothing = { network: '', data: '', tuning: '' };

/** Steps between two looks at the clock. */
const stepsAtOnce = 5;

/**
 * The network of the playground in the module, or the three ways to tell classes apart, as the
 * state asks for them. What changes the data alone keeps the weights; another shape of data or
 * another network begins anew.
 */
export class Session {
  /** @type {Playground | null} */
  playground = null;
  /** @type {ClassComparison | null} */
  comparison = null;
  kept = nothing;
  /** Steps made with data from before. */
  offset = 0;
  /** Mini-batches with each network of the comparison. */
  waySteps = 0;
  /** @type {Mark[]} */
  history = [];
  /** @type {ReturnType<Playground['data']> | null} */
  data = null;

  /** @param {import('./types.js').PlaygroundLab} module */
  constructor(module) {
    this.module = module;
  }

  /** @param {State} state */
  follow(state) {
    const { kept, module } = this;
    const options = optionsOf(state);
    const said = (/** @type {readonly (keyof State)[]} */ names) =>
      JSON.stringify(names.map((name) => state[name]));
    const network = said(beginsAnew);
    const data = said(['noise', 'dataSeed', 'own']);
    const tuning = said(['rate', 'optimizer', 'batch', 'l2']);
    const anew = network !== kept.network;
    if (anew || data !== kept.data) {
      const next = module.createPlayground(options);
      if (!anew && this.playground) {
        next.setTheta(this.playground.theta());
        this.offset += this.playground.progress().step;
      } else {
        this.offset = 0;
        this.history = [];
      }
      this.playground?.delete();
      this.playground = next;
      this.data = next.data();
    } else if (tuning !== kept.tuning) {
      this.playground?.tune(options);
    }
    const changed = anew || data !== kept.data || tuning !== kept.tuning;
    if (changed || state.view !== 'ways') this.#dropComparison();
    if (state.view === 'ways' && !this.comparison)
      this.comparison = module.createClassComparison(options);
    this.kept = { network, data, tuning };
  }

  #dropComparison() {
    this.comparison?.delete();
    this.comparison = null;
    this.waySteps = 0;
  }

  release() {
    this.playground?.delete();
    this.playground = null;
    this.#dropComparison();
    this.kept = nothing;
  }

  /**
   * Makes up to `steps` steps, and stops when the time is up; false when there is nothing to train.
   * @param {number} steps @param {number} milliseconds
   */
  train(steps, milliseconds) {
    const end = performance.now() + milliseconds;
    let left = steps;
    while (left > 0) {
      const some = Math.min(left, stepsAtOnce);
      if (this.comparison) {
        this.comparison.train(some);
        this.waySteps += some;
      } else if (this.playground?.train(some) !== some) {
        return false;
      }
      left -= some;
      if (performance.now() >= end) break;
    }
    return true;
  }

  /** Where the network stands; keeps its losses for the curve. */
  progress() {
    const progress = /** @type {Playground} */ (this.playground).progress();
    const step = this.offset + progress.step;
    const last = this.history.at(-1);
    if (!last || last.step !== step) {
      this.history.push({ step, train: progress.train.loss, test: progress.test.loss });
      if (this.history.length > maxMarks)
        this.history = this.history.filter((_, i) => i % 2 === 0 || i > maxMarks - 2);
    }
    return { ...progress, step };
  }

  /** All that is drawn of the network. @param {boolean} running */
  drawing(running) {
    const playground = /** @type {Playground} */ (this.playground);
    const fieldCells = running ? cells.running : cells.resting;
    return {
      cells: fieldCells,
      ...playground.field(gridOf(fieldCells)),
      units: playground.unitFields(gridOf(cells.unit)),
      theta: playground.theta(),
    };
  }

  /** One hidden unit at large. @param {number} index  among all hidden units */
  largeUnit(index) {
    const size = cells.largeUnit ** 2;
    const all = /** @type {Playground} */ (this.playground).unitFields(gridOf(cells.largeUnit));
    return all.subarray(index * size, (index + 1) * size);
  }

  /** The three ways as they stand. @param {boolean} running */
  classify(running) {
    const side = running ? cells.wayRunning : cells.way;
    const comparison = /** @type {ClassComparison} */ (this.comparison);
    return comparison.classify(gridOf(side)).map((way) => ({ ...way, cells: side }));
  }
}
