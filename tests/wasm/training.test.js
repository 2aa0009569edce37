import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMnistFile, readPenStrokes } from '../../weights/evaluate.mjs';
import { createInstance, digitArchitecture, evaluate, expectError } from './module.js';

const mnist = process.env.MNIST_DIR;
const penStrokes = process.env.PEN_STROKES;

/** 784-64-16-10, the architecture that the page begins with. */
const architecture = {
  inputs: 784,
  layers: [
    { units: 64, activation: 'sigmoid' },
    { units: 16, activation: 'tanh' },
    { units: 10, activation: 'softmax' },
  ],
  loss: 'crossEntropy',
};
const settings = {
  architecture,
  initializer: 'xavier',
  optimizer: { name: 'sgd' },
  learningRate: 0.2,
  batchSize: 128,
  seed: 1,
};

const module = await createInstance();

/** Trains until `epochs` passes are done. */
function trainEpochs(trainer, epochs) {
  let progress = trainer.progress();
  while (progress.epoch < epochs && progress.state === 'ready') progress = trainer.trainBatches(50);
  return progress;
}

describe('random numbers', () => {
  it('gives the weights that the native build draws from the same seed', () => {
    const small = { inputs: 2, layers: [{ units: 2, activation: 'tanh' }], loss: 'quadratic' };
    const parameters = (name) => [...module.newNetwork(small, name, 1).parameters()];
    const close = (values, expected) =>
      values.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 6));
    // Printed by the native build; tests/cpp/network_test.cpp holds it to the same numbers.
    close(parameters('xavier'), [-0.419018477, -0.203251705, -1.15384722, -0.102035657, 0, 0]);
    close(
      parameters('normal'),
      [-1.76946104, -0.470334083, -1.46454704, -0.0860951096, -0.692669451, 0.693664372],
    );
  });
});

describe('synthetic digits', () => {
  it('are the ones that the native build draws from the same seed, to the byte', () => {
    const digits = module.syntheticDigits(200, 42);
    let hash = 0x811c9dc5; // FNV-1a; tests/cpp/synthetic_test.cpp has the same sum
    for (let i = 0; i < digits.size(); i++) {
      for (const value of digits.image(i)) {
        hash = Math.imul(hash ^ Math.round(value * 255), 0x01000193) >>> 0;
      }
    }
    expect(hash.toString(16)).toBe('263865');
  });
});

