import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const grid = { x0: -3, x1: 3, y0: -3, y1: 3, columns: 40, rows: 40 };
const standard = {
  points: [1, 1, -1, 1, -1, -1, 1, -1],
  hidden: 50,
  learningRate: 0.1,
  seed: 1,
  steps: 100,
  probe: [2, 2],
  grid,
};

test.each([1, 2, 3, 4, 5])('each quadrant its own, seed %i', (seed) => {
  const probes = [
    [2, 2],
    [-2, 2],
    [-2, -2],
    [2, -2],
  ];
  for (const [quadrant, probe] of probes.entries()) {
    const result = labs.quadrants({ ...standard, seed, probe });
    expect(result.winner).toBe(quadrant);
    expect(result.quadrant).toBe(quadrant);
    expect(result.probabilities[quadrant]).toBeGreaterThan(0.95);
    expect(result.own).toBeGreaterThan(0.9);
  }
});

test('the loss falls, and far out the network is surer than at its points', () => {
  const { losses, loss, onPoints } = labs.quadrants(standard);
  expect(losses).toHaveLength(101);
  expect(losses[100]).toBe(loss);
  expect(loss).toBeLessThan(losses[0] / 10);
  const far = labs.quadrants({ ...standard, probe: [30, 30] });
  expect(far.probabilities[0]).toBeGreaterThan(onPoints[0]);
});

test('points on one another, silent units, divergence', () => {
  const same = labs.quadrants({ ...standard, points: [1, 1, -1, 1, -1, -1, 1, 1] });
  expect(same.coincide).toBe(true);
  expect(same.loss).toBeGreaterThan(Math.LN2 / 2);
  expect(labs.quadrants({ ...standard, learningRate: 30 }).silentUnits).toBeGreaterThan(10);
  const wild = labs.quadrants({ ...standard, learningRate: 1e200 });
  expect(wild.divergedAt).toBeGreaterThan(0);
  expect(Number.isFinite(wild.loss)).toBe(true);
});

test('bad input is named', () => {
  const withOptions = (options) => () => labs.quadrants({ ...standard, ...options });
  expect(withOptions({ points: [1, 2] })).toThrow(
    coded('size', { quantity: 'points', actual: 2, expected: 8 }),
  );
  expect(withOptions({ points: [NaN, 1, -1, 1, -1, -1, 1, -1] })).toThrow(
    coded('notFinite', { quantity: 'points' }),
  );
  expect(withOptions({ hidden: 0 })).toThrow(
    coded('range', { quantity: 'hiddenUnits', min: 1, max: 100 }),
  );
  expect(withOptions({ steps: 5001 })).toThrow(
    coded('range', { quantity: 'steps', min: 0, max: 5000 }),
  );
  expect(withOptions({ learningRate: NaN })).toThrow(
    coded('atLeast', { quantity: 'learningRate', min: 0 }),
  );
  expect(withOptions({ probe: [0] })).toThrow(
    coded('size', { quantity: 'probe', actual: 1, expected: 2 }),
  );
  expect(withOptions({ seed: -1 })).toThrow(coded('atLeast', { quantity: 'seed', min: 0 }));
  expect(withOptions({ grid: { ...grid, rows: 0 } })).toThrow(
    coded('planeGrid', { min: 2, max: 512 }),
  );
});
