import { expect, test } from 'vitest';
import { dragByMouse, follow, press, type } from '../actions.js';
import { frames } from '../readings.js';
import {
  faultlessLab,
  figure,
  figureValue,
  labelOf,
  phone,
  pointsOf,
  refuses,
  rowsOf,
} from './lab.js';

const openLab = faultlessLab('guessing');

const rows = (page) => rowsOf(page.getByTestId('lab-table'));

test('keyboard: the answer leads to the number, more than twice of it ever farther away', async () => {
  const page = await openLab();
  await page.getByTestId('lab-guess').press('ArrowRight');
  await page.getByTestId('lab-guess').press('Enter');
  const error = await figureValue(page, 'answer');
  expect(Math.abs(error)).toBeGreaterThan(0);
  await type(page, 'lab-guess-typed', String(51 - error));
  expect(await figureValue(page, 'answer')).toBe(0);
  expect(await rows(page)).toBe(2);
  await expect.poll(() => page.getByTestId('lab-machine').isVisible()).toBe(true);
  await press(page, 'lab-undo');
  await expect.poll(() => rows(page)).toBe(1);

  await press(page, 'lab-reset');
  await press(page, 'lab-try-diverge');
  expect(await figureValue(page, 'left')).toBeCloseTo(-1.1, 12);
  const errors = [];
  for (let i = 0; i < 3; i++) {
    errors.push(await figureValue(page, 'answer'));
    await press(page, 'lab-step');
  }
  expect(Math.abs(errors[2])).toBeGreaterThan(Math.abs(errors[1]));
  expect(Math.sign(errors[2])).toBe(-Math.sign(errors[1]));
});

test('touch: guess, then let the formula play to the end', async () => {
  const page = await openLab('', phone);
  await page.getByTestId('lab-guess-now').tap();
  expect(await rows(page)).toBe(1);
  await labelOf(page, 'lab-player-machine').tap();
  await page.getByTestId('lab-step').tap();
  const before = await figureValue(page, 'answer');
  await page.getByTestId('lab-step').tap();
  expect(await figureValue(page, 'answer')).toBeCloseTo(0.7 * before, 12);
  await type(page, 'lab-rate-typed', '1');
  await page.getByTestId('lab-run').tap();
  await figure(page, 'answer').toBe(0);
});

test('a run stops where the lab is left', async () => {
  const page = await openLab('?player=machine&rate=0.05');
  await press(page, 'lab-run');
  await press(page, 'learn-list');
  await page.getByTestId('learn-lab-guessing').waitFor();
  await page.goBack();
  await page.getByTestId('lab-run').waitFor();
  const { href } = new URL(page.url());
  await frames(page, 60); // at three steps a second
  expect(page.url()).toBe(href);
});

test('bad input gets a sentence; the next guess is dragged on the axis by mouse', async () => {
  const page = await openLab('?guesses=50');
  await refuses(page, 'lab-guess-typed', ['', 'NaN', '101', '3.5', '∞'], '1 to 100', async () =>
    expect(await rows(page)).toBe(1),
  );

  await dragByMouse(page, pointsOf(page), 114, -6);
  const guess = Number(await page.getByTestId('lab-guess').inputValue());
  expect(guess).toBeGreaterThan(55);
  await press(page, 'lab-guess-now');
  expect(await figureValue(page, 'guess-1')).toBe(guess);
});

test('a link restores the state; a hostile one is as none', async () => {
  const page = await openLab('?seed=5&guesses=10,20,30&guess=44');
  expect(await rows(page)).toBe(3);
  expect(await page.getByTestId('lab-guess').inputValue()).toBe('44');
  for (const query of [
    '?guesses=1,,2',
    '?guesses=999',
    '?guesses=<b>&seed=-1&rate=1e999&played=1e9&start=NaN&guess=0',
  ]) {
    await follow(page, `#/learn/guessing${query}`);
    await expect.poll(() => page.getByTestId('lab-table').count()).toBe(0);
    await press(page, 'lab-guess-now');
    expect(await rows(page)).toBe(1);
  }
});
