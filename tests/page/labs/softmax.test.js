import { expect, test } from 'vitest';
import { dragByMouse, press } from '../actions.js';
import { faultlessLab, figure, figureValue, labelOf, phone, refuses } from './lab.js';

const openLab = faultlessLab('softmax');

const overflows = (page) => page.getByTestId('lab-say').isVisible();

test('mouse: the right score is dragged to where squared error stalls; challenges do the same', async () => {
  const page = await openLab();
  await dragByMouse(page, page.locator('dd-plot [data-index]'), -1000, 0);
  expect(await page.getByTestId('lab-h1').inputValue()).toBe('-10');
  expect(await figureValue(page, 'crossEntropySlope')).toBeLessThan(-0.999);
  expect(Math.abs(await figureValue(page, 'squaredErrorSlope'))).toBeLessThan(1e-4);

  await press(page, 'lab-try-wrong');
  await figure(page, 'crossEntropySlope').toBeLessThan(-0.999);
  expect(Math.abs(await figureValue(page, 'squaredErrorSlope'))).toBeLessThan(1e-5);
  await press(page, 'lab-try-even');
  await figure(page, 'crossEntropy').toBeCloseTo(Math.log(3), 12);
});

test('touch: overflow as written, the same probabilities as computed', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'p-1');
  expect(await overflows(page)).toBe(false);
  await labelOf(page, 'lab-shift-up').tap();
  await expect.poll(() => overflows(page)).toBe(true);
  expect(await figureValue(page, 'naive-1')).toBeNaN();
  expect(await figureValue(page, 'powerSum')).toBe(Infinity);
  expect(await figureValue(page, 'p-1')).toBeCloseTo(before, 12);
  await labelOf(page, 'lab-shift-down').tap();
  await figure(page, 'powerSum').toBe(0);
  expect(await figureValue(page, 'crossEntropy')).toBeCloseTo(0.0659, 4);
});

test('keyboard: bad input gets a sentence, the worked example, and a score that moves', async () => {
  const page = await openLab();
  await refuses(page, 'lab-h1-typed', ['', 'NaN', '∞', '11'], '−10 to 10', async () =>
    expect(await figureValue(page, 'p-1')).toBeCloseTo(0.93624, 5),
  );

  expect(Math.abs((await figureValue(page, 'crossEntropy')) - 0.0659)).toBeLessThan(5e-5);
  expect(await figureValue(page, 'p-1')).toBeCloseTo(0.93624, 5);
  await page.getByTestId('lab-h0').press('ArrowRight');
  expect(await figureValue(page, 'p-0')).toBeCloseTo(await figureValue(page, 'naive-0'), 14);
  expect(await figureValue(page, 'p-1')).toBeLessThan(0.93624);
  await page.getByTestId('lab-target-1').press('ArrowRight');
  expect(await figureValue(page, 'crossEntropy')).toBeGreaterThan(4);
});

test('a link restores the state; a hostile one is as none', async () => {
  const page = await openLab('?h0=-3.5&target=0&shift=up');
  expect(await page.getByTestId('lab-h0').inputValue()).toBe('-3.5');
  expect(await page.getByTestId('lab-target-0').isChecked()).toBe(true);
  expect(await figureValue(page, 'naive-0')).toBeNaN();
  await page.evaluate(
    () => (location.hash = '#/learn/softmax?h0=NaN&h1=1e999&h2=&target=7&shift=__proto__'),
  );
  await figure(page, 'crossEntropy').toBeCloseTo(0.0659, 4);
});
