/** Which labs the reader has worked with, stored in the browser. */
import { readStored, store } from '../engine/storage/local.js';

/** @type {Set<string>} */
const tried = new Set(readStored('labs', (text) => JSON.parse(text).map(String)));

/** @param {string} lab */
export const hasTried = (lab) => tried.has(lab);

/** @param {string} lab */
export function markTried(lab) {
  if (tried.has(lab)) return;
  tried.add(lab);
  storeTried();
}

export function forgetProgress() {
  tried.clear();
  storeTried();
}

const storeTried = () => store('labs', JSON.stringify([...tried]));
