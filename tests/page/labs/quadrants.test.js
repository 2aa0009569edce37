import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue, pointOf } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('quadrants', '[data-testid="lab-say"]');

const say = (page) => page.getByTestId('lab-say').innerText();

test('the ring asks about each quadrant, by mouse, keyboard and touch', async () => {
  const page = await openLab();
  expect(await say(page)).toBe('Quadrant I, and the network says I.');
  expect(await figureValue(page, 'p1')).toBeGreaterThan(0.99);
  const { width } = await page.getByTestId('lab-plot').boundingBox();
  await dragByMouse(page, pointOf(page, 0), -0.6 * width, 0);
  await expect.poll(() => say(page)).toBe('Quadrant II, and the network says II.');
  await page.getByTestId('lab-plot').locator('[data-index="0"]').focus();
  const before = await figureValue(page, 'p2');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => figureValue(page, 'p2')).not.toBe(before);
  await page.context().close();

  const touched = await openLab('?probeX=-2&probeY=-2', phone);
  expect(await say(touched)).toBe('Quadrant III, and the network says III.');
  const box = await touched.getByTestId('lab-plot').boundingBox();
  await dragByTouch(touched, pointOf(touched, 0), 0.55 * box.width, 0);
  await expect.poll(() => say(touched)).toBe('Quadrant IV, and the network says IV.');
});

test('a training point is dragged, and the network is trained anew meanwhile', async () => {
  const page = await openLab();
  const before = await figureValue(page, 'own');
  await dragByMouse(page, pointOf(page, 1), 90, 40);
  await expect.poll(() => figureValue(page, 'own')).not.toBe(before);
  await page.getByTestId('lab-undo').click();
  await expect.poll(() => figureValue(page, 'own')).toBe(before);
  await page.getByTestId('lab-restart').click();
  await expect.poll(() => say(page)).toMatch(/Not trained yet/);
  const untrained = await figureValue(page, 'loss');
  await page.getByTestId('lab-run').click();
  await expect.poll(() => figureValue(page, 'loss')).toBeLessThan(untrained / 5);
});

test('what breaks it: a large η, contradicting points; nothing else is lost', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-fast').click();
  await expect.poll(() => figureValue(page, 'silent')).toBeGreaterThan(10);
  // Where the loss ends up is in the picture, however high it has been in between.
  const curve = await page.getByTestId('lab-losses').locator('.plot-line').getAttribute('d');
  expect(Number(curve.split(/[ ,]/).at(-1))).toBeGreaterThan(0);
  await page.getByTestId('lab-try-same').click();
  await expect.poll(() => say(page)).toMatch(/stand in one place/);
  await page.getByTestId('lab-hidden-typed').fill('');
  await page.getByTestId('lab-hidden-typed').press('Enter');
  await expect
    .poll(() => page.locator('#lab-hidden-typed-problem').innerText())
    .toMatch(/The field is empty: a number from 1 to 50/);
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
  expect(await hostile.locator('.lab-problem').isVisible()).toBe(false);
  // A place beyond the part that is shown: the ring stands at its edge, and the answer is the ring's.
  await page.context().close();
  const far = await openLab('?probeX=25');
  expect(await far.locator('.quadrants-answer p').innerText()).toMatch(/^At \(3, 2\)/);
});
