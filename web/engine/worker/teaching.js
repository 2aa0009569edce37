/**
 * Teaches a network a person's handwriting: a copy of it is trained on a person's drawings and, so that nothing is
 * forgotten, on synthetic digits that it reads already. It runs in one go, within a worker of its own.
 *
 * @typedef {import('../types.js').Engine} Engine
 * @typedef {import('../types.js').Network} Network
 * @typedef {import('../types.js').DataSet} DataSet
 * @typedef {import('./data-sets.js').LabelledImages} LabelledImages
 * @typedef {{ model: Uint8Array, training: LabelledImages, measured: LabelledImages }} Lesson
 *   `model`: a safetensors file, of a network from 784 pixels to ten digits, or to these and "none"
 * @typedef {{ of: 'own' | 'synthetic' | 'nonDigits', count: number, before: number, after: number }}
 *   Measure  on `count` samples; fractions 0…1 that are read right
 * @typedef {{ model: Uint8Array, measures: Measure[], steps: number }} Taught
 */
import { CodedError } from '../errors.js';

const digitCount = 10;

/** A gentle η, which falls to 0: what is known already is to be moved little. */
const learningRate = 3e-4;
const batchSize = 96;
const minSteps = 300;
const minPasses = 3;
/** Mini-batches between two reports. */
const stepsAtOnce = 10;

/** Synthetic digits beside the own ones: twice as many as those, and at least this many. */
const minSynthetic = 4000;
const syntheticShare = 2;
/** A drawing is repeated until the own ones are a third, but no more often than this. */
const maxCopies = 100;
/** Of networks that know them: drawings that are no digits, for each synthetic digit. */
const nonDigitShare = 1 / 5;

/** How far each drawing varies each time that it is trained on. */
const augmentation = {
  rotation: 0.12,
  shear: 0.15,
  scale: 0.08,
  aspect: 0.08,
  translation: 0.7,
  displacement: 0.5,
  penWidth: 0.3,
};

/** Apart from those of data-sets.js, so that Train's digits are others. */
const seed = { synthetic: 7001, syntheticTest: 7002, nonDigits: 7003, nonDigitsTest: 7004 };
const testCount = { synthetic: 2000, nonDigits: 1000 };

/**
 * @param {Engine} engine @param {Lesson} lesson @param {(share: number) => void} onProgress  0…1
 * @returns {Taught}
 */
export function teach(engine, { model, training, measured }, onProgress) {
  /** @type {{ delete(): void }[]} */
  const handles = [];
  const use = (/** @type {any} */ handle) => {
    handles.push(handle);
    return handle;
  };
  try {
    const network = /** @type {Network} */ (use(engine.networkFromModel(model)));
    const before = network.parameters();
    const train = use(trainingSet(engine, network, training));
    const tests = testSets(engine, network, measured);
    tests.forEach(({ set }) => use(set));
    const accuracies = (/** @type {Float32Array} */ theta) =>
      tests.map(({ set }) => accuracy(engine, network, theta, set));

    const accuracyBefore = accuracies(before);
    const trainer = use(engine.newTrainer(trainerOptions(network), train, tests[0].set));
    trainer.setParameters(before);
    const steps = Math.max(minSteps, minPasses * Math.ceil(train.size() / batchSize));
    for (let step = 0; step < steps; step += stepsAtOnce) {
      onProgress(step / steps);
      trainer.learningRate = learningRate * (1 - step / steps);
      const { state } = trainer.trainBatches(Math.min(stepsAtOnce, steps - step));
      if (state === 'diverged') throw new CodedError('teachDiverged');
    }
    const accuracyAfter = accuracies(trainer.parameters());
    onProgress(1);
    return {
      // In float32: what is saved is what was measured.
      model: trainer.saveModel(metadataFor(network), 'F32'),
      measures: tests.map(({ of, set }, i) => ({
        of,
        count: set.size(),
        before: accuracyBefore[i],
        after: accuracyAfter[i],
      })),
      steps,
    };
  } finally {
    handles.reverse().forEach((handle) => handle.delete());
  }
}

/** @param {Network} network @returns {import('../types.js').TrainerOptions} */
const trainerOptions = (network) => ({
  architecture: network.architecture(),
  initializer: 'zero',
  optimizer: { name: 'adam' },
  learningRate,
  batchSize,
  l2: 0,
  seed: 1,
  augmentation,
});

/** What the outputs stand for remains true of the copy; figures in the metadata do not. */
function metadataFor(/** @type {Network} */ network) {
  const { classes } = network.metadata();
  return { format: 'digit-descent', ...(classes !== undefined && { classes }) };
}

/** Whether a network has an eleventh output, for drawings that are no digits. */
const knowsNonDigits = (/** @type {Network} */ network) =>
  /** @type {any} */ (network.architecture().layers.at(-1)).units > digitCount;

/**
 * What is learned from: the own drawings, again and again, among what is known already.
 * @param {Engine} engine @param {Network} network @param {LabelledImages} drawings
 */
function trainingSet(engine, network, drawings) {
  const count = Math.max(minSynthetic, syntheticShare * drawings.labels.length);
  const synthetic = engine.syntheticDigits(count, seed.synthetic);
  const set = knowsNonDigits(network)
    ? engine.nonDigits(Math.round(nonDigitShare * count), seed.nonDigits, 'training')
    : synthetic.slice(0, 0);
  appendFamiliar(set, network, synthetic);
  synthetic.delete();
  const own = dataSet(engine, drawings);
  const copies = Math.ceil(count / syntheticShare / own.size());
  for (let i = 0; i < Math.min(copies, maxCopies); i++) set.append(own);
  own.delete();
  return set;
}

/**
 * Appends the samples that the network reads right. To learn the others, too, would change it more,
 * and measurably cost it real digits, without a person having asked for it.
 * @param {DataSet} set @param {Network} network @param {DataSet} samples
 */
function appendFamiliar(set, network, samples) {
  const size = samples.size();
  for (let i = 0; i < size; i++) {
    const { probabilities } = network.recognize(samples.image(i));
    if (probabilities.indexOf(Math.max(...probabilities)) !== samples.label(i)) continue;
    const one = samples.slice(i, i + 1);
    set.append(one);
    one.delete();
  }
}

/**
 * @param {Engine} engine @param {Network} network @param {LabelledImages} measured
 * @returns {{ of: Measure['of'], set: DataSet }[]}
 */
function testSets(engine, network, measured) {
  /** @type {{ of: Measure['of'], set: DataSet }[]} */
  const sets = [
    { of: 'own', set: dataSet(engine, measured) },
    {
      of: 'synthetic',
      set: engine.syntheticDigits(testCount.synthetic, seed.syntheticTest),
    },
  ];
  if (knowsNonDigits(network)) {
    const set = engine.nonDigits(testCount.nonDigits, seed.nonDigitsTest, 'unseen');
    sets.push({ of: 'nonDigits', set });
  }
  return sets;
}

/**
 * The fraction of a set that the weights read right, measured by the core.
 * @param {Engine} engine @param {Network} network @param {Float32Array} theta @param {DataSet} set
 */
function accuracy(engine, network, theta, set) {
  const trainer = engine.newTrainer(trainerOptions(network), set, set);
  try {
    trainer.setParameters(theta);
    trainer.evaluateStart('test', set.size());
    return trainer.evaluateSome(set.size()).accuracy;
  } finally {
    trainer.delete();
  }
}

/** @param {Engine} engine @param {LabelledImages} drawings */
const dataSet = (engine, { images, labels }) => engine.dataSetFromImages(images, labels);
