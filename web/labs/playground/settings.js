/** The state of the playground, and what the module makes of it. */
import { numbersOf, numbersText } from '../parts.js';

/**
 * @typedef {import('./types.js').PlaygroundOptions} PlaygroundOptions
 * @typedef {{
 *   shape: string, classes: number, noise: number, dataSeed: number, own: string, hidden: string,
 *   activation: string, optimizer: string, rate: number, batch: string, l2: string, seed: number,
 *   speed: string, steps: number, view: string, unit: string, adding: string,
 *   probeX: number, probeY: number,
 * }} State
 */

export const radius = 3;
export const shapes = ['spirals', 'circles', 'xor', 'moons', 'blobs', 'own'];
export const activations = ['tanh', 'relu', 'sigmoid'];
export const optimizers = ['sgd', 'momentum', 'adam'];
export const batches = ['1', '8', '32', '256'];
export const penalties = ['0', '0.001', '0.01', '0.1'];
/** Steps a second; what does not fit into a frame's share of time is left out. */
export const speeds = { slow: 10, normal: 120, fast: 1e7 };
export const maxOwn = 100;
/** A link trains its network up to so many steps again. */
export const maxReplayed = 20_000;

export const schema = {
  shape: { default: 'spirals', choices: shapes },
  classes: { default: 2, min: 2, max: 5, integer: true },
  noise: { default: 0.1, min: 0, max: 1 },
  dataSeed: { default: 1, min: 1, max: 999, integer: true },
  own: { default: '' },
  hidden: { default: '8,8', pattern: /^([1-8](,[1-8]){0,3})?$/ },
  activation: { default: 'tanh', choices: activations },
  optimizer: { default: 'adam', choices: optimizers },
  rate: { default: 0.03, min: 1e-3, max: 10 },
  batch: { default: '32', choices: batches },
  l2: { default: '0', choices: penalties },
  seed: { default: 1, min: 1, max: 999, integer: true },
  speed: { default: 'normal', choices: Object.keys(speeds) },
  steps: { default: 0, min: 0, max: 1e9, integer: true },
  view: { default: 'network', choices: ['network', 'ways'] },
  unit: { default: '', pattern: /^([1-4]-[1-8])?$/ },
  adding: { default: '0', choices: ['0', '1', '2', '3', '4'] },
  probeX: { default: 0, min: -radius, max: radius },
  probeY: { default: 0, min: -radius, max: radius },
};

/**
 * x, y, class of each own point; none where the text is no such list. A point of a class that there
 * is no more belongs to the last one.
 * @param {State} state @returns {number[][]}
 */
export function ownPoints({ own, classes }) {
  const numbers = numbersOf(own);
  const fits =
    numbers !== null &&
    numbers.length % 3 === 0 &&
    numbers.length <= 3 * maxOwn &&
    numbers.every((number, i) =>
      i % 3 === 2 ? [0, 1, 2, 3, 4].includes(number) : Math.abs(number) <= radius,
    );
  if (!fits) return [];
  return Array.from({ length: numbers.length / 3 }, (_, i) => [
    numbers[3 * i],
    numbers[3 * i + 1],
    Math.min(classes - 1, numbers[3 * i + 2]),
  ]);
}

/** @param {number[][]} points */
export const ownText = (points) => numbersText(points.flat());

/** @param {string} hidden @returns {number[]} units of each hidden layer */
export const hiddenOf = (hidden) => numbersOf(hidden) ?? [];

/** @param {State} state @returns {PlaygroundOptions} */
export const optionsOf = (state) => ({
  shape: state.shape,
  classes: state.classes,
  noise: state.noise,
  dataSeed: state.dataSeed,
  own: ownPoints(state).flat(),
  hidden: hiddenOf(state.hidden),
  activation: state.activation,
  optimizer: state.optimizer,
  learningRate: state.rate,
  batchSize: Number(state.batch),
  l2: Number(state.l2),
  seed: state.seed,
});

/** @param {number} cells  along each side */
export const gridOf = (cells) => ({
  x0: -radius,
  x1: radius,
  y0: -radius,
  y1: radius,
  columns: cells,
  rows: cells,
});
