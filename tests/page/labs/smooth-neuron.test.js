import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue, pointOf } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('smooth-neuron', '[data-figure="change"]');

/** The point that can be dragged comes after those that only show. */
const nudge = (page) => pointOf(page, 2);

test('the nudge is dragged: the step jumps, the sigmoid answers as foretold', async () => {
  const page = await openLab();
  await dragByMouse(page, nudge(page), -80, 0);
  expect(await figureValue(page, 'stepChange')).toBe(0);
  const [change, predicted] = [
    await figureValue(page, 'change'),
    await figureValue(page, 'predicted'),
  ];
  expect(change).toBeLessThan(-0.05);
  expect(predicted).toBeLessThan(-0.05);
  expect(await figureValue(page, 'error')).toBeCloseTo(change - predicted, 12);
  await page.keyboard.press('ArrowRight');
  expect(await figureValue(page, 'change')).toBeGreaterThan(change);
});

test('a finger drags it, and the link brings it back', async () => {
  const page = await openLab('', phone);
  await dragByTouch(page, nudge(page), 70, 0);
  const change = await figureValue(page, 'change');
  expect(change).toBeGreaterThan(0.2);
  await expect.poll(() => page.url()).toContain('dw1=');
  await page.reload();
  await expect.poll(() => figureValue(page, 'change')).toBe(change);
});

test('challenges: too small for the step, too far for the tangent, too flat for both', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-small').click();
  expect(await figureValue(page, 'stepChange')).toBe(0);
  await page.getByTestId('lab-try-across').click();
  expect(await figureValue(page, 'stepChange')).toBe(1);
  await page.getByTestId('lab-try-far').click();
  expect(await figureValue(page, 'predicted')).toBeGreaterThan(0.9);
  expect(await figureValue(page, 'error')).toBeLessThan(-0.4);
  await page.getByTestId('lab-try-deaf').click();
  expect(Math.abs(await figureValue(page, 'change'))).toBeLessThan(0.001);
});

test('what is no nudge is refused in a sentence', async () => {
  const page = await openLab('?dw1=1e999&x1=&b=11', { locale: 'zh-CN' });
  const before = await figureValue(page, 'change');
  expect(before).toBeCloseTo(0.0994, 4);
  await page.getByTestId('lab-dw1-typed').fill('NaN');
  await page.getByTestId('lab-dw1-typed').press('Enter');
  expect(await page.locator('#lab-dw1-typed-problem').innerText()).toContain('−4 到 4');
  expect(await figureValue(page, 'change')).toBe(before);
});
