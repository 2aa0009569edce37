import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

test('a neuron weighs a colour', () => {
  // Orange: 6·1 + 1·0.2 − 6·0 − 0.5
  const inputs = labs.colorInputs(255, 51, 0);
  expect([...inputs]).toEqual([1, 0.2, 0]);
  const answer = labs.answerOfNeuron('sigmoid', inputs, [6, 1, -6], -0.5);
  expect(fieldsOf(answer)).toBe('products[3] sum threshold z output');
  expect([...answer.products]).toEqual([6, 0.2, 0]);
  expect([answer.sum, answer.threshold, answer.z]).toEqual([6.2, 0.5, 5.7]);
  expect(answer.output).toBeCloseTo(1 / (1 + Math.exp(-5.7)), 15);
  expect([...labs.answersToSums('sigmoid', [0.5], -0.5)]).toEqual([0.5]);
});

test('bad input is named', () => {
  expectError('colour', () => labs.colorInputs(0, 0, 256));
  expectError('size quantity=weights actual=1 expected=2', () =>
    labs.answerOfNeuron('sigmoid', [1, 2], [1], 0),
  );
});
