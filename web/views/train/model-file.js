/**
 * Model files: what the page writes into their metadata and what it reads back. The weights are
 * read and written by the core.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 * @typedef {import('./run.js').TrainingRun} TrainingRun
 */
import { hashFor } from '../../router.js';
import { CodedError } from '../../engine/errors.js';
import { readRecipe, recipeOfArchitecture, schema, shapeOf } from './recipe.js';

/** The largest network that the form can express takes less than a tenth of this. */
const maxModelBytes = 200 * 2 ** 20;

/**
 * @param {TrainingRun} run
 * @returns {Record<string, string>}
 */
export function modelMetadata({ recipe, applied, figures }) {
  const used = { ...recipe, data: applied?.data ?? recipe.data };
  const query = hashFor('train', schema, used).split('?')[1] ?? '';
  /** @type {Record<string, string>} */
  const metadata = {
    format: 'digit-descent',
    name: shapeOf(recipe),
    recipe: query,
    step: String(figures.step),
    epoch: String(figures.epoch),
    samples: String(figures.samples),
  };
  if (figures.testAccuracy !== null) {
    metadata.testAccuracy = String(figures.testAccuracy);
    metadata.testSet = `${used.data}, ${figures.testTotal}`;
  }
  return metadata;
}

/**
 * The recipe and the weights of a model file. Settings that the file does not mention stay as they
 * are.
 * @param {File} file
 * @param {Recipe} present
 * @param {import('../../engine/trainer-client.js').TrainerClient['readModel']} readModel
 * @returns {Promise<{ recipe: Recipe, theta: Float32Array,
 *   position: { step: number, epoch: number, samples: number } }>}
 */
export async function recipeOfModel(file, present, readModel) {
  if (file.size > maxModelBytes) {
    const size = Math.round(file.size / 2 ** 20);
    throw new CodedError('fileTooLarge', { name: file.name, size, limit: maxModelBytes / 2 ** 20 });
  }
  const { architecture, metadata, theta } = await readModel(
    new Uint8Array(await file.arrayBuffer()),
  );
  const network = recipeOfArchitecture(architecture);
  if (!network) {
    const shape = [architecture.inputs, ...architecture.layers.map(({ units }) => units)];
    throw new CodedError('modelShape', { name: file.name, shape: shape.join('-') });
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
