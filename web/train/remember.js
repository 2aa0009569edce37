/** The settings of the last visit, as the query of a link; nothing where storage is forbidden. */
import { hashFor } from '../app/router.js';
import { schema } from './recipe.js';

const storageKey = 'digit-descent.train';

export function rememberedQuery() {
  try {
    return new URLSearchParams(localStorage.getItem(storageKey) ?? '');
  } catch {
    return new URLSearchParams();
  }
}

/** @param {import('./recipe.js').Recipe} recipe */
export function rememberRecipe(recipe) {
  try {
    localStorage.setItem(storageKey, hashFor('train', schema, recipe).split('?')[1] ?? '');
  } catch {
    // The settings then last as long as the page.
  }
}
