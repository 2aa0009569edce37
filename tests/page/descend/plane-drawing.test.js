import { describe, expect, test } from 'vitest';
import { contourLevels, heightScale, interpolate } from '../../../web/ui/contour-levels.js';
import { clipSegment, roundTo, withAspect, zoomed } from '../../../web/ui/plane-geometry.js';

describe('contour levels', () => {
  const rosenbrock = [];
  for (let y = -1; y <= 3.001; y += 0.05)
    for (let x = -2; x <= 2.001; x += 0.05) rosenbrock.push((1 - x) ** 2 + 100 * (y - x * x) ** 2);

  test('rise, and some of them lie in a valley far below the rest', () => {
    const levels = contourLevels(rosenbrock, 16);
    expect(levels).toEqual([...new Set(levels)].toSorted((a, b) => a - b));
    expect(levels).toHaveLength(16);
    const [low, high] = [Math.min(...rosenbrock), Math.max(...rosenbrock)];
    expect(levels[0]).toBeGreaterThan(low);
    expect(levels.at(-1)).toBeLessThan(high);
    expect(levels.filter((level) => level < 0.01 * high).length).toBeGreaterThanOrEqual(4);
  });

  test('leave out what is not finite and what a plain has none of', () => {
    expect(contourLevels([NaN, Infinity, 1, 2, 3, 4, -Infinity], 3).every(Number.isFinite)).toBe(
      true,
    );
    expect(contourLevels([5, 5, 5], 4)).toEqual([]);
    expect(contourLevels([NaN], 4)).toEqual([]);
  });

  test('heights keep the order of J and are lifted where most of it lies low', () => {
    const { power, height } = heightScale(rosenbrock);
    expect(power).toBeLessThan(0.6);
    expect([height(0), height(2), height(50), height(1e9)]).toEqual(
      [height(0), height(2), height(50), height(1e9)].toSorted((a, b) => a - b),
    );
    expect(height(Math.max(...rosenbrock))).toBe(1);
    expect(heightScale([0, 1, 2, 3, 4]).power).toBe(1);
  });

  test('values between the points of a grid lie between them', () => {
    const rectangle = { x0: 0, x1: 2, y0: 0, y1: 1 };
    const values = [0, 1, 2, 10, 11, 12];
    expect(interpolate(rectangle, 3, 2, values, 0.5, 0.5)).toBeCloseTo(5.5);
    expect(interpolate(rectangle, 3, 2, values, 2, 1)).toBe(12);
    expect(interpolate(rectangle, 3, 2, values, 99, -99)).toBe(2);
  });
});

describe('rectangles of the plane', () => {
  test('take the shape of the map around the same centre', () => {
    const wide = withAspect({ x0: -1, x1: 1, y0: 0, y1: 4 }, 300, 200);
    expect(wide).toEqual({ x0: -3, x1: 3, y0: 0, y1: 4 });
  });

  test('zoom around a point that stays', () => {
    expect(zoomed({ x0: 0, x1: 4, y0: 0, y1: 2 }, 0.5, 4, 0)).toEqual({
      x0: 2,
      x1: 4,
      y0: 0,
      y1: 1,
    });
  });

  test('cut segments to what is inside', () => {
    const unit = { x0: 0, x1: 1, y0: 0, y1: 1 };
    expect(clipSegment(unit, -1, 0.5, 2, 0.5)).toEqual([0, 0.5, 1, 0.5]);
    expect(clipSegment(unit, 0.25, 0.25, 0.5, 0.75)).toEqual([0.25, 0.25, 0.5, 0.75]);
    expect(clipSegment(unit, -1, 2, 2, 2)).toBe(null);
    expect(clipSegment(unit, 1.5, -0.2, 2.5, 0.8)).toBe(null);
  });

  test('round a pointer’s place to what its pixel can tell', () => {
    expect(roundTo(1.23456, 0.02)).toBe(1.23);
    expect(Object.is(roundTo(-0.001, 0.02), 0)).toBe(true);
  });
});
