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
 * @typedef {import('./data-sets.js').Pair} Pair
 * @typedef {import('../types.js').Position & { theta: Float32Array }} Start  weights to go on from, and
 *   what had been done to reach them
 */

/** @type {DataSets | null} */
let dataSets = null;
/** The network in training. @type {{ trainer: Trainer, loop: TrainingLoop, data: Pair } | null} */
let current = null;

/** Of the digits and variants that show what an augmentation does. */
const sampleSeed = 1;

const atStart = { step: 0, epoch: 0, samples: 0 };

function required() {
  if (!current) throw new CodedError('notReady');
  return current;
}

export const api = {
  /**
   * Loads the data and makes a trainer, with fresh weights or with those of `start`. Until that has
   * succeeded, the trainer before goes on.
   * @param {TrainerOptions} options @param {import('./data-sets.js').Source} source
   * @param {string} key of the data, see DataSets
   * @param {Start | null} start
   */
  async prepare(options, source, key, start) {
    const { engine, threads } = await loadTraining();
    dataSets ??= new DataSets(engine);
    const onProgress = (/** @type {number} */ done, /** @type {number} */ total) =>
      emit('data', { done, total });
    const data = await dataSets.load(source, key, onProgress, current?.data ?? null);
    const { train, test } = data;
    const trainer = engine.newTrainer(options, train, test);
    if (start) {
      try {
        trainer.setParameters(start.theta);
      } catch (error) {
        trainer.delete();
        throw error;
      }
    }
    current?.loop.close();
    current?.trainer.delete();
    if (current && current.data !== data) deletePair(current.data);
    const { loss } = options.architecture;
    const loop = new TrainingLoop(trainer, loss, threads, start ?? atStart, emit);
    current = { trainer, loop, data };
    return { train: train.size(), test: test.size(), parameters: trainer.parameters().length };
  },

  cancelData: () => dataSets?.cancel(),

  run: () => required().loop.run(),
  pause: () => current?.loop.pause(),
  step: () => required().loop.run(1),
  sample: () => required().loop.runSample(),
  epoch: () => required().loop.runEpoch(),

  /**
   * η of the next step.
   * @param {number} value @param {number} sentAt  milliseconds since the Unix epoch
   */
  setLearningRate(value, sentAt) {
    if (!current) return;
    current.trainer.learningRate = value;
    current.loop.rateChanged(value, sentAt);
  },

  /**
   * What else can change in the middle of a run.
   * @param {Pick<TrainerOptions, 'optimizer' | 'batchSize' | 'l2' | 'stop' | 'augmentation'>} options
   */
  configure({ optimizer, batchSize, l2, stop, augmentation }) {
    const { trainer } = required();
    trainer.setOptimizer(optimizer);
    trainer.batchSize = batchSize;
    trainer.l2 = l2;
    trainer.setStop(stop ?? {});
    trainer.setAugmentation(augmentation ?? null);
  },

  /**
   * The mistakes of the last evaluation of the test set, with their images.
   * @param {{ label: number, predicted: number } | null} cell only those of this cell
   * @param {number} limit
   */
  mistakes(cell, limit) {
    if (!current) return [];
    const { test } = current.data;
    const chosen = current.trainer
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
    const own = current?.data.train;
    const set = own ?? (await loadTraining()).engine.syntheticDigits(10, sampleSeed);
    try {
      const index = sample % set.size();
      const values = set.variants(index, count, augmentation, sampleSeed);
      const images = Array.from({ length: count }, (_, i) => values.slice(784 * i, 784 * (i + 1)));
      return { label: set.label(index), images: [set.image(index), ...images] };
    } finally {
      if (!own) set.delete();
    }
  },

  /**
   * Computes the landscape about the weights of this moment.
   * @param {import('../types.js').LandscapeOptions} options
   */
  startLandscape: (options) => required().loop.landscapes.startLandscape(options),
  cancelLandscape: () => current?.loop.landscapes.cancelLandscape(),
  landscapePath: () => current?.loop.landscapes.path() ?? null,
  /** Searches for a learning rate. @param {import('../types.js').FinderOptions} options */
  startFinder: (options) => required().loop.landscapes.startFinder(options),
  cancelFinder: () => current?.loop.landscapes.cancelFinder(),

  /** @param {Record<string, string>} metadata @param {'F32' | 'F16'} dtype */
  save(metadata, dtype) {
    return required().trainer.saveModel(metadata, dtype);
  },

  /** What a model file holds. @param {Uint8Array} bytes */
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
