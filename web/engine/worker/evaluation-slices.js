/**
 * The accuracy of the network in training, measured in slices: again and again while it trains, and
 * once more when it rests.
 *
 * @typedef {import('../types.js').Trainer} Trainer
 * @typedef {'train' | 'test'} SetName
 * @typedef {import('../types.js').Position} Position
 * @typedef {Position & {
 *   set: SetName, accuracy: number, loss: number, total: number, confusion: Int32Array | null,
 * }} Evaluation  on `total` samples; `confusion`: of the test set, as Trainer has it
 */
import { SlicedWork } from './sliced-work.js';

/** An evaluation may take this long between two slices of training. */
const sliceMilliseconds = 6;
/** Evaluations take one part of the time, training so many. */
const trainingShare = 4;
const pauseMilliseconds = 200;
const minSamples = 32;
/** The training accuracy is measured on this many samples of the training set. */
const trainingSampleLimit = 2000;
const everything = 2 ** 31 - 1;

export class EvaluationSlices {
  #trainer;
  #position;
  #emit;
  #work;
  /** What is being measured, and since where. @type {Position & { set: SetName } | null} */
  #subject = null;
  /** @type {SetName[]} */
  #waiting = [];
  #spent = 0;
  /** Beside training, none begins before this time. */
  #next = 0;

  /**
   * @param {Trainer} trainer @param {() => Position} position  where the run is
   * @param {import('../worker-protocol.js').Emit<{ evaluation: Evaluation }>} emit
   */
  constructor(trainer, position, emit) {
    this.#trainer = trainer;
    this.#position = position;
    this.#emit = emit;
    this.#work = new SlicedWork((samples) => trainer.evaluateSome(samples), minSamples);
  }

  /** Whether something of weights at rest is still to be measured. */
  get active() {
    return this.#subject !== null || this.#waiting.length > 0;
  }

  /** Forgets what was under way. @param {SetName[]} sets to be measured next */
  restart(...sets) {
    this.#subject = null;
    this.#waiting = sets;
    this.#next = 0;
  }

  /** One slice, if it is time for one. @param {boolean} training whether the training goes on */
  advance(training) {
    const subject = this.#subject ?? this.#begin(training);
    if (!subject) return;
    const { finished, total, accuracy, loss } = this.#work.advance(sliceMilliseconds);
    this.#spent += this.#work.last.milliseconds;
    if (!finished) return;
    this.#subject = null;
    const ofTest = subject.set === 'test';
    const confusion = ofTest ? this.#trainer.confusion() : null;
    this.#emit('evaluation', { ...subject, accuracy, loss, total, confusion });
    if (!training) return;
    if (ofTest) this.#waiting = ['train'];
    this.#next = performance.now() + Math.max(pauseMilliseconds, trainingShare * this.#spent);
  }

  /** @param {boolean} training */
  #begin(training) {
    if (training && performance.now() < this.#next) return null;
    const set = this.#waiting.shift() ?? (training ? 'test' : null);
    if (!set) return null;
    this.#trainer.evaluateStart(set, set === 'train' ? trainingSampleLimit : everything);
    this.#spent = 0;
    this.#subject = { set, ...this.#position() };
    return this.#subject;
  }
}
