/** An evaluation may take this long between two slices of training. */
const sliceMilliseconds = 6;
/** The training accuracy is measured on this many samples of the training set. */
const trainingSampleLimit = 2000;
const everything = 2 ** 31 - 1;

/**
 * Evaluates a trainer's network in slices.
 *
 * @typedef {'train' | 'test'} SetName
 * @typedef {{ step: number, epoch: number, samples: number }} Position  of a run
 * @typedef {Position & {
 *   set: SetName, accuracy: number, loss: number, total: number, confusion: Int32Array | null,
 * }} Evaluation  on `total` samples; `confusion`: of the test set, as Trainer has it
 */
export class EvaluationSlices {
  #trainer;
  /** @type {SetName | null} */
  #set = null;
  /** @type {Position} where the run was when the evaluation began */
  #position = { step: 0, epoch: 0, samples: 0 };
  #samplesPerSlice = 256;
  /** Milliseconds that the present evaluation, or the last one, has taken. */
  spent = 0;

  /** @param {import('../types.js').Trainer} trainer */
  constructor(trainer) {
    this.#trainer = trainer;
  }

  get active() {
    return this.#set !== null;
  }

  /**
   * @param {SetName} set
   * @param {Position} position
   */
  start(set, position) {
    this.#set = set;
    this.#position = position;
    this.spent = 0;
    this.#trainer.evaluateStart(set, set === 'train' ? trainingSampleLimit : everything);
  }

  cancel() {
    this.#set = null;
  }

  /** Runs one slice. @returns {Evaluation | null} null until it is finished */
  advance() {
    const began = performance.now();
    const { finished, total, accuracy, loss } = this.#trainer.evaluateSome(this.#samplesPerSlice);
    const taken = performance.now() - began;
    this.spent += taken;
    const fitting = (this.#samplesPerSlice * sliceMilliseconds) / Math.max(taken, 0.01);
    this.#samplesPerSlice = Math.round(Math.min(2 * this.#samplesPerSlice, Math.max(32, fitting)));
    if (!finished) return null;
    const set = /** @type {SetName} */ (this.#set);
    this.#set = null;
    const confusion = set === 'test' ? this.#trainer.confusion() : null;
    return { set, accuracy, loss, total, confusion, ...this.#position };
  }
}
