import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

test('the step jumps where the sigmoid answers in proportion', () => {
  const nudge = (activation, dw) =>
    labs.nudgeNeuron(activation, [1, 0.5], [0.6, -0.8], -0.3, [dw, 0, 0]);
  // z = −0.1
  expect(nudge('step', 0.05).change).toBe(0);
  expect(nudge('step', 0.2).change).toBe(1);
  expect(nudge('sigmoid', 0.2).change / nudge('sigmoid', 0.1).change).toBeCloseTo(2, 2);
});

test('the change is the sum of partials times changes, up to the second order', () => {
  const { partials, shares, predicted, change, error } = labs.nudgeNeuron(
    'sigmoid',
    [2, -1],
    [1, 2],
    0,
    [0.01, 0.02, 0.03],
  );
  expect([...partials]).toEqual([0.5, -0.25, 0.25]); // the slope at z = 0 is ¼
  expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(predicted, 15);
  expect(predicted).toBeCloseTo(0.0075, 15);
  expect(change).toBeCloseTo(1 / (1 + Math.exp(-0.03)) - 0.5, 15);
  expect(error).toBeCloseTo(change - predicted, 15);
  expect(Math.abs(error)).toBeLessThan(1e-6);
});

test('the curve passes through the nudge', () => {
  const { output, predicted } = labs.nudgeCurve(
    'sigmoid',
    [2, -1],
    [1, 2],
    0,
    [0, 0, 0.03],
    0,
    [-1, 0, 1],
  );
  expect(predicted[2] - predicted[1]).toBeCloseTo(0.5, 15);
  expect(output[1]).toBeCloseTo(1 / (1 + Math.exp(-0.03)), 15);
});

test('bad input is named', () => {
  expect(() => labs.nudgeNeuron('sigmoid', [1], [1], 0, [1])).toThrow(
    coded('size', { quantity: 'changes', actual: 1, expected: 2 }),
  );
  expect(() => labs.nudgeNeuron('sigmoid', [1], [1], NaN, [1, 1])).toThrow(
    coded('notFinite', { quantity: 'neuron' }),
  );
  expect(() => labs.nudgeCurve('sigmoid', [1], [1], 0, [1, 1], 5, [0])).toThrow(
    coded('noSuchItem', { quantity: 'change', index: 6 }),
  );
});
