import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const neuron = ['sigmoid', [2, -1], [1, 2], 0];

test('a nudge and its curve', () => {
  const nudge = labs.nudgeNeuron(...neuron, [0.01, 0.02, 0.03]);
  expect(fieldsOf(nudge)).toBe('before after change partials[3] shares[3] predicted error');
  expect([...nudge.partials]).toEqual([0.5, -0.25, 0.25]); // the slope at z = 0 is ¼
  expect(nudge.change).toBeCloseTo(1 / (1 + Math.exp(-0.03)) - 0.5, 15);
  const { output, predicted } = labs.nudgeCurve(...neuron, [0, 0, 0.03], 0, [-1, 0, 1]);
  expect(predicted[2] - predicted[1]).toBeCloseTo(0.5, 15);
  expect(output[1]).toBeCloseTo(1 / (1 + Math.exp(-0.03)), 15);
});

test('bad input is named', () => {
  expectError('size quantity=changes actual=1 expected=3', () => labs.nudgeNeuron(...neuron, [1]));
});
