import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

test('a number, and answers to guesses', () => {
  expect(Number.isInteger(labs.hiddenNumber(7))).toBe(true);
  const { errors, losses } = labs.guessAnswers(63, [50, 63, 70]);
  expect([...errors]).toEqual([-13, 0, 7]);
  expect([...losses]).toEqual([84.5, 0, 24.5]);
});

test('η decides how the guesses go on', () => {
  const play = (rate, steps = 200) => labs.guessByDescent(63, 10, rate, steps);
  expect(fieldsOf(play(1))).toBe('regime left guesses[2] errors[2] losses[2] state');
  expect(play(1)).toMatchObject({ state: 'found', regime: 'hits', left: 0 });
  expect([...play(0.5, 3).guesses]).toEqual([10, 36.5, 49.75, 56.375]);
  expect(play(2.5, 5000)).toMatchObject({ state: 'diverged', regime: 'diverges' });
  expect(play(0.05, 1)).toMatchObject({ state: 'running', regime: 'creeps' });
});

test('bad input is named', () => {
  expectError('atLeast quantity=seed min=0', () => labs.hiddenNumber(-1));
  expectError('notFinite quantity=guess', () => labs.guessAnswers(63, [NaN]));
});