describe('training on synthetic digits', () => {
  const t10k = () =>
    module.dataSetFromIdx(
      readMnistFile(mnist, 't10k-images-idx3-ubyte.gz'),
      readMnistFile(mnist, 't10k-labels-idx1-ubyte.gz'),
    );

  it.skipIf(!mnist)('reads at least 90 % of t10k with the page’s first settings', () => {
    const train = module.syntheticDigits(20000, 1);
    const trainer = module.newTrainer({ ...settings, learningRate: 0.3 }, train, t10k());
    trainEpochs(trainer, 10);
    expect(evaluate(trainer).accuracy).toBeGreaterThan(0.9);
  });

  it.skipIf(!mnist || !penStrokes || !existsSync(penStrokes))(
    'reads at least 95 % of t10k and 92 % of the pen strokes, having seen neither',
    () => {
      const relu = digitArchitecture([128]);
      const recipe = { architecture: relu, initializer: 'he', optimizer: { name: 'adam' } };
      const trainer = module.newTrainer(
        { ...settings, ...recipe, learningRate: 2e-3 },
        module.syntheticDigits(60000, 1),
        t10k(),
      );
      const epochs = 10;
      for (let epoch = 0; epoch < epochs; epoch++) {
        trainer.learningRate = 1e-3 * (1 + Math.cos((Math.PI * epoch) / epochs));
        trainEpochs(trainer, epoch + 1);
      }
      expect(evaluate(trainer).accuracy).toBeGreaterThan(0.95);

      const network = module.newNetwork(relu, 'he', 1);
      network.setParameters(trainer.parameters());
      const digits = readPenStrokes(penStrokes);
      const right = digits.filter(({ label, strokes }) => {
        const points = new Float32Array(strokes.flat(2));
        const lengths = new Int32Array(strokes.map((stroke) => stroke.length));
        const { probabilities: outputs } = network.recognize(
          module.imageFromStrokes(points, lengths),
        );
        return outputs.indexOf(Math.max(...outputs)) === label;
      });
      expect(right.length / digits.length).toBeGreaterThan(0.96);
    },
    120_000,
  );

  it('learns, counts, evaluates and reports its mistakes', () => {
    const trainer = module.newTrainer(
      settings,
      module.syntheticDigits(3000, 1),
      module.syntheticDigits(500, 2),
    );
    const before = evaluate(trainer).accuracy;
    const progress = trainEpochs(trainer, 30);
    expect(progress.step).toBeGreaterThanOrEqual(30 * 24);
    expect(progress.epochSize).toBe(3000);
    const after = evaluate(trainer);
    expect(before).toBeLessThan(0.35);
    expect(after.accuracy).toBeGreaterThan(0.75);

    const confusion = trainer.confusion();
    expect(confusion.reduce((sum, count) => sum + count)).toBe(500);
    const right = [...Array(10).keys()].reduce((sum, digit) => sum + confusion[11 * digit], 0);
    expect(right / 500).toBeCloseTo(after.accuracy, 10);
    const mistakes = trainer.mistakes(1000);
    expect(mistakes).toHaveLength(500 - right);
    for (const { label, predicted, confidence } of mistakes) {
      expect(label).not.toBe(predicted);
      expect(confidence).toBeGreaterThan(0.1);
    }
    expect(trainer.mistakes(3)).toHaveLength(3);
  });

  it('stops after the epochs asked for and when the validation loss is below ε', () => {
    const data = [module.syntheticDigits(500, 1), module.syntheticDigits(200, 2)];
    const byEpochs = module.newTrainer({ ...settings, stop: { epochs: 2 } }, ...data);
    expect(byEpochs.trainBatches(1000)).toMatchObject({ state: 'finished', epoch: 2 });
    const byLoss = module.newTrainer({ ...settings, stop: { validationLoss: 10 } }, ...data);
    byLoss.trainBatches(1);
    evaluate(byLoss);
    expect(byLoss.progress().state).toBe('finished');
  });
});

describe('bad settings', () => {
  const make = (changes) => () =>
    module.newTrainer(
      { ...settings, ...changes },
      module.syntheticDigits(20, 1),
      module.syntheticDigits(20, 2),
    );
  it.each([
    [{ learningRate: -1 }, 'atLeast quantity=learningRate min=0'],
    [{ learningRate: NaN }, 'atLeast quantity=learningRate min=0'],
    [{ learningRate: '0.1' }, 'wrongType field=learningRate type=number'],
    [{ batchSize: 0 }, 'range quantity=batchSize min=1 max=8192'],
    [{ batchSize: 2.5 }, 'wrongType field=batchSize type=whole number'],
    [{ l2: -0.1 }, 'atLeast quantity=l2 min=0'],
    [{ seed: -1 }, 'atLeast quantity=seed min=0'],
    [{ initializer: 'glorot' }, 'unknownName quantity=initializer value=glorot'],
    [{ optimizer: { name: 'adamw' } }, 'unknownName quantity=optimizer value=adamw'],
    [{ optimizer: { name: 'adam', beta1: 1 } }, 'fraction quantity=beta1'],
    [{ optimizer: undefined }, 'missing field=optimizer'],
    [{ architecture: undefined }, 'missing field=architecture'],
    [
      { architecture: { ...architecture, inputs: 100 } },
      'size quantity=inputs actual=784 expected=100',
    ],
    [{ architecture: { ...architecture, layers: [] } }, 'range quantity=layers min=1 max=16'],
    [{ architecture: { ...architecture, loss: 'mse' } }, 'unknownName quantity=loss value=mse'],
    [
      { architecture: { ...architecture, loss: 'binaryCrossEntropy' } },
      'lossNeeds loss=binaryCrossEntropy expected=sigmoid actual=softmax',
    ],
    [
      {
        architecture: {
          ...architecture,
          layers: [{ units: 5, activation: 'step' }, architecture.layers[2]],
        },
      },
      'untrainable activation=step',
    ],
  ])('are refused: %o', (changes, mistake) => {
    expectError(mistake, make(changes));
  });
});
