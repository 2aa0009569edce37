import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const x = [1, 0.5];
const y = [1, 0];
const theta = [
  0.4, -0.6, 0.2, 0.3, 0.5, -0.7, 0.1, -0.2, 0.3, 0.6, -0.4, -0.5, 0.8, 0.7, 0.3, -0.1, 0.2,
];

test('a walk comes with all that it computes', () => {
  const walk = labs.backpropWalk(x, y, theta, 5);
  expect(fieldsOf(walk)).toBe(
    'z1[3] a1[3] slope1[3] z2[2] a2[2] slope2[2] loss miss[2] delta2[2] back1[3] delta1[3] ' +
      'gradient[17] difference next[17] nextLoss slopeAtZero',
  );
  expect(walk.z1[0]).toBeCloseTo(0.65, 12);
  expect(walk.next[9]).toBeCloseTo(theta[9] - 5 * walk.gradient[9], 12);
  const losses = labs.backpropLosses(x, y, theta, [0, 5]);
  expect([...losses]).toEqual([walk.loss, walk.nextLoss]);
});

test('bad input is named', () => {
  expectError('size quantity=targets actual=1 expected=2', () =>
    labs.backpropWalk(x, [1], theta, 1),
  );
});
