/** The state of the playground, and what the module makes of it. */
import { numbersOf, numbersText } from '../parts.js';

/**
 * @typedef {import('./playground.js').default['state']} State
 */

const radius = 3;
/** The range of both inputs. */
export const sides = [-radius, radius];
/** Steps a second; what does not fit into a frame's share of time is left out. */
export const speeds = { slow: 10, normal: 120, fast: 1e7 };
export const maxOwn = 100;
/** A link trains its network up to so many steps again. */
export const maxReplayed = 20_000;

/** What makes another network, or other data altogether. */
export const beginsAnew = /** @type {const} */ ([
  'shape',
  'classes',
  'hidden',
  'activation',
  'seed',
]);

export const schema = {
  shape: { default: 'spirals', choices: ['spirals', 'circles', 'xor', 'moons', 'blobs', 'own'] },
  classes: { default: 2, min: 2, max: 5, integer: true },
  noise: { default: 0.1, min: 0, max: 1, step: 0.01 },
  dataSeed: { default: 1, min: 1, max: 999, integer: true },
  own: { default: '' },
  hidden: { default: '8,8', pattern: /^([1-8](,[1-8]){0,3})?$/ },
  activation: { default: 'tanh', choices: ['tanh', 'relu', 'sigmoid'] },
  optimizer: { default: 'adam', choices: ['sgd', 'momentum', 'adam'] },
  rate: { default: 0.03, min: 1e-3, max: 10 },
  batch: { default: '32', choices: ['1', '8', '32', '256'] },
  l2: { default: '0', choices: ['0', '0.001', '0.01', '0.1'] },
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

/** @param {State} state @returns {import('./types.js').PlaygroundOptions} */
export function optionsOf(state) {
  const { shape, classes, noise, dataSeed, activation, optimizer, seed } = state;
  return {
    ...{ shape, classes, noise, dataSeed, activation, optimizer, seed },
    own: ownPoints(state).flat(),
    hidden: hiddenOf(state.hidden),
    learningRate: state.rate,
    batchSize: Number(state.batch),
    l2: Number(state.l2),
  };
}

/** @param {number} cells  along each side */
export const gridOf = (cells) => ({
  x0: -radius,
  x1: radius,
  y0: -radius,
  y1: radius,
  columns: cells,
  rows: cells,
});
