import { HeldFunction, engine } from '../../engine/descent.js';
import { optimizerSpec } from '../../engine/catalog.js';
import { stopOptions } from '../stop-rules.js';
import { choiceSchema, lineSchema, maxSteps } from './schema.js';

/**
 * @typedef {import('./schema.js').LineState} LineState
 * @typedef {import('../../engine/types.js').Descent} Descent
 * @typedef {import('../../engine/types.js').DescentFunction} DescentFunction
 * @typedef {import('../../engine/errors.js').CodedError} CodedError
 */

/** How far ahead the faint marks look. */
const outlook = 60;
/** Fewer steps say too little; the words then look ahead to as many. */
const tellingSteps = 12;
const curvePoints = 481;

/**
 * A descent on a function of one variable: its state, which is all in the address, and what the
 * module computes from it. `change` is dispatched whenever the state changed.
 */
export class LineRun extends EventTarget {
  /** @param {import('../../app/address.js').Address} address */
  constructor(address) {
    super();
    this.address = address;
    this.held = new HeldFunction();
    /** A mistake in the expression. @type {CodedError | null} */
    this.mistake = null;
    /** The last expression without a mistake. @type {string} */
    this.working = choiceSchema.expression.default;
    const { function: name, expression } = address.read(choiceSchema);
    const facts = this.#choose(String(name), String(expression));
    /** @type {LineState} */
    this.state = /** @type {any} */ (address.read(lineSchema(facts)));
    if (this.state.from >= this.state.to) [this.state.from, this.state.to] = facts.range;
    this.state.function = facts.name;
    /** @type {{ key: string, values: Float64Array }} */
    this.sampled = { key: '', values: new Float64Array() };
    address.keep(lineSchema(facts), this.state);
  }

  release() {
    this.held.release();
  }

  get function() {
    return /** @type {DescentFunction} */ (this.held.handle);
  }

  /** @param {Partial<LineState>} changes */
  set(changes) {
    this.state = { ...this.state, ...changes };
    this.address.keep(lineSchema(this.function.facts()), this.state);
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Holds a function. One that is unknown gives way to the first; an expression with a mistake, to
   * the last one without.
   * @param {string} name @param {string} text
   */
  #choose(name, text) {
    this.mistake = null;
    if (name !== 'expression') {
      const known = engine()
        .descentFunctions()
        .some((facts) => facts.dimension === 1 && facts.name === name);
      return this.held.choose({ name: known ? name : choiceSchema.function.default }).facts();
    }
    try {
      this.held.choose({ name, text, dimension: 1 });
      this.working = text;
    } catch (error) {
      this.mistake = /** @type {CodedError} */ (error);
      this.held.choose({ name, text: this.working, dimension: 1 });
    }
    return this.function.facts();
  }

  /** Another function begins anew, at its own start and with its own η. @param {string} name */
  chooseFunction(name) {
    const { start, learningRate, range } = this.#choose(name, this.state.expression);
    const [from, to] = range;
    this.set({ function: name, start: start[0], learningRate, from, to, steps: 0 });
  }

  /** @param {string} text */
  chooseExpression(text) {
    this.#choose('expression', text);
    this.set({ expression: text, ...(!this.mistake && { steps: 0 }) });
  }

  /**
   * @param {number} steps
   * @param {import('../../engine/types.js').DescentOptions['stop']} [stop]
   * @returns {Descent}
   */
  #descend(steps, stop) {
    const { learningRate, start } = this.state;
    return engine().descend(this.function, {
      optimizer: optimizerSpec(this.state.optimizer, this.state),
      learningRate,
      start: [start],
      steps,
      ...(stop && { stop }),
    });
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
    return engine().largestLearningRate(
      this.function,
      optimizerSpec(this.state.optimizer, this.state),
    );
  }

  /** J along the picture, sampled anew only when the function or the picture changed. */
  curve() {
    const { from, to } = this.state;
    const key = `${this.held.key} ${from} ${to}`;
    if (key !== this.sampled.key)
      this.sampled = { key, values: this.function.sampleLine(from, to, curvePoints) };
    return this.sampled.values;
  }

  /** One step, whatever the stop rules say: they are for runs. */
  step() {
    const { steps } = this.state;
    if (this.path().state === 'running') this.set({ steps: Math.min(maxSteps, steps + 1) });
  }

  back() {
    const { divergedAt } = this.path();
    const made = divergedAt < 0 ? this.state.steps : divergedAt;
    this.set({ steps: Math.max(0, made - 1) });
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
    const { range } = this.function.facts();
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
    const [from, to] = this.function.facts().range;
    this.set({ from, to });
  }

  /** Whether the picture shows something else than the function's own range. */
  get fitted() {
    const [from, to] = this.function.facts().range;
    return this.state.from !== from || this.state.to !== to;
  }
}
