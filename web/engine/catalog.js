/**
 * The optimizers, activations, losses and initializers of the core (cpp/bindings/catalog_bindings),
 * in the order of forms: the one table that every form, link and recipe reads.
 *
 * @typedef {import('./types.js').Catalog} Catalog
 * @typedef {import('./types.js').Loss} Loss
 * @typedef {Record<string, any>} Values  of a schema, the settings of optimizers among them
 */

/**
 * What the build wrote of the module, which a form must not wait for. A glob, because it is not
 * there to be type-checked before that.
 */
const [catalog] = /** @type {Catalog[]} */ (
  Object.values(
    import.meta.glob('../../build/wasm/catalog.json', { eager: true, import: 'default' }),
  )
);

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
 * @param {string} name @param {Values} values @returns {import('./types.js').OptimizerSpec}
 */
export const optimizerSpec = (name, values) => ({
  name,
  ...Object.fromEntries(optimizerFacts(name).settings.map((setting) => [setting, values[setting]])),
});
