/**
 * @typedef {import('../types.js').Position} Position
 * @typedef {{ steps: number[], running: number[], batch: number[] }} Points  losses of these steps
 * @typedef {Position & {
 *   state: 'running' | 'paused' | 'diverged' | 'finished',
 *   divergence: import('./safeguard.js').Divergence | null,
 *   epochShare: number, loss: number, gradientNorm: number, samplesPerSecond: number,
 *   threads: number, batchMilliseconds: number,
 *   points: Points,
 * }} TrainingProgress  `points`: the losses since the last one
 * @typedef {{
 *   progress: TrainingProgress,
 *   snapshot: Position & { theta: Float32Array },
 *   evaluation: import('./evaluation-slices.js').Evaluation,
 *   rate: { value: number, step: number, milliseconds: number },
 * } & import('./landscape-slices.js').Events} Events
 *   `rate`: the first step with a new η, and how long that took
 */
import { EvaluationSlices } from './evaluation-slices.js';
import { LandscapeSlices } from './landscape-slices.js';
import { guessingLoss, Safeguard } from './safeguard.js';
import { SlicedWork } from './sliced-work.js';

/** A slice of training aims at this long, so that messages are heard in between. */
const sliceMilliseconds = 12;
/** Progress is emitted no more often than this. */
const progressInterval = 50;
/** Samples a second are counted over so many milliseconds. */
const speedWindow = 1000;

/** @returns {Points} */
const noPoints = () => ({ steps: [], running: [], batch: [] });

/**
 * Runs a trainer in slices and yields between them through a MessageChannel, which, unlike a timer,
 * is not throttled. Evaluations and landscapes get slices between those of training.
 */
export class TrainingLoop {
  #trainer;
  #threads;
  #base;
  #emit;
  #channel = new MessageChannel();
  #scheduled = false;

  #training;
  /** Mini-batches still to run; Infinity: until told otherwise. */
  #batchesLeft = 0;
  #epochGoal = Infinity;
  #safeguard;
  #evaluations;
  landscapes;

  #parameterCount = 0;
  #snapshotDue = false;
  #lastProgress = 0;
  #lastSnapshot = 0;
  #points = noPoints();
  #speed = { since: 0, samples: 0, value: 0 };
  /** What a mini-batch takes: an average over the last few slices. */
  #batchMilliseconds = 0;
  /** An η that no step has used yet. @type {{ value: number, sentAt: number } | null} */
  #newRate = null;

  /**
   * @param {import('../types.js').Trainer} trainer
   * @param {import('../types.js').Loss} loss that it minimises
   * @param {() => number} threads  how many train by now
   * @param {Position} base  what an earlier run had done before its weights were loaded here
   * @param {import('../worker-protocol.js').Emit<Events>} emit
   */
  constructor(trainer, loss, threads, base, emit) {
    this.#trainer = trainer;
    this.#threads = threads;
    this.#base = base;
    this.#emit = emit;
    this.#training = new SlicedWork((batches) => trainer.trainBatches(batches));
    this.#safeguard = new Safeguard(guessingLoss(loss));
    this.#evaluations = new EvaluationSlices(trainer, () => this.#position(), emit);
    this.landscapes = new LandscapeSlices(trainer, base.step, emit, () => this.#schedule());
    this.#channel.port1.onmessage = () => {
      this.#scheduled = false;
      this.#turn();
    };
    this.#measureAtRest();
  }

  /** Stops for good. */
  close() {
    this.#channel.port1.onmessage = null;
  }

  /** Trains until paused, or for a number of mini-batches. */
  run(batches = Infinity) {
    this.#start(batches, Infinity);
  }

  /** Trains to the end of the present pass through the training set. */
  runEpoch() {
    this.#start(Infinity, this.#trainer.progress().epoch + 1);
  }

  runSample() {
    this.#trainer.resume();
    this.#reportRate();
    const progress = this.#trainer.trainSample();
    this.#record(progress);
    if (!this.#stopIfDiverged(progress)) this.#pauseWith(progress.state);
  }

  pause() {
    if (this.#batchesLeft > 0) this.#pauseWith('paused');
  }

  get running() {
    return this.#batchesLeft > 0;
  }

  /** Totals, counting what was done before the weights were loaded. */
  #position() {
    const { step, epoch, samples } = this.#trainer.progress();
    return {
      step: step + this.#base.step,
      epoch: epoch + this.#base.epoch,
      samples: samples + this.#base.samples,
    };
  }

  /**
   * Says with the next step, by the event `rate`, that η has changed.
   * @param {number} value @param {number} sentAt  milliseconds since the Unix epoch
   */
  rateChanged(value, sentAt) {
    this.#newRate = { value, sentAt };
  }

  /** @param {number} batches @param {number} epochGoal */
  #start(batches, epochGoal) {
    this.#trainer.resume();
    this.#evaluations.restart();
    this.#batchesLeft = batches;
    this.#epochGoal = epochGoal;
    this.#speed = { since: performance.now(), samples: this.#position().samples, value: 0 };
    this.#schedule();
  }

