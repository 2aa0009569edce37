/**
 * Reads drawings in the page itself, with this thread's own instance of the module.
 *
 * @typedef {import('./types.js').Architecture} Architecture
 * @typedef {import('./types.js').Network} Network
 * @typedef {import('./types.js').Image} Image
 * @typedef {import('./types.js').Recognition & { image: Image, bounds: number[] | null }} Digit
 *   `probabilities` of 0 … 9, and of none where the model has that for an eleventh; `bounds`: left,
 *   top, right, bottom of what was drawn
 */

import { CodedError } from './errors.js';

export class Recognizer {
  /** What reads; null: no model was loaded yet. @type {Network | null} */
  network = null;
  /** Its own. @type {Architecture | null} */
  architecture = null;
  /** Whether the network's weights come from the training that runs. */
  #inTraining = false;

  /** @param {import('./types.js').Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /**
   * Reads with a model file from now on. Throws the module's sentence when the file is no model, and
   * a CodedError `networkShape` when its network is not from 784 pixels to ten digits (and none); the network
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
      this.#inTraining && JSON.stringify(architecture) === JSON.stringify(this.architecture);
    if (!same) this.#use(this.engine.newNetwork(architecture, 'zero', 0), true);
    this.network?.setParameters(theta);
  }

  /** @param {Network} network @param {boolean} inTraining */
  #use(network, inTraining) {
    const architecture = network.architecture();
    const outputs = architecture.layers.at(-1)?.units;
    const classes = network.classes();
    const fits = classes.length === 10 || (classes.length === 11 && classes[10] === 'none');
    if (architecture.inputs !== 784 || !fits) {
      network.delete();
      throw new CodedError('networkShape', { inputs: architecture.inputs, outputs: outputs ?? 0 });
    }
    this.network?.delete();
    this.network = network;
    this.architecture = architecture;
    this.#inTraining = inTraining;
  }
}
