/**
 * The training worker: what the page can call, and what comes by itself.
 *
 * @typedef {typeof api} Api
 * @typedef {import('./training-loop.js').Events & { data: { done: number, total: number } }} Events
 *   `data`: how far they are loaded
 */
import { CodedError } from '../errors.js';
import { emit, serve } from '../worker-protocol.js';
import { DataSets, deletePair } from './data-sets.js';
import { loadTraining } from './thread-pool.js';
import { TrainingLoop } from './training-loop.js';

/**
 * @typedef {import('../types.js').Trainer} Trainer
 * @typedef {import('../types.js').TrainerOptions} TrainerOptions
 * @typedef {{ theta: Float32Array, step: number, epoch: number, samples: number }} Start
 *   weights to go on from, and what had been done to reach them
 */

/** @type {DataSets | null} */
let dataSets = null;
/** @type {Trainer | null} */
let trainer = null;
/** What the trainer learns from. @type {import('./data-sets.js').Pair | null} */
let dataInUse = null;

/** Of the digits and variants that show what an augmentation does. */
const sampleSeed = 1;

const loop = new TrainingLoop(emit);

function requireTrainer() {
  if (!trainer) throw new CodedError('notReady');
  return trainer;
}

export const api = {
  /**
   * Loads the data and makes a trainer, with fresh weights or with those of `start`. Until that has
   * succeeded, the trainer before goes on.
   * @param {TrainerOptions} options
   * @param {import('./data-sets.js').Source} source
   * @param {string} key of the data, see DataSets
   * @param {Start | null} start
   */
  async prepare(options, source, key, start) {
    const { engine, threads } = await loadTraining();
    dataSets ??= new DataSets(engine);
    const onProgress = (/** @type {number} */ done, /** @type {number} */ total) =>
      emit('data', { done, total });
    const pair = await dataSets.load(source, key, onProgress, dataInUse);
    const { train, test } = pair;
    const made = engine.newTrainer(options, train, test);
    if (start) {
      try {
        made.setParameters(start.theta);
      } catch (error) {
        made.delete();
        throw error;
      }
    }
    loop.halt();
    trainer?.delete();
    if (dataInUse && dataInUse !== pair) deletePair(dataInUse);
    trainer = made;
    dataInUse = pair;
    loop.attach(trainer, options.architecture.loss, threads, start ?? undefined);
    return { train: train.size(), test: test.size(), parameters: trainer.parameters().length };
  },

  cancelData: () => dataSets?.cancel(),

  run() {
    requireTrainer();
    loop.run();
  },
  pause: () => loop.pause(),
  step() {
    requireTrainer();
    loop.run(1);
  },
  sample() {
    requireTrainer();
    loop.runSample();
  },
  epoch() {
    requireTrainer();
    loop.runEpoch();
  },

  /**
   * η of the next step.
   * @param {number} value
   * @param {number} sentAt milliseconds since the Unix epoch
   */
  setLearningRate(value, sentAt) {
    if (trainer) loop.setLearningRate(value, sentAt);
  },

  /**
   * What else can change in the middle of a run.
   * @param {Pick<TrainerOptions, 'optimizer' | 'batchSize' | 'l2' | 'stop' | 'augmentation'>} options
   */
  configure({ optimizer, batchSize, l2, stop, augmentation }) {
    const current = requireTrainer();
    current.setOptimizer(optimizer);
    current.batchSize = batchSize;
    current.l2 = l2;
    current.setStop(stop ?? {});
    current.setAugmentation(augmentation ?? null);
  },

  /**
   * The mistakes of the last evaluation of the test set, with their images.
   * @param {{ label: number, predicted: number } | null} cell only those of this cell
   * @param {number} limit
   */
  mistakes(cell, limit) {
    const test = dataInUse?.test;
    if (!trainer || !test) return [];
    const chosen = trainer
      .mistakes(test.size())
      .filter(
        ({ label, predicted }) => !cell || (label === cell.label && predicted === cell.predicted),
      );
    return chosen
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, limit)
      .map((mistake) => ({ ...mistake, image: test.image(mistake.index) }));
  },

  /**
   * A training image, of synthetic digits before there are others, and variants of it.
   * @param {number} sample  counted on beyond the last
   * @param {number} count of variants
   * @param {import('../types.js').Augmentation} augmentation
   */
  async variants(sample, count, augmentation) {
    const set = dataInUse?.train ?? (await loadTraining()).engine.syntheticDigits(10, sampleSeed);
    try {
      const index = sample % set.size();
      const values = set.variants(index, count, augmentation, sampleSeed);
      const images = Array.from({ length: count }, (_, i) => values.slice(784 * i, 784 * (i + 1)));
      return { label: set.label(index), images: [set.image(index), ...images] };
    } finally {
      if (set !== dataInUse?.train) set.delete();
    }
  },

  /** @param {import('../types.js').LandscapeOptions} options */
  startLandscape(options) {
    requireTrainer();
    loop.explore((landscapes) => landscapes.startLandscape(options));
  },
  cancelLandscape: () => loop.explore((landscapes) => landscapes.cancelLandscape()),
  landscapePath: () => loop.landscapePath(),
  /** @param {import('../types.js').FinderOptions} options */
  startFinder(options) {
    requireTrainer();
    loop.explore((landscapes) => landscapes.startFinder(options));
  },
  cancelFinder: () => loop.explore((landscapes) => landscapes.cancelFinder()),

  /**
   * @param {Record<string, string>} metadata
   * @param {'F32' | 'F16'} dtype
   */
  save(metadata, dtype) {
    return requireTrainer().saveModel(metadata, dtype);
  },

  /**
   * What a model file holds.
   * @param {Uint8Array} bytes
   */
  async readModel(bytes) {
    const { engine } = await loadTraining();
    const network = engine.networkFromModel(bytes);
    try {
      return {
        architecture: network.architecture(),
        metadata: network.metadata(),
        theta: network.parameters(),
      };
    } finally {
      network.delete();
    }
  },
};

serve(api);
