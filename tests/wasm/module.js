// Gives the tests in Node the very module that the page runs, or the one that the variable MODULES
// names: wasm-debug, which `npm run build:debug` builds.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { CodedError } from '../../web/engine/errors.js';

export const folder = new URL(`../../build/${process.env.MODULES ?? 'wasm'}/`, import.meta.url);

/** @returns {Promise<any>} a fresh instance of the Embind module that the worker runs */
export const createInstance = () => create('digit-descent');

/** @returns {Promise<object>} the same on shared memory */
export const createSharedInstance = () => create('digit-descent-shared');

/** @returns {Promise<object>} a fresh instance of the module of the labs */
export const createLabs = () => create('labs');

/**
 * @param {string} name
 * @param {(imports: WebAssembly.Imports) => WebAssembly.Imports} [change] what the module imports
 */
export async function create(name, change = (imports) => imports) {
  const { default: createModule } = await import(/* @vite-ignore */ `${folder}${name}.mjs`);
  return createModule({
    newError: (code, parameters) => new CodedError(code, parameters),
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(readFileSync(new URL(`${name}.wasm`, folder)), change(imports)).then(
        ({ instance, module }) => done(instance, module),
      );
      return {};
    },
  });
}

/** What an error thrown has to be: its code, and some of its parameters. */
export const coded = (code, parameters = {}) =>
  expect.objectContaining({ code, parameters: expect.objectContaining(parameters) });
