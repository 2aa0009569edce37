// Gives the tests in Node the very module that the page runs.
import { readFileSync } from 'node:fs';
import createWhole from '../../build/wasm/digit-descent.mjs';
import createShared from '../../build/wasm/digit-descent-shared.mjs';
import createLabsModule from '../../build/wasm/labs.mjs';

/** @returns {Promise<object>} a fresh instance of the Embind module that the worker runs */
export const createInstance = () => create(createWhole, 'digit-descent');

/** @returns {Promise<object>} the same on shared memory */
export const createSharedInstance = () => create(createShared, 'digit-descent-shared');

/** @returns {Promise<object>} a fresh instance of the module of the labs */
export const createLabs = () => create(createLabsModule, 'labs');

function create(createModule, name) {
  const binary = new URL(`../../build/wasm/${name}.wasm`, import.meta.url);
  return createModule({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(readFileSync(binary), imports).then(({ instance, module }) =>
        done(instance, module),
      );
      return {};
    },
  });
}
