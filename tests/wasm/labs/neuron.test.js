import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

test('a neuron weighs a colour', () => {
  // Orange: 6·1 + 1·0.2 − 6·0 − 0.5
  const inputs = labs.colorInputs(255, 51, 0);
  expect([...inputs]).toEqual([1, 0.2, 0]);
  const { products, sum, threshold, z, output } = labs.answerOfNeuron(
    'sigmoid',
    inputs,
    [6, 1, -6],
    -0.5,
  );
  expect([...products]).toEqual([6, 0.2, 0]);
  expect([sum, threshold, z]).toEqual([6.2, 0.5, 5.7]);
  expect(output).toBeCloseTo(1 / (1 + Math.exp(-5.7)), 15);
});

test('the bias is the threshold with its sign turned', () => {
  for (const sum of [-1, 0, 0.4, 0.5, 0.6, 2]) {
    const { z, output, threshold } = labs.answerOfNeuron('step', [sum], [1], -0.5);
    expect(output === 1).toBe(sum > threshold);
    expect(z > 0).toBe(sum > threshold);
  }
  expect([...labs.answersToSums('sigmoid', [0.5], -0.5)]).toEqual([0.5]);
});

test('bad input is named', () => {
  expect(() => labs.colorInputs(0, 0, 256)).toThrow(coded('colour'));
  expect(() => labs.colorInputs(NaN, 0, 0)).toThrow(coded('colour'));
  expect(() => labs.answerOfNeuron('sigmoid', [1], [NaN], 0)).toThrow(
    coded('notFinite', { quantity: 'neuron' }),
  );
  expect(() => labs.answerOfNeuron('sigmoid', [1, 2], [1], 0)).toThrow(
    coded('size', { quantity: 'weights', actual: 1, expected: 2 }),
  );
  expect(() => labs.answersToSums('sigmoid', [Infinity], 0)).toThrow(
    coded('notFinite', { quantity: 'z' }),
  );
});
