import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const settings = { standardised: false, learningRate: 0.01, w: 1, b: 1, steps: 5000, batchSize: 4, seed: 1 }; // prettier-ignore
const points = labs.lineFitPoints();

test('points, and the best line by three formulas', () => {
  expect([...points]).toEqual(
    [3, 4, 5, 5, 2, 4, 7, 8, 11, 8, 12, 11, 13, 13, 16, 17, 18, 17, 19, 21].flatMap((y, i) => [i + 1, y]), // prettier-ignore
  );
  expect(labs.lineServers()).toHaveLength(48);
  const best = labs.lineBest(points);
  expect(fieldsOf(best)).toBe('sums[2] covariance[2] matrix[2] value agree');
  expect(best.matrix[1]).toBeCloseTo(0.515789, 6);
  expect(labs.lineValue(best.matrix, 2)).toBe(2 * best.matrix[0] + best.matrix[1]);
  expect(labs.lineBest([1, 2])).toBe(null);
});

test('a valley, a slice through it, and both ways down', () => {
  const valley = labs.lineValley(points, true, 9);
  expect(fieldsOf(valley)).toBe(
    'side values[81] condition largestRate range[4] minimum[2] curvatures[2]',
  );
  expect(valley.condition).toBeCloseTo(1, 9);
  const along = labs.lineSlice(points, true, valley.minimum, 0, ...valley.range.slice(0, 2), 9);
  expect(along[4]).toBeCloseTo(valley.values[40], 9);
  for (const way of [labs.lineDescent, labs.lineNeuron]) {
    const run = way(points, { ...settings, steps: 2 });
    expect(fieldsOf(run)).toBe('state steps value path[6] theta[2] line[2] gradient[2]');
    expect([run.state, run.steps]).toEqual(['running', 2]);
  }
  expect(labs.lineDescent(points, settings).line[0].toFixed(6)).toBe('0.969922');
});

test('bad input is named', () => {
  expectError('pointsWithXAndY max=200', () => labs.lineBest([1, 2, 3]));
  expectError('notFinite quantity=start', () => labs.lineDescent([1, 2], { ...settings, w: NaN }));
});
