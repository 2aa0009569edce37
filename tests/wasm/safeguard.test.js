// Real runs through the real module: what the safeguard must notice, and what it must not.
import { beforeAll, describe, expect, it } from 'vitest';
import { Safeguard, guessingLoss } from '../../web/engine/worker/safeguard.js';
import { createInstance } from './module.js';

let train, test, module;
beforeAll(async () => {
  module = await createInstance();
  train = module.syntheticDigits(8000, 1);
  test = module.syntheticDigits(500, 2);
});

const relu = [64, 16].map((units) => ({ units, activation: 'relu' }));
const looksPerSnapshot = 10;

function newTrainer({ hidden = relu, output = 'softmax', loss = 'crossEntropy', ...settings }) {
  const layers = [...hidden, { units: 10, activation: output }];
  return module.newTrainer(
    {
      architecture: { inputs: 784, layers, loss },
      initializer: 'he',
      optimizer: { name: 'sgd' },
      batchSize: 128,
      l2: 0,
      seed: 1,
      learningRate: 0.1,
      ...settings,
    },
    train,
    test,
  );
}

/**
 * Trains as the training loop does: a few batches, a look, now and then a snapshot.
 * @param {any} settings
 * @param {number[][]} script
 */
function follow(settings, script) {
  const guessing = guessingLoss(settings.loss ?? 'crossEntropy');
  const trainer = newTrainer(settings);
  const safeguard = new Safeguard(guessing);
  safeguard.keep(trainer.parameters());
  let looks = 0;
  let progress, divergence;
  for (const [steps, learningRate] of script) {
    trainer.learningRate = learningRate;
    const end = trainer.progress().step + steps;
    while (!divergence && trainer.progress().step < end) {
      progress = trainer.trainBatches(10);
      divergence = safeguard.inspect(progress, learningRate, trainer.l2);
      if (++looks % looksPerSnapshot === 0) safeguard.keep(trainer.parameters());
    }
  }
  return { trainer, safeguard, divergence, loss: progress.loss / guessing };
}

/** Some steps with a good η, a ramp of too large ones, and a small one for the rest. */
const ramp = ([warm, good], rates, each, after) => [
  [warm, good],
  ...rates.map((rate) => [each, rate]),
  [400, after],
];

describe('a run that learning rates destroy', () => {
  const twoSteps = [0.5, 1, 2];
  const fiveSteps = [0.7, 1, 1.5, 3, 5];
  const held = [0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5];
  /** @type {Record<string, [settings: object, script: number[][]]>} */
  const runs = {
    'five steps of η, seed 1': [{}, ramp([150, 0.2], fiveSteps, 20, 0.05)],
    'five steps of η, seed 3': [{ seed: 3 }, ramp([600, 0.2], fiveSteps, 20, 0.05)],
    'five slow steps of η': [{ seed: 2 }, ramp([150, 0.2], fiveSteps, 100, 0.05)],
    'three steps of η': [{ seed: 3 }, ramp([600, 0.2], twoSteps, 20, 0.05)],
    'an arrow key held': [{}, ramp([300, 0.2], held, 20, 5)],
    'a ramp right after the start': [{}, ramp([100, 0.2], [0.5, 1, 2, 5], 20, 0.05)],
    'a single jump to 1': [{}, ramp([400, 0.2], [1], 20, 0.2)],
    Adam: [
      { optimizer: { name: 'adam' } },
      ramp([300, 0.001], [0.003, 0.01, 0.03, 0.1, 0.3, 1], 40, 0.001),
    ],
    momentum: [
      { optimizer: { name: 'momentum', momentum: 0.9 } },
      ramp([300, 0.02], [0.1, 0.5, 1, 3], 40, 0.02),
    ],
  };

  it.each(Object.entries(runs))(
    'is noticed, and good weights are kept: %s',
    (_, [settings, script]) => {
      const { trainer, safeguard, divergence } = follow(settings, script);
      const [[warm, good], ...rest] = script;
      expect(divergence).not.toBeNull();
      expect(divergence.step).toBeGreaterThan(warm);
      expect(rest.slice(0, -1).map(([, rate]) => rate)).toContain(divergence.learningRate);

      // What was kept learns on at once.
      trainer.resume();
      trainer.setParameters(safeguard.theta);
      trainer.learningRate = good;
      const { loss } = trainer.trainBatches(100);
      expect(loss).toBeLessThan(0.6 * guessingLoss('crossEntropy'));
      trainer.delete();
    },
  );

  it('is called lost only when its loss did not explode', () => {
    const slow = follow(...runs['a single jump to 1']).divergence;
    expect(slow).toMatchObject({ lost: true, learningRate: 1 });
    const fast = follow({}, [[300, 10]]).divergence;
    expect(fast).toMatchObject({ lost: false, learningRate: 10 });
  });
});

