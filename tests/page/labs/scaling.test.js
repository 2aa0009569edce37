import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('scaling', '[data-testid="lab-inputs"]');

const state = (page, side) => page.getByTestId(`lab-${side}`).getAttribute('data-state');
const handle = (page, index) => page.getByTestId('lab-inputs').locator(`[data-index="${index}"]`);

test('mean and deviation of the input are dragged by mouse and moved by keys', async () => {
  const page = await openLab();
  expect(await figureValue(page, 'treated-condition')).toBe(1);
  expect(await figureValue(page, 'treated-steps')).toBe(1);
  const before = await figureValue(page, 'raw-condition');
  await dragByMouse(page, handle(page, 0), 60, 0);
  const dragged = await figureValue(page, 'raw-condition');
  expect(dragged).toBeGreaterThan(2 * before);
  await handle(page, 1).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figureValue(page, 'raw-condition')).toBeLessThan(dragged);
  expect(await figureValue(page, 'treated-condition')).toBe(1);
  await page.getByTestId('lab-undo').click();
  await page.getByTestId('lab-undo').click();
  await expect.poll(() => figureValue(page, 'raw-condition')).toBe(before);
});

test('a finger drags the mean', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'raw-condition');
  await dragByTouch(page, handle(page, 0), -22, 0);
  await expect.poll(() => figureValue(page, 'raw-condition')).toBeLessThan(before / 2);
});

test('the η of the round valley breaks the raw one; so does 4 % more than its best', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-shared').click();
  await expect.poll(() => state(page, 'raw')).toBe('diverged');
  expect(await state(page, 'treated')).toBe('arrived');
  await page.getByTestId('lab-try-edge').click();
  await expect.poll(() => figureValue(page, 'raw-rate')).toBeLessThan(0.5);
  expect(await state(page, 'raw')).toBe('diverged');
  expect(await state(page, 'treated')).toBe('arrived');
});

test('an input that does not vary is spoken of; what is no number is refused', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-constant').click();
  await expect.poll(() => page.getByTestId('lab-say').isVisible()).toBe(true);
  expect(await figureValue(page, 'raw-condition')).toBe(Infinity);
  for (const typed of ['', 'NaN', '-1', '7']) {
    await page.getByTestId('lab-spread-typed').fill(typed);
    await page.getByTestId('lab-spread-typed').press('Enter');
    await expect
      .poll(() => page.locator('#lab-spread-typed-problem').innerText())
      .toContain(typed ? `“${typed}”` : 'The field is empty');
  }
  await page.getByTestId('lab-spread-typed').fill('0.5');
  await page.getByTestId('lab-spread-typed').press('Enter');
  await expect.poll(() => figureValue(page, 'treated-steps')).toBe(1);
  expect(await page.getByTestId('lab-say').isVisible()).toBe(false);
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
  await expect.poll(() => figureValue(page, 'raw-condition')).toBeCloseTo(33.97, 2);
});
