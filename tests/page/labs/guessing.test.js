import { expect, test } from 'vitest';
import { figureValue } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('guessing', '[data-lab="guessing"] .lab-controls button');

const rows = (page) => page.getByTestId('lab-table').locator('tbody tr').count();

test('keyboard: the answer leads to the number, and undo takes a guess back', async () => {
  const page = await openLab();
  await page.getByTestId('lab-guess').press('ArrowRight');
  await page.getByTestId('lab-guess').press('Enter');
  const error = await figureValue(page, 'answer');
  expect(Math.abs(error)).toBeGreaterThan(0);
  await page.getByTestId('lab-guess-typed').fill(String(51 - error));
  await page.getByTestId('lab-guess-typed').press('Enter');
  expect(await figureValue(page, 'answer')).toBe(0);
  expect(await rows(page)).toBe(2);
  await expect.poll(() => page.getByTestId('lab-machine').isVisible()).toBe(true);
  await page.getByTestId('lab-undo').click();
  await expect.poll(() => rows(page)).toBe(1);
});

test('mouse: the next guess is dragged on the axis', async () => {
  const page = await openLab('?guesses=50');
  const point = await page.locator('.plot-point .dot').boundingBox();
  await page.mouse.move(point.x + 6, point.y + 6);
  await page.mouse.down();
  await page.mouse.move(point.x + 120, point.y, { steps: 4 });
  await page.mouse.up();
  const guess = Number(await page.getByTestId('lab-guess').inputValue());
  expect(guess).toBeGreaterThan(55);
  await page.getByTestId('lab-guess-now').click();
  expect(await figureValue(page, 'guess-1')).toBe(guess);
});

test('touch: guess, then let the formula play to the end', async () => {
  const page = await openLab('', phone);
  await page.getByTestId('lab-guess-now').tap();
  expect(await rows(page)).toBe(1);
  await page.locator('label', { has: page.getByTestId('lab-player-machine') }).tap();
  await page.getByTestId('lab-step').tap();
  const before = await figureValue(page, 'answer');
  await page.getByTestId('lab-step').tap();
  expect(await figureValue(page, 'answer')).toBeCloseTo(0.7 * before, 12);
  await page.getByTestId('lab-rate-typed').fill('1');
  await page.getByTestId('lab-rate-typed').press('Enter');
  await page.getByTestId('lab-run').tap();
  await expect.poll(() => figureValue(page, 'answer')).toBe(0);
});

test('a run stops where the lab is left', async () => {
  const page = await openLab('?player=machine&rate=0.05');
  await page.getByTestId('lab-run').click();
  await page.getByTestId('learn-list').click();
  await page.locator('.chapter').first().waitFor();
  await page.goBack();
  await page.getByTestId('lab-run').waitFor();
  const { href } = new URL(page.url());
  await page.waitForTimeout(900);
  expect(page.url()).toBe(href);
});

test('more than twice the answer leads ever farther away', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-diverge').click();
  expect(await figureValue(page, 'left')).toBeCloseTo(-1.1, 12);
  const errors = [];
  for (let i = 0; i < 3; i++) {
    errors.push(await figureValue(page, 'answer'));
    await page.getByTestId('lab-step').click();
  }
  expect(Math.abs(errors[2])).toBeGreaterThan(Math.abs(errors[1]));
  expect(Math.sign(errors[2])).toBe(-Math.sign(errors[1]));
});

test('bad input: a sentence, and nothing is lost', async () => {
  const page = await openLab('?guesses=50');
  for (const typed of ['', 'NaN', '101', '3.5', '∞']) {
    await page.getByTestId('lab-guess-typed').fill(typed);
    await page.getByTestId('lab-guess-typed').press('Enter');
    expect(await page.locator('#lab-guess-typed-problem').innerText()).toMatch(/1 to 100/);
    expect(await rows(page)).toBe(1);
  }
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
    await page.evaluate((hash) => (location.hash = hash), `#/learn/guessing${query}`);
    await expect.poll(() => page.getByTestId('lab-table').count()).toBe(0);
    await page.getByTestId('lab-guess-now').click();
    expect(await rows(page)).toBe(1);
  }
});
