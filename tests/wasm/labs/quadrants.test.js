import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const grid = { x0: -3, x1: 3, y0: -3, y1: 3, columns: 40, rows: 40 };
const quadrants = (options) =>
  labs.quadrants({
    ...{ points: [1, 1, -1, 1, -1, -1, 1, -1], hidden: 50, learningRate: 0.1, seed: 1, steps: 100 },
    ...{ probe: [2, 2], grid },
    ...options,
  });

test('all that the lab shows comes in one call', () => {
  const result = quadrants({ probe: [-2, 2] });
  const { borders, ...rest } = result;
  expect(borders.length).toBeGreaterThan(0);
  expect(fieldsOf(rest)).toBe(
    'loss losses[101] divergedAt silentUnits coincide onPoints[16] probabilities[4] winner quadrant ' +
      'own field[6400]',
  );
  expect(rest).toMatchObject({ winner: 1, quadrant: 1, divergedAt: -1, coincide: false });
  expect(rest.probabilities[1]).toBeGreaterThan(0.95);
  expect(rest.own).toBeGreaterThan(0.9);
  const same = quadrants({ points: [1, 1, -1, 1, -1, -1, 1, 1], steps: 1 });
  expect(same.coincide).toBe(true);
});

test('bad input is named', () => {
  expectError('size quantity=points actual=2 expected=8', () => quadrants({ points: [1, 2] }));
  expectError('size quantity=probe actual=1 expected=2', () => quadrants({ probe: [0] }));
  expectError('atLeast quantity=seed min=0', () => quadrants({ seed: -1 }));
  expectError('planeGrid min=2 max=512', () => quadrants({ grid: { ...grid, rows: 0 } }));
});
