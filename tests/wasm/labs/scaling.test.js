import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const input = { offset: 2, spread: 1 };

test('a valley and a descent through it', () => {
  const valley = labs.scalingValley(input, 'none', 1, 5);
  expect(fieldsOf(valley)).toBe(
    'inputs[20] range[4] side values[25] curvatures[2] condition bestRate largestRate',
  );
  expect(valley.values[0]).toBeCloseTo(0.5 * (5 + 4 + 1), 12); // at (−1, −1)
  expect(valley.bestRate).toBeCloseTo(1 / 3, 12);
  const way = (treatment, times, bestFor = treatment) =>
    labs.scalingDescent(input, treatment, bestFor, times, -0.8, 0.6);
  expect(fieldsOf(way('standardised', 1))).toBe('learningRate state steps path[4]');
  expect(way('standardised', 1).steps).toBe(1);
  expect(way('none', 1.04).state).toBe('diverged');
  expect(way('standardised', 1.04).state).toBe('arrived');
  expect(way('none', 1, 'standardised').state).toBe('diverged');
});

test('bad input is named', () => {
  expectError('unknownName quantity=treatment value=squeezed', () =>
    labs.scalingValley(input, 'squeezed', 1, 5),
  );
  expectError('range quantity=mean', () =>
    labs.scalingValley({ offset: NaN, spread: 1 }, 'none', 1, 5),
  );
});
