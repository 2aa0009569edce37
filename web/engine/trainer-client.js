/**
 * The page's side of the training worker. Events, with the worker's message as `detail`: `data`
 * (loading: done, total), `progress`, `snapshot`, `evaluation`, `rate`, `landscape-progress`,
 * `landscape`, `finder`; and `crash` (a description of the error), after which the next call starts
 * another worker.
 */
import * as Comlink from 'comlink';
import { CodedError, describe } from './errors.js';
import { isolateNextVisit } from './isolation.js';

/** @typedef {import('./worker/data-sets.js').Source} Source */
/** @typedef {import('./types.js').TrainerOptions} TrainerOptions */
/** @typedef {import('./worker/training-worker.js').Start} Start */

export class TrainerClient extends EventTarget {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {any} */
  #remote = null;
  /** @type {(error: CodedError) => void} rejects the calls under way */
  #abandon = () => {};
  /** @type {Promise<never>} */
  #abandoned = new Promise(() => {});

  #begin() {
    if (this.#worker) return;
    const worker = new Worker(new URL('./worker/training-worker.js', import.meta.url), {
      type: 'module',
    });
    this.#abandoned = new Promise((_, reject) => {
      this.#abandon = reject;
    });
    this.#abandoned.catch(() => {});
    worker.addEventListener('message', ({ data }) => {
      if (data.type === 'failed')
        this.#crash({ code: 'core', parameters: { reason: data.message } });
      else if (typeof data.type === 'string' && !data.id)
        this.dispatchEvent(new CustomEvent(data.type, { detail: data }));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#crash({ code: 'crash', parameters: { reason: event.message || 'worker' } });
    });
    worker.addEventListener('messageerror', () =>
      this.#crash({ code: 'crash', parameters: { reason: 'message' } }),
    );
    this.#worker = worker;
    this.#remote = Comlink.wrap(worker);
    isolateNextVisit();
  }

  /** @param {import('./errors.js').Description} description */
  #crash({ code, parameters }) {
    if (!this.#worker) return;
    this.#worker.terminate();
    this.#worker = null;
    const error = new CodedError(code, parameters);
    this.#abandon(error);
    this.dispatchEvent(new CustomEvent('crash', { detail: describe(error) }));
  }

  /**
   * @param {string} name of a function of the worker's API
   * @param {unknown[]} parameters
   * @returns {Promise<any>} rejects with a CodedError
   */
  async #call(name, ...parameters) {
    this.#begin();
    const answer = await Promise.race([this.#remote[name](...parameters), this.#abandoned]);
    if (answer.error) throw new CodedError(answer.error.code, answer.error.parameters);
    return answer.value;
  }

  /**
   * @param {TrainerOptions} options
   * @param {Source} source
   * @param {string} key the same key means the same data
   * @param {Start | null} [start]
   * @returns {Promise<{ train: number, test: number, parameters: number }>} sizes
   */
  prepare(options, source, key, start = null) {
    return this.#call('prepare', options, source, key, start);
  }

  cancelData() {
    return this.#call('cancelData');
  }

  /** @param {'run' | 'pause' | 'step' | 'sample' | 'epoch'} command */
  command(command) {
    return this.#call(command);
  }

  /** @param {Pick<TrainerOptions, 'optimizer' | 'batchSize' | 'l2' | 'stop' | 'augmentation'>} options */
  configure(options) {
    return this.#call('configure', options);
  }

  /** @param {number} value η of the next step */
  setLearningRate(value) {
    const sentAt = performance.timeOrigin + performance.now();
    this.#worker?.postMessage({ type: 'learning-rate', value, sentAt });
  }

  /**
   * @param {{ label: number, predicted: number } | null} cell
   * @param {number} limit
   * @returns {Promise<{ index: number, label: number, predicted: number, confidence: number, image: Float32Array }[]>}
   */
  mistakes(cell, limit) {
    return this.#call('mistakes', cell, limit);
  }

  /**
   * A training image and variants of it.
   * @param {number} sample @param {number} count
   * @param {import('./types.js').Augmentation} augmentation
   * @returns {Promise<{ label: number, images: Float32Array[] }>}  the image itself comes first
   */
  variants(sample, count, augmentation) {
    return this.#call('variants', sample, count, augmentation);
  }

  /**
   * Computes the landscape about the weights of this moment; the events `landscape-progress` and
   * `landscape` follow.
   * @param {import('./types.js').LandscapeOptions} options
   * @returns {Promise<void>}
   */
  startLandscape(options) {
    return this.#call('startLandscape', options);
  }

  cancelLandscape() {
    return this.#call('cancelLandscape');
  }

  /**
   * Where the training has been, in the plane of the landscape started last.
   * @returns {Promise<import('./types.js').LandscapePath>}
   */
  landscapePath() {
    return this.#call('landscapePath');
  }

  /**
   * Searches for a learning rate; events `finder` follow, the last one with `finished`.
   * @param {import('./types.js').FinderOptions} options
   * @returns {Promise<void>}
   */
  startFinder(options) {
    return this.#call('startFinder', options);
  }

  cancelFinder() {
    return this.#call('cancelFinder');
  }

  /**
   * @param {Record<string, string>} metadata
   * @param {'F32' | 'F16'} dtype
   * @returns {Promise<Uint8Array<ArrayBuffer>>} a safetensors file
   */
  save(metadata, dtype) {
    return this.#call('save', metadata, dtype);
  }

  /**
   * @param {Uint8Array} bytes of a safetensors file
   * @returns {Promise<{ architecture: import('./types.js').Architecture, metadata: Record<string, string>, theta: Float32Array }>}
   */
  readModel(bytes) {
    return this.#call('readModel', bytes);
  }
}
