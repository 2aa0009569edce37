import { beforeAll, expect, test } from 'vitest';
import { createLabs, expectError } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

/** The defaults of the page. */
const standard = {
  shape: 'spirals',
  classes: 2,
  noise: 0.1,
  dataSeed: 1,
  own: [],
  hidden: [8, 8],
  activation: 'tanh',
  optimizer: 'adam',
  learningRate: 0.03,
  batchSize: 32,
  l2: 0,
  seed: 1,
};
const grid = { x0: -3, x1: 3, y0: -3, y1: 3, columns: 24, rows: 24 };

function withPlayground(options, use) {
  const playground = labs.createPlayground({ ...standard, ...options });
  try {
    return use(playground);
  } finally {
    playground.delete();
  }
}

const trained = (options, steps) =>
  withPlayground(options, (playground) => {
    playground.train(steps);
    return playground.progress();
  });

test.each([1, 2, 3, 4, 5, 6])('two hidden layers learn the spirals, seed %i', (seed) => {
  const { test: score } = trained({ seed, dataSeed: seed }, 2000);
  expect(score.accuracy).toBeGreaterThanOrEqual(0.95);
});

test.each(['circles', 'xor', 'moons', 'blobs'])('and %s', (shape) => {
  expect(trained({ shape, noise: 0.05 }, 2000).test.accuracy).toBeGreaterThanOrEqual(0.95);
});

test.each([3, 4, 5])('spirals of %i arms', (classes) => {
  expect(trained({ classes, noise: 0.05 }, 6000).test.accuracy).toBeGreaterThanOrEqual(0.9);
});

test('without a hidden layer XOR stays a matter of luck', () => {
  const { test: score } = trained({ shape: 'xor', hidden: [] }, 2000);
  expect(score.accuracy).toBeLessThan(0.8);
});

test('the same settings give the same network', () => {
  const theta = () =>
    withPlayground({}, (playground) => {
      playground.train(50);
      return [...playground.theta()];
    });
  expect(theta()).toEqual(theta());
});

test('points: so many of each class, in the plane, split in two', () => {
  withPlayground({ classes: 3, own: [1, 2, 0, -1, -2, 2] }, (playground) => {
    const { train, test: held } = playground.data();
    const count = ({ labels }) =>
      [0, 1, 2].map((k) => labels.filter((label) => label === k).length);
    expect(count(train)).toEqual([106, 105, 106]);
    expect(count(held)).toEqual([45, 45, 45]);
    expect([...train.x, ...held.x].every((value) => Math.abs(value) <= 3)).toBe(true);
    expect([...train.x.slice(-4)]).toEqual([1, 2, -1, -2]);
  });
});

test('the field, the units and a place are of one network', () => {
  withPlayground({ classes: 3, hidden: [4, 3] }, (playground) => {
    playground.train(100);
    const { probabilities, borders } = playground.field(grid);
    expect(probabilities).toHaveLength(24 * 24 * 3);
    expect(borders.length).toBeGreaterThan(0);
    const units = playground.unitFields(grid);
    expect(units).toHaveLength(7 * 24 * 24);
    expect(units.every((value) => Math.abs(value) <= 1)).toBe(true);
    const cell = 5 * 24 + 7;
    const at = playground.at(-3 + (6 * 7.5) / 24, 3 - (6 * 5.5) / 24);
    at.probabilities.forEach((p, k) => expect(p).toBeCloseTo(probabilities[3 * cell + k], 5));
    expect(at.units).toHaveLength(7);
    expect(at.probabilities[at.winner]).toBe(Math.max(...at.probabilities));
  });
});

test('settings are turned while it learns; weights move to new data', () => {
  withPlayground({}, (playground) => {
    playground.train(20);
    const before = playground.theta();
    playground.tune({ learningRate: 0, optimizer: 'sgd', batchSize: 8, l2: 0 });
    playground.train(5);
    expect([...playground.theta()]).toEqual([...before]);
    withPlayground({ noise: 0.3 }, (other) => {
      other.setTheta(before);
      expect([...other.theta()]).toEqual([...before]);
    });
    expectError('size quantity=parameters actual=3', () =>
      playground.setTheta(new Float32Array(3)),
    );
  });
});

