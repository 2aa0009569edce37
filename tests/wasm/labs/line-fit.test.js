import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const settings = { standardised: false, learningRate: 0.01, w: 1, b: 1, steps: 5000, batchSize: 4, seed: 1 }; // prettier-ignore

test('least squares of the twenty points, by three formulas', () => {
  const points = labs.lineFitPoints();
  expect([...points]).toEqual(
    [3, 4, 5, 5, 2, 4, 7, 8, 11, 8, 12, 11, 13, 13, 16, 17, 18, 17, 19, 21].flatMap((y, i) => [i + 1, y]), // prettier-ignore
  );
  const best = labs.lineBest(points);
  for (const form of ['sums', 'covariance', 'matrix']) {
    expect(best[form][1].toFixed(6)).toBe('0.515789');
    expect(best[form][0].toFixed(6)).toBe('0.969925');
  }
  expect(best.agree).toBe(true);
});

// At the first point with both components of ∇J, J = 1/2m Σ (w·x + b − y)², at most 1e-5.
test('descent from (1, 1) comes to the reference values', () => {
  const run = labs.lineDescent(labs.lineFitPoints(), settings);
  expect(run.state).toBe('arrived');
  expect(run.line[1].toFixed(6)).toBe('0.515833');
  expect(run.line[0].toFixed(6)).toBe('0.969922');
  expect(Math.max(...run.gradient.map(Math.abs))).toBeLessThanOrEqual(1e-5);
  const before = labs.lineDescent(labs.lineFitPoints(), { ...settings, steps: run.steps - 1 });
  expect(before.state).toBe('running');
  expect(Math.max(...before.gradient.map(Math.abs))).toBeGreaterThan(1e-5);
});

test('standardised x make the valley round and the way short', () => {
  const points = labs.lineFitPoints();
  expect(labs.lineValley(points, false, 9).condition).toBeGreaterThan(600);
  const { condition, curvatures, largestRate } = labs.lineValley(points, true, 9);
  for (const value of [condition, ...curvatures]) expect(value).toBeCloseTo(1, 9);
  expect(largestRate).toBeCloseTo(2, 9);
  const run = labs.lineDescent(points, { ...settings, standardised: true, learningRate: 1 });
  expect([run.state, run.steps]).toEqual(['arrived', 1]);
});

test('the servers need scaling; all methods then say about the same of 346', () => {
  const points = labs.lineServers();
  expect(points.length).toBe(48);
  expect(labs.lineDescent(points, settings).state).toBe('diverged');
  const scaled = { ...settings, standardised: true };
  const asked = [
    labs.lineBest(points).matrix,
    labs.lineDescent(points, scaled).line,
    labs.lineNeuron(points, scaled).line,
  ].map((line) => labs.lineValue(line, 346));
  expect(asked[1]).toBeCloseTo(asked[0], 3);
  expect(Math.abs(asked[2] - asked[0])).toBeLessThan(1);
  expect(asked[0]).toBeGreaterThan(130);
  expect(asked[0]).toBeLessThan(160);
});

test('singular systems have no least-squares line, and descent still finds one', () => {
  expect(labs.lineBest([])).toBe(null);
  expect(labs.lineBest([1, 2])).toBe(null);
  const above = [4, 1, 4, 3, 4, 8];
  expect(labs.lineBest(above)).toBe(null);
  expect(labs.lineValley(above, false, 5).condition).toBe(Infinity);
  const { state, line } = labs.lineDescent(above, settings);
  expect(state).toBe('arrived');
  expect(labs.lineValue(line, 4)).toBeCloseTo(4, 4);
  expect(labs.lineNeuron(above, settings).line.every(Number.isFinite)).toBe(true);
});

test('bad input is named', () => {
  expect(() => labs.lineBest([1, 2, 3])).toThrow(coded('pointsWithXAndY', { max: 200 }));
  expect(() => labs.lineBest([1, NaN])).toThrow(
    coded('range', { quantity: 'coordinate', min: -1000000000, max: 1000000000 }),
  );
  expect(() => labs.lineBest([Infinity, 1])).toThrow(coded('range', { quantity: 'coordinate' }));
  expect(() => labs.lineValley([], false, 5)).toThrow(coded('noPoints'));
  expect(() => labs.lineDescent([1, 2], { ...settings, learningRate: 0 })).toThrow(
    coded('positive', { quantity: 'learningRate' }),
  );
  expect(() => labs.lineDescent([1, 2], { ...settings, w: NaN })).toThrow(
    coded('notFinite', { quantity: 'start' }),
  );
  expect(() => labs.lineNeuron([1, 2], { ...settings, batchSize: 0 })).toThrow(
    coded('atLeast', { quantity: 'batchSize', min: 1 }),
  );
  expect(() => labs.lineDescent([1, 2], { ...settings, steps: 1e6 })).toThrow(
    coded('range', { quantity: 'steps', min: 0, max: 20000 }),
  );
});
