// The built modules in Node: for the build, the tests and the measurement of the models.
import { readFileSync } from 'node:fs';
import { CodedError } from '../engine/errors.js';

/**
 * @param {URL} folder of the built modules, ending in "/"
 * @param {string} name
 * @param {(imports: WebAssembly.Imports) => WebAssembly.Imports} [change] what the module imports
 * @returns {Promise<any>} a fresh instance
 */
export async function instantiate(folder, name, change = (imports) => imports) {
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
