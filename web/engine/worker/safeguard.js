/** A loss this many times that of a network that knows nothing means that training has blown up. */
const blowUp = 100;

/**
 * A run has learned something once its running loss was below this share of guessing, and has lost
 * it again when the loss then stays above the other share for this long. Real runs that got back to
 * their feet (tests/wasm/safeguard.test.js) did so sooner.
 */
const learned = 0.75;
const lost = 0.95;
const lostSteps = 100;
/** With small batches the running loss is noisy, and there may be many steps between two looks. */
const lostLooks = 10;

/** Steps after which the running loss no longer hangs on the first batches. */
const warmUp = 20;
/** Weights are kept while the loss is at most this many times the lowest one. */
const tolerance = 1.2;
/** A low loss is forgotten at this rate, as one may be luck, and a larger η may have a higher one. */
const forgetting = 1.02;

/**
 * The loss of a network that gives each of ten digits the same probability.
 * @param {import('../types.js').Loss} loss
 */
export function guessingLoss(loss) {
  switch (loss) {
    case 'crossEntropy':
      return Math.log(10);
    case 'binaryCrossEntropy':
      return Math.log(10) - 9 * Math.log(0.9);
    case 'quadratic':
      return (0.9 ** 2 + 9 * 0.1 ** 2) / 2;
  }
}

/**
 * Notices that a run has diverged, and keeps good weights from before.
 *
 * The trainer itself reports numbers that are no longer finite. With softmax outputs that is rare:
 * too large a step switches all ReLUs off, after which the loss is finite, and nothing is ever
 * learned again. One huge step is seen by its loss; several that are each a little too large bring
 * the loss to that of guessing, where it stays.
 *
 * @typedef {{ step: number, learningRate: number, lost: boolean }} Divergence  `learningRate`: the
 *   one that did it; `lost`: the loss did not grow beyond all bounds, but stays at that of guessing
 */
export class Safeguard {
  #guessing;
  #blownUp = 0;
  #previousLoss = 0;
  /** The step from which on the running loss is averaged. */
  #averagedFrom = 0;

  #l2 = 0;
  #hasLearned = false;
  /** Where the loss rose to that of guessing. @type {{ step: number, learningRate: number } | null} */
  #suspect = null;
  #looks = 0;

  /** @type {Float32Array | null} */
  #theta = null;
  #lowest = Infinity;
  /** Sum and number of the running losses since the last call of `keep`. */
  #sum = 0;
  #count = 0;

  /** @param {number} guessing the loss of a network that knows nothing */
  constructor(guessing) {
    this.#guessing = guessing;
  }

  /**
   * Keeps weights to go back to when they are about as good as any of late.
   * @param {Float32Array} theta
   */
  keep(theta) {
    // The mean, because a running loss can be low by luck; the last one, because it may be rising.
    const loss = Math.max(this.#sum / this.#count, this.#previousLoss);
    const judged = this.#count > 0;
    this.#lowest *= forgetting;
    this.#sum = this.#count = 0;
    if (this.#theta && !(judged && loss <= tolerance * this.#lowest)) return;
    this.#theta = theta.slice();
    if (judged) this.#lowest = Math.min(this.#lowest, loss);
  }

  /** The weights kept last. */
  get theta() {
    return this.#theta;
  }

  /**
   * Judges the training after some steps. When it has diverged, the trainer is expected to go back
   * to the weights kept.
   * @param {import('../types.js').Progress} progress @param {number} learningRate  of these steps
   * @param {number} l2 @returns {Divergence | null}
   */
  inspect(progress, learningRate, l2) {
    if (l2 !== this.#l2) this.#changeObjective(l2);
    const divergence = this.#divergence(progress, learningRate);
    this.#previousLoss = progress.loss;
    if (divergence) {
      this.#averagedFrom = progress.step;
      this.#suspect = null;
      this.#sum = this.#count = this.#previousLoss = 0;
    } else if (progress.step - this.#averagedFrom >= warmUp) {
      this.#hasLearned ||= progress.loss < learned * this.#guessing;
      this.#sum += progress.loss;
      ++this.#count;
    }
    return divergence;
  }

  /**
   * @param {import('../types.js').Progress} progress @param {number} learningRate
   * @returns {Divergence | null}
   */
  #divergence({ state, step, divergedAt, loss, batchLoss }, learningRate) {
    if (state === 'diverged') return { step: divergedAt, learningRate, lost: false };
    this.#blownUp ||= blowUp * Math.max(this.#guessing, batchLoss);
    if (loss > this.#previousLoss && Math.max(loss, batchLoss) > this.#blownUp)
      return { step, learningRate, lost: false };
    if (!this.#hasLearned || loss < lost * this.#guessing) {
      this.#suspect = null;
      return null;
    }
    if (!this.#suspect) {
      this.#suspect = { step, learningRate };
      this.#looks = 0;
    }
    const stays = ++this.#looks >= lostLooks && step - this.#suspect.step >= lostSteps;
    return stays ? { ...this.#suspect, lost: true } : null;
  }

  /** The loss contains the L2 term: what it was before says nothing of what it will be. */
  #changeObjective(/** @type {number} */ l2) {
    this.#l2 = l2;
    this.#hasLearned = false;
    this.#suspect = null;
    this.#lowest = Infinity;
  }
}
