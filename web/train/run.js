/**
 * The training run of the page, and what can be asked of it.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 * @typedef {'idle' | 'running' | 'paused' | 'diverged' | 'error'} State
 * @typedef {{ recipe: Recipe, theta: Float32Array, step: number, epoch: number, samples: number,
 *   curve: object, testAccuracy: number | null }} RunRecord  a run that can be gone back to
 */
import { CodedError, describe } from '../engine/errors.js';
import { writeRecord } from '../engine/storage/store.js';
import { newTrainerClient } from '../engine/trainer-client.js';
import { LossCurve } from './loss-curve.js';
import { modelMetadata, recipeOfModel } from './model-file.js';
import { restarting, trainerOptions, withFittingOutput } from './recipe.js';
import { followWorker, noFigures } from './run-events.js';

/** Dispatches the events of run-events.js, and `change` when the form changed. */
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
  /** @type {{ done: number, total: number } | null} data on their way */
  loading = null;
  /** @type {import('../engine/errors.js').Description | null} something that went wrong */
  problem = null;
  /** The stop criteria with which the run was finished. */
  finishedBy = { stopEpochs: 0, stopLoss: 0 };

  /** The worker. */
  client = newTrainerClient();
  /** Whether it holds a trainer of `applied`. */
  prepared = false;
  /** @type {{ train: number, test: number, parameters: number } | null} */
  sizes = null;
  /** @type {RunRecord | null} the run before this one, or of the last visit */
  previous = null;
  /** Counts the trainers that the worker was given; what was measured of one says nothing of the next. */
  generation = 0;

  #sources;
  /** Counts requests for data, so that one that was overtaken is noticed. */
  #request = 0;

  /** @param {Recipe} recipe @param {import('./sources.js').Sources} sources */
  constructor(recipe, sources) {
    super();
    this.recipe = recipe;
    this.#sources = sources;
    followWorker(this);
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
    if (this.prepared && this.applied) {
      if (changes.learningRate !== undefined) this.#sendRate();
      const live = Object.keys(changes).some(
        (name) => name !== 'learningRate' && !restarting.includes(/** @type {any} */ (name)),
      );
      if (live) this.#attempt(() => this.client.call('configure', trainerOptions(this.recipe)));
    }
    this.#changed();
  }

  /** η goes by itself: the next step is to have it. */
  #sendRate() {
    const sentAt = performance.timeOrigin + performance.now();
    this.client.notify('setLearningRate', this.recipe.learningRate, sentAt);
  }

  /** Takes back the settings that wait for a new run. */
  revert() {
    const { applied } = this;
    if (!applied) return;
    this.set(Object.fromEntries(restarting.map((name) => [name, applied[name]])));
  }

  /** @param {'run' | 'step' | 'epoch' | 'sample'} [command] how long to train */
  async start(command = 'run') {
    if (this.loading) return;
    if (this.problem?.code !== 'diverged') this.problem = null;
    const goesOn = this.figures.finished && this.pending.length === 0;
    if (goesOn) this.#dropStopCriteria();
    await this.#attempt(async () => {
      if (this.pending.length > 0 || !this.applied) await this.#prepare(null);
      else if (!this.prepared) await this.#prepare(this.record());
      await this.client.call(command);
      // Going on from where it finished, the trainer has dropped both criteria.
      if (goesOn) await this.client.call('configure', trainerOptions(this.recipe));
    });
  }

  async pause() {
    if (this.loading) this.cancelLoading();
    else if (this.prepared) await this.#attempt(() => this.client.call('pause'));
  }

  cancelLoading() {
    ++this.#request;
    this.loading = null;
    this.#attempt(() => this.client.call('cancelData'));
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
      if (wasRunning) await this.client.call('run');
    });
  }

  /** Brings back the run before. */
  async restore() {
    const record = this.previous;
    if (!record) return;
    const { recipe } = this;
    this.recipe = record.recipe;
    await this.#attempt(
      () => this.#prepare(record),
      () => (this.recipe = recipe),
    );
  }

  /** @param {RunRecord} record a run to go back to */
  offer(record) {
    this.previous = record;
    this.#changed();
  }

  forgetPrevious() {
    this.previous = null;
    if (this.figures.step === 0) writeRecord('run', null);
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
      if (!this.prepared) await this.#prepare(record, record.recipe);
      return this.client.call('save', modelMetadata(record, this.figures.testTotal), dtype);
    });
  }

  /** @param {File} file a model file; its network takes the place of this one */
  async loadModel(file) {
    const before = this.recipe;
    await this.#attempt(
      async () => {
        const { recipe, theta, position } = await recipeOfModel(file, before, this.client);
        this.recipe = recipe;
        await this.#prepare({ recipe, theta, ...position, curve: {}, testAccuracy: null });
      },
      () => (this.recipe = before),
    );
  }

  /** @param {{ label: number, predicted: number } | null} cell @param {number} limit */
  async mistakes(cell, limit) {
    if (!this.prepared) return [];
    return this.client.call('mistakes', cell, limit).catch(() => []);
  }

  /** What the run was finished by no longer holds when it goes on, unless it was set anew since. */
  #dropStopCriteria() {
    const { stopEpochs, stopLoss } = this.finishedBy;
    if (this.recipe.stopEpochs === stopEpochs) this.recipe = { ...this.recipe, stopEpochs: 0 };
    if (this.recipe.stopLoss === stopLoss) this.recipe = { ...this.recipe, stopLoss: 0 };
    this.#changed();
  }

  /**
   * Has the worker make a trainer for the recipe. Only when that has succeeded does the run so far
   * become the previous one.
   * @param {RunRecord | null} record weights to go on from; null: fresh ones
   * @param {Recipe} [recipe]
   */
  async #prepare(record, recipe = this.recipe) {
    const request = ++this.#request;
    const again = record !== null && record.step === this.figures.step && !this.prepared;
    this.problem = null;
    this.loading = { done: 0, total: 0 };
    this.#changed();
    try {
      const { source, key } = await this.#sources.of(recipe);
      const sizes = await this.client.call('prepare', trainerOptions(recipe), source, key, record);
      if (request !== this.#request) throw new CodedError('cancelled');
      if (!again) this.previous = this.figures.step > 0 ? this.record() : this.previous;
      if (record && record === this.previous) this.previous = null;
      this.sizes = sizes;
    } finally {
      if (request === this.#request) this.loading = null;
    }
    this.prepared = true;
    ++this.generation;
    this.applied = recipe;
    this.state = record && record.step > 0 ? 'paused' : 'idle';
    if (!again) this.curve = LossCurve.from(record?.curve);
    const loss = this.curve.running.at(-1) ?? null;
    const { step, epoch, samples } = record ?? noFigures();
    this.figures = { ...noFigures(), step, epoch, samples, loss };
    // η and what acts at once may have been changed while the data were on their way.
    if (this.recipe !== recipe) {
      await this.client.call('configure', trainerOptions(this.recipe));
      this.#sendRate();
    }
    this.#changed();
  }

  /**
   * Runs a request; what goes wrong becomes the problem shown.
   * @template T
   * @param {() => Promise<T>} request @param {() => unknown} [undo]  when it did not succeed
   * @returns {Promise<T | null>}
   */
  async #attempt(request, undo = () => {}) {
    try {
      return await request();
    } catch (error) {
      const description = describe(error);
      undo();
      // A crash has been told already, with its step.
      if (!['cancelled', 'crash'].includes(description.code)) {
        this.problem = description;
        if (['no-wasm', 'no-simd', 'load'].includes(description.code)) this.state = 'error';
      }
      this.#changed();
      return null;
    }
  }

  /** @returns {RunRecord | null} this run, to be gone back to; null before there are weights */
  record() {
    const { step, epoch, samples, testAccuracy } = this.figures;
    const { theta, applied } = this;
    if (!theta || !applied) return null;
    // Of the recipe, the form may hold settings that this run does not have yet.
    const begun = Object.fromEntries(restarting.map((name) => [name, applied[name]]));
    const recipe = { ...this.recipe, ...begun };
    return { recipe, theta, step, epoch, samples, curve: this.curve.toObject(), testAccuracy };
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