describe('a run that is well', () => {
  const sigmoid = [
    { units: 64, activation: 'sigmoid' },
    { units: 16, activation: 'tanh' },
  ];
  /** @type {Record<string, [settings: object, script: number[][]]>} */
  const runs = {
    'a slow start': [{}, [[600, 0.001]]],
    'no step at all': [{}, [[300, 0]]],
    'the usual η': [{}, [[500, 0.2]]],
    'a large η': [{}, [[500, 0.7]]],
    'a jump that it survives': [
      {},
      [
        [150, 0.2],
        [300, 0.7],
      ],
    ],
    'a ramp that it survives': [
      { seed: 2 },
      [
        [150, 0.2],
        [20, 0.5],
        [20, 1],
        [20, 2],
        [400, 0.05],
      ],
    ],
    Adam: [{ optimizer: { name: 'adam' } }, [[400, 0.003]]],
    'sigmoid and tanh': [{ hidden: sigmoid, initializer: 'xavier' }, [[500, 0.1]]],
    'one sample a step': [{ batchSize: 1 }, [[3000, 0.02]]],
    'a perceptron with one sample a step': [
      { hidden: [], batchSize: 1, initializer: 'xavier' },
      [[3000, 0.1]],
    ],
    'quadratic loss': [{ loss: 'quadratic', output: 'sigmoid' }, [[400, 0.5]]],
    'binary cross-entropy': [{ loss: 'binaryCrossEntropy', output: 'sigmoid' }, [[400, 0.1]]],
  };

  it.each(Object.entries(runs))('is left alone: %s', (_, [settings, script]) => {
    const { trainer, divergence } = follow(settings, script);
    expect(divergence).toBeNull();
    trainer.delete();
  });

  it('is left alone when λ makes the loss larger than guessing', () => {
    const { trainer, safeguard } = follow({}, [[300, 0.2]]);
    trainer.l2 = 0.03;
    for (let i = 0; i < 30; ++i) {
      const progress = trainer.trainBatches(10);
      if (i === 1) expect(progress.loss).toBeGreaterThan(guessingLoss('crossEntropy'));
      expect(safeguard.inspect(progress, 0.2, trainer.l2)).toBeNull();
    }
    trainer.delete();
  });
});

describe('the weights kept', () => {
  it('follow a run that improves, and not one that gets worse', () => {
    const { trainer, safeguard } = follow({}, [[200, 0.2]]);
    const best = Array.from(safeguard.theta ?? []);
    trainer.learningRate = 1;
    for (let i = 0; i < 6; ++i) {
      safeguard.inspect(trainer.trainBatches(10), 1, 0);
      safeguard.keep(trainer.parameters());
    }
    expect(Array.from(safeguard.theta ?? [])).toEqual(best);
    trainer.setParameters(safeguard.theta);
    trainer.learningRate = 0.2;
    for (let i = 0; i < 20; ++i) safeguard.inspect(trainer.trainBatches(10), 0.2, 0);
    safeguard.keep(trainer.parameters());
    expect(Array.from(safeguard.theta ?? [])).not.toEqual(best);
    trainer.delete();
  });

  it('do not hang on a running loss that was low by luck', () => {
    const trainer = newTrainer({ batchSize: 1 });
    const safeguard = new Safeguard(guessingLoss('crossEntropy'));
    safeguard.keep(trainer.parameters());
    const progress = trainer.trainBatches(30);
    safeguard.inspect({ ...progress, loss: 0.01 }, 0.01, 0);
    safeguard.keep(trainer.parameters());
    const lucky = Array.from(safeguard.theta ?? []);
    for (let i = 0; i < 400; ++i) {
      safeguard.inspect({ ...progress, loss: 1 }, 0.01, 0);
      safeguard.keep(trainer.trainBatches(1) && trainer.parameters());
    }
    expect(Array.from(safeguard.theta ?? [])).not.toEqual(lucky);
    trainer.delete();
  });
});
