import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

test('h = (2, 5, 1), class 1: 0.0659', () => {
  const steps = labs.softmaxSteps([2, 5, 1], 1);
  expect(Math.abs(steps.crossEntropy - 0.0659)).toBeLessThan(5e-5);
  expect(steps.powers[1]).toBeCloseTo(148.41316, 4);
  expect(steps.powerSum).toBeCloseTo(158.5205, 3);
  expect(steps.probabilities[1]).toBeCloseTo(0.93624, 5);
  expect(steps.crossEntropyGradient[1]).toBeCloseTo(steps.probabilities[1] - 1, 15);
  expect(steps.crossEntropyGradient[0]).toBeCloseTo(steps.probabilities[0], 15);
});

test('what a shift of all scores changes, and what it does not', () => {
  const [here, far] = [0, 1000].map((shift) =>
    labs.softmaxSteps([2 + shift, 5 + shift, 1 + shift], 1),
  );
  expect([...far.naive].every(Number.isNaN)).toBe(true);
  expect(far.powerSum).toBe(Infinity);
  far.probabilities.forEach((p, i) => expect(p).toBeCloseTo(here.probabilities[i], 12));
  expect(far.crossEntropy).toBeCloseTo(here.crossEntropy, 12);
  expect([...labs.softmaxSteps([-1000, -1001], 0).naive].every(Number.isNaN)).toBe(true);
});

test('confidently wrong: cross-entropy pushes, squared error stalls', () => {
  const { crossEntropySlope, squaredErrorSlope } = labs.softmaxCurves([2, 5, 1], 1, 1, [-10, 5]);
  expect(crossEntropySlope[0]).toBeLessThan(-0.999);
  expect(Math.abs(squaredErrorSlope[0])).toBeLessThan(1e-5);
  expect(crossEntropySlope[1]).toBeCloseTo(0.93624 - 1, 5);
});

test('bad input is named', () => {
  expect(() => labs.softmaxSteps([1], 0)).toThrow(coded('twoScores'));
  expect(() => labs.softmaxSteps([1, NaN], 0)).toThrow(coded('notFinite', { quantity: 'scores' }));
  expect(() => labs.softmaxSteps([1, 2], 5)).toThrow(
    coded('range', { quantity: 'class', min: 0, max: 1 }),
  );
  expect(() => labs.softmaxCurves([1, 2], 0, 3, [1])).toThrow(
    coded('range', { quantity: 'class', min: 0, max: 1 }),
  );
});
