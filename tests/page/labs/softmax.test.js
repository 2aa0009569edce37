import { expect, test } from 'vitest';
import { figureValue } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('softmax', '[data-testid="lab-table"]');

const notice = (page) => page.locator('.lab-controls .notice');

test('keyboard: the worked example, and a score that moves', async () => {
  const page = await openLab();
  expect(Math.abs((await figureValue(page, 'crossEntropy')) - 0.0659)).toBeLessThan(5e-5);
  expect(await figureValue(page, 'p-1')).toBeCloseTo(0.93624, 5);
  await page.getByTestId('lab-h0').press('ArrowRight');
  expect(await figureValue(page, 'p-0')).toBeCloseTo(await figureValue(page, 'naive-0'), 14);
  expect(await figureValue(page, 'p-1')).toBeLessThan(0.93624);
  await page.getByTestId('lab-target-1').press('ArrowRight');
  expect(await figureValue(page, 'crossEntropy')).toBeGreaterThan(4);
});

test('mouse: the right score is dragged along the curve to where squared error stalls', async () => {
  const page = await openLab();
  const dot = page.locator('.plot-point:not(.plot-point--fixed) .dot');
  await dot.scrollIntoViewIfNeeded();
  const point = await dot.boundingBox();
  await page.mouse.move(point.x + 6, point.y + 6);
  await page.mouse.down();
  await page.mouse.move(point.x - 1000, point.y, { steps: 5 });
  await page.mouse.up();
  expect(await page.getByTestId('lab-h1').inputValue()).toBe('-10');
  expect(await figureValue(page, 'crossEntropySlope')).toBeLessThan(-0.999);
  expect(Math.abs(await figureValue(page, 'squaredErrorSlope'))).toBeLessThan(1e-4);
});

test('touch: overflow as written, the same probabilities as computed', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'p-1');
  expect(await notice(page).isVisible()).toBe(false);
  await page.locator('label', { has: page.getByTestId('lab-shift-up') }).tap();
  await expect.poll(() => notice(page).isVisible()).toBe(true);
  expect(await figureValue(page, 'naive-1')).toBeNaN();
  expect(await figureValue(page, 'powerSum')).toBe(Infinity);
  expect(await figureValue(page, 'p-1')).toBeCloseTo(before, 12);
  await page.locator('label', { has: page.getByTestId('lab-shift-down') }).tap();
  await expect.poll(() => figureValue(page, 'powerSum')).toBe(0);
  expect(await figureValue(page, 'crossEntropy')).toBeCloseTo(0.0659, 4);
});

test('sure of the wrong class: one loss pushes, the other stalls', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-wrong').click();
  await expect.poll(() => figureValue(page, 'crossEntropySlope')).toBeLessThan(-0.999);
  expect(Math.abs(await figureValue(page, 'squaredErrorSlope'))).toBeLessThan(1e-5);
  await page.getByTestId('lab-try-even').click();
  await expect.poll(() => figureValue(page, 'crossEntropy')).toBeCloseTo(Math.log(3), 12);
});

test('bad input: a sentence, the number from before stays', async () => {
  const page = await openLab();
  for (const typed of ['', 'NaN', '∞', '11']) {
    await page.getByTestId('lab-h1-typed').fill(typed);
    await page.getByTestId('lab-h1-typed').press('Enter');
    expect(await page.locator('#lab-h1-typed-problem').innerText()).toMatch(/−10 to 10/);
    expect(await figureValue(page, 'p-1')).toBeCloseTo(0.93624, 5);
  }
});

test('a link restores the state; a hostile one is as none', async () => {
  const page = await openLab('?h0=-3.5&target=0&shift=up');
  expect(await page.getByTestId('lab-h0').inputValue()).toBe('-3.5');
  expect(await page.getByTestId('lab-target-0').isChecked()).toBe(true);
  expect(await figureValue(page, 'naive-0')).toBeNaN();
  await page.evaluate(
    () => (location.hash = '#/learn/softmax?h0=NaN&h1=1e999&h2=&target=7&shift=__proto__'),
  );
  await expect.poll(() => figureValue(page, 'crossEntropy')).toBeCloseTo(0.0659, 4);
});
