import { beforeAll, describe, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const table = (options = {}) =>
  labs.linearRounds({
    w: 3,
    b: 4,
    target: 150,
    changed: 'b',
    newFactors: true,
    rounds: 100,
    ...options,
  });

describe('from 162 to 150', () => {
  test('forward and backward', () => {
    expect(table({ rounds: 0 }).rows[0]).toMatchObject({
      x: 18,
      y: 9,
      z: 162,
      error: 12,
      dzdx: 9,
      dzdy: 18,
      dzdw: 18,
      dzdbByX: 27,
      dzdbByY: 36,
      dzdb: 63,
    });
  });

  test('b alone takes off 0.190476 first', () => {
    const [start, next] = table({ rounds: 1 }).rows;
    expect(start.factorB).toBe(63);
    expect(start.deltaB).toBeCloseTo(0.190476, 6);
    expect(next.b).toBeCloseTo(3.809524, 6);
    expect(next.w).toBe(3);
  });

  test('w alone takes off 0.666667 and is there', () => {
    const { rows, state } = table({ changed: 'w' });
    expect(rows[0].factorW).toBe(18);
    expect(rows[0].deltaW).toBeCloseTo(0.666667, 6);
    expect(state).toBe('arrived');
    expect(rows.length).toBe(2);
    expect(rows[1].w).toBeCloseTo(2.333333, 6);
    expect(rows[1].z).toBeCloseTo(150, 10);
  });

  test('two share the error by halves', () => {
    const { rows, state } = table({ changed: 'both' });
    expect(rows[0].deltaW).toBeCloseTo(6 / 18, 14);
    expect(rows[0].deltaB).toBeCloseTo(6 / 63, 14);
    expect(state).toBe('arrived');
    expect(Math.abs(rows.at(-1).error)).toBeLessThan(1e-4);
    expect(Math.abs(rows.at(-2).error)).toBeGreaterThanOrEqual(1e-4);
  });

  test('old factors need more rounds than new ones', () => {
    const [old, renewed] = [false, true].map((newFactors) => table({ newFactors }));
    expect(old.state).toBe('arrived');
    expect(old.rows.every(({ factorB }) => factorB === 63)).toBe(true);
    expect(renewed.rows[1].factorB).toBeCloseTo(renewed.rows[1].dzdb, 14);
    expect(old.rows.length).toBeGreaterThan(renewed.rows.length);
    expect(old.rows.at(-1).z).toBeCloseTo(150, 3);
  });
});

test('it says why it does not arrive', () => {
  expect(table({ b: -0.5, changed: 'w' }).state).toBe('stuck');
  expect(table({ b: 0, newFactors: false }).state).toBe('diverged');
  expect(table({ b: 0 }).state).toBe('arrived');
  expect(table({ target: -10 }).state).toBe('running');
});

test('bad input is named', () => {
  expect(() => table({ w: NaN })).toThrow(
    coded('range', { quantity: 'w', min: -1000000, max: 1000000 }),
  );
  expect(() => table({ target: 1e7 })).toThrow(coded('range', { quantity: 'target' }));
  expect(() => table({ rounds: 101 })).toThrow(
    coded('range', { quantity: 'rounds', min: 0, max: 100 }),
  );
  expect(() => table({ changed: 'x' })).toThrow(
    coded('unknownName', { quantity: 'changing', value: 'x' }),
  );
  expect(() => table({ w: '3' })).toThrow(coded('wrongType', { field: 'w', type: 'number' }));
});
