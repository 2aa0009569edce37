// Gives the tests in Node the very module that the page runs.
import { readFileSync } from 'node:fs';
import createModule from '../../build/wasm/digit-descent.mjs';

const binary = new URL('../../build/wasm/digit-descent.wasm', import.meta.url);

/** @returns {Promise<object>} a fresh instance of the Embind module */
export function createInstance() {
  return createModule({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(readFileSync(binary), imports).then(({ instance, module }) =>
        done(instance, module),
      );
      return {};
    },
  });
}
