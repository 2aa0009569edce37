/**
 * Light and dark. `auto` follows the system; a choice is stored in the browser and stands as
 * data-scheme on <html>.
 *
 * @typedef {'auto' | 'light' | 'dark'} Scheme
 */
import { readStored, store } from '../engine/storage/local.js';

const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** Dispatches `change` whenever the colours change; canvases then draw themselves again. */
export const schemeEvents = new EventTarget();

/** @type {Scheme} */
let current = 'auto';

export const scheme = () => current;

/** @param {Scheme} next */
export function setScheme(next) {
  apply(next);
  store('scheme', next);
}

/** @param {Scheme} next */
function apply(next) {
  current = next;
  if (next === 'auto') delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = next;
  schemeEvents.dispatchEvent(new Event('change'));
}

/** Call once, before the first view is drawn. */
export function restoreScheme() {
  systemDark.addEventListener('change', () => schemeEvents.dispatchEvent(new Event('change')));
  const stored = readStored('scheme', String);
  if (stored === 'light' || stored === 'dark') apply(stored);
}
