import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

test('a seed hides one whole number of 1 to 100', () => {
  const numbers = Array.from({ length: 300 }, (_, seed) => labs.hiddenNumber(seed));
  expect(numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 100)).toBe(
    true,
  );
  expect(new Set(numbers).size).toBeGreaterThan(80);
  expect(labs.hiddenNumber(7)).toBe(numbers[7]);
});

test('the answer is the error, the loss half its square', () => {
  const { errors, losses } = labs.guessAnswers(63, [50, 63, 70]);
  expect([...errors]).toEqual([-13, 0, 7]);
  expect([...losses]).toEqual([84.5, 0, 24.5]);
});

test('η decides how the guesses go on', () => {
  const play = (rate, steps = 200) => labs.guessByDescent(63, 10, rate, steps);
  expect(play(1)).toMatchObject({ state: 'found', regime: 'hits', left: 0 });
  expect([...play(1).guesses]).toEqual([10, 63]);
  expect([...play(0.5, 3).guesses]).toEqual([10, 36.5, 49.75, 56.375]);
  expect(play(0.05)).toMatchObject({ state: 'found', regime: 'creeps' });
  expect([...play(2, 3).guesses]).toEqual([10, 116, 10, 116]);
  const wild = play(2.5, 5000);
  expect(wild).toMatchObject({ state: 'diverged', regime: 'diverges' });
  expect([...wild.guesses].every(Number.isFinite)).toBe(true);
});

test('bad input is named', () => {
  expect(() => labs.hiddenNumber(-1)).toThrow(coded('atLeast', { quantity: 'seed', min: 0 }));
  expect(() => labs.guessAnswers(63, [NaN])).toThrow(coded('notFinite', { quantity: 'guess' }));
  expect(() => labs.guessAnswers(Infinity, [1])).toThrow(
    coded('notFinite', { quantity: 'hiddenNumber' }),
  );
  expect(() => labs.guessByDescent(63, 10, 0, 5)).toThrow(
    coded('positive', { quantity: 'learningRate' }),
  );
});
