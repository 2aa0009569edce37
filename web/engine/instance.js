/**
 * One instance of a module: what Emscripten's glue makes of it, and the parts that other modules and
 * other threads work with.
 *
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {{
 *   engine: Engine, module: WebAssembly.Module, memory: WebAssembly.Memory,
 *   table: WebAssembly.Table,
 * }} Instance  `table`: of its functions, where pointers to functions are indices
 */
import { CodedError } from './errors.js';

/**
 * @param {(options: object) => Promise<Engine>} createModule  the glue
 * @param {string} url of its binary
 * @returns {Promise<Instance>}
 */
export function createInstance(createModule, url) {
  return new Promise((resolve, reject) => {
    /** @type {Omit<Instance, 'engine'>} */
    let parts;
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance) => void} done */
    const instantiateWasm = (imports, done) => {
      const begun = async () => {
        const { module, instance } = await instantiate(url, imports);
        parts = { module, ...memoryAndTable(imports, instance) };
        done(instance);
      };
      begun().catch(reject);
      return {};
    };
    const newError = (/** @type {ConstructorParameters<typeof CodedError>} */ ...error) =>
      new CodedError(...error);
    createModule({ instantiateWasm, newError }).then(
      (engine) => resolve({ engine, ...parts }),
      reject,
    );
  });
}

/**
 * By what they are, for the names of imports and exports are minified.
 * @param {WebAssembly.Imports} imports @param {WebAssembly.Instance} instance
 */
function memoryAndTable(imports, instance) {
  const values = [...Object.values(imports), instance.exports].flatMap(Object.values);
  const memory = values.find((value) => value instanceof WebAssembly.Memory);
  const table = values.find((value) => value instanceof WebAssembly.Table);
  if (!memory || !table) throw new Error('The module has no memory or no table of functions.');
  return { memory, table };
}

/** @param {string} url @returns {Promise<Response>} rejects when the host has no such file */
export async function request(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} gave HTTP ${response.status}.`);
  return response;
}

/** @param {string} url @param {WebAssembly.Imports} imports */
async function instantiate(url, imports) {
  const response = await request(url);
  const bytes = response.clone();
  try {
    return await WebAssembly.instantiateStreaming(response, imports);
  } catch (error) {
    // Some servers send .wasm as application/octet-stream, which streaming refuses.
    if (!(error instanceof TypeError)) throw error;
    return WebAssembly.instantiate(await bytes.arrayBuffer(), imports);
  }
}

/** A small module, not worth streaming. @param {string} url */
export async function compile(url) {
  return WebAssembly.compile(await (await request(url)).arrayBuffer());
}
