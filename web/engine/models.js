/**
 * The models in weights/, each a safetensors file with a card beside it.
 *
 * @typedef {{
 *   name: string, file: string, title: { en: string, zh: string },
 *   architecture: import('./types.js').Architecture, accuracy: { t10k: number }, default: boolean,
 * }} ModelCard  `accuracy`: fractions 0…1
 */

import { request } from './instance.js';

/** @type {Record<string, ModelCard>} */
const cards = import.meta.glob(['../../weights/*.json', '!../../weights/recipes.json'], {
  eager: true,
  import: 'default',
});

/** @type {Record<string, string>} */
const urls = import.meta.glob('../../weights/*.safetensors', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The default first, then by accuracy. */
export const modelCards = Object.values(cards).sort(
  (a, b) => Number(b.default) - Number(a.default) || b.accuracy.t10k - a.accuracy.t10k,
);

/** @type {Map<string, Promise<Uint8Array>>} downloads by the card's name */
const downloads = new Map();

/**
 * The bytes of a model's file, asked for once; a failed download may be tried again.
 * @param {ModelCard} card @returns {Promise<Uint8Array>} rejects when the host does not give it
 */
export function fetchModel(card) {
  const url = urls[`../../weights/${card.file}`];
  const download =
    downloads.get(card.name) ??
    request(url).then(async (response) => new Uint8Array(await response.arrayBuffer()));
  downloads.set(card.name, download);
  download.catch(() => downloads.delete(card.name));
  return download;
}
