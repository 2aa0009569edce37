/**
 * The module as the training worker runs it: where the page is cross-origin isolated, on memory that
 * a second worker shares (cpp/compute/fork_join_pool.hpp). Everywhere else one thread computes the same.
 *
 * @typedef {import('../types.js').Engine} Engine
 * @typedef {{ engine: Engine, threads: () => number }} Training  `threads`: how many train by now
 */
import { loadModule, loadWithKernels } from '../module.js';

/** More threads would take more from the page, which draws at the same time, than they give. */
const poolSize = 2;

/** @type {Promise<Training> | null} */
let loading = null;

/** Loaded once; a failed load may be tried again. @returns {Promise<Training>} */
export function loadTraining() {
  loading ??= load();
  loading.catch(() => (loading = null));
  return loading;
}

/** @returns {Promise<Training>} */
async function load() {
  if (crossOriginIsolated && navigator.hardwareConcurrency >= poolSize) {
    try {
      return await loadShared();
    } catch {
      // Such as a browser that grants no shared memory of that size. If the network is at fault, the
      // other module says so.
    }
  }
  const engine = await loadModule();
  return { engine, threads: () => 1 };
}

/** @returns {Promise<Training>} */
async function loadShared() {
  const { module, memory, kernels, ...loaded } = await loadWithKernels('digit-descent-shared');
  const engine = /** @type {import('../types.js').SharedEngine} */ (loaded.engine);
  const { workers, ...work } = engine.createThreadPool(poolSize);
  for (const start of workers) {
    const worker = new Worker(new URL('./pool-worker.js', import.meta.url), { type: 'module' });
    // Without it the others do its work; the error would end this worker.
    worker.addEventListener('error', (event) => event.preventDefault());
    worker.postMessage({ ...work, ...start, module, memory, kernels });
  }
  return { engine, threads: () => engine.activeThreads() };
}
