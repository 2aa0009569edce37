import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const input = { offset: 2, spread: 1 };

// The Hessian [[mean z², mean z], [mean z, 1]]: [[5, 2], [2, 1]] has the eigenvalues 3 ± √8.
test('the shape of the valley follows from the inputs', () => {
  const raw = labs.scalingValley(input, 'none', 1, 5);
  expect(raw.curvatures[0]).toBeCloseTo(3 + Math.sqrt(8), 12);
  expect(raw.curvatures[1]).toBeCloseTo(3 - Math.sqrt(8), 12);
  expect(raw.bestRate).toBeCloseTo(1 / 3, 12);
  expect(raw.values[0]).toBeCloseTo(0.5 * (5 + 4 + 1), 12); // at (−1, −1)
  expect(labs.scalingValley({ offset: 2, spread: 4 }, 'centred', 1, 5).condition).toBe(16);
  for (const offset of [-7, 0, 3])
    for (const spread of [0.1, 5])
      expect(labs.scalingValley({ offset, spread }, 'standardised', 1, 5).condition).toBe(1);
});

test('steps to a millionth: one in a round valley, many in a narrow one', () => {
  const way = (treatment, times = 1, bestFor = treatment) =>
    labs.scalingDescent(input, treatment, bestFor, times, -0.8, 0.6);
  expect(way('standardised').steps).toBe(1);
  const raw = way('none');
  const kappa = labs.scalingValley(input, 'none', 1, 5).condition;
  const expected = Math.log(1e-6) / Math.log((kappa - 1) / (kappa + 1));
  expect(Math.abs(raw.steps - expected)).toBeLessThan(2);
  expect(way('none', 1.04).state).toBe('diverged');
  expect(way('standardised', 1.04).state).toBe('arrived');
  expect(way('none', 1, 'standardised').state).toBe('diverged');
});

test('an input that does not vary has a trough for a valley', () => {
  const constant = { offset: 3, spread: 0 };
  for (const treatment of ['none', 'centred', 'scaled', 'standardised']) {
    expect(labs.scalingValley(constant, treatment, 1, 5).condition).toBe(Infinity);
    const run = labs.scalingDescent(constant, treatment, treatment, 1, -0.8, 0.6);
    expect(run.state).toBe('late');
    expect([...run.path].every(Number.isFinite)).toBe(true);
  }
});

test('bad input is named', () => {
  expect(() => labs.scalingValley(input, 'squeezed', 1, 5)).toThrow(
    coded('unknownName', { quantity: 'treatment', value: 'squeezed' }),
  );
  expect(() => labs.scalingValley({ offset: NaN, spread: 1 }, 'none', 1, 5)).toThrow(
    coded('range', { quantity: 'mean' }),
  );
  expect(() => labs.scalingValley({ offset: 0, spread: -1 }, 'none', 1, 5)).toThrow(
    coded('range', { quantity: 'deviation' }),
  );
  expect(() => labs.scalingDescent(input, 'none', 'none', 0, 1, 1)).toThrow(
    coded('positive', { quantity: 'learningRate' }),
  );
  expect(() => labs.scalingDescent(input, 'none', 'none', 1, NaN, 1)).toThrow(
    coded('notFinite', { quantity: 'start' }),
  );
});
