/**
 * Loads the WASM module, in the page and in the worker alike. The C++ returns `{error}` where an
 * input is refused; here that becomes a thrown Error with the same sentence.
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
    const createModule = /** @type {(options: object) => Promise<Record<string, any>>} */ (
      await Object.values(glue)[0]()
    );
    return /** @type {Engine} */ (/** @type {unknown} */ (throwing(await create(createModule))));
  } catch (error) {
    throw new EngineError(
      'load',
      `The module did not load: ${/** @type {Error} */ (error).message}`,
    );
  }
}

/**
 * @param {(options: object) => Promise<Record<string, any>>} createModule
 * @returns {Promise<Record<string, any>>}
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

/**
 * The module's functions, and the methods of its classes, with `{error}` thrown.
 * @param {Record<string, any>} module
 */
function throwing(module) {
  /** @type {Record<string, Function>} */
  const engine = {};
  for (const [name, value] of Object.entries(module)) {
    if (typeof value !== 'function') continue;
    if (typeof value.prototype?.delete === 'function') wrapMethods(value.prototype);
    else if (!name.startsWith('_')) engine[name] = unwrapping(value);
  }
  return engine;
}

/** @param {Record<string, any>} prototype of an Embind class */
function wrapMethods(prototype) {
  for (const [name, { value, writable }] of Object.entries(
    Object.getOwnPropertyDescriptors(prototype),
  )) {
    if (typeof value === 'function' && writable && name !== 'constructor') {
      prototype[name] = unwrapping(value);
    }
  }
}

/** @param {Function} call */
function unwrapping(call) {
  /** @this {unknown} @param {unknown[]} parameters */
  return function (...parameters) {
    const result = call.apply(this, parameters);
    if (typeof result?.error === 'string') throw new Error(result.error);
    return result;
  };
}
