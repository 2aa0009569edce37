/**
 * @typedef {import('./evaluation-slices.js').Position} Position
 * @typedef {Position & {
 *   state: 'running' | 'paused' | 'diverged' | 'finished',
 *   divergence: import('./safeguard.js').Divergence | null,
 *   epochShare: number, loss: number, gradientNorm: number, samplesPerSecond: number,
 *   threads: number, batchMilliseconds: number,
 *   points: { steps: number[], running: number[], batch: number[] },
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

/** A slice of training aims at this long, so that messages are heard in between. */
const sliceMilliseconds = 12;
/** Progress is emitted no more often than this. */
const progressInterval = 50;
const rateWindow = 1000;

/**
 * Runs a trainer in slices and yields between them through a MessageChannel, which, unlike a timer,
 * is not throttled. The test set is evaluated in slices between those of training.
 */
export class TrainingLoop {
  /** @type {import('../types.js').Trainer} */
  #trainer = /** @type {any} */ (null);
  #threads = () => 1;
  #emit;
  #channel = new MessageChannel();
  #scheduled = false;

  /** Mini-batches still to run; Infinity: until told otherwise. */
  #batchesLeft = 0;
  #safeguard = new Safeguard(0);
  #batchesPerSlice = 1;
  #epochGoal = Infinity;
  /** What an earlier run had done before its weights were loaded here. */
  #base = { step: 0, epoch: 0, samples: 0 };

  #parameterCount = 0;
  #snapshotDue = false;
  #lastProgress = 0;
  #lastSnapshot = 0;
  /** @type {{ steps: number[], running: number[], batch: number[] }} */
  #points = { steps: [], running: [], batch: [] };
  #rate = { since: 0, samples: 0, value: 0 };
  /** What a mini-batch takes: an average over the last few slices. */
  #batchMilliseconds = 0;

  #evaluation = new EvaluationSlices(this.#trainer);
  #nextEvaluation = 0;
  /** @type {LandscapeSlices | null} */
  #landscapes = null;
  /** Sets still to be judged with the weights as they rest. @type {('train' | 'test')[]} */
  #closing = [];

  /** @type {{ value: number, sentAt: number } | null} an η that no step has used yet */
  #newRate = null;

