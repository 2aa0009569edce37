import { HeldFunction } from '../engine/descent.js';
import { clamp } from '../ui/clamp.js';
import { functionsOf } from './function-field.js';

/**
 * @typedef {import('../app/address.js').Address} Address
 * @typedef {import('../app/router.js').Schema} Schema
 * @typedef {import('../app/router.js').NumberParameter} NumberParameter
 */

/** The most steps that a path on a function may have. */
export const maxSteps = 10_000;

/**
 * The state of a tab, which is all in the address, and what follows from it. `change` is dispatched
 * whenever the state changed.
 * @template {{ steps: number }} State
 */
export class Run extends EventTarget {
  /** @type {State} */
  state = /** @type {any} */ ({});

  /** @param {Address} address */
  constructor(address) {
    super();
    this.address = address;
  }

  /** Of the state. @returns {Schema} */
  get schema() {
    return {};
  }

  /** Takes what the address says, once the schema is known. */
  open() {
    this.set(/** @type {any} */ (this.address.read(this.schema)));
  }

  /** @param {Partial<State>} changes */
  set(changes) {
    this.state = { ...this.state, ...changes };
    this.derive(changes);
    this.address.keep(this.schema, /** @type {any} */ (this.state));
    this.dispatchEvent(new Event('change'));
  }

  /** What follows from changes that the state has taken. @param {Partial<State>} changes */
  derive(changes) {
    void changes;
  }

  /** Frees what it holds in the module's memory. */
  release() {}

  /** The path up to a step, as far as one may be. @param {number} steps */
  stepTo(steps) {
    const { max = Infinity } = /** @type {NumberParameter} */ (this.schema.steps);
    this.set(/** @type {any} */ ({ steps: clamp(steps, 0, max) }));
  }

  /** One step, whatever the stop rules say: they are for runs. */
  step() {
    this.stepTo(this.state.steps + 1);
  }

  back() {
    this.stepTo(this.state.steps - 1);
  }

  /** So many steps of a run; false: there are no more. @param {number} count @returns {boolean} */
  advance(count) {
    return count === 0;
  }
}

/**
 * The run of a tab whose function is chosen from the list, or typed.
 * @template {{ function: string, expression: string, kappa?: number, steps: number }} State
 * @extends {Run<State>}
 */
export class FunctionRun extends Run {
  held = new HeldFunction();
  /** A mistake in the expression. @type {import('../engine/errors.js').CodedError | null} */
  mistake = null;
  facts = /** @type {import('../engine/descent-types.js').FunctionFacts} */ ({});

  /**
   * @param {Address} address @param {1 | 2} dimension
   * @param {{ function: string, expression: string }} defaults
   */
  constructor(address, dimension, defaults) {
    super(address);
    this.dimension = dimension;
    const names = [...functionsOf(dimension).map(({ name }) => name), 'expression'];
    this.choice = {
      function: { default: defaults.function, choices: names },
      expression: { default: defaults.expression },
    };
    /** The last expression without a mistake. */
    this.working = defaults.expression;
    this.hold(/** @type {any} */ (address.read(this.choice)));
  }

  /** @returns {Schema} */
  get schema() {
    return { ...this.choice, ...this.ownSchema };
  }

  /** What has other defaults for each function. @returns {Schema} */
  get ownSchema() {
    return {};
  }

  get function() {
    return /** @type {import('../engine/descent-types.js').DescentFunction} */ (this.held.handle);
  }

  release() {
    this.held.release();
  }

  /** Holds a function; instead of an expression with a mistake, the last one without. @param {Partial<State>} choice */
  hold({ function: name = '', expression: text, kappa }) {
    const { dimension, held } = this;
    this.mistake = null;
    if (name === 'expression') {
      try {
        held.choose({ name, text, dimension });
        this.working = String(text);
      } catch (error) {
        this.mistake = /** @type {any} */ (error);
        held.choose({ name, text: this.working, dimension });
      }
    } else {
      const facts = functionsOf(dimension).find((known) => known.name === name);
      held.choose(
        facts?.parameter ? { name, parameter: kappa ?? facts.parameter.value } : { name },
      );
    }
    this.facts = this.function.facts();
  }

  /** @param {Partial<State>} changes */
  derive(changes) {
    if (['function', 'kappa', 'expression'].some((name) => name in changes)) this.hold(this.state);
  }

  /**
   * Another function begins anew, with all that is its own.
   * @param {string} name
   * @param {Partial<State>} [changes]  what shall be otherwise
   */
  begin(name, changes) {
    this.hold({ ...this.state, function: name, kappa: undefined });
    const own = Object.entries(this.ownSchema).map(([key, entry]) => [key, entry.default]);
    this.set({ ...Object.fromEntries(own), function: name, steps: 0, ...changes });
  }
}
