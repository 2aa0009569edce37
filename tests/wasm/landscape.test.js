import { describe, expect, it } from 'vitest';
import { createInstance, digitArchitecture, evaluate, expectError } from './module.js';

const settings = {
  architecture: digitArchitecture([16]),
  initializer: 'he',
  optimizer: { name: 'sgd' },
  learningRate: 0.2,
  batchSize: 50,
  seed: 1,
};
const random = { directions: 'random', seed: 3, size: 41, radius: 1, samples: 100 };

const module = await createInstance();

const newTrainer = (changes = {}) =>
  module.newTrainer(
    { ...settings, ...changes },
    module.syntheticDigits(400, 1),
    module.syntheticDigits(50, 2),
  );

function compute(trainer, options) {
  trainer.landscapeStart(options);
  let before = 0;
  for (;;) {
    const { done, total, finished } = trainer.landscapeSome(500);
    expect(done).toBeGreaterThan(before);
    expect(finished).toBe(done === total);
    before = done;
    if (finished) return { ...trainer.landscape(), path: trainer.landscapePath() };
  }
}

describe('the landscape', () => {
  it('has the loss of the network in its middle, and another one elsewhere', () => {
    const trainer = newTrainer();
    trainer.trainBatches(20);
    const { size, radius, samples, values, centre, lowest, highest } = compute(trainer, random);
    expect([size, radius, samples, values.length]).toEqual([41, 1, 100, 41 * 41]);
    expect(centre).toBeCloseTo(evaluate(trainer, 'train', 100).loss, 5);
    expect(values[(41 * 41 - 1) / 2]).toBe(centre);
    expect(values.every(Number.isFinite)).toBe(true);
    expect([lowest, highest]).toEqual([Math.min(...values), Math.max(...values)]);
    expect(highest).toBeGreaterThan(2 * centre);
  });

  it('keeps its place while training goes on, and the path goes on in it', () => {
    const trainer = newTrainer();
    trainer.trainBatches(10);
    trainer.landscapeStart({ ...random, size: 5 });
    const centre = evaluate(trainer, 'train', 100).loss;
    trainer.trainBatches(10);
    while (!trainer.landscapeSome(1).finished);
    expect(trainer.landscape().centre).toBeCloseTo(centre, 5);
    const { steps, points } = trainer.landscapePath();
    expect(points).toHaveLength(2 * steps.length);
    expect([steps[0], steps.at(-1)]).toEqual([0, 20]);
    trainer.trainBatches(1);
    expect(trainer.landscapePath().steps.at(-1)).toBe(21);
  });

  it('along the path holds most of it, within −1 … 1, and ends where the network is', () => {
    const trainer = newTrainer();
    for (let slice = 0; slice < 60; ++slice) trainer.trainBatches(4);
    const alongPath = compute(trainer, { ...random, directions: 'path', size: 5 }).path;
    const acrossIt = compute(trainer, { ...random, size: 5 }).path;
    expect(alongPath.within).toBeGreaterThan(0.9);
    expect(acrossIt.within).toBeLessThan(0.5);
    expect(Math.max(...alongPath.points.map(Math.abs))).toBeLessThanOrEqual(1.0001);
    expect(alongPath.points[0]).toBeLessThan(-0.5);
    alongPath.points.slice(-2).forEach((coordinate) => expect(coordinate).toBeCloseTo(0, 5));
  });

  it('begins the path anew with weights that were put in', () => {
    const trainer = newTrainer();
    trainer.trainBatches(20);
    trainer.setParameters(newTrainer({ seed: 9 }).parameters());
    expectError('landscapePath', () => trainer.landscapeStart({ ...random, directions: 'path' }));
    trainer.landscapeStart(random);
    expect([...trainer.landscapePath().steps]).toEqual([20]);
    expect(trainer.landscapePath().within).toBeNull();
  });

  it.each([
    [{ directions: 'gradient' }, 'unknownName quantity=directions value=gradient'],
    [{ size: 40 }, 'landscapeSize value=40'],
    [{ radius: NaN }, 'positive quantity=radius'],
    [{ samples: 0 }, 'range quantity=samples min=1 max=2000'],
    [{ seed: 0.5 }, 'wrongType field=seed type=whole number'],
  ])('refuses %o', (changes, mistake) => {
    const trainer = newTrainer();
    expectError(mistake, () => trainer.landscapeStart({ ...random, ...changes }));
    expectError('notStarted quantity=landscape', () => trainer.landscapeSome(1));
  });
});

describe('the search for a learning rate', () => {
  it('suggests one, and leaves the training as it was', () => {
    const [watched, undisturbed] = [newTrainer(), newTrainer()];
    watched.finderStart({ low: 1e-5, high: 10, steps: 200 });
    let state;
    do {
      state = watched.finderSome(10);
      watched.trainBatches(1);
      undisturbed.trainBatches(1);
    } while (!state.finished);
    expect(watched.parameters()).toEqual(undisturbed.parameters());
    expect(watched.learningRate).toBe(0.2);

    const { rates, losses, smoothed, suggestion, reason } = watched.finder();
    expect(reason).toBe('found');
    expect(rates.map((rate) => rate / 10)).toContain(suggestion);
    expect(rates[0]).toBeCloseTo(1e-5, 12);
    expect(losses).toHaveLength(rates.length);
    expect(smoothed).toHaveLength(rates.length);
    expect(losses[0]).toBeGreaterThan(2);
  });

  it('says why when it suggests none', () => {
    const trainer = newTrainer();
    trainer.finderStart({ low: 1e-9, high: 1e-8 });
    trainer.finderSome(1000);
    expect(trainer.finder()).toMatchObject({ end: 'swept', suggestion: null, reason: 'flat' });
    expectError('rateRange', () => trainer.finderStart({ low: 1, high: 0.1 }));
    expectError('range quantity=rateSearchSteps min=20 max=10000', () =>
      trainer.finderStart({ steps: 5 }),
    );
  });
});