  /** @param {import('../worker-protocol.js').Emit<Events>} emit */
  constructor(emit) {
    this.#emit = emit;
    this.#channel.port1.onmessage = () => {
      this.#scheduled = false;
      this.#turn();
    };
    this.#clearPoints();
  }

  /**
   * @param {import('../types.js').Trainer} trainer
   * @param {import('../types.js').Loss} loss that it minimises
   * @param {() => number} threads  how many train by now
   * @param {{ step: number, epoch: number, samples: number }} base
   */
  attach(trainer, loss, threads, base = { step: 0, epoch: 0, samples: 0 }) {
    this.halt();
    this.#trainer = trainer;
    this.#threads = threads;
    this.#evaluation = new EvaluationSlices(trainer);
    this.#landscapes = new LandscapeSlices(trainer, base.step, this.#emit);
    this.#safeguard = new Safeguard(guessingLoss(loss));
    this.#base = base;
    this.#newRate = null;
    this.#batchesPerSlice = 1;
    this.#rate = { since: 0, samples: 0, value: 0 };
    this.#batchMilliseconds = 0;
    this.#clearPoints();
    this.#judgeAtRest();
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
    this.#applyRate();
    const progress = this.#trainer.trainSample();
    this.#record(progress);
    if (!this.#gaveUp(progress)) this.#pauseWith(progress.state);
  }

  pause() {
    if (this.#batchesLeft > 0) this.#pauseWith('paused');
  }

  /** Stops everything at once and posts nothing more. */
  halt() {
    this.#batchesLeft = 0;
    this.#snapshotDue = false;
    this.#evaluation.cancel();
    this.#landscapes = null;
    this.#closing = [];
  }

  /** Starts or cancels work of LandscapeSlices. @param {(landscapes: LandscapeSlices) => void} act */
  explore(act) {
    if (!this.#landscapes) return;
    act(this.#landscapes);
    this.#schedule();
  }

  /** The path of the training in the plane of the landscape started last. */
  landscapePath() {
    return this.#landscapes?.path() ?? null;
  }

  get running() {
    return this.#batchesLeft > 0;
  }

  /** Totals, counting what was done before the weights were loaded. */
  position() {
    const { step, epoch, samples } = this.#trainer.progress();
    return {
      step: step + this.#base.step,
      epoch: epoch + this.#base.epoch,
      samples: samples + this.#base.samples,
    };
  }

  /**
   * η for the next step. The message `rate` says at which step that was and how long it took.
   * @param {number} value
   * @param {number} sentAt milliseconds since the Unix epoch
   */
  setLearningRate(value, sentAt) {
    this.#newRate = { value, sentAt };
    this.#trainer.learningRate = value;
  }

  /**
   * @param {number} batches
   * @param {number} epochGoal
   */
  #start(batches, epochGoal) {
    this.#trainer.resume();
    this.#evaluation.cancel();
    this.#closing = [];
    this.#batchesLeft = batches;
    this.#epochGoal = epochGoal;
    this.#rate = { since: performance.now(), samples: this.position().samples, value: 0 };
    this.#nextEvaluation = 0;
    this.#schedule();
  }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#channel.port2.postMessage(null);
  }

  #turn() {
    if (this.#snapshotDue) this.#emitSnapshot();
    if (this.running) {
      this.#trainSlice();
      if (this.running) this.#evaluateBetween();
    } else this.#evaluateAtRest();
    this.#landscapes?.advance(this.running);
    if (this.#landscapes?.active) this.#schedule();
  }

  #trainSlice() {
    this.#applyRate();
    const began = performance.now();
    let batches = Math.min(this.#batchesPerSlice, this.#batchesLeft);
    if (this.#epochGoal < Infinity) batches = Math.min(batches, this.#batchesToEpochEnd());
    const progress = this.#trainer.trainBatches(batches);
    const spent = performance.now() - began;
    // At most doubled, so that one quick slice does not make the next one long.
    const fitting = Math.floor((batches * sliceMilliseconds) / Math.max(spent, 0.01));
    this.#batchMilliseconds ||= spent / batches;
    this.#batchMilliseconds += (spent / batches - this.#batchMilliseconds) / 4;
    this.#batchesPerSlice = Math.max(1, Math.min(fitting, 2 * batches));
    this.#batchesLeft -= batches;

    this.#record(progress);
    if (this.#gaveUp(progress)) return;
    if (progress.state !== 'ready') this.#pauseWith(progress.state);
    else if (progress.epoch >= this.#epochGoal || this.#batchesLeft <= 0) this.#pauseWith('paused');
    else {
      const now = performance.now();
      if (now - this.#lastProgress >= progressInterval) this.#emitProgress('running', progress);
      if (now - this.#lastSnapshot >= this.#snapshotInterval()) this.#emitSnapshot();
      this.#schedule();
    }
  }

  /**
   * Whether the run has diverged; it then stops, with the weights of before.
   * @param {import('../types.js').Progress} progress
   */
  #gaveUp(progress) {
    const { learningRate, l2 } = this.#trainer;
    const divergence = this.#safeguard.inspect(progress, learningRate, l2);
    if (!divergence) return false;
    if (this.#safeguard.theta) this.#trainer.setParameters(this.#safeguard.theta);
    this.#batchesLeft = 0;
    const step = divergence.step + this.#base.step;
    this.#emitProgress('diverged', progress, { ...divergence, step });
    this.#judgeAtRest();
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

  #applyRate() {
    if (!this.#newRate) return;
    const { value, sentAt } = this.#newRate;
    this.#newRate = null;
    const milliseconds = performance.timeOrigin + performance.now() - sentAt;
    this.#emit('rate', { value, step: this.position().step + 1, milliseconds });
  }

  /** @param {import('../types.js').Progress} progress */
  #record(progress) {
    const now = performance.now();
    this.#points.steps.push(progress.step + this.#base.step);
    this.#points.running.push(progress.loss);
    this.#points.batch.push(progress.batchLoss);
    const elapsed = now - this.#rate.since;
    if (elapsed < rateWindow && this.#rate.value > 0) return;
    const samples = progress.samples + this.#base.samples;
    if (elapsed > 0) this.#rate.value = (1000 * (samples - this.#rate.samples)) / elapsed;
    if (elapsed >= rateWindow) Object.assign(this.#rate, { since: now, samples });
  }

  /** @param {import('../types.js').Progress['state'] | 'paused'} state */
  #pauseWith(state) {
    this.#batchesLeft = 0;
    this.#emitProgress(state === 'ready' ? 'paused' : state, this.#trainer.progress());
    this.#judgeAtRest();
  }

  /**
   * Publishes the weights and measures both sets, now that they rest. Not at once: the answer to
   * the call that led here goes first.
   */
  #judgeAtRest() {
    this.#snapshotDue = true;
    this.#evaluation.cancel();
    this.#closing = ['test', 'train'];
    this.#schedule();
  }

  #evaluateAtRest() {
    if (!this.#evaluation.active) {
      const next = this.#closing.shift();
      if (!next) return;
      this.#evaluation.start(next, this.position());
    }
    this.#evaluateSlice();
    this.#schedule();
  }

  #evaluateBetween() {
    if (!this.#evaluation.active) {
      if (performance.now() < this.#nextEvaluation) return;
      this.#evaluation.start(this.#closing.shift() ?? 'test', this.position());
    }
    const measured = this.#evaluateSlice();
    if (!measured) return;
    if (measured.set === 'test') this.#closing = ['train'];
    // Evaluation gets about a fifth of the time.
    this.#nextEvaluation = performance.now() + Math.max(200, 4 * this.#evaluation.spent);
  }

  #evaluateSlice() {
    const measured = this.#evaluation.advance();
    if (measured) this.#emit('evaluation', measured);
    return measured;
  }

  /**
   * @param {TrainingProgress['state']} state
   * @param {import('../types.js').Progress} progress
   * @param {import('./safeguard.js').Divergence | null} [divergence]
   */
  #emitProgress(state, progress, divergence = null) {
    this.#lastProgress = performance.now();
    this.#emit('progress', {
      ...this.position(),
      state,
      divergence,
      epochShare: progress.sampleInEpoch / progress.epochSize,
      loss: progress.loss,
      gradientNorm: progress.gradientNorm,
      samplesPerSecond: state === 'running' ? this.#rate.value : 0,
      threads: this.#threads(),
      batchMilliseconds: this.#batchMilliseconds,
      points: this.#points,
    });
    this.#clearPoints();
  }

  #clearPoints() {
    this.#points = { steps: [], running: [], batch: [] };
  }

  #emitSnapshot() {
    this.#snapshotDue = false;
    this.#lastSnapshot = performance.now();
    const theta = this.#trainer.parameters();
    this.#safeguard.keep(theta);
    this.#parameterCount = theta.length;
    this.#emit('snapshot', { theta, ...this.position() });
  }
}
