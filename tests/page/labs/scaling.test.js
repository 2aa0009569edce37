import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press, type } from '../actions.js';
import { dataOf } from '../readings.js';
import { faultlessLab, figure, figureValue, phone, pointOf, refuses } from './lab.js';

const openLab = faultlessLab('scaling');

const state = (page, side) => dataOf(page, `lab-${side}`, 'state');
const handle = (page, index) => pointOf(page, index, 'lab-inputs');

test('the input is dragged and moved by keys; one η breaks the raw valley; bad numbers are refused', async () => {
  const page = await openLab();
  expect(await figureValue(page, 'treated-condition')).toBe(1);
  expect(await figureValue(page, 'treated-steps')).toBe(1);
  const before = await figureValue(page, 'raw-condition');
  await dragByMouse(page, handle(page, 0), 60, 0);
  const dragged = await figureValue(page, 'raw-condition');
  expect(dragged).toBeGreaterThan(2 * before);
  await handle(page, 1).press('ArrowRight');
  await figure(page, 'raw-condition').toBeLessThan(dragged);
  expect(await figureValue(page, 'treated-condition')).toBe(1);
  await press(page, 'lab-undo');
  await press(page, 'lab-undo');
  await figure(page, 'raw-condition').toBe(before);

  await press(page, 'lab-try-shared');
  await expect.poll(() => state(page, 'raw')).toBe('diverged');
  expect(await state(page, 'treated')).toBe('arrived');
  await press(page, 'lab-try-edge');
  await figure(page, 'raw-rate').toBeLessThan(0.5);
  expect(await state(page, 'raw')).toBe('diverged');
  expect(await state(page, 'treated')).toBe('arrived');

  await press(page, 'lab-try-constant');
  await expect.poll(() => page.getByTestId('lab-say').isVisible()).toBe(true);
  expect(await figureValue(page, 'raw-condition')).toBe(Infinity);
  await refuses(page, 'lab-spread-typed', ['', 'NaN', '-1', '7'], (typed) =>
    typed ? `“${typed}”` : 'The field is empty',
  );
  await type(page, 'lab-spread-typed', '0.5');
  await figure(page, 'treated-steps').toBe(1);
  expect(await page.getByTestId('lab-say').isVisible()).toBe(false);
});

test('a finger drags the mean', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'raw-condition');
  await dragByTouch(page, handle(page, 0), -22, 0);
  await figure(page, 'raw-condition').toBeLessThan(before / 2);
});

test('a link restores the state, a hostile one falls back', async () => {
  const page = await openLab('?offset=5&spread=2&treatment=centred&times=0.5');
  const steps = await figureValue(page, 'raw-steps');
  expect(await figureValue(page, 'treated-condition')).toBe(4);
  await page.getByTestId('lab-map-raw').click({ position: { x: 200, y: 60 } });
  await expect.poll(() => page.url()).toContain('&w=');
  await page.reload();
  await page.getByTestId('lab-inputs').waitFor();
  expect(await figureValue(page, 'treated-condition')).toBe(4);
  expect(steps).toBeGreaterThan(10);
  await page.goto('#/learn/scaling?offset=1e9&spread=x&treatment=magic&w=Infinity');
  await figure(page, 'raw-condition').toBeCloseTo(33.97, 2);
});
