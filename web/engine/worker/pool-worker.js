/** A worker that computes for the training worker. The only message is its Post. */
import { addKernels } from '../kernels.js';

/**
 * @typedef {{
 *   module: WebAssembly.Module, memory: WebAssembly.Memory, kernels: WebAssembly.Module | null,
 *   setStack: number, workerLoop: number, pool: number, worker: number, stackTop: number,
 * }} Post  the module and memory of the thread that trains, and ThreadPoolWork of types.d.ts
 */

/**
 * Runs the loop of a worker, which does not end while the thread lives. This instance of the module has the
 * memory of the first, a table with the same functions in the same places, and a stack of its own;
 * it has no glue, so it can call no JavaScript.
 * @param {Post} post
 */
async function runWorker(post) {
  const { module, memory, kernels, setStack, workerLoop, pool, worker, stackTop } = post;
  const instance = await WebAssembly.instantiate(module, importsOf(module, memory));
  const { exports } = instance;
  const table = Object.values(exports).find((value) => value instanceof WebAssembly.Table);
  if (!table) throw new Error('The module has no table of functions.');
  if (kernels) addKernels(kernels, memory, table);
  table.get(setStack)(stackTop);
  table.get(workerLoop)(pool, worker);
}

/** @param {WebAssembly.Module} module @param {WebAssembly.Memory} memory */
function importsOf(module, memory) {
  /** @type {Record<string, Record<string, WebAssembly.ImportValue>>} */
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] =
      kind === 'memory'
        ? memory
        : () => {
            throw new Error(`A worker of a thread pool cannot call the ${kind} ${from}.${name}.`);
          };
  }
  return imports;
}

self.addEventListener('message', (/** @type {MessageEvent} */ { data }) => void runWorker(data));
