import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

test('absolute and squared loss of labels (1, 1, 1)', () => {
  const { absolute, squared, absoluteRatio, squaredRatio } = labs.comparePredictions(
    [1, 1, 1],
    [1, 2, 3],
    [1, 3, 3],
  );
  expect([...absolute]).toEqual([3, 4]);
  expect([...squared]).toEqual([5, 8]);
  expect(absoluteRatio).toBeCloseTo(4 / 3, 15);
  expect(squaredRatio).toBe(1.6);
});

test.each([
  ['zeroOne', [1, 1, 0, 0]],
  ['absolute', [2, 1, 0, 1]],
  ['squared', [4, 1, 0, 1]],
  ['hinge', [2, 1, 0, 0]],
  ['ramp', [1, 1, 0, 0]],
  ['log', [Math.log(1 + Math.E), Math.LN2, Math.log(1 + 1 / Math.E), Math.log(1 + Math.E ** -2)]],
  ['exponential', [Math.E, 1, 1 / Math.E, Math.E ** -2]],
])('the %s loss at margins −1, 0, 1, 2', (loss, expected) => {
  const values = labs.labelLossCurve(loss, [-1, 0, 1, 2]);
  expected.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 14));
});

test('one sample far on the wrong side has a larger share the steeper the loss', () => {
  const margins = labs.marginsOf([1, 1, -1, -1], [2, 1, -1.5, 3]);
  expect([...margins]).toEqual([2, 1, 1.5, -3]);
  const share = (loss) => labs.labelLossSummary(loss, margins).largestShare;
  expect(share('zeroOne')).toBe(1);
  expect(share('log')).toBeLessThan(share('exponential'));
  const { total, mean, worst } = labs.labelLossSummary('squared', margins);
  expect([total, mean, worst]).toEqual([17.25, 4.3125, 3]);
});

test('mean and median are the best constants', () => {
  expect(labs.bestConstants([1, 2, 3, 4, 100])).toEqual({ mean: 22, median: 3 });
});

test('bad input is named', () => {
  expect(() => labs.labelLossCurve('cosine', [1])).toThrow(
    coded('unknownName', { quantity: 'loss', value: 'cosine' }),
  );
  expect(() => labs.labelLossCurve('log', [NaN])).toThrow(
    coded('notFinite', { quantity: 'samples' }),
  );
  expect(() => labs.marginsOf([2], [1])).toThrow(coded('signs'));
  expect(() => labs.marginsOf([], [])).toThrow(coded('noSamples'));
  expect(() => labs.labelLossSummary('exponential', [-1000])).toThrow(coded('lossTooLarge'));
  expect(() => labs.comparePredictions([1, 1], [1, 1], [1])).toThrow(
    coded('size', { quantity: 'predictions', actual: 1, expected: 2 }),
  );
  expect(labs.comparePredictions([1], [1], [2]).squaredRatio).toBeNaN();
});
