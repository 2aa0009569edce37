import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press, type } from '../actions.js';
import { dataOf, placeIn, said } from '../readings.js';
import { faultlessLab, figure, figureValue, phone, pointsOf, refuses } from './lab.js';

const openLab = faultlessLab('line-fit');

const state = (page, name) => dataOf(page, `lab-state-${name}`, 'state');

test('three methods stand side by side; points above one another have no formula, which is said', async () => {
  const page = await openLab();
  expect((await figureValue(page, 'best-w')).toFixed(6)).toBe('0.969925');
  expect((await figureValue(page, 'best-b')).toFixed(6)).toBe('0.515789');
  expect((await figureValue(page, 'descent-w')).toFixed(6)).toBe('0.969922');
  expect((await figureValue(page, 'descent-b')).toFixed(6)).toBe('0.515833');
  expect(await figureValue(page, 'neuron-w')).toBeCloseTo(0.97, 1);
  expect(await state(page, 'descent')).toBe('arrived');

  await press(page, 'lab-try-alike');
  await said(page, 'lab-say').toContain('x = 10');
  expect(await page.locator('[data-figure="best-w"]').count()).toBe(0);
  expect(await state(page, 'descent')).toBe('arrived');
  await page.goto('#/learn/line-fit?points=none');
  await said(page, 'lab-say').toContain('no points');
  await page.goto('#/learn/line-fit?points=1,2');
  await said(page, 'lab-say').toContain('One point');
});

test('a point is dragged, moved, added and removed; a run goes on, stops, and stands in the link', async () => {
  const page = await openLab();
  const before = await figureValue(page, 'best-w');
  await dragByMouse(page, pointsOf(page).nth(19), 0, 120);
  const dragged = await figureValue(page, 'best-w');
  expect(dragged).toBeLessThan(before - 0.02);
  await page.keyboard.press('ArrowUp');
  await figure(page, 'best-w').toBeGreaterThan(dragged);

  await refuses(page, 'lab-point-y', ['Infinity'], '“Infinity”');
  await type(page, 'lab-point-y', '21');
  await figure(page, 'best-w').toBe(before);
  await press(page, 'lab-remove');
  expect(await pointsOf(page).count()).toBe(19);
  await page.mouse.click(...(await placeIn(page.getByTestId('lab-plot'), 0.8, 0.8)));
  expect(await pointsOf(page).count()).toBe(20);
  await page.keyboard.press('Control+z');
  await expect.poll(() => pointsOf(page).count()).toBe(19);

  await press(page, 'lab-reset');
  await press(page, 'lab-restart');
  await press(page, 'lab-run');
  const steps = () => dataOf(page, 'lab-state-descent').then(Number);
  await expect.poll(steps).toBeGreaterThan(20);
  await press(page, 'lab-run');
  const stopped = await steps();
  await expect.poll(() => page.url()).toContain(`steps=${stopped}`);
  const w = await figureValue(page, 'descent-w');
  await page.reload();
  await figure(page, 'descent-w').toBe(w);
});

test('a finger drags a point on a phone', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'best-b');
  await page.locator('math').first().waitFor(); // what stands above the plot has its height
  await page.getByTestId('lab-plot').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await dragByTouch(page, pointsOf(page).nth(0), 0, -90);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await figure(page, 'best-b').toBeGreaterThan(before + 0.5);
});

test('an η above the valley’s diverges; a hostile link falls back to the points as they were', async () => {
  const page = await openLab('?data=servers');
  expect(await state(page, 'descent')).toBe('diverged');
  await page.getByTestId('lab-standardised').check();
  await expect.poll(() => state(page, 'descent')).toBe('arrived');
  expect(await figureValue(page, 'descent-answer')).toBeCloseTo(
    await figureValue(page, 'best-answer'),
    3,
  );
  await press(page, 'lab-try-diverge');
  await figure(page, 'descent-w').toBeGreaterThan(10);

  await page.goto('#/learn/line-fit?points=1,2,x&w=Infinity&steps=-3&rate=abc&batch=1e9');
  await page.reload();
  await expect.poll(() => pointsOf(page).count()).toBe(20);
  expect((await figureValue(page, 'best-w')).toFixed(6)).toBe('0.969925');
  expect(await pointsOf(page).count()).toBe(20);
  await page.goto('#/learn/line-fit?points=1e300,2,3,4');
  await page.reload();
  await expect.poll(() => pointsOf(page).count()).toBe(20);
});
