// The page's own training worker over many epochs; tests/bench/memory.js calls window.longRun.
import { WorkerClient } from '../../../web/engine/worker-protocol.js';

/** @type {WorkerClient<any, any>} */
const client = new WorkerClient(
  () => new Worker(new URL('./long-run-worker.js', import.meta.url), { type: 'module' }),
);
let epoch = 0;
/** Settles the promise that waits for the next progress. */
/** @type {{ resolve?: (value: unknown) => void, reject?: (error: Error) => void }} */
let settle = {};
client.on('progress', (progress) => {
  ({ epoch } = progress);
  settle.resolve?.(undefined);
});
client.on('crash', ({ parameters }) => settle.reject?.(new Error(parameters.reason)));

window.longRun = {
  /** @param {object} options of the trainer @param {object} files see Source in data-sets.js */
  prepare: (options, files) =>
    client.call('prepare', options, { kind: 'mnist', files }, 'mnist', null),

  /**
   * Trains on until so many epochs are done, or for so long.
   * @param {number} epochs in all
   * @param {number} milliseconds
   * @returns {Promise<number>} epochs done in all
   */
  async trainUntil(epochs, milliseconds) {
    const deadline = performance.now() + milliseconds;
    await client.call('run');
    while (epoch < epochs && performance.now() < deadline)
      await new Promise((resolve, reject) => (settle = { resolve, reject }));
    await client.call('pause');
    return epoch;
  },

  /** Bytes of the WebAssembly memory. @returns {Promise<number>} */
  memory: () => client.call('memory'),
};
