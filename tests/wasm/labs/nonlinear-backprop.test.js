import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

test('from x = 2 to 2.13', () => {
  const { rounds, ending, last, exact } = labs.nonlinearRounds(2, 2.13, 50);
  const next = rounds.slice(0, 5).map((round) => Number(round.next.toFixed(3)));
  expect(next).toEqual([4.243, 7.344, 9.295, 9.656, 9.664]);
  expect(rounds[4].a.toFixed(3)).toBe((rounds[3].next ** 2).toFixed(3));
  expect(rounds[4].a).toBeCloseTo(93.233, 2);
  expect(ending).toBe('reached');
  expect(exact).toBeCloseTo(9.664409, 6);
  expect(last).toBeCloseTo(exact, 9);
});

test('the first step to 2.14', () => {
  const [first] = labs.nonlinearRounds(2, 2.14, 1).rounds;
  expect(first.deltaX).toBeCloseTo(-2.267, 3);
  expect(first.next).toBeCloseTo(4.267, 3);
  expect(first.a).toBe(4);
  expect(first.deltaX * first.squareSlope).toBeCloseTo(first.deltaA, 12);
  expect(first.deltaA * first.logSlope).toBeCloseTo(first.deltaB, 12);
  expect(first.deltaB * first.rootSlope).toBeCloseTo(first.deltaC, 12);
});

test('the endings', () => {
  expect(labs.nonlinearRounds(0.9, 2, 10)).toMatchObject({ ending: 'outside', rounds: [] });
  expect(labs.nonlinearRounds(1, 2, 10).ending).toBe('stuck');
  expect(labs.nonlinearRounds(16, 1, 10).ending).toBe('unfinished');
});

test('bad input is named', () => {
  expect(() => labs.nonlinearRounds(NaN, 2, 10)).toThrow(
    coded('notFinite', { quantity: 'startX' }),
  );
  expect(() => labs.nonlinearRounds(2, -1, 10)).toThrow(
    coded('atLeast', { quantity: 'target', min: 0 }),
  );
  expect(() => labs.nonlinearCurve(0.5, 10)).toThrow(coded('curveEnd'));
});
