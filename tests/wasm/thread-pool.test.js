import { expect, it } from 'vitest';
import { createInstance, createSharedInstance, digitArchitecture, expectError } from './module.js';

const settings = {
  architecture: digitArchitecture([12]),
  initializer: 'xavier',
  optimizer: { name: 'adam' },
  learningRate: 0.01,
  batchSize: 50,
  seed: 3,
};

/** The weights after some training. */
function train(module) {
  const digits = module.syntheticDigits(500, 1);
  const trainer = module.newTrainer(settings, digits, digits);
  trainer.trainBatches(25);
  return trainer.parameters();
}

it('computes on shared memory what it computes without', async () => {
  const expected = train(await createInstance());
  const shared = await createSharedInstance();
  expect(train(shared)).toEqual(expected);
});

it('trains on one thread as well when the other workers of its pool never come', async () => {
  const expected = train(await createInstance());
  const shared = await createSharedInstance();
  const work = shared.createThreadPool(3);
  expect(work.workers.map(({ worker }) => worker)).toEqual([1, 2]);
  // Sums over a chunk of a batch may be rounded otherwise than those over the whole.
  const differences = train(shared).map((value, i) => Math.abs(value - expected[i]));
  expect(Math.max(...differences)).toBeLessThan(1e-5);
  expect(shared.activeThreads()).toBe(1);
});

it('creates one pool, of a size that can be one', async () => {
  const shared = await createSharedInstance();
  expectError('range quantity=poolSize min=1 max=16', () => shared.createThreadPool(0));
  shared.createThreadPool(2);
  expectError('secondThreadPool', () => shared.createThreadPool(2));
});

it('grows shared memory, and what it hands out is a copy of its own', async () => {
  const shared = await createSharedInstance();
  const images = new Float32Array(784 * 20_000).fill(1); // more than the memory begins with
  const digits = shared.dataSetFromImages(images, new Uint8Array(20_000));
  const image = digits.image(19_999);
  expect(image).toEqual(new Float32Array(784).fill(1));
  expect(image.buffer).toBeInstanceOf(ArrayBuffer);
});

it('refuses kernels that are not all there', async () => {
  const module = await createInstance();
  expectError('wrongType field=dd_accumulate', () => module.useKernels({}));
});
