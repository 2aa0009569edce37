import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const x = [1, 0.5];
const y = [1, 0];
const theta = [
  0.4, -0.6, 0.2, 0.3, 0.5, -0.7, 0.1, -0.2, 0.3, 0.6, -0.4, -0.5, 0.8, 0.7, 0.3, -0.1, 0.2,
];
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

test('forward and backward as by hand', () => {
  const walk = labs.backpropWalk(x, y, theta, 5);
  expect(walk.z1[0]).toBeCloseTo(0.65, 12);
  expect(walk.z1[1]).toBeCloseTo(-0.55, 12);
  expect(walk.z1[2]).toBeCloseTo(0.15, 12);
  const z = [0, 1].map((k) =>
    [0, 1, 2].reduce((sum, j) => sum + sigmoid(walk.z1[j]) * theta[9 + 2 * j + k], theta[15 + k]),
  );
  expect(walk.z2[0]).toBeCloseTo(z[0], 12);
  const a = z.map(sigmoid);
  expect(walk.loss).toBeCloseTo(((a[0] - 1) ** 2 + a[1] ** 2) / 2, 12);
  const delta2 = [(a[0] - 1) * a[0] * (1 - a[0]), a[1] * a[1] * (1 - a[1])];
  expect(walk.delta2[1]).toBeCloseTo(delta2[1], 12);
  const a1 = sigmoid(0.65);
  const delta1 = (delta2[0] * 0.6 + delta2[1] * -0.4) * a1 * (1 - a1);
  expect(walk.delta1[0]).toBeCloseTo(delta1, 12);
  expect(walk.gradient[3]).toBeCloseTo(0.5 * delta1, 12); // w₂₁ of the first layer
  expect(walk.gradient[9]).toBeCloseTo(a1 * delta2[0], 12);
  expect(walk.next[9]).toBeCloseTo(theta[9] - 5 * walk.gradient[9], 12);
});

test('the gradient is the one by which networks are trained, and the slope of the loss', () => {
  const walk = labs.backpropWalk(x, y, theta, 5);
  expect(walk.difference).toBeLessThan(1e-15);
  const losses = labs.backpropLosses(x, y, theta, [0, 1e-6, 5]);
  expect(losses[0]).toBe(walk.loss);
  expect((losses[1] - losses[0]) / 1e-6).toBeCloseTo(walk.slopeAtZero, 6);
  expect(losses[2]).toBe(walk.nextLoss);
  expect(walk.nextLoss).toBeLessThan(walk.loss);
  for (let i = 0; i < 17; i++) {
    const nudged = (h) =>
      labs.backpropWalk(x, y, theta.map((value, k) => (k === i ? value + h : value)), 0).loss; // prettier-ignore
    expect((nudged(1e-6) - nudged(-1e-6)) / 2e-6).toBeCloseTo(walk.gradient[i], 8);
  }
});

test('bad input is named', () => {
  expect(() => labs.backpropWalk([1, NaN], y, theta, 1)).toThrow(
    coded('notFinite', { quantity: 'inputs' }),
  );
  expect(() => labs.backpropWalk(x, [1], theta, 1)).toThrow(
    coded('size', { quantity: 'targets', actual: 1, expected: 2 }),
  );
  expect(() => labs.backpropWalk(x, y, [1, 2], 1)).toThrow(
    coded('size', { quantity: 'parameters', actual: 2, expected: 17 }),
  );
  expect(() => labs.backpropWalk(x, y, theta, -1)).toThrow(
    coded('atLeast', { quantity: 'learningRate', min: 0 }),
  );
});