  /** Takes up whatever there is to do. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#channel.port2.postMessage(null);
  }

  #turn() {
    if (this.#snapshotDue) this.#emitSnapshot();
    if (this.running) this.#trainSlice();
    // Weights that came to rest just now are published before they are measured.
    if (!this.#snapshotDue) this.#evaluations.advance(this.running);
    this.landscapes.advance(this.running);
    if (this.running || this.#evaluations.active || this.landscapes.active) this.#schedule();
  }

  #trainSlice() {
    this.#reportRate();
    const toGoal = this.#epochGoal < Infinity ? this.#batchesToEpochEnd() : Infinity;
    const limit = Math.min(this.#batchesLeft, toGoal);
    const progress = this.#training.advance(sliceMilliseconds, limit);
    const { units: batches, milliseconds } = this.#training.last;
    this.#batchMilliseconds ||= milliseconds / batches;
    this.#batchMilliseconds += (milliseconds / batches - this.#batchMilliseconds) / 4;
    this.#batchesLeft -= batches;

    this.#record(progress);
    if (this.#stopIfDiverged(progress)) return;
    if (progress.state !== 'ready') this.#pauseWith(progress.state);
    else if (progress.epoch >= this.#epochGoal || this.#batchesLeft <= 0) this.#pauseWith('paused');
    else {
      const now = performance.now();
      if (now - this.#lastProgress >= progressInterval) this.#emitProgress('running', progress);
      if (now - this.#lastSnapshot >= this.#snapshotInterval()) this.#emitSnapshot();
    }
  }

  /**
   * Whether the run has diverged; it then stops, with the weights of before.
   * @param {import('../types.js').Progress} progress
   */
  #stopIfDiverged(progress) {
    const { learningRate, l2 } = this.#trainer;
    const divergence = this.#safeguard.inspect(progress, learningRate, l2);
    if (!divergence) return false;
    if (this.#safeguard.theta) this.#trainer.setParameters(this.#safeguard.theta);
    this.#batchesLeft = 0;
    const step = divergence.step + this.#base.step;
    this.#emitProgress('diverged', progress, { ...divergence, step });
    this.#measureAtRest();
    return true;
  }

  #batchesToEpochEnd() {
    const { sampleInEpoch, epochSize } = this.#trainer.progress();
    return Math.max(1, Math.ceil((epochSize - sampleInEpoch) / this.#trainer.batchSize));
  }

  /** Weights travel a few times a second; those of a large network less often. */
  #snapshotInterval() {
    return Math.max(300, this.#parameterCount / 1000);
  }

  #reportRate() {
    if (!this.#newRate) return;
    const { value, sentAt } = this.#newRate;
    this.#newRate = null;
    const milliseconds = performance.timeOrigin + performance.now() - sentAt;
    this.#emit('rate', { value, step: this.#position().step + 1, milliseconds });
  }

  /** @param {import('../types.js').Progress} progress */
  #record(progress) {
    const now = performance.now();
    this.#points.steps.push(progress.step + this.#base.step);
    this.#points.running.push(progress.loss);
    this.#points.batch.push(progress.batchLoss);
    const elapsed = now - this.#speed.since;
    if (elapsed < speedWindow && this.#speed.value > 0) return;
    const samples = progress.samples + this.#base.samples;
    if (elapsed > 0) this.#speed.value = (1000 * (samples - this.#speed.samples)) / elapsed;
    if (elapsed >= speedWindow) Object.assign(this.#speed, { since: now, samples });
  }

  /** @param {import('../types.js').Progress['state'] | 'paused'} state */
  #pauseWith(state) {
    this.#batchesLeft = 0;
    this.#emitProgress(state === 'ready' ? 'paused' : state, this.#trainer.progress());
    this.#measureAtRest();
  }

  /**
   * Publishes the weights and measures both sets, now that they rest. Not at once: the answer to
   * the call that led here goes first.
   */
  #measureAtRest() {
    this.#snapshotDue = true;
    this.#evaluations.restart('test', 'train');
    this.#schedule();
  }

  /**
   * @param {TrainingProgress['state']} state @param {import('../types.js').Progress} progress
   * @param {import('./safeguard.js').Divergence | null} [divergence]
   */
  #emitProgress(state, progress, divergence = null) {
    this.#lastProgress = performance.now();
    this.#emit('progress', {
      ...this.#position(),
      state,
      divergence,
      epochShare: progress.sampleInEpoch / progress.epochSize,
      loss: progress.loss,
      gradientNorm: progress.gradientNorm,
      samplesPerSecond: state === 'running' ? this.#speed.value : 0,
      threads: this.#threads(),
      batchMilliseconds: this.#batchMilliseconds,
      points: this.#points,
    });
    this.#points = noPoints();
  }

  #emitSnapshot() {
    this.#snapshotDue = false;
    this.#lastSnapshot = performance.now();
    const theta = this.#trainer.parameters();
    this.#safeguard.keep(theta);
    this.#parameterCount = theta.length;
    this.#emit('snapshot', { theta, ...this.#position() });
  }
}
