/**
 * Light and dark. `auto` follows the system; a choice is kept in the browser and stands as
 * data-scheme on <html>.
 *
 * @typedef {'auto' | 'light' | 'dark'} Scheme
 */

const storageKey = 'digit-descent.scheme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** Dispatches `change` whenever the colours change; canvases then draw themselves again. */
export const schemeEvents = new EventTarget();

/** @type {Scheme} */
let current = 'auto';

export function scheme() {
  return current;
}

/** @param {Scheme} next */
export function setScheme(next) {
  apply(next);
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // The choice then lasts as long as the page.
  }
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
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept === 'light' || kept === 'dark') apply(kept);
  } catch {
    // Storage may be forbidden; the system's scheme then decides.
  }
}
