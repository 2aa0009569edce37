import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press } from '../actions.js';
import { boxOf, said, textOf } from '../readings.js';
import { changes, faultlessLab, figure, figureValue, phone, pointOf, refuses } from './lab.js';

const openLab = faultlessLab('quadrants');

test('the ring asks about each quadrant, by mouse, keyboard and touch', async () => {
  const page = await openLab();
  expect(await textOf(page, 'lab-say')).toBe('Quadrant I, and the network says I.');
  expect(await figureValue(page, 'p1')).toBeGreaterThan(0.99);
  const { width } = await boxOf(page.getByTestId('lab-plot'));
  await dragByMouse(page, pointOf(page, 0), -0.6 * width, 0);
  await said(page, 'lab-say').toBe('Quadrant II, and the network says II.');
  await pointOf(page, 0).focus();
  await changes(page, 'p2', () => page.keyboard.press('ArrowDown'));
  await page.context().close();

  const touched = await openLab('?probeX=-2&probeY=-2', phone);
  expect(await textOf(touched, 'lab-say')).toBe('Quadrant III, and the network says III.');
  const box = await boxOf(touched.getByTestId('lab-plot'));
  await dragByTouch(touched, pointOf(touched, 0), 0.55 * box.width, 0);
  await said(touched, 'lab-say').toBe('Quadrant IV, and the network says IV.');
});

test('a training point is dragged, and the network trained anew; what breaks it is said', async () => {
  const page = await openLab();
  const before = await figureValue(page, 'own');
  await dragByMouse(page, pointOf(page, 1), 90, 40);
  await figure(page, 'own').not.toBe(before);
  await press(page, 'lab-undo');
  await figure(page, 'own').toBe(before);
  await press(page, 'lab-restart');
  await said(page, 'lab-say').toMatch(/Not trained yet/);
  const untrained = await figureValue(page, 'loss');
  await press(page, 'lab-run');
  await figure(page, 'loss').toBeLessThan(untrained / 5);

  await press(page, 'lab-reset');
  await press(page, 'lab-try-fast');
  await figure(page, 'silent').toBeGreaterThan(10);
  // Where the loss ends up is in the picture, however high it has been in between.
  const curve = await page.getByTestId('lab-losses').locator('path').first().getAttribute('d');
  expect(Number(curve?.split(/[ ,]/).pop())).toBeGreaterThan(0);
  await press(page, 'lab-try-same');
  await said(page, 'lab-say').toMatch(/stand in one place/);
  await refuses(page, 'lab-hidden-typed', [''], 'The field is empty: a number from 1 to 50');
  expect(await figureValue(page, 'silent')).toBeGreaterThanOrEqual(0);
});

test('the link restores the state, also in Chinese; what is hostile falls back', async () => {
  const page = await openLab('?points=2,2,-1,1,-1,-1,1,-1&view=far&hidden=30&steps=5', {
    locale: 'zh-CN',
  });
  expect(await page.getByTestId('lab-view-far').isChecked()).toBe(true);
  expect(await page.getByTestId('lab-hidden').inputValue()).toBe('30');
  const moved = await figureValue(page, 'loss');
  await page.context().close();
  const hostile = await openLab('?points=1,1,1e400,0,0,0,0,x&hidden=30&steps=5&seed=abc');
  expect(await figureValue(hostile, 'loss')).not.toBe(moved);
  expect(await hostile.getByTestId('lab-problem').isVisible()).toBe(false);
  // A place beyond the part that is shown: the ring stands at its edge, and the answer is the ring's.
  await page.context().close();
  const far = await openLab('?probeX=25');
  expect(await far.getByText(/^At \(3, 2\)/).isVisible()).toBe(true);
});
