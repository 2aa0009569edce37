/**
 * A library that trains in this thread.
 *
 * @typedef {object} Trainer
 * @property {() => void | Promise<void>} train
 * @property {number} batchesInCall  mini-batches that one `train` runs
 * @property {() => number | Promise<number>} accuracy  of the test set, 0 … 1
 *
 * @typedef {Record<'train' | 'test', { images: Float32Array, labels: Uint8Array }>} Data
 */
export class Library {
  #create;
  #batchSize = 0;
  /** @type {Trainer} */
  #trainer = { train() {}, batchesInCall: 0, accuracy: () => 0 };

  /** @param {(options: any, data: Data) => Promise<Trainer>} create */
  constructor(create) {
    this.#create = create;
  }

  async ask(request) {
    if (request.start) {
      this.#batchSize = request.start.batchSize;
      this.#trainer = await this.#create(request.start, await mnist());
      return {};
    }
    if (request.train) return this.#train(request.train);
    return { accuracy: await this.#trainer.accuracy() };
  }

  async #train(milliseconds) {
    const start = performance.now();
    let batches = 0;
    let elapsed = 0;
    while (elapsed < milliseconds) {
      await this.#trainer.train();
      batches += this.#trainer.batchesInCall;
      elapsed = performance.now() - start;
    }
    return { samples: batches * this.#batchSize, seconds: elapsed / 1000 };
  }
}

/** @type {Promise<Data> | undefined} */
let loading;

/** Pixels as 0 … 1, as the libraries want them. */
const mnist = () => (loading ??= load());

async function load() {
  const read = async (part) => {
    const images = await readIdx(`${part}-images-idx3`);
    const labels = await readIdx(`${part}-labels-idx1`);
    return {
      images: Float32Array.from(images.subarray(16), (pixel) => pixel / 255), // past the headers
      labels: labels.slice(8),
    };
  };
  return { train: await read('train'), test: await read('t10k') };
}

/** An IDX file of MNIST. @param {string} name @returns {Promise<Uint8Array>} */
export async function readIdx(name) {
  return new Uint8Array(await (await fetch(`/mnist/${name}-ubyte`)).arrayBuffer());
}
