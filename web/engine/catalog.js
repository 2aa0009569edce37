/**
 * The optimizers, activations, losses and initializers of the core, in the order of forms: the
 * one table that every form, link and recipe reads.
 *
 * @typedef {import('./types.js').Catalog} Catalog
 * @typedef {import('./types.js').Loss} Loss
 * @typedef {Record<string, any>} Values  of a schema, the settings of optimizers among them
 */

const share = { min: 0, max: 0.999999 };

/** @type {Catalog} */
const catalog = {
  settings: {
    momentum: { default: 0.9, ...share },
    decay: { default: 0.9, ...share },
    beta1: { default: 0.9, ...share },
    beta2: { default: 0.999, ...share },
    epsilon: { default: 1e-8, min: 1e-12, max: 1 },
  },
  optimizers: [
    { name: 'sgd', settings: [], networkRate: 0.2, planeRate: null },
    { name: 'momentum', settings: ['momentum'], networkRate: 0.02, planeRate: null },
    { name: 'nesterov', settings: ['momentum'], networkRate: 0.02, planeRate: null },
    { name: 'adagrad', settings: ['epsilon'], networkRate: 0.01, planeRate: 0.5 },
    { name: 'rmsprop', settings: ['decay', 'epsilon'], networkRate: 0.001, planeRate: 0.05 },
    { name: 'adam', settings: ['beta1', 'beta2', 'epsilon'], networkRate: 0.001, planeRate: 0.1 },
  ],
  hiddenActivations: ['relu', 'leakyRelu', 'sigmoid', 'tanh', 'identity'],
  losses: [
    { name: 'crossEntropy', outputs: ['softmax'] },
    { name: 'binaryCrossEntropy', outputs: ['sigmoid'] },
    {
      name: 'quadratic',
      outputs: ['sigmoid', 'softmax', 'identity', 'tanh', 'relu', 'leakyRelu'],
    },
  ],
  initializers: ['he', 'xavier', 'normal', 'zero'],
};

/** The default and the range of each setting that some optimizer reads. */
export const { settings, hiddenActivations, initializers } = catalog;
export const optimizers = catalog.optimizers.map(({ name }) => name);
export const losses = catalog.losses.map(({ name }) => name);

/** Activations of the output layer that a loss can follow. @param {Loss} loss */
export const outputsOf = (loss) => catalog.losses.find(({ name }) => name === loss)?.outputs ?? [];

const byName = new Map(catalog.optimizers.map((facts) => [facts.name, facts]));

/** @param {string} name */
export const optimizerFacts = (name) =>
  /** @type {Catalog['optimizers'][number]} */ (byName.get(name));

/**
 * An optimizer as the module takes it, with those of the values that it reads.
 * @param {string} name
 * @param {Values} values
 * @returns {import('./types.js').OptimizerSpec}
 */
export const optimizerSpec = (name, values) => ({
  name,
  ...Object.fromEntries(optimizerFacts(name).settings.map((setting) => [setting, values[setting]])),
});
