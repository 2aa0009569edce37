import { describe, expect, test } from 'vitest';
import { nextStop, powerOfTen, valueAt } from '../../../web/ui/log-scale.js';
import { LossCurve } from '../../../web/train/loss-curve.js';

describe('the logarithmic scale', () => {
  test('goes up and down through 1, 1.5, 2, 3, 5, 7 of every decade', () => {
    const up = [0.07];
    for (let stop = 0.07; stop < 2; up.push(stop)) stop = nextStop(stop, 1);
    expect(up).toEqual([0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2]);
    const down = [2];
    for (let stop = 2; stop > 0.07; down.push(stop)) stop = nextStop(stop, -1);
    expect(down).toEqual(up.toReversed());
    expect([nextStop(0.12, 1), nextStop(0.12, -1)]).toEqual([0.15, 0.1]);
  });

  test('has three significant digits and writes powers of ten', () => {
    expect([valueAt(-5), valueAt(-0.5), valueAt(1)]).toEqual([0.00001, 0.316, 10]);
    expect([-5, -2, -1, 0, 1, 3].map(powerOfTen)).toEqual([
      '10⁻⁵',
      '10⁻²',
      '0.1',
      '1',
      '10',
      '10³',
    ]);
  });
});

describe('the loss curve', () => {
  test('stays bounded, keeps the last step and the mean height', () => {
    const curve = new LossCurve();
    const count = 10_000;
    for (let step = 1; step <= count; ++step) curve.add([step], [step % 2], [3]);
    expect(curve.steps.length).toBeLessThanOrEqual(1500);
    expect(curve.steps.length).toBeGreaterThan(700);
    expect(curve.steps.at(-1)).toBe(count);
    expect(curve.steps).toEqual(curve.steps.toSorted((a, b) => a - b));
    const merged = curve.running.slice(0, 500);
    expect(merged.reduce((sum, value) => sum + value) / merged.length).toBeCloseTo(0.5, 2);
    expect(curve.batch.every((value) => value === 3)).toBe(true);
  });

  test('marks a movement once and comes back from storage', () => {
    const curve = new LossCurve();
    curve.add([1, 2], [2, 1], [2, 1]);
    curve.addTest(2, 1.5);
    curve.addTest(2, 9);
    curve.addTest(3, NaN);
    curve.mark(1, 0.5, false);
    curve.mark(2, 0.6, true);
    curve.mark(9, 0.1, false);
    expect(curve.marks).toEqual([
      { step: 1, value: 0.6 },
      { step: 9, value: 0.1 },
    ]);
    expect([curve.testSteps, curve.testLoss]).toEqual([[2], [1.5]]);
    expect(LossCurve.from(structuredClone(curve.toObject()))).toEqual(curve);
  });
});
