import { expect, test } from 'vitest';
import { createLabs, expectError } from '../module.js';

const labs = await createLabs();

test('a curve with its slopes, and what is left of a gradient', () => {
  const { value, slope } = labs.activationCurve('leakyRelu', [-2, 2]);
  expect([...value, ...slope]).toEqual([-0.02, 2, 0.01, 1]);
  expect(labs.gradientLeft('sigmoid', 0, 1, 2)).toBe(0.0625);
});

test('bad input is named', () => {
  expectError('unknownName quantity=activation value=cosine', () =>
    labs.activationCurve('cosine', [1]),
  );
  expectError('notFinite quantity=z', () => labs.activationCurve('tanh', [NaN]));
});
