/**
 * Reads drawings in the page itself, with this thread's own instance of the module.
 *
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./types.js').Architecture} Architecture
 * @typedef {import('./types.js').Network} Network
 * @typedef {import('./types.js').Image} Image
 */

import { CodedError } from './errors.js';
import { loadModule } from './module.js';

export class Recognizer {
  /** @type {Network | null} */
  #network = null;
  /** @type {Architecture | null} */
  #architecture = null;
  /** Whether the network's weights come from the training that runs. */
  #inTraining = false;

  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /** @returns {Promise<Recognizer>} rejects with an EngineError */
  static async load() {
    return new Recognizer(await loadModule('recognition'));
  }

  /** null: no model was loaded yet. */
  get architecture() {
    return this.#architecture;
  }

  /**
   * Reads with a model file from now on. Throws the module's sentence when the file is no model, and
   * a CodedError `networkShape` when its network is not from 784 pixels to ten digits; the network
   * from before then stays.
   * @param {Uint8Array} bytes
   */
  useModel(bytes) {
    this.#use(this.engine.networkFromModel(bytes), false);
  }

  /**
   * Reads with the weights of the network in training.
   * @param {{ architecture: Architecture, theta: Float32Array }} snapshot
   */
  useSnapshot({ architecture, theta }) {
    const same =
      this.#inTraining && JSON.stringify(architecture) === JSON.stringify(this.#architecture);
    if (!same) this.#use(this.engine.newNetwork(architecture, 'zero', 0), true);
    this.#network?.setParameters(theta);
  }

  /** @param {Network} network @param {boolean} inTraining */
  #use(network, inTraining) {
    const architecture = network.architecture();
    const outputs = architecture.layers.at(-1)?.units;
    if (architecture.inputs !== 784 || outputs !== 10) {
      network.delete();
      throw new CodedError('networkShape', { inputs: architecture.inputs, outputs: outputs ?? 0 });
    }
    this.#network?.delete();
    this.#network = network;
    this.#architecture = architecture;
    this.#inTraining = inTraining;
  }

  /**
   * @param {{ points: Float32Array, lengths: Int32Array }} strokes
   * @returns {Image | null} null when nothing is drawn
   */
  imageFromStrokes({ points, lengths }) {
    return this.engine.imageFromStrokes(points, lengths);
  }

  /**
   * @param {{ rgba: Uint8Array, width: number, height: number }} picture
   * @returns {Image | null} null when no ink stands out
   */
  imageFromBitmap({ rgba, width, height }) {
    return this.engine.imageFromBitmap(rgba, width, height);
  }

  /**
   * @param {Image} image
   * @returns {Float32Array | null} ten probabilities; null when no model was loaded yet
   */
  recognize(image) {
    return this.#network?.recognize(image) ?? null;
  }

  /** What every layer gave in the last `recognize`. @returns {Float32Array[]} */
  activations() {
    const network = this.#network;
    return network ? (this.#architecture?.layers.map((_, i) => network.activations(i)) ?? []) : [];
  }

  /** @param {number} layer @param {number} unit */
  incomingWeights(layer, unit) {
    return this.#network?.incomingWeights(layer, unit) ?? null;
  }
}
