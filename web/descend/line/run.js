import { optimizerSpec } from '../../engine/catalog.js';
import { engine } from '../../engine/descent.js';
import { optimizerSchema } from '../optimizer-fields.js';
import { FunctionRun, maxSteps } from '../run.js';
import { stopOptions, stopSchema } from '../stop-rules.js';
import { speedSchema } from '../transport.js';

/**
 * @typedef {{
 *   function: string, expression: string, start: number, learningRate: number, steps: number,
 *   from: number, to: number, speed: number, optimizer: string,
 * } & import('../stop-rules.js').StopRules} LineState  and the settings of all optimizers
 *   (engine/catalog.js)
 */

/** How far ahead the faint marks look. */
const outlook = 60;
/** Fewer steps say too little; the words then look ahead to as many. */
const tellingSteps = 12;
const curvePoints = 481;

/** A descent on a function of one variable. @extends {FunctionRun<LineState>} */
export class LineRun extends FunctionRun {
  /** @type {{ key: string, x: Float64Array, y: Float64Array }} */
  sampled = { key: '', x: new Float64Array(), y: new Float64Array() };

  /** @param {import('../../app/address.js').Address} address */
  constructor(address) {
    super(address, 1, { function: 'square', expression: 'x^2/4 + sin(3*x)' });
    this.open();
    if (this.state.from >= this.state.to) this.unfit();
  }

  get schema() {
    return {
      ...super.schema,
      steps: { default: 0, min: 0, max: maxSteps, integer: true },
      speed: speedSchema(5),
      ...stopSchema,
      ...optimizerSchema,
    };
  }

  get ownSchema() {
    const { start, learningRate, range } = this.facts;
    return {
      start: { default: start[0] },
      learningRate: { default: learningRate, min: Number.MIN_VALUE },
      from: { default: range[0] },
      to: { default: range[1] },
    };
  }

  /** @param {string} expression */
  type(expression) {
    this.set({ expression });
    if (!this.mistake) this.set({ steps: 0 });
  }

  /**
   * @param {number} steps
   * @param {import('../../engine/descent-types.js').DescentOptions['stop']} [stop]
   * @returns {import('../../engine/descent-types.js').Descent}
   */
  #descend(steps, stop) {
    const { learningRate, start } = this.state;
    return engine().descend(this.function, {
      optimizer: this.#optimizer,
      learningRate,
      start: [start],
      steps,
      ...(stop && { stop }),
    });
  }

  get #optimizer() {
    return optimizerSpec(this.state.optimizer, this.state);
  }

  /** The path so far. */
  path() {
    return this.#descend(this.state.steps);
  }

  /** The path so far and how it would go on. */
  pathAhead() {
    return this.#descend(this.state.steps + outlook);
  }

  /** What the words are about: the path so far, or its first steps before they have been made. */
  tellingPath() {
    return this.#descend(Math.max(this.state.steps, tellingSteps));
  }

  /** The path up to the first point at which a stop rule holds; null when none does. */
  ruledPath() {
    const path = this.#descend(this.state.steps, stopOptions(this.state));
    return path.state === 'converged' ? path : null;
  }

  largestLearningRate() {
    return engine().largestLearningRate(this.function, this.#optimizer);
  }

  /** J along the picture, sampled anew only when the function or the picture changed. */
  curve() {
    const { from, to } = this.state;
    const key = `${this.held.key} ${from} ${to}`;
    if (key !== this.sampled.key) {
      const y = this.function.sampleLine(from, to, curvePoints);
      const x = y.map((_, i) => from + ((to - from) * i) / (curvePoints - 1));
      this.sampled = { key, x, y };
    }
    return this.sampled;
  }

  step() {
    if (this.path().state === 'running') super.step();
  }

  back() {
    const { divergedAt } = this.path();
    const made = divergedAt < 0 ? this.state.steps : divergedAt;
    this.stepTo(made - 1);
  }

  /**
   * So many steps of a run; false when a rule, the limit or a divergence ends it.
   * @param {number} count
   */
  advance(count) {
    const { steps, limit } = this.state;
    const target = Math.min(steps + count, limit);
    if (target <= steps) return false;
    const path = this.#descend(target, stopOptions(this.state));
    if (path.state === 'converged' && path.steps <= steps) return false;
    this.set({ steps: path.state === 'diverged' ? path.divergedAt : path.steps });
    return path.state === 'running' && target < limit;
  }

  /** Makes the picture hold every point of the path and the function's own range. */
  fit() {
    const { range } = this.facts;
    // Further away, no axis could be labelled.
    const xs = [...this.path().theta, ...range].filter((x) => Math.abs(x) < 1e12);
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const room = 0.05 * (high - low);
    const rounded = (/** @type {number} */ x) => Number(x.toPrecision(4));
    this.set({
      from: low < range[0] ? rounded(low - room) : range[0],
      to: high > range[1] ? rounded(high + room) : range[1],
    });
  }

  unfit() {
    const [from, to] = this.facts.range;
    this.set({ from, to });
  }

  /** Whether the picture shows something else than the function's own range. */
  get fitted() {
    const [from, to] = this.facts.range;
    return this.state.from !== from || this.state.to !== to;
  }
}
