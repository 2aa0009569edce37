import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

test('rounds from x = 2 to 2.13, and the curve', () => {
  const { rounds, ending, last, exact } = labs.nonlinearRounds(2, 2.13, 50);
  expect(fieldsOf(rounds[0])).toBe(
    'x a b c squareSlope logSlope rootSlope deltaC deltaB deltaA deltaX next',
  );
  expect(rounds[0].next.toFixed(3)).toBe('4.243');
  expect([ending, rounds[0].a]).toEqual(['reached', 4]);
  expect(last).toBeCloseTo(exact, 9);
  expect(labs.nonlinearRounds(0.9, 2, 10)).toMatchObject({ ending: 'outside', rounds: [] });
  expect(fieldsOf(labs.nonlinearCurve(20, 11))).toBe('x[11] c[11]');
});

test('bad input is named', () => {
  expectError('atLeast quantity=target min=0', () => labs.nonlinearRounds(2, -1, 10));
  expectError('curveEnd', () => labs.nonlinearCurve(0.5, 10));
});
