/**
 * The module of this thread with the mathematics of the labs. What a lab calls in it is described
 * in labs/<lab>.d.ts.
 */
import { loadModule } from './module.js';

/** @type {unknown} */
let loaded = null;

/** @returns {Promise<void>} rejects with a CodedError */
export async function loadLabs() {
  loaded = await loadModule('labs');
}

/** The module, after `loadLabs`; a lab takes it as what it knows of it. */
export function labs() {
  if (!loaded) throw new Error('The module was asked for before it was loaded.');
  return loaded;
}
