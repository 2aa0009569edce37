import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, middle, press } from '../actions.js';
import { faultlessLab, figure, figureValue, phone, pointOf, whenInAddress } from './lab.js';

const openLab = faultlessLab('losses');

test('a sample is dragged to the wrong side, and some losses care more than others', async () => {
  const page = await openLab();
  await dragByMouse(page, pointOf(page, 5), -150, 0);
  const share = (loss) => figureValue(page, `share-${loss}`);
  expect(await share('squared')).toBeGreaterThan(await share('absolute'));
  expect(await share('exponential')).toBeGreaterThan(await share('log'));
  expect(await figureValue(page, 'mean-zeroOne')).toBeCloseTo(1 / 6, 12);
  const mean = await figureValue(page, 'mean-hinge');
  await page.keyboard.press('ArrowRight');
  expect(await figureValue(page, 'mean-hinge')).toBeLessThan(mean);
  // A tap turns the label round, and with it the margin.
  await page.mouse.click(...(await middle(pointOf(page, 5))));
  expect(await figureValue(page, 'mean-zeroOne')).toBe(0);
});

test('absolute and squared loss of numbers, dragged by a finger', async () => {
  const page = await openLab('?part=numbers', phone);
  expect(await figureValue(page, 'absolute-first')).toBe(3);
  expect(await figureValue(page, 'absolute-second')).toBe(4);
  expect(await figureValue(page, 'absolute-ratio')).toBeCloseTo(4 / 3, 12);
  expect(await figureValue(page, 'squared-first')).toBe(5);
  expect(await figureValue(page, 'squared-second')).toBe(8);
  expect(await figureValue(page, 'squared-ratio')).toBe(1.6);
  await dragByTouch(page, pointOf(page, 8), 0, -70);
  expect(await figureValue(page, 'squared-ratio')).toBeGreaterThan(2);
  await whenInAddress(page, 'losses', 'second');
  const ratio = await figureValue(page, 'squared-ratio');
  await page.reload();
  await figure(page, 'squared-ratio').toBe(ratio);
});

test('each part says what is worth a look: no ratio, an outlier, a flat loss, a score too right', async () => {
  const page = await openLab('?part=numbers&first=1,1,1');
  expect(await page.getByText('so there is no ratio').isVisible()).toBe(true);
  expect(await page.locator('[data-figure="squared-ratio"]').innerText()).toBe('–');

  await page.goto('#/learn/losses?part=constant');
  await page.getByTestId('lab-try-constant').waitFor();
  expect([await figureValue(page, 'mean'), await figureValue(page, 'median')]).toEqual([2.5, 2.5]);
  await press(page, 'lab-try-constant');
  expect(await figureValue(page, 'median')).toBe(2.5);
  expect(await figureValue(page, 'mean')).toBeCloseTo(23.5 / 7, 12);

  await page.goto('#/learn/losses');
  await page.getByTestId('lab-try-outlier').waitFor();
  await press(page, 'lab-try-outlier');
  expect(await figureValue(page, 'share-exponential')).toBeGreaterThan(0.9);
  await press(page, 'lab-try-flat');
  const flat = await figureValue(page, 'mean-zeroOne');
  await dragByMouse(page, pointOf(page, 0), 60, 0);
  expect(await figureValue(page, 'mean-zeroOne')).toBe(flat);
  await press(page, 'lab-try-tooRight');
  expect(await figureValue(page, 'share-squared')).toBeGreaterThan(0.9);
});

test('a bad link falls back to the samples as they were', async () => {
  const page = await openLab('?scores=1,2,x&labels=3,1,1,1,1,1&loss=cosine');
  expect(await figureValue(page, 'mean-hinge')).toBeCloseTo(0.4, 12);
});
