// Gives the tests in Node the very module that the page runs, or the one that the variable MODULES
// names: wasm-debug, which `npm run build:debug` builds.
import { expect } from 'vitest';
import { instantiate } from '../../web/build/node-module.mjs';

export const folder = new URL(`../../build/${process.env.MODULES ?? 'wasm'}/`, import.meta.url);

/** @returns {Promise<any>} a fresh instance of the Embind module that the worker runs */
export const createInstance = () => create('digit-descent');

/** @returns {Promise<any>} the same on shared memory */
export const createSharedInstance = () => create('digit-descent-shared');

/** @returns {Promise<object>} a fresh instance of the module of the labs */
export const createLabs = () => create('labs');

/**
 * @param {string} name
 * @param {(imports: WebAssembly.Imports) => WebAssembly.Imports} [change] what the module imports
 */
export const create = (name, change) => instantiate(folder, name, change);

/** What an error thrown has to be: its code, and some of its parameters. */
export const coded = (code, parameters = {}) =>
  expect.objectContaining({ code, parameters: expect.objectContaining(parameters) });
