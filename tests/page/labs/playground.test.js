import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press } from '../actions.js';
import { frames, said, textOf } from '../readings.js';
import {
  changes,
  faultlessLab,
  figure,
  figureValue,
  phone,
  pointOf,
  pointsOf,
  refuses,
} from './lab.js';

const openLab = faultlessLab('playground');

const unit = (page, name) => page.locator(`[data-unit="${name}"]`);

test('the spirals are learnt with the defaults, and settings turn while it learns', async () => {
  const page = await openLab();
  expect(await textOf(page, 'lab-say')).toMatch(/Not trained yet/);
  await page.getByTestId('lab-speed-fast').check();
  await press(page, 'lab-run');
  await figure(page, 'testAccuracy').toBeGreaterThanOrEqual(0.95);
  const steps = await figureValue(page, 'steps');
  await page.getByTestId('lab-l2-0.01').check();
  await page.getByTestId('lab-rate').press('ArrowLeft');
  await figure(page, 'steps').toBeGreaterThan(steps);
  // Another network begins anew.
  await press(page, 'lab-run');
  await page.getByTestId('lab-layers-1').check();
  await figure(page, 'steps').toBe(0);
  await press(page, 'lab-step');
  await figure(page, 'steps').toBe(1);
});

test('the ring by mouse and keyboard, units large, own points by click and by key', async () => {
  const page = await openLab('?steps=300');
  await figure(page, 'steps').toBe(300);
  await changes(page, 'p0', () => dragByMouse(page, pointOf(page, 0), 100, 50));
  await pointOf(page, 0).press('Enter');
  await expect.poll(() => pointsOf(page).count()).toBe(2);
  await page.getByTestId('lab-adding-1').check();
  await page.getByTestId('lab-plot').click({ position: { x: 30, y: 30 } });
  await said(page, 'lab-clear').toMatch(/\(2\)/);
  expect(await figureValue(page, 'steps')).toBe(300); // new points keep the weights
  await pointOf(page, 2).press('Delete');
  await press(page, 'lab-clear');
  await expect.poll(() => pointsOf(page).count()).toBe(1);

  await unit(page, '2-3').hover();
  await page.getByText('Unit 3 of hidden layer 2').waitFor();
  await unit(page, '1-1').focus();
  await page.keyboard.press('Enter');
  expect(await unit(page, '1-1').getAttribute('aria-pressed')).toBe('true');
});

test('on a phone: a finger asks, runs and opens a unit', async () => {
  const page = await openLab('?classes=3', phone);
  await changes(page, 'p2', () => dragByTouch(page, pointOf(page, 0), 40, 60));
  await page.getByTestId('lab-run').tap();
  await figure(page, 'steps').toBeGreaterThan(30);
  await page.getByTestId('lab-run').tap();
  const steps = await figureValue(page, 'steps');
  await frames(page);
  expect(await figureValue(page, 'steps')).toBe(steps);
  await unit(page, '2-5').tap();
  expect(await unit(page, '2-5').getAttribute('aria-pressed')).toBe('true');
});

test('three ways to part three classes', async () => {
  const page = await openLab();
  await press(page, 'lab-try-ways');
  await page.getByTestId('lab-ways').waitFor();
  await page.getByTestId('lab-speed-fast').check();
  await press(page, 'lab-run');
  await figure(page, 'oneVsRest-testAccuracy').toBeGreaterThan(0.9);
  expect(await figureValue(page, 'oneVsRest-undecided')).toBeGreaterThan(
    await figureValue(page, 'softmax-undecided'),
  );
  expect(await figureValue(page, 'oneVsOne-networks')).toBe(3);
});

test('broken: ReLUs die, one class, no points; each is said', async () => {
  const page = await openLab('?activation=relu&optimizer=sgd&rate=10&speed=fast');
  await press(page, 'lab-run');
  await said(page, 'lab-say').toMatch(/units give the same answer|infinite/);
  await press(page, 'lab-run');
  await page.getByTestId('lab-shape-own').check();
  await said(page, 'lab-say').toMatch(/no points/);
  await press(page, 'lab-step');
  await page.getByTestId('lab-plot').click({ position: { x: 60, y: 60 } });
  await said(page, 'lab-say').toMatch(/one class/);
  await refuses(page, 'lab-noise-typed', ['2'], '“2” is not a number from 0 to 1');
});

test('a link restores settings and training; what is hostile in it falls back', async () => {
  const page = await openLab('?shape=moons&hidden=4&steps=200&own=1,1,1&unit=1-2');
  await figure(page, 'steps').toBe(200);
  const loss = await figureValue(page, 'trainLoss');
  expect(await unit(page, '1-2').getAttribute('aria-pressed')).toBe('true');
  await page.reload();
  await page.getByTestId('lab-say').waitFor();
  await figure(page, 'trainLoss').toBe(loss);
  await page.context().close();
  const hostile = await openLab(
    '?shape=stars&hidden=99&own=1e999,x&classes=77&batch=0&unit=4-8&steps=-3',
  );
  expect(await unit(hostile, '2-8').count()).toBe(1);
  expect(await figureValue(hostile, 'steps')).toBe(0);
  expect(await hostile.getByTestId('lab-problem').isVisible()).toBe(false);
});
