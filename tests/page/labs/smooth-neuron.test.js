import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press } from '../actions.js';
import {
  faultlessLab,
  figure,
  figureValue,
  phone,
  pointOf,
  refuses,
  whenInAddress,
} from './lab.js';

const openLab = faultlessLab('smooth-neuron');

/** The point that can be dragged comes after those that only show. */
const nudge = (page) => pointOf(page, 2);

test('the step jumps, the sigmoid answers as foretold, unless the nudge is too far', async () => {
  const page = await openLab();
  await dragByMouse(page, nudge(page), -80, 0);
  expect(await figureValue(page, 'stepChange')).toBe(0);
  const change = await figureValue(page, 'change');
  const predicted = await figureValue(page, 'predicted');
  expect(change).toBeLessThan(-0.05);
  expect(predicted).toBeLessThan(-0.05);
  expect(await figureValue(page, 'error')).toBeCloseTo(change - predicted, 12);
  await page.keyboard.press('ArrowRight');
  expect(await figureValue(page, 'change')).toBeGreaterThan(change);

  await press(page, 'lab-try-small');
  expect(await figureValue(page, 'stepChange')).toBe(0);
  await press(page, 'lab-try-across');
  expect(await figureValue(page, 'stepChange')).toBe(1);
  await press(page, 'lab-try-far');
  expect(await figureValue(page, 'predicted')).toBeGreaterThan(0.9);
  expect(await figureValue(page, 'error')).toBeLessThan(-0.4);
  await press(page, 'lab-try-deaf');
  expect(Math.abs(await figureValue(page, 'change'))).toBeLessThan(0.001);
});

test('a finger drags it, and the link brings it back', async () => {
  const page = await openLab('', phone);
  await dragByTouch(page, nudge(page), 70, 0);
  await whenInAddress(page, 'smooth-neuron', 'dw1');
  const change = await figureValue(page, 'change');
  expect(change).toBeGreaterThan(0.2);
  await page.reload();
  await figure(page, 'change').toBe(change);
});

test('what is no nudge is refused in a sentence', async () => {
  const page = await openLab('?dw1=1e999&x1=&b=11', { locale: 'zh-CN' });
  const before = await figureValue(page, 'change');
  expect(before).toBeCloseTo(0.0994, 4);
  await refuses(page, 'lab-dw1-typed', ['NaN'], '−4 到 4');
  expect(await figureValue(page, 'change')).toBe(before);
});
