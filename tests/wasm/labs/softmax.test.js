import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

test('h = (2, 5, 1), class 1: 0.0659', () => {
  const steps = labs.softmaxSteps([2, 5, 1], 1);
  expect(fieldsOf(steps)).toBe(
    'powers[3] powerSum naive[3] naiveLoss largest shiftedPowers[3] shiftedSum probabilities[3] ' +
      'crossEntropy squaredError crossEntropyGradient[3] squaredErrorGradient[3]',
  );
  expect(Math.abs(steps.crossEntropy - 0.0659)).toBeLessThan(5e-5);
  expect(steps.powers[1]).toBeCloseTo(148.41316, 4);
  expect(fieldsOf(labs.softmaxCurves([2, 5, 1], 1, 1, [-10, 5]))).toBe(
    'crossEntropy[2] squaredError[2] crossEntropySlope[2] squaredErrorSlope[2]',
  );
  expect([...labs.softmaxSteps([-1000, -1001], 0).naive].every(Number.isNaN)).toBe(true);
});

test('bad input is named', () => {
  expectError('twoScores', () => labs.softmaxSteps([1], 0));
  expectError('range quantity=class min=0 max=1', () => labs.softmaxCurves([1, 2], 0, 3, [1]));
});
