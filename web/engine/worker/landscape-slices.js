/**
 * What is measured of a network beside its training: the landscape of the loss about it, and the
 * search for a learning rate. Both are computed in slices and change nothing of the training.
 *
 * @typedef {import('../types.js').Trainer} Trainer
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

/** A slice beside training, and one while the network rests. */
const sliceMilliseconds = { training: 6, rest: 12 };
/** Beside training, this work waits so many times as long as its last slice took. */
const waiting = 2;
/** Progress is posted no more often than this. */
const progressInterval = 100;

/** Work that is done a few units at a time. */
class SlicedWork {
  #some;
  #unitsPerSlice = 1;
  active = false;

  /** @param {(units: number) => WorkDone} some does up to so many units */
  constructor(some) {
    this.#some = some;
  }

  /** @param {number} milliseconds that the slice may take, about */
  advance(milliseconds) {
    const began = performance.now();
    const result = this.#some(this.#unitsPerSlice);
    const spent = performance.now() - began;
    const fitting = Math.floor((this.#unitsPerSlice * milliseconds) / Math.max(spent, 0.01));
    this.#unitsPerSlice = Math.max(1, Math.min(fitting, 2 * this.#unitsPerSlice));
    this.active = !result.finished;
    return result;
  }
}

export class LandscapeSlices {
  #trainer;
  #emit;
  /** Steps of the run before its weights were loaded into this trainer. */
  #baseStep;
  #landscape;
  #finder;
  /** What the landscape is computed with, and of which step. @type {About} */
  #about = /** @type {any} */ ({});
  #next = 0;
  #lastProgress = 0;

  /**
   * @param {Trainer} trainer
   * @param {number} baseStep
   * @param {import('../worker-protocol.js').Emit<Events>} emit
   */
  constructor(trainer, baseStep, emit) {
    this.#trainer = trainer;
    this.#baseStep = baseStep;
    this.#emit = emit;
    this.#landscape = new SlicedWork((units) => trainer.landscapeSome(units));
    this.#finder = new SlicedWork((batches) => trainer.finderSome(batches));
  }

  get active() {
    return this.#landscape.active || this.#finder.active;
  }

  /** @param {LandscapeOptions} options */
  startLandscape(options) {
    this.#landscape.active = false;
    this.#trainer.landscapeStart(options);
    this.#about = { ...options, step: this.#trainer.progress().step + this.#baseStep };
    this.#landscape.active = true;
  }

  /** @param {import('../types.js').FinderOptions} options */
  startFinder(options) {
    this.#finder.active = false;
    this.#trainer.finderStart(options);
    this.#finder.active = true;
  }

  cancelLandscape() {
    this.#landscape.active = false;
  }

  cancelFinder() {
    this.#finder.active = false;
  }

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
    if (this.#finder.active) this.#advanceFinder(milliseconds);
    else this.#advanceLandscape(milliseconds);
    const now = performance.now();
    this.#next = now + waiting * (now - began);
  }

  /** @param {number} milliseconds */
  #advanceFinder(milliseconds) {
    const progress = this.#finder.advance(milliseconds);
    if (progress.finished || this.#progressIsDue())
      this.#emit('finder', { ...progress, ...this.#trainer.finder() });
  }

  /** @param {number} milliseconds */
  #advanceLandscape(milliseconds) {
    const progress = this.#landscape.advance(milliseconds);
    if (progress.finished) {
      const landscape = this.#trainer.landscape();
      this.#emit('landscape', { ...this.#about, ...landscape, path: this.path() });
    } else if (this.#progressIsDue()) this.#emit('landscapeProgress', progress);
  }

  #progressIsDue() {
    const now = performance.now();
    if (now - this.#lastProgress < progressInterval) return false;
    this.#lastProgress = now;
    return true;
  }
}
