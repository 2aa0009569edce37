/**
 * The training run as the page sees it: what was asked for (the recipe), what the worker reports,
 * and what is kept. Dispatches `change` when the form or the state changed, and `progress` when only
 * figures did.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 * @typedef {import('../engine/errors.js').Description} Description
 * @typedef {'idle' | 'running' | 'paused' | 'diverged' | 'error'} State
 * @typedef {{ recipe: Recipe, theta: Float32Array, step: number, epoch: number, samples: number,
 *   curve: object, testAccuracy: number | null }} RunRecord  a run that can be gone back to
 * @typedef {{ step: number, epoch: number, epochShare: number, samples: number, loss: number | null,
 *   gradientNorm: number | null, samplesPerSecond: number, threads: number, batchMilliseconds: number,
 *   finished: boolean, testAccuracy: number | null, testTotal: number, trainAccuracy: number | null,
 *   confusion: ArrayLike<number> | null, rateDelay: number | null }} Figures
 */
import { LossCurve } from './loss-curve.js';
import { CodedError, describe } from '../engine/errors.js';
import { saveRun } from '../engine/storage/store.js';
import { newTrainerClient } from '../engine/trainer-client.js';
import { session } from '../app/session.js';
import { modelMetadata, recipeOfModel } from './model-file.js';
import { architectureOf, restarting, trainerOptions, withFittingOutput } from './recipe.js';

const autosaveMilliseconds = 10_000;
/** Two changes of η within this time belong to one movement of the slider. */
const gestureMilliseconds = 700;

/** @returns {Figures} */
const noFigures = () => ({
  step: 0,
  epoch: 0,
  epochShare: 0,
  samples: 0,
  loss: null,
  gradientNorm: null,
  samplesPerSecond: 0,
  threads: 1,
  batchMilliseconds: 0,
  finished: false,
  testAccuracy: null,
  testTotal: 0,
  trainAccuracy: null,
  confusion: null,
  rateDelay: null,
});

export class TrainingRun extends EventTarget {
  /** @type {Recipe} what the form shows */
  recipe;
  /** @type {Recipe | null} what the present weights were begun with */
  applied = null;
  /** @type {State} */
  state = 'idle';
  figures = noFigures();
  curve = new LossCurve();
  /** @type {Float32Array | null} the newest weights */
  theta = null;
  /** @type {{ train: number, test: number, parameters: number } | null} */
  sizes = null;
  /** @type {{ done: number, total: number } | null} data on their way */
  loading = null;
  /** @type {Description | null} something that went wrong */
  problem = null;
  /** @type {RunRecord | null} the run before this one, or of the last visit */
  previous = null;
  /** Counts the trainers that the worker was given; what was measured of one says nothing of the next. */
  generation = 0;

  #client = newTrainerClient();
  #sources;
  /** Whether the worker holds a trainer of `applied`. */
  #prepared = false;
  /** Counts requests for data, so that one that was overtaken is noticed. */
  #request = 0;
  #lastSave = -Infinity;
  #lastMark = -Infinity;
  #finished = false;
  /** The stop criteria with which the run was finished. */
  #finishedBy = { stopEpochs: 0, stopLoss: 0 };

  /**
   * @param {Recipe} recipe
   * @param {import('./sources.js').Sources} sources
   */
  constructor(recipe, sources) {
    super();
    this.recipe = recipe;
    this.#sources = sources;
    const client = this.#client;
    client.on('data', ({ done, total }) => this.#onData(done, total));
    client.on('progress', (progress) => this.#onProgress(progress));
    client.on('snapshot', (snapshot) => this.#onSnapshot(snapshot));
    client.on('evaluation', (evaluation) => this.#onEvaluation(evaluation));
    client.on('rate', (rate) => this.#onRate(rate));
    client.on('crash', (description) => this.#onCrash(description));
    // The page may never be shown again.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.state === 'running') this.#save();
    });
  }

  /** The worker, for what is no part of the run: the landscape about it and the search for η. */
  get client() {
    return this.#client;
  }

  /** Whether the worker holds the network of this run. */
  get prepared() {
    return this.#prepared;
  }

  /** Settings that wait for a new run. */
  get pending() {
    const { applied } = this;
    if (!applied) return [];
    return restarting.filter(
      (name) =>
        this.recipe[name] !== applied[name] &&
        !(name === 'count' && !['synthetic', 'mixed'].includes(this.recipe.data)),
    );
  }

  /** @param {Partial<Recipe>} changes act at once where they can, with the next run otherwise */
  set(changes) {
    this.recipe = withFittingOutput({ ...this.recipe, ...changes });
    if (this.#prepared && this.applied) {
      if (changes.learningRate !== undefined) this.#sendRate();
      const live = Object.keys(changes).some(
        (name) => name !== 'learningRate' && !restarting.includes(/** @type {any} */ (name)),
      );
      if (live) this.#attempt(() => this.#client.call('configure', trainerOptions(this.recipe)));
    }
    this.#changed();
  }

  /** η goes by itself: the next step is to have it. */
  #sendRate() {
    const sentAt = performance.timeOrigin + performance.now();
    this.#client.notify('setLearningRate', this.recipe.learningRate, sentAt);
  }

  /** Takes back the settings that wait for a new run. */
  revert() {
    const { applied } = this;
    if (!applied) return;
    this.set(Object.fromEntries(restarting.map((name) => [name, applied[name]])));
  }

  async start() {
    await this.#command('run');
  }

  /** @param {'step' | 'epoch' | 'sample'} command */
  async advance(command) {
    await this.#command(command);
  }

  async pause() {
    if (this.loading) this.cancelLoading();
    else if (this.#prepared) await this.#attempt(() => this.#client.call('pause'));
  }

  cancelLoading() {
    ++this.#request;
    this.loading = null;
    this.#attempt(() => this.#client.call('cancelData'));
    this.#changed();
  }

  /** New weights from the seed. The run so far can be brought back. */
  async reset() {
    await this.#attempt(() => this.#prepare(null));
  }

  /** A new run with the settings that wait for one; it trains on if this one did. */
  async restart() {
    const wasRunning = this.state === 'running';
    await this.#attempt(async () => {
      await this.#prepare(null);
      if (wasRunning) await this.#client.call('run');
    });
  }

  /** Brings back the run before. */
  async restore() {
    const record = this.previous;
    if (!record) return;
    const kept = this.recipe;
    this.recipe = record.recipe;
    await this.#attempt(
      () => this.#prepare(record),
      () => {
        this.recipe = kept;
      },
    );
  }

  forgetPrevious() {
    this.previous = null;
    if (this.figures.step === 0) saveRun(null);
    this.#changed();
  }

  /** @param {File[]} files IDX files to learn from */
  async useFiles(files) {
    const { data } = this.recipe;
    this.recipe = { ...this.recipe, data: 'files' };
    const back = this.#sources.setFiles(files);
    await this.#attempt(
      () => this.#prepare(null),
      () => {
        back();
        this.recipe = { ...this.recipe, data };
      },
    );
  }

