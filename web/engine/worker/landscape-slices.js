/**
 * What is measured of a network beside its training: the landscape of the loss about it, and the
 * search for a learning rate. Both are computed in slices and change nothing of the training.
 *
 * @typedef {import('../types.js').WorkDone} WorkDone
 * @typedef {import('../types.js').LandscapeOptions} LandscapeOptions
 * @typedef {import('../types.js').LandscapePath} LandscapePath
 * @typedef {LandscapeOptions & { step: number }} About  `step`: of the weights in the middle
 * @typedef {{
 *   landscapeProgress: WorkDone,
 *   landscape: About & import('../types.js').Landscape & { path: LandscapePath },
 *   finder: WorkDone & import('../types.js').FinderCurve,
 * }} Events  `finder`: the curve so far, and at the end
 */
import { SlicedWork } from './sliced-work.js';

/** A slice beside training, and one while the network rests. */
const sliceMilliseconds = { training: 6, rest: 12 };
/** Beside training, this work waits so many times as long as its last slice took. */
const waiting = 2;
/** Progress is posted no more often than this. */
const progressInterval = 100;

export class LandscapeSlices {
  #trainer;
  #emit;
  #schedule;
  /** Steps of the run before its weights were loaded into this trainer. */
  #baseStep;
  /** Under way. @type {SlicedWork<WorkDone> | null} */
  #landscape = null;
  /** @type {SlicedWork<WorkDone> | null} */
  #finder = null;
  /** What the landscape is computed with, and of which step. @type {About} */
  #about = /** @type {any} */ ({});
  #next = 0;
  #lastProgress = 0;

  /**
   * @param {import('../types.js').Trainer} trainer @param {number} baseStep
   * @param {import('../worker-protocol.js').Emit<Events>} emit
   * @param {() => void} schedule  asks for slices
   */
  constructor(trainer, baseStep, emit, schedule) {
    this.#trainer = trainer;
    this.#baseStep = baseStep;
    this.#emit = emit;
    this.#schedule = schedule;
  }

  get active() {
    return this.#landscape !== null || this.#finder !== null;
  }

  /** @param {LandscapeOptions} options */
  startLandscape(options) {
    this.#landscape = null;
    this.#trainer.landscapeStart(options);
    this.#about = { ...options, step: this.#trainer.progress().step + this.#baseStep };
    this.#landscape = new SlicedWork((units) => this.#trainer.landscapeSome(units));
    this.#schedule();
  }

  /** @param {import('../types.js').FinderOptions} options */
  startFinder(options) {
    this.#finder = null;
    this.#trainer.finderStart(options);
    this.#finder = new SlicedWork((batches) => this.#trainer.finderSome(batches));
    this.#schedule();
  }

  cancelLandscape = () => (this.#landscape = null);
  cancelFinder = () => (this.#finder = null);

  /** The path of the training in the plane of the landscape started last. */
  path() {
    const path = this.#trainer.landscapePath();
    return { ...path, steps: path.steps.map((step) => step + this.#baseStep) };
  }

  /** One slice, if it is time for one. @param {boolean} training whether the training goes on */
  advance(training) {
    const began = performance.now();
    if (!this.active || (training && began < this.#next)) return;
    const milliseconds = training ? sliceMilliseconds.training : sliceMilliseconds.rest;
    if (this.#finder) this.#reportFinder(this.#finder.advance(milliseconds));
    else if (this.#landscape) this.#reportLandscape(this.#landscape.advance(milliseconds));
    const now = performance.now();
    this.#next = now + waiting * (now - began);
  }

  /** @param {WorkDone} progress */
  #reportFinder(progress) {
    if (progress.finished) this.#finder = null;
    if (progress.finished || this.#progressIsDue())
      this.#emit('finder', { ...progress, ...this.#trainer.finder() });
  }

  /** @param {WorkDone} progress */
  #reportLandscape(progress) {
    if (progress.finished) {
      this.#landscape = null;
      this.#emit('landscape', {
        ...this.#about,
        ...this.#trainer.landscape(),
        path: this.path(),
      });
    } else if (this.#progressIsDue()) this.#emit('landscapeProgress', progress);
  }

  #progressIsDue() {
    const now = performance.now();
    if (now - this.#lastProgress < progressInterval) return false;
    this.#lastProgress = now;
    return true;
  }
}
