/** A loss this many times that of a network that knows nothing means that training has blown up. */
const blowUp = 100;
/** And this many times, that it may be about to. */
const suspicious = 3;
/** Cross-entropy of guessing among ten digits, ln 10. */
const guessing = Math.log(10);

/**
 * Notices that a run has blown up, and keeps the newest weights from before.
 *
 * The trainer itself reports numbers that are no longer finite. With softmax outputs that is rare:
 * one huge step switches all ReLUs off, after which the loss is finite, and nothing is ever learned
 * again. The weights at that point are as useless as infinite ones, so this goes further back.
 */
export class Safeguard {
  #reference = 0;
  #previousLoss = 0;
  /** @type {Float32Array | null} */
  #theta = null;

  /**
   * Keeps weights to go back to, unless the loss is already on its way up.
   * @param {Float32Array} theta
   */
  keep(theta) {
    if (this.#previousLoss <= suspicious * this.#reference) this.#theta = theta.slice();
  }

  /** The weights kept last. */
  get theta() {
    return this.#theta;
  }

  /**
   * Whether the training has blown up.
   * @param {import('./types.js').Progress} progress after some steps
   */
  hasBlownUp({ loss, batchLoss }) {
    this.#reference ||= Math.max(guessing, batchLoss);
    const rising = loss > this.#previousLoss;
    this.#previousLoss = loss;
    return rising && Math.max(loss, batchLoss) > blowUp * this.#reference;
  }
}