  /**
   * The network of this run as a model file, whatever settings wait for a new one.
   * @param {'F32' | 'F16'} dtype
   */
  async saveModel(dtype) {
    const record = this.record();
    if (!record) return null;
    return this.#attempt(async () => {
      if (!this.#prepared) await this.#prepare(record, record.recipe);
      return this.#client.call('save', modelMetadata(record, this.figures.testTotal), dtype);
    });
  }

  /** @param {File} file a model file; its network takes the place of this one */
  async loadModel(file) {
    const kept = this.recipe;
    await this.#attempt(
      async () => {
        const { recipe, theta, position } = await recipeOfModel(file, kept, (bytes) =>
          this.#client.call('readModel', bytes),
        );
        this.recipe = recipe;
        await this.#prepare({ recipe, theta, ...position, curve: {}, testAccuracy: null });
      },
      () => {
        this.recipe = kept;
      },
    );
  }

  /**
   * @param {{ label: number, predicted: number } | null} cell
   * @param {number} limit
   */
  async mistakes(cell, limit) {
    if (!this.#prepared) return [];
    return this.#client.call('mistakes', cell, limit).catch(() => []);
  }

  /** @param {'run' | 'step' | 'epoch' | 'sample'} command */
  async #command(command) {
    if (this.loading) return;
    if (this.problem?.code !== 'diverged') this.problem = null;
    const goesOn = this.figures.finished && this.pending.length === 0;
    if (goesOn) this.#dropStopCriteria();
    await this.#attempt(async () => {
      await this.#ensurePrepared();
      await this.#client.call(command);
      // Going on from where it finished, the trainer has dropped both criteria.
      if (goesOn) await this.#client.call('configure', trainerOptions(this.recipe));
    });
  }

  /** What the run was finished by no longer holds when it goes on, unless it was set anew since. */
  #dropStopCriteria() {
    const { stopEpochs, stopLoss } = this.#finishedBy;
    if (this.recipe.stopEpochs === stopEpochs) this.recipe = { ...this.recipe, stopEpochs: 0 };
    if (this.recipe.stopLoss === stopLoss) this.recipe = { ...this.recipe, stopLoss: 0 };
    this.#changed();
  }

  async #ensurePrepared() {
    if (this.pending.length > 0 || !this.applied) await this.#prepare(null);
    else if (!this.#prepared) await this.#prepare(this.record());
  }

  /**
   * Has the worker make a trainer for the recipe. Only when that has succeeded does the run so far
   * become the previous one.
   * @param {RunRecord | null} record weights to go on from; null: fresh ones
   * @param {Recipe} [recipe]
   */
  async #prepare(record, recipe = this.recipe) {
    const request = ++this.#request;
    const again = record !== null && record.step === this.figures.step && !this.#prepared;
    this.problem = null;
    this.loading = { done: 0, total: 0 };
    this.#changed();
    try {
      const { source, key } = await this.#sources.of(recipe);
      const sizes = await this.#client.call('prepare', trainerOptions(recipe), source, key, record);
      if (request !== this.#request) throw new CodedError('cancelled');
      if (!again) this.previous = this.figures.step > 0 ? this.record() : this.previous;
      if (record && record === this.previous) this.previous = null;
      this.sizes = sizes;
    } finally {
      if (request === this.#request) this.loading = null;
    }
    this.#prepared = true;
    ++this.generation;
    this.applied = recipe;
    this.state = record && record.step > 0 ? 'paused' : 'idle';
    if (!again) this.curve = LossCurve.from(record?.curve);
    this.figures = {
      ...noFigures(),
      step: record?.step ?? 0,
      epoch: record?.epoch ?? 0,
      samples: record?.samples ?? 0,
      loss: this.curve.running.at(-1) ?? null,
    };
    // η and what acts at once may have been changed while the data were on their way.
    if (this.recipe !== recipe) {
      await this.#client.call('configure', trainerOptions(this.recipe));
      this.#sendRate();
    }
    this.#changed();
  }

  /**
   * Runs a request; what goes wrong becomes the problem shown.
   * @template T
   * @param {() => Promise<T>} request
   * @param {() => void} [undo] when it did not succeed
   * @returns {Promise<T | null>}
   */
  async #attempt(request, undo = () => {}) {
    try {
      return await request();
    } catch (error) {
      const description = describe(error);
      undo();
      if (description.code !== 'cancelled') {
        this.problem = description;
        if (['no-wasm', 'no-simd', 'load', 'crash'].includes(description.code))
          this.state = 'error';
      }
      this.#changed();
      return null;
    }
  }

  /** @returns {RunRecord | null} this run, to be gone back to; null before there are weights */
  record() {
    const { step, epoch, samples, testAccuracy } = this.figures;
    if (!this.theta || !this.applied) return null;
    // Of the recipe, the form may hold settings that this run does not have yet.
    const begun = Object.fromEntries(
      restarting.map((name) => [name, /** @type {Recipe} */ (this.applied)[name]]),
    );
    return {
      recipe: { ...this.recipe, ...begun },
      theta: this.theta,
      step,
      epoch,
      samples,
      curve: this.curve.toObject(),
      testAccuracy,
    };
  }

  /**
   * @param {number} done
   * @param {number} total
   */
  #onData(done, total) {
    if (!this.loading) return;
    this.loading = { done, total };
    this.dispatchEvent(new Event('progress'));
  }

  /** @param {any} message */
  #onProgress(message) {
    const { state, points, divergence, step, epoch, epochShare, samples } = message;
    this.curve.add(points.steps, points.running, points.batch);
    Object.assign(this.figures, { step, epoch, epochShare, samples });
    Object.assign(this.figures, {
      loss: message.loss,
      gradientNorm: message.gradientNorm,
      samplesPerSecond: message.samplesPerSecond,
      threads: message.threads,
      batchMilliseconds: message.batchMilliseconds,
      finished: state === 'finished',
    });
    const before = this.state;
    this.state = state === 'finished' ? 'paused' : state;
    // Said again with every evaluation that follows, when the criteria may be others already.
    if (state === 'finished' && !this.#finished) {
      const { stopEpochs, stopLoss } = this.recipe;
      this.#finishedBy = { stopEpochs, stopLoss };
    }
    this.#finished = state === 'finished';
    if (divergence) {
      const lost = Number(divergence.lost);
      this.problem = { code: 'diverged', parameters: { ...divergence, lost } };
    } else if (this.problem?.code === 'diverged') this.problem = null;
    if (this.state !== before) this.#changed();
    else this.dispatchEvent(new Event('progress'));
  }

  /** @param {any} message */
  #onSnapshot({ theta, step }) {
    this.theta = theta;
    if (!this.applied) return;
    const accuracy = this.figures.testAccuracy;
    const architecture = architectureOf(this.applied);
    session.publishSnapshot({ architecture, theta, step, accuracy });
    const due = performance.now() - this.#lastSave > autosaveMilliseconds;
    if (step > 0 && (this.state !== 'running' || due)) this.#save();
    this.dispatchEvent(new Event('progress'));
  }

  #save() {
    const record = this.record();
    if (!record || record.step === 0) return;
    this.#lastSave = performance.now();
    saveRun(record);
  }

  /** @param {any} message */
  #onEvaluation({ set, accuracy, loss, step, confusion, total }) {
    if (set === 'train') this.figures.trainAccuracy = accuracy;
    else {
      Object.assign(this.figures, { testAccuracy: accuracy, testTotal: total, confusion });
      this.curve.addTest(step, loss);
      this.dispatchEvent(new Event('evaluation'));
    }
    this.dispatchEvent(new Event('progress'));
  }

  /** @param {{ value: number, step: number, milliseconds: number }} message */
  #onRate({ value, step, milliseconds }) {
    const now = performance.now();
    this.curve.mark(step, value, now - this.#lastMark < gestureMilliseconds);
    this.#lastMark = now;
    this.figures.rateDelay = milliseconds;
    this.dispatchEvent(new Event('progress'));
  }

  /** @param {Description} description */
  #onCrash(description) {
    this.#prepared = false;
    this.loading = null;
    this.state = 'error';
    this.figures.samplesPerSecond = 0;
    this.problem = {
      code: 'crash',
      parameters: { ...description.parameters, step: this.figures.step },
    };
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
