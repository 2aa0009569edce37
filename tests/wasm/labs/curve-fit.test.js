import { afterEach, beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const made = [];
afterEach(() => made.splice(0).forEach((fit) => fit.delete()));

function curveFit(options, points, heldOut = []) {
  const settings = { units: 4, activation: 'tanh', optimizer: 'adam', seed: 1, ...options };
  const fit = labs.curveFit(settings, points, heldOut);
  made.push(fit);
  return fit;
}

test('points lie on their curve, and one seed gives one set', () => {
  const points = labs.curvePoints('fold', 10, 0, 4);
  expect(points.length).toBe(20);
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  expect([...labs.curveTarget('fold', xs)]).toEqual([...ys]);
  expect([...labs.curveTarget('fold', [-1, 0, 0.5])]).toEqual([0.8, -0.8, 0]);
  expect([...labs.curveTarget('step', [-0.1, 0.1])]).toEqual([-0.8, 0.8]);
  expect(labs.curveTarget('sine', [0.5])[0]).toBeCloseTo(1, 15);
  expect(labs.curvePoints('sine', 5, 0.3, 1)).toEqual(labs.curvePoints('sine', 5, 0.3, 1));
  expect(labs.curvePoints('sine', 5, 0.3, 1)).not.toEqual(labs.curvePoints('sine', 5, 0.3, 2));
});

test('the units add up to the curve', () => {
  const fit = curveFit({ units: 3 }, labs.curvePoints('sine', 20, 0.1, 1));
  fit.train(100, 0.03);
  const x = [-1, -0.2, 0.7];
  const { sum, partial, parts, bends } = fit.curves(x, 2);
  expect(bends.length).toBe(3);
  x.forEach((_, i) => expect(sum[i] - partial[i]).toBeCloseTo(parts[2 * 3 + i], 12));
  const none = fit.curves(x, 0).partial;
  expect(new Set(none).size).toBe(1); // c alone
  x.forEach((_, i) =>
    expect(none[0] + parts[i] + parts[3 + i] + parts[6 + i]).toBeCloseTo(sum[i], 12),
  );
});

test('few units underfit a sine, some learn it, many overfit few points', () => {
  const points = labs.curvePoints('sine', 24, 0, 1);
  const after = (units) => {
    const fit = curveFit({ units }, points);
    fit.train(3000, 0.03);
    return fit.loss();
  };
  expect(after(1)).toBeGreaterThan(0.02);
  expect(after(4)).toBeLessThan(1e-3);

  const few = labs.curvePoints('sine', 14, 0.4, 2);
  const others = labs.curveHeldOut('sine', 0.4, 2);
  const [small, large] = [2, 12].map((units) => curveFit({ units, seed: 2 }, few, others));
  for (const fit of [small, large]) fit.train(5000, 0.03);
  expect(large.loss()).toBeLessThan(0.01 * small.loss());
  expect(large.heldOutLoss()).toBeGreaterThan(1.2 * small.heldOutLoss());
});

test('what breaks says so and stays finite', () => {
  const points = labs.curvePoints('sine', 24, 0.15, 1);
  const wild = curveFit({ units: 12, activation: 'leakyRelu', optimizer: 'sgd' }, points);
  wild.train(1000, 10);
  expect(wild.diverged()).toBe(true);
  expect(wild.curves([-1, 0, 1], 12).sum.every(Number.isFinite)).toBe(true);
  const dead = curveFit({ units: 12, activation: 'relu', optimizer: 'sgd' }, points);
  dead.train(1000, 1);
  expect(dead.deadUnits()).toBe(12);
  const alike = curveFit({}, [0.5, 1, 0.5, -1]);
  alike.train(2000, 0.03);
  expect(alike.curves([0.5], 4).sum[0]).toBeCloseTo(0, 3);
  const none = curveFit({}, []);
  none.train(5, 0.03);
  expect([none.steps(), none.loss(), none.heldOutLoss()]).toEqual([0, NaN, NaN]);
});

test('bad input is named', () => {
  expect(() => labs.curvePoints('spiral', 5, 0, 1)).toThrow(
    coded('unknownName', { quantity: 'curve', value: 'spiral' }),
  );
  expect(() => labs.curvePoints('sine', 0, 0, 1)).toThrow(
    coded('range', { quantity: 'points', min: 1, max: 200 }),
  );
  expect(() => labs.curvePoints('sine', 5, NaN, 1)).toThrow(
    coded('range', { quantity: 'noise', min: 0, max: 10 }),
  );
  expect(() => curveFit({ units: 0 }, [])).toThrow(
    coded('range', { quantity: 'units', min: 1, max: 64 }),
  );
  expect(() => curveFit({ activation: 'step' }, [])).toThrow(coded('noSlope'));
  expect(() => curveFit({}, [1])).toThrow(coded('pointsWithXAndY', { max: 200 }));
  expect(() => curveFit({}, [1, Infinity])).toThrow(
    coded('range', { quantity: 'coordinate', min: -1000000, max: 1000000 }),
  );
  expect(() => curveFit({}, [1, 1]).train(1, 0)).toThrow(
    coded('positive', { quantity: 'learningRate' }),
  );
});
