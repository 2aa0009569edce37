// The page's own training worker over many epochs; tests/bench/memory.js calls window.longRun.
import * as Comlink from 'comlink';

const worker = new Worker(new URL('./long-run-worker.js', import.meta.url), { type: 'module' });
const remote = Comlink.wrap(worker);
let epoch = 0;

/** The next message of a type. @param {string} type @returns {Promise<any>} */
const next = (type) =>
  new Promise((resolve, reject) => {
    worker.addEventListener('message', function listen({ data }) {
      if (data.type === 'failed') reject(new Error(data.message));
      if (data.type !== type) return;
      worker.removeEventListener('message', listen);
      resolve(data);
    });
  });

async function call(name, ...parameters) {
  const { value, error } = await remote[name](...parameters);
  if (error) throw new Error(`${name}: ${error.code} ${JSON.stringify(error.parameters)}`);
  return value;
}

window.longRun = {
  /** @param {object} options of the trainer @param {object} files see Source in data-sets.js */
  prepare: (options, files) => call('prepare', options, { kind: 'mnist', files }, 'mnist', null),

  /**
   * Trains on until so many epochs are done, or for so long.
   * @param {number} epochs in all
   * @param {number} milliseconds
   * @returns {Promise<number>} epochs done in all
   */
  async trainUntil(epochs, milliseconds) {
    const deadline = performance.now() + milliseconds;
    await call('run');
    while (epoch < epochs && performance.now() < deadline) epoch = (await next('progress')).epoch;
    await call('pause');
    return epoch;
  },

  /** Bytes of the WebAssembly memory. @returns {Promise<number>} */
  async memory() {
    const answer = next('memory');
    worker.postMessage({ type: 'memory' });
    return (await answer).bytes;
  },
};
