import { expect, test } from 'vitest';
import { drag, dragByMouse, dragByTouch, press } from '../actions.js';
import { boxOf, frames, said, textOf } from '../readings.js';
import {
  changes,
  faultlessLab,
  figure,
  figureValue,
  phone,
  pointOf,
  refuses,
  rowsOf,
} from './lab.js';

const openLab = faultlessLab('two-classes');

const rows = (page) => rowsOf(page.getByRole('region'));

test('points are dragged, turned over, added and removed; special sets of points are spoken of', async () => {
  const page = await openLab();
  const before = await figureValue(page, 'loss');
  // A press that ends outside of the plot holds up nothing.
  const { x, y } = await boxOf(page.getByTestId('lab-plot'));
  await drag(page, [x + 60, y + 300], [x - 100, y + 300]);
  await dragByMouse(page, pointOf(page, 0), 60, -30);
  await figure(page, 'loss').not.toBe(before);

  await changes(page, 'loss', () => pointOf(page, 0).press('ArrowRight'));
  const difference = await figureValue(page, 'd0');
  await page.keyboard.press('Enter'); // class 0 becomes class 1
  await figure(page, 'd0').toBeCloseTo(difference - 1, 12);

  expect(await rows(page)).toBe(12);
  await page.getByTestId('lab-plot').click({ position: { x: 120, y: 60 } });
  await expect.poll(() => rows(page)).toBe(13);
  await pointOf(page, 12).press('Delete');
  await expect.poll(() => rows(page)).toBe(12);

  await press(page, 'lab-reset');
  await said(page, 'lab-say').toMatch(/No line parts/);
  expect(await textOf(page, 'lab-say')).toMatch(/No line parts/);
  await press(page, 'lab-try-apart');
  await said(page, 'lab-say').toMatch(/has no minimum/);
  const norm = await figureValue(page, 'norm');
  await press(page, 'lab-run');
  await figure(page, 'norm').toBeGreaterThan(2 * norm);
  await press(page, 'lab-run');
  await press(page, 'lab-try-one');
  await said(page, 'lab-say').toMatch(/one class/);
  await press(page, 'lab-try-same');
  await said(page, 'lab-say').toMatch(/^2 points/);
  for (let left = 4; left >= 0; left--) {
    await pointOf(page, 0).press('Delete');
    await expect.poll(() => rows(page)).toBe(left);
  }
  expect(await textOf(page, 'lab-say')).toMatch(/no point/);
  await press(page, 'lab-step');
  expect(await figureValue(page, 'dw1')).toBe(0);
});

test('a finger drags a point and turns it over; descent runs and stops when the lab is left', async () => {
  const page = await openLab('', phone);
  await changes(page, 'loss', () => dragByTouch(page, pointOf(page, 6), -50, 20));
  const difference = await figureValue(page, 'd6');
  await pointOf(page, 6).tap();
  await figure(page, 'd6').toBeCloseTo(difference + 1, 12);
  // Without a Delete key.
  await page.getByTestId('lab-remove').tap();
  await expect.poll(() => rows(page)).toBe(11);
  await page.getByTestId('lab-undo').tap();
  await expect.poll(() => rows(page)).toBe(12);

  const untrained = await figureValue(page, 'loss');
  await page.getByTestId('lab-run').tap();
  await figure(page, 'steps').toBeGreaterThan(20);
  expect(await figureValue(page, 'loss')).toBeLessThan(untrained);
  await page.getByTestId('learn-next').tap();
  await page.locator('[data-lab="softmax"]').waitFor();
  await page.goBack();
  await page.getByTestId('lab-say').waitFor();
  const steps = await figureValue(page, 'steps');
  expect(steps).toBeGreaterThan(20);
  await frames(page);
  expect(await figureValue(page, 'steps')).toBe(steps);
});

test('the link restores the state, and what is hostile in it falls back', async () => {
  const page = await openLab('?points=1,2,1,-1,0,0&w1=2&b=-0.5&rate=3');
  expect(await rows(page)).toBe(2);
  expect(await figureValue(page, 'a0')).toBeCloseTo(1 / (1 + Math.exp(-(2 + 0.5 * 2 - 0.5))), 12);
  await refuses(page, 'lab-w1-typed', ['Infinity'], '“Infinity” is not a number');
  await page.context().close();
  const hostile = await openLab('?points=1,2,1,1e999,0,0&w1=NaN&rate=-1&steps=1.5');
  expect(await rows(hostile)).toBe(12);
  expect(await figureValue(hostile, 'steps')).toBe(0);
});
