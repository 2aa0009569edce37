/**
 * Everything that makes a training run, as a declared schema with defaults: the form, the address
 * (`#/train?…`), the browser's storage and a model file's metadata all go through it.
 *
 * @typedef {import('../engine/types.js').Activation} Activation
 * @typedef {import('../engine/types.js').Architecture} Architecture
 * @typedef {import('../engine/types.js').Loss} Loss
 * @typedef {import('../engine/types.js').TrainerOptions} TrainerOptions
 * @typedef {{ units: number, activation: Activation }} HiddenLayer
 * @typedef {{
 *   learningRate: number, hidden: string, output: Activation, loss: Loss,
 *   initializer: TrainerOptions['initializer'], optimizer: string,
 *   batchSize: number, l2: number, seed: number, stopEpochs: number, stopLoss: number,
 *   data: 'synthetic' | 'mnist' | 'files' | 'drawings' | 'mixed', count: number,
 *   varyShape: boolean, varyElastic: boolean, varyPen: boolean, varyGaps: boolean,
 *   varyStrength: number,
 * }} Recipe  `hidden`: the hidden layers as text, such as "64.relu-16.tanh"; "" for none; and
 *   the settings of all optimizers (engine/catalog.js)
 */
import { hashFor, readParameters, refusedParameters } from '../app/router.js';
import {
  hiddenActivations,
  initializers,
  losses,
  optimizerFacts,
  optimizerSpec,
  optimizers,
  outputsOf,
  settings,
} from '../engine/catalog.js';
import { augmentationOf } from './augmentation.js';

export const maxHiddenLayers = 4;
export const maxUnits = 1024;

const layer = `(?:[1-9]\\d{0,2}|10[01]\\d|102[0-4])\\.(?:${hiddenActivations.join('|')})`;

export const schema = /** @type {const} */ ({
  learningRate: { default: optimizerFacts(optimizers[0]).networkRate, min: 1e-5, max: 10 },
  hidden: {
    default: '64.relu-16.relu',
    pattern: new RegExp(`^(?:${layer}(?:-${layer}){0,${maxHiddenLayers - 1}})?$`),
  },
  loss: { default: losses[0], choices: losses },
  output: { default: outputsOf(losses[0])[0], choices: [...new Set(losses.flatMap(outputsOf))] },
  initializer: { default: initializers[0], choices: initializers },
  optimizer: { default: optimizers[0], choices: optimizers },
  ...settings,
  batchSize: { default: 128, min: 1, max: 4096, integer: true },
  l2: { default: 0, min: 0, max: 1 },
  seed: { default: 1, min: 0, max: 4294967295, integer: true },
  stopEpochs: { default: 0, min: 0, max: 100000, integer: true },
  stopLoss: { default: 0, min: 0, max: 100 },
  data: { default: 'synthetic', choices: ['synthetic', 'mnist', 'files', 'drawings', 'mixed'] },
  count: { default: 40000, min: 500, max: 200000, integer: true },
  varyShape: { default: false },
  varyElastic: { default: false },
  varyPen: { default: false },
  varyGaps: { default: false },
  varyStrength: { default: 1, min: 0.1, max: 2 },
});

/** @type {(keyof Recipe)[]} what a change of which starts a new run */
export const restarting = ['hidden', 'loss', 'output', 'initializer', 'seed', 'data', 'count'];

/** Well-known starting points. @type {Record<string, Partial<Recipe>>} */
export const presets = {
  default: { hidden: schema.hidden.default, loss: 'crossEntropy', initializer: 'he' },
  aiEdu: { hidden: '64.sigmoid-16.tanh', loss: 'crossEntropy', initializer: 'xavier' },
  nielsen: { hidden: '30.sigmoid', loss: 'quadratic', output: 'sigmoid', initializer: 'normal' },
  wide: { hidden: '128.relu-64.relu', loss: 'crossEntropy', initializer: 'he' },
  perceptron: { hidden: '', loss: 'crossEntropy', initializer: 'xavier' },
};

/** @returns {Recipe} */
export function defaultRecipe() {
  return /** @type {any} */ (
    Object.fromEntries(Object.entries(schema).map(([name, { default: value }]) => [name, value]))
  );
}

/**
 * A recipe from text parameters, and the names of those that were not acceptable and fell back to
 * their defaults.
 * @param {URLSearchParams} query @returns {{ recipe: Recipe, refused: string[] }}
 */
export function readRecipe(query) {
  const recipe = /** @type {Recipe} */ (/** @type {any} */ (readParameters(schema, query)));
  const refused = refusedParameters(schema, query);
  const fitted = withFittingOutput(recipe);
  if (fitted.output !== recipe.output && query.has('output')) refused.push('output');
  return { recipe: fitted, refused };
}

/** The text parameters of a recipe, which `readRecipe` reads. @param {Recipe} recipe */
export const queryOf = (recipe) => hashFor('train', schema, recipe).split('?')[1] ?? '';

/**
 * The recipe with an output activation that its loss can follow.
 * @param {Recipe} recipe @returns {Recipe}
 */
export function withFittingOutput(recipe) {
  const allowed = outputsOf(recipe.loss);
  return allowed.includes(recipe.output) ? recipe : { ...recipe, output: allowed[0] };
}

/** @param {string} hidden @returns {HiddenLayer[]} */
export function parseHidden(hidden) {
  if (hidden === '') return [];
  return hidden.split('-').map((text) => {
    const [units, activation] = text.split('.');
    return { units: Number(units), activation: /** @type {Activation} */ (activation) };
  });
}

/** @param {HiddenLayer[]} layers */
export const formatHidden = (layers) =>
  layers.map(({ units, activation }) => `${units}.${activation}`).join('-');

/** @param {Recipe} recipe @returns {Architecture} */
export const architectureOf = ({ hidden, output, loss }) => ({
  inputs: 784,
  layers: [...parseHidden(hidden), { units: 10, activation: output }],
  loss,
});

/** Such as "784-64-16-10". @param {Recipe} recipe */
export const shapeOf = (recipe) =>
  [784, ...architectureOf(recipe).layers.map(({ units }) => units)].join('-');

/**
 * The network of an architecture as part of a recipe; null when the form cannot express it.
 * @param {Architecture} architecture @returns {Pick<Recipe, 'hidden' | 'output' | 'loss'> | null}
 */
export function recipeOfArchitecture({ inputs, layers, loss }) {
  const last = layers[layers.length - 1];
  const hidden = formatHidden(layers.slice(0, -1));
  const expressible =
    inputs === 784 &&
    last.units === 10 &&
    outputsOf(loss).includes(last.activation) &&
    schema.hidden.pattern.test(hidden);
  return expressible ? { hidden, output: last.activation, loss } : null;
}

/** @param {Recipe} recipe @returns {TrainerOptions} */
export const trainerOptions = (recipe) => ({
  architecture: architectureOf(recipe),
  initializer: recipe.initializer,
  optimizer: optimizerSpec(recipe.optimizer, recipe),
  learningRate: recipe.learningRate,
  batchSize: recipe.batchSize,
  l2: recipe.l2,
  seed: recipe.seed,
  stop: { epochs: recipe.stopEpochs, validationLoss: recipe.stopLoss },
  augmentation: augmentationOf(recipe),
});
