import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue, pointOf } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('two-classes', '[data-testid="lab-say"]');

const say = (page) => page.getByTestId('lab-say').innerText();

const rows = (page) => page.locator('.two-classes-rows tbody tr').count();

test('points are dragged by mouse and by keyboard, turned over, added and removed', async () => {
  const page = await openLab();
  const before = await figureValue(page, 'loss');
  // A press that ends outside of the plot holds up nothing.
  const plot = await page.getByTestId('lab-plot').boundingBox();
  await page.mouse.move(plot.x + 60, plot.y + 300);
  await page.mouse.down();
  await page.mouse.move(plot.x - 100, plot.y + 300);
  await page.mouse.up();
  await dragByMouse(page, pointOf(page, 0), 60, -30);
  await expect.poll(() => figureValue(page, 'loss')).not.toBe(before);

  const dragged = await figureValue(page, 'loss');
  await page.getByTestId('lab-plot').locator('[data-index="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figureValue(page, 'loss')).not.toBe(dragged);
  const difference = await figureValue(page, 'd0');
  await page.keyboard.press('Enter'); // class 0 becomes class 1
  await expect.poll(() => figureValue(page, 'd0')).toBeCloseTo(difference - 1, 12);

  expect(await rows(page)).toBe(12);
  await page.getByTestId('lab-plot').click({ position: { x: 120, y: 60 } });
  await expect.poll(() => rows(page)).toBe(13);
  await page.getByTestId('lab-plot').locator('[data-index="12"]').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => rows(page)).toBe(12);
});

test('a finger drags a point and turns it over; descent runs and stops when the lab is left', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'loss');
  await dragByTouch(page, pointOf(page, 6), -50, 20);
  await expect.poll(() => figureValue(page, 'loss')).not.toBe(before);
  const difference = await figureValue(page, 'd6');
  await pointOf(page, 6).tap();
  await expect.poll(() => figureValue(page, 'd6')).toBeCloseTo(difference + 1, 12);
  // Without a Delete key.
  await page.getByTestId('lab-remove').tap();
  await expect.poll(() => rows(page)).toBe(11);
  await page.getByTestId('lab-undo').tap();
  await expect.poll(() => rows(page)).toBe(12);

  const untrained = await figureValue(page, 'loss');
  await page.getByTestId('lab-run').tap();
  await expect.poll(() => figureValue(page, 'steps')).toBeGreaterThan(20);
  expect(await figureValue(page, 'loss')).toBeLessThan(untrained);
  await page.getByTestId('learn-next').tap();
  await page.locator('[data-lab="softmax"]').waitFor();
  await page.goBack();
  await page.getByTestId('lab-say').waitFor();
  const steps = await figureValue(page, 'steps');
  expect(steps).toBeGreaterThan(20);
  await page.waitForTimeout(300);
  expect(await figureValue(page, 'steps')).toBe(steps);
});

test('separable classes, one class, contradictions and no points are said', async () => {
  const page = await openLab();
  expect(await say(page)).toMatch(/No line parts/);
  await page.getByTestId('lab-try-apart').click();
  await expect.poll(() => say(page)).toMatch(/has no minimum/);
  const before = await figureValue(page, 'norm');
  await page.getByTestId('lab-run').click();
  await expect.poll(() => figureValue(page, 'norm')).toBeGreaterThan(2 * before);
  await page.getByTestId('lab-run').click();
  await page.getByTestId('lab-try-one').click();
  await expect.poll(() => say(page)).toMatch(/one class/);
  await page.getByTestId('lab-try-same').click();
  await expect.poll(() => say(page)).toMatch(/^2 points/);
  for (let left = 4; left >= 0; left--) {
    await page.getByTestId('lab-plot').locator('[data-index="0"]').focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => rows(page)).toBe(left);
  }
  expect(await say(page)).toMatch(/no point/);
  await page.getByTestId('lab-step').click();
  expect(await figureValue(page, 'dw1')).toBe(0);
});

test('the link restores the state, and what is hostile in it falls back', async () => {
  const page = await openLab('?points=1,2,1,-1,0,0&w1=2&b=-0.5&rate=3');
  expect(await rows(page)).toBe(2);
  expect(await figureValue(page, 'a0')).toBeCloseTo(1 / (1 + Math.exp(-(2 + 0.5 * 2 - 0.5))), 12);
  await page.getByTestId('lab-w1-typed').fill('Infinity');
  await page.getByTestId('lab-w1-typed').press('Enter');
  await expect
    .poll(() => page.locator('#lab-w1-typed-problem').innerText())
    .toMatch(/“Infinity” is not a number/);
  await page.context().close();
  const hostile = await openLab('?points=1,2,1,1e999,0,0&w1=NaN&rate=-1&steps=1.5');
  expect(await rows(hostile)).toBe(12);
  expect(await figureValue(hostile, 'steps')).toBe(0);
});
