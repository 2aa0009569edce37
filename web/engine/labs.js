/**
 * The module of this thread with the mathematics of the labs. What a lab calls in it is described
 * in labs/<lab>.d.ts.
 */
import { loadModule, loadedModule } from './module.js';

/** Rejects with a CodedError. */
export const loadLabs = () => loadModule('labs');

/** The module, after `loadLabs`; a lab takes it as what it knows of it. @returns {unknown} */
export const labs = () => loadedModule('labs');
