import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

test('losses of labels and of predictions', () => {
  const compared = labs.comparePredictions([1, 1, 1], [1, 2, 3], [1, 3, 3]);
  expect(fieldsOf(compared)).toBe('absoluteRatio squaredRatio absolute[2] squared[2]');
  expect([...compared.absolute, ...compared.squared]).toEqual([3, 4, 5, 8]);
  expect(labs.comparePredictions([1], [1], [2]).squaredRatio).toBeNaN();
  expect([...labs.labelLossCurve('hinge', [-1, 0, 1, 2])]).toEqual([2, 1, 0, 0]);
  const margins = labs.marginsOf([1, 1, -1, -1], [2, 1, -1.5, 3]);
  expect([...margins]).toEqual([2, 1, 1.5, -3]);
  const { total, mean, largestShare, worst } = labs.labelLossSummary('squared', margins);
  expect([total, mean, largestShare, worst]).toEqual([17.25, 4.3125, 16 / 17.25, 3]);
  expect(labs.bestConstants([1, 2, 3, 4, 100])).toEqual({ mean: 22, median: 3 });
});

test('bad input is named', () => {
  expectError('unknownName quantity=loss value=cosine', () => labs.labelLossCurve('cosine', [1]));
  expectError('signs', () => labs.marginsOf([2], [1]));
});
