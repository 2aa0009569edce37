import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press, type } from '../actions.js';
import { placeIn, said } from '../readings.js';
import { changes, faultlessLab, figure, figureValue, phone, pointsOf, refuses } from './lab.js';

const openLab = faultlessLab('curve-fit');

const whenAt = (page, steps) => figure(page, 'steps').toBe(steps);
const units = (page) => page.locator('[data-kind^="curve-part"]');

test('the units are drawn as they add up; many overfit, a large η kills them or diverges', async () => {
  const page = await openLab();
  await whenAt(page, 1000);
  expect(await units(page).count()).toBe(4);
  const four = await figureValue(page, 'loss');
  await page.getByTestId('lab-units').press('Home');
  await expect.poll(() => units(page).count()).toBe(1);
  await whenAt(page, 1000);
  expect(await figureValue(page, 'loss')).toBeGreaterThan(5 * four);
  await page.getByTestId('lab-units').press('End');
  await expect.poll(() => units(page).count()).toBe(12);
  await page.getByTestId('lab-shown').click();
  await expect.poll(() => page.locator('[data-kind$="--left"]').count()).toBe(6);
  await page.keyboard.press('End'); // all of them, however many there are
  await page.getByTestId('lab-units').press('Home');
  await expect.poll(() => page.getByTestId('lab-shown-typed').inputValue()).toBe('1');

  await press(page, 'lab-try-over');
  await whenAt(page, 5000);
  expect(await figureValue(page, 'loss')).toBeLessThan(0.01);
  expect(await figureValue(page, 'held-out-loss')).toBeGreaterThan(0.1);
  await press(page, 'lab-try-dead');
  await said(page, 'lab-say').toContain('dead');
  expect(await figureValue(page, 'dead')).toBe(12);
  await type(page, 'lab-rate-typed', '10');
  await page.getByTestId('lab-activation-leakyRelu').check();
  await said(page, 'lab-say').toContain('Diverged');
  await press(page, 'lab-reset');
  await whenAt(page, 1000);
  expect(await page.getByTestId('lab-say').isVisible()).toBe(false);
});

test('a point is dragged by mouse and by a finger, and becomes the reader’s own', async () => {
  const page = await openLab('?units=6', phone);
  await whenAt(page, 1000);
  await page.locator('math').first().waitFor(); // what stands above the plot has its height
  const before = await figureValue(page, 'loss');
  await page.getByTestId('lab-plot').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await dragByTouch(page, pointsOf(page).nth(12), 0, -90);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect.poll(() => page.getByTestId('lab-target-own').isChecked()).toBe(true);
  await figure(page, 'loss').not.toBe(before);
  await whenAt(page, 1000);
  await changes(page, 'loss', () => dragByMouse(page, pointsOf(page).nth(3), 0, -60));
  await page.keyboard.press('Delete');
  await expect.poll(() => pointsOf(page).count()).toBe(23);
});

test('a run goes on by itself, stops, and stands in the link', async () => {
  const page = await openLab('?steps=0');
  const before = await figureValue(page, 'loss');
  await press(page, 'lab-run');
  await figure(page, 'steps').toBeGreaterThan(30);
  await press(page, 'lab-run');
  const steps = await figureValue(page, 'steps');
  expect(await figureValue(page, 'loss')).toBeLessThan(before);
  await expect.poll(() => page.url()).toContain(`steps=${steps}`);
  const loss = await figureValue(page, 'loss');
  await page.reload();
  await whenAt(page, steps);
  expect(await figureValue(page, 'loss')).toBe(loss);
});

test('no points, points above one another and a hostile link leave it working', async () => {
  const page = await openLab('?target=own&points=none');
  await said(page, 'lab-say').toContain('no points');
  await page.mouse.click(...(await placeIn(page.getByTestId('lab-plot'), 0.5, 0.3)));
  await said(page, 'lab-say').toContain('One point');
  await page.goto('#/learn/curve-fit?target=own&points=0.5,1,0.5,-1');
  await said(page, 'lab-say').toContain('above one another');
  await page.goto('#/learn/curve-fit?target=own&points=1e9,x,&units=99&rate=NaN');
  await expect.poll(() => pointsOf(page).count()).toBe(24);
  expect(await units(page).count()).toBe(4);
  await refuses(page, 'lab-units-typed', ['two'], '“two”');
});
