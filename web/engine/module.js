/**
 * Loads the WASM module, in the page and in the worker alike.
 *
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {'no-wasm' | 'no-simd' | 'load'} LoadErrorCode  why it cannot run here: each room has a
 *   sentence for it
 */

import sharedUrl from '../../build/wasm/digit-descent-shared.wasm?url';
import wholeUrl from '../../build/wasm/digit-descent.wasm?url';
import labsUrl from '../../build/wasm/labs.wasm?url';
import recognitionUrl from '../../build/wasm/recognition.wasm?url';
import { CodedError } from './errors.js';
import { createInstance } from './instance.js';

/**
 * The glue that Emscripten writes. Globs, because it is not there to be type-checked before the
 * modules are built.
 * @type {Record<string, () => Promise<unknown>>}
 */
const glue = import.meta.glob('../../build/wasm/*.mjs', { import: 'default' });

/**
 * Ink and recognition alone are a third of the whole, so that a visitor draws at once; the labs are
 * not for the worker to carry. The shared one is the whole one on memory that workers can share.
 * @typedef {'recognition' | 'labs' | 'digit-descent' | 'digit-descent-shared'} ModuleName
 * @type {Record<ModuleName, string>}
 */
const urls = {
  recognition: recognitionUrl,
  labs: labsUrl,
  'digit-descent': wholeUrl,
  'digit-descent-shared': sharedUrl,
};

/** A module with one function, () → v128: i32x4.splat(0). */
// prettier-ignore
const simdProbe = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 5, 1, 96, 0, 1, 123,
  3, 2, 1, 0,
  10, 8, 1, 6, 0, 65, 0, 253, 17, 11,
]);

/** @type {Map<ModuleName, Promise<Engine>>} */
const loading = new Map();
/** @type {Map<ModuleName, Engine>} */
const loaded = new Map();

/**
 * A module of this thread, loaded once. A failed load may be tried again.
 * @param {ModuleName} [name]  the whole one, unless ink and recognition suffice
 * @returns {Promise<Engine>} rejects with a CodedError, its code a LoadErrorCode
 */
export function loadModule(name = 'digit-descent') {
  const promise = loading.get(name) ?? load(name);
  loading.set(name, promise);
  promise.then(
    (engine) => loaded.set(name, engine),
    () => loading.delete(name),
  );
  return promise;
}

/** The module, after `loadModule`. @param {ModuleName} [name] */
export function loadedModule(name = 'digit-descent') {
  const engine = loaded.get(name);
  if (!engine) throw new Error('The module was asked for before it was loaded.');
  return engine;
}

/** @param {ModuleName} name */
async function load(name) {
  if (name !== 'digit-descent') return (await loadInstance(name)).engine;
  return (await loadWithKernels(name)).engine;
}

/**
 * A new instance of a module that trains, with faster kernels where the browser has them.
 * @param {'digit-descent' | 'digit-descent-shared'} name
 */
export async function loadWithKernels(name) {
  const { addKernels, compileKernels } = await import('./kernels.js');
  const [instance, kernels] = await Promise.all([loadInstance(name), compileKernels(name)]);
  const { engine, memory, table } = instance;
  if (kernels) engine.useKernels(addKernels(kernels, memory, table));
  return { ...instance, kernels };
}

/**
 * A new instance of a module.
 * @param {ModuleName} name
 * @returns {Promise<import('./instance.js').Instance>} rejects with a CodedError, its code a LoadErrorCode
 */
async function loadInstance(name) {
  if (typeof WebAssembly !== 'object') {
    throw new CodedError('no-wasm');
  }
  if (!WebAssembly.validate(simdProbe)) {
    throw new CodedError('no-simd');
  }
  try {
    const createModule = /** @type {(options: object) => Promise<Engine>} */ (
      await glue[`../../build/wasm/${name}.mjs`]()
    );
    return await createInstance(createModule, urls[name]);
  } catch (error) {
    throw new CodedError('load', { reason: /** @type {Error} */ (error).message });
  }
}