test('too large a learning rate silences ReLUs; L2 keeps weights small', () => {
  const wild = { activation: 'relu', optimizer: 'sgd', learningRate: 10 };
  expect(trained(wild, 300).silent.filter(Boolean).length).toBeGreaterThan(2);
  const length = (l2) =>
    withPlayground({ l2 }, (playground) => {
      playground.train(1000);
      return Math.hypot(...playground.theta());
    });
  expect(length(0.1)).toBeLessThan(length(0) / 2);
});

test('a large network learns noise by heart: the test loss rises while the other falls', () => {
  const noisy = { shape: 'circles', noise: 1, hidden: [8, 8, 8], learningRate: 0.01 };
  const early = trained({ ...noisy, batchSize: 256 }, 100);
  const late = trained({ ...noisy, batchSize: 256 }, 1500);
  expect(late.train.loss).toBeLessThan(early.train.loss / 2);
  expect(late.test.loss).toBeGreaterThan(2 * early.test.loss);
});

test('no points, one class, own points alone', () => {
  withPlayground({ shape: 'own' }, (playground) => {
    expect(playground.train(10)).toBe(0);
    const progress = playground.progress();
    expect([progress.step, progress.train.loss, progress.test.accuracy]).toEqual([0, NaN, NaN]);
    expect(playground.field(grid).probabilities).toHaveLength(24 * 24 * 2);
  });
  expect(trained({ shape: 'own', own: [0, 0, 1, 1, 1, 1] }, 100).train.accuracy).toBe(1);
  const four = [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0];
  withPlayground({ shape: 'own', own: four }, (playground) => {
    expect(playground.data().train.labels).toHaveLength(3);
    expect(playground.data().test.labels).toHaveLength(1);
  });
});

test('three ways to tell three classes apart', () => {
  const ways = labs.createClassComparison({
    ...standard,
    shape: 'blobs',
    classes: 3,
    hidden: [],
    noise: 0.1,
  });
  ways.train(1500);
  const [softmax, oneVsRest, oneVsOne] = ways.classify(grid);
  ways.delete();
  expect([softmax, oneVsRest, oneVsOne].map(({ networks }) => networks)).toEqual([1, 3, 3]);
  expect([softmax, oneVsRest, oneVsOne].map(({ parameters }) => parameters)).toEqual([9, 18, 18]);
  const sums = [softmax, oneVsRest, oneVsOne].map(({ testAccuracy, shares }) => {
    expect(testAccuracy).toBeGreaterThan(0.95);
    return shares[0] + shares[1] + shares[2];
  });
  // Three votes, of which a class can have two.
  [1, 1, 1.5].forEach((sum, i) => expect(sums[i]).toBeCloseTo(sum, 5));
  // Three lines leave a triangle in the middle and wedges outside; softmax hardly anything.
  expect(oneVsRest.undecidedShare).toBeGreaterThan(0.02);
  expect(softmax.undecidedShare).toBeLessThan(oneVsRest.undecidedShare);
  expect(oneVsOne.undecidedShare).toBeLessThan(oneVsRest.undecidedShare);
  const striped = oneVsRest.undecided.reduce((sum, cell) => sum + cell, 0);
  expect(striped / (24 * 24)).toBe(oneVsRest.undecidedShare);
});

test('bad input is named', () => {
  const create = (options) => () => labs.createPlayground({ ...standard, ...options });
  expectError('unknownName quantity=shape value=stars', create({ shape: 'stars' }));
  expectError('range quantity=classes min=2 max=5', create({ classes: 6 }));
  expectError('range quantity=noise min=0 max=1', create({ noise: NaN }));
  expectError('range quantity=coordinate min=-3 max=3', create({ own: [9, 0, 0] }));
  expectError('pointClass classes=2', create({ own: [0, 0, 2] }));
  expectError('pointsWithClass', create({ own: [0, 0] }));
  expectError('range quantity=hiddenUnits min=1 max=8', create({ hidden: [9] }));
  expectError('range quantity=hiddenLayers min=0 max=4', create({ hidden: [1, 1, 1, 1, 1] }));
  expectError('wrongType type=whole number', create({ hidden: [2.5] }));
  expectError('untrainable activation=step', create({ activation: 'step' }));
  expectError('atLeast quantity=learningRate min=0', create({ learningRate: Infinity }));
  expectError('range quantity=batchSize', create({ batchSize: 0 }));
  withPlayground({}, (playground) => {
    expectError('planeGrid min=2 max=512', () => playground.field({ ...grid, columns: 1000 }));
  });
});
