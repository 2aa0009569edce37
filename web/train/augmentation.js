/**
 * The kinds of change by which a training image is varied, as the recipe switches them on.
 *
 * @typedef {import('../engine/types.js').Augmentation} Augmentation
 * @typedef {import('./recipe.js').Recipe} Recipe
 * @typedef {'varyShape' | 'varyElastic' | 'varyPen' | 'varyGaps'} Kind
 */

/** What each kind changes at strength 1: about what the default network was trained with. */
const amounts = /** @type {Record<Kind, Augmentation>} */ ({
  varyShape: { rotation: 0.2, shear: 0.2, scale: 0.12, aspect: 0.12, translation: 1.2 },
  varyElastic: { displacement: 1.4, smoothness: 4 },
  varyPen: { penWidth: 0.4 },
  varyGaps: { erasure: 0.15 },
});

export const kinds = /** @type {Kind[]} */ (Object.keys(amounts));

/** Not a length to be multiplied: how far the distortion reaches, whatever its strength. */
const fixed = 'smoothness';

/**
 * @param {Recipe} recipe @returns {Augmentation | null}  null: every image is trained on as it is
 */
export function augmentationOf(recipe) {
  const chosen = kinds.filter((kind) => recipe[kind]);
  if (chosen.length === 0) return null;
  const entries = chosen
    .flatMap((kind) => Object.entries(amounts[kind]))
    .map(([name, amount]) => [name, name === fixed ? amount : amount * recipe.varyStrength]);
  return Object.fromEntries(entries);
}
