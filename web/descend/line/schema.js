/**
 * All of the state of the One-variable tab, as its link has it.
 *
 * @typedef {import('../stop-rules.js').StopRules} StopRules
 * @typedef {{
 *   function: string, expression: string, start: number, learningRate: number, steps: number,
 *   from: number, to: number, speed: number,
 *   optimizer: string,
 * } & StopRules} LineState  and the settings of all optimizers (engine/catalog.js)
 */
import { optimizerSchema } from '../optimizer-fields.js';
import { stopSchema } from '../stop-rules.js';
import { speeds } from '../transport.js';

export const maxSteps = 10_000;

export const choiceSchema = /** @type {const} */ ({
  function: { default: 'square', pattern: /^[a-z-]+$/ },
  expression: { default: 'x^2/4 + sin(3*x)' },
});

/**
 * What follows once the function is known, whose start, η and range are the defaults.
 * @param {import('../../engine/types.js').FunctionFacts} facts
 */
export const lineSchema = ({ start, learningRate, range }) => ({
  ...choiceSchema,
  start: { default: start[0] },
  learningRate: { default: learningRate, min: Number.MIN_VALUE },
  steps: { default: 0, min: 0, max: maxSteps, integer: true },
  from: { default: range[0] },
  to: { default: range[1] },
  speed: { default: 5, min: speeds[0], max: speeds[speeds.length - 1] },
  ...stopSchema,
  ...optimizerSchema,
});
