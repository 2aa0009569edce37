/**
 * Loads the WASM module, in the page and in the worker alike.
 *
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {'no-wasm' | 'no-simd' | 'load'} EngineErrorCode
 */

import wholeUrl from '../../build/wasm/digit-descent.wasm?url';
import labsUrl from '../../build/wasm/labs.wasm?url';
import recognitionUrl from '../../build/wasm/recognition.wasm?url';

/**
 * The glue that Emscripten writes. Globs, because it is not there to be type-checked before the
 * modules are built.
 * @type {Record<string, () => Promise<unknown>>}
 */
const glue = import.meta.glob('../../build/wasm/*.mjs', { import: 'default' });

/**
 * Ink and recognition alone are a third of the whole, so that a visitor draws at once; the labs are
 * not for the worker to carry.
 * @typedef {'recognition' | 'labs' | 'digit-descent'} ModuleName
 * @type {Record<ModuleName, string>}
 */
const urls = { recognition: recognitionUrl, labs: labsUrl, 'digit-descent': wholeUrl };

/** Why the module cannot run here; the page has a sentence for each code. */
export class EngineError extends Error {
  /** @param {EngineErrorCode} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}

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

/**
 * A module of this thread, loaded once. A failed load may be tried again.
 * @param {ModuleName} [name]  the whole one, unless ink and recognition suffice
 * @returns {Promise<Engine>} rejects with an EngineError
 */
export function loadModule(name = 'digit-descent') {
  const loaded = loading.get(name) ?? load(name);
  loading.set(name, loaded);
  loaded.catch(() => loading.delete(name));
  return loaded;
}

/** @param {ModuleName} name */
async function load(name) {
  if (typeof WebAssembly !== 'object') {
    throw new EngineError('no-wasm', 'This browser has no WebAssembly.');
  }
  if (!WebAssembly.validate(simdProbe)) {
    throw new EngineError('no-simd', 'This browser has no WebAssembly SIMD.');
  }
  try {
    const createModule = /** @type {(options: object) => Promise<Engine>} */ (
      await glue[`../../build/wasm/${name}.mjs`]()
    );
    return await create(createModule, urls[name]);
  } catch (error) {
    throw new EngineError(
      'load',
      `The module did not load: ${/** @type {Error} */ (error).message}`,
    );
  }
}

/**
 * @param {(options: object) => Promise<Engine>} createModule
 * @param {string} url of its binary
 * @returns {Promise<Engine>}
 */
function create(createModule, url) {
  return new Promise((resolve, reject) => {
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance) => void} done */
    const instantiateWasm = (imports, done) => {
      instantiate(url, imports).then(done, reject);
      return {};
    };
    createModule({ instantiateWasm }).then(resolve, reject);
  });
}

/** @param {string} url @param {WebAssembly.Imports} imports */
async function instantiate(url, imports) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} gave HTTP ${response.status}.`);
  const bytes = response.clone();
  try {
    return (await WebAssembly.instantiateStreaming(response, imports)).instance;
  } catch (error) {
    // Some servers send .wasm as application/octet-stream, which streaming refuses.
    if (!(error instanceof TypeError)) throw error;
    return (await WebAssembly.instantiate(await bytes.arrayBuffer(), imports)).instance;
  }
}
