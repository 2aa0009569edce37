import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

test('values and slopes of each activation', () => {
  const at = (name, z) => {
    const { value, slope } = labs.activationCurve(name, z);
    return [...value, ...slope];
  };
  expect(at('step', [-1, 1])).toEqual([0, 1, 0, 0]);
  expect(at('sigmoid', [0])).toEqual([0.5, 0.25]);
  expect(at('tanh', [0])).toEqual([0, 1]);
  expect(at('relu', [-2, 2])).toEqual([0, 2, 0, 1]);
  expect(at('leakyRelu', [-2, 2])).toEqual([-0.02, 2, 0.01, 1]);
  expect(Math.max(...labs.activationCurve('sigmoid', [-1, -0.1, 0, 0.1, 1]).slope)).toBe(0.25);
});

test('what is left of a gradient', () => {
  expect(labs.gradientLeft('sigmoid', 0, 1, 10)).toBeCloseTo(0.25 ** 10, 18);
  expect(labs.gradientLeft('relu', 1, 1, 10)).toBe(1);
});

test('bad input is named', () => {
  expect(() => labs.activationCurve('cosine', [1])).toThrow(
    coded('unknownName', { quantity: 'activation', value: 'cosine' }),
  );
  expect(() => labs.activationCurve('tanh', [NaN])).toThrow(coded('notFinite', { quantity: 'z' }));
  expect(() => labs.gradientLeft('relu', 1, 1, 1001)).toThrow(
    coded('range', { quantity: 'layers', min: 0, max: 1000 }),
  );
});
