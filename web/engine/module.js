/**
 * Loads the WASM module, in the page and in the worker alike.
 *
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {'no-wasm' | 'no-simd' | 'load'} EngineErrorCode
 */

import wasmUrl from '../../build/wasm/digit-descent.wasm?url';

/**
 * The glue that Emscripten writes. A glob, because it is not there to be type-checked before the
 * module is built.
 * @type {Record<string, () => Promise<unknown>>}
 */
const glue = import.meta.glob('../../build/wasm/digit-descent.mjs', { import: 'default' });

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

/** @type {Promise<Engine> | null} */
let loading = null;

/**
 * The module of this thread, loaded once. A failed load may be tried again.
 * @returns {Promise<Engine>} rejects with an EngineError
 */
export function loadModule() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  if (typeof WebAssembly !== 'object') {
    throw new EngineError('no-wasm', 'This browser has no WebAssembly.');
  }
  if (!WebAssembly.validate(simdProbe)) {
    throw new EngineError('no-simd', 'This browser has no WebAssembly SIMD.');
  }
  try {
    const createModule = /** @type {(options: object) => Promise<Engine>} */ (
      await Object.values(glue)[0]()
    );
    return await create(createModule);
  } catch (error) {
    throw new EngineError(
      'load',
      `The module did not load: ${/** @type {Error} */ (error).message}`,
    );
  }
}

/**
 * @param {(options: object) => Promise<Engine>} createModule
 * @returns {Promise<Engine>}
 */
function create(createModule) {
  return new Promise((resolve, reject) => {
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance) => void} done */
    const instantiateWasm = (imports, done) => {
      instantiate(imports).then(done, reject);
      return {};
    };
    createModule({ instantiateWasm }).then(resolve, reject);
  });
}

/** @param {WebAssembly.Imports} imports */
async function instantiate(imports) {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`${wasmUrl} gave HTTP ${response.status}.`);
  const bytes = response.clone();
  try {
    return (await WebAssembly.instantiateStreaming(response, imports)).instance;
  } catch (error) {
    // Some servers send .wasm as application/octet-stream, which streaming refuses.
    if (!(error instanceof TypeError)) throw error;
    return (await WebAssembly.instantiate(await bytes.arrayBuffer(), imports)).instance;
  }
}
