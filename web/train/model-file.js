/**
 * Model files: what the page writes into their metadata and what it reads back. The weights are
 * read and written by the core.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 * @typedef {import('./run.js').RunRecord} RunRecord
 */
import { CodedError, checkSize } from '../engine/errors.js';
import { queryOf, readRecipe, recipeOfArchitecture, shapeOf } from './recipe.js';

/** The largest network that the form can express takes less than a tenth of this. */
const maxModelBytes = 200 * 2 ** 20;

/**
 * @param {RunRecord} record @param {number} testTotal  samples on which its accuracy was measured
 * @returns {Record<string, string>}
 */
export function modelMetadata({ recipe, step, epoch, samples, testAccuracy }, testTotal) {
  /** @type {Record<string, string>} */
  const metadata = {
    format: 'digit-descent',
    name: shapeOf(recipe),
    recipe: queryOf(recipe),
    step: String(step),
    epoch: String(epoch),
    samples: String(samples),
  };
  if (testAccuracy !== null) {
    metadata.testAccuracy = String(testAccuracy);
    metadata.testSet = `${recipe.data}, ${testTotal}`;
  }
  return metadata;
}

/**
 * The recipe and the weights of a model file. Settings that the file does not mention stay as they
 * are.
 * @param {File} file @param {Recipe} present
 * @param {import('../engine/trainer-client.js').TrainerClient} client
 * @returns {Promise<{ recipe: Recipe, theta: Float32Array,
 *   position: { step: number, epoch: number, samples: number } }>}
 */
export async function recipeOfModel(file, present, client) {
  checkSize(file, maxModelBytes, 'fileTooLarge', 2 ** 20);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { architecture, metadata, theta } = await client.call('readModel', bytes);
  const network = recipeOfArchitecture(architecture);
  if (!network) {
    const shape = [architecture.inputs, ...architecture.layers.map(({ units }) => units)];
    throw new CodedError('networkLayers', { name: file.name, shape: shape.join('-') });
  }
  const written = new URLSearchParams(metadata.recipe ?? '');
  const { recipe: read } = readRecipe(written);
  // Data do not come with the file; all else that it was trained with does.
  const recipe =
    metadata.recipe === undefined
      ? { ...present, ...network }
      : { ...read, ...network, data: present.data, count: present.count };
  const count = (/** @type {string} */ name) => {
    const value = Number(metadata[name]);
    return Number.isSafeInteger(value) && value > 0 ? value : 0;
  };
  return {
    recipe,
    theta,
    position: { step: count('step'), epoch: count('epoch'), samples: count('samples') },
  };
}
