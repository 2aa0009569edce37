import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const settings = { units: 3, activation: 'tanh', optimizer: 'adam', seed: 1 };

test('points of a curve', () => {
  const points = labs.curvePoints('fold', 10, 0, 4);
  expect(points.length).toBe(20);
  const [xs, ys] = [0, 1].map((part) => points.filter((_, i) => i % 2 === part));
  expect([...labs.curveTarget('fold', xs)]).toEqual([...ys]);
  expect(labs.curveHeldOut('sine', 0.4, 2)).toHaveLength(80);
  expectError('unknownName quantity=curve value=spiral', () => labs.curvePoints('spiral', 5, 0, 1));
});

test('a fit and its curves', () => {
  const points = labs.curvePoints('sine', 20, 0.1, 1);
  const fit = labs.curveFit(settings, points, points);
  fit.train(100, 0.03);
  expect([fit.steps(), fit.diverged(), fit.deadUnits()]).toEqual([100, false, 0]);
  expect(fit.heldOutLoss()).toBe(fit.loss());
  const x = [-1, -0.2, 0.7];
  const curves = fit.curves(x, 2);
  expect(fieldsOf(curves)).toBe('sum[3] partial[3] parts[9] bends[3]');
  // Unit by unit: the third one's share is missing.
  const { sum, partial, parts } = curves;
  x.forEach((_, i) => expect(sum[i] - partial[i]).toBeCloseTo(parts[2 * 3 + i], 12));
  expectError('positive quantity=learningRate', () => fit.train(1, 0));
  fit.delete();
});

test('no points, no loss', () => {
  const none = labs.curveFit(settings, [], []);
  expect([none.loss(), none.heldOutLoss()]).toEqual([NaN, NaN]);
  none.delete();
  expectError('range quantity=units min=1 max=64', () =>
    labs.curveFit({ ...settings, units: 0 }, [], []),
  );
});
