import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue, pointOf } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('playground', '[data-testid="lab-say"]');

const say = (page) => page.getByTestId('lab-say').innerText();

const unit = (page, name) => page.locator(`[data-unit="${name}"]`);

test('the spirals are learnt with the defaults, and settings turn while it learns', async () => {
  const page = await openLab();
  expect(await say(page)).toMatch(/Not trained yet/);
  await page.getByTestId('lab-speed-fast').check();
  await page.getByTestId('lab-run').click();
  await expect
    .poll(() => figureValue(page, 'testAccuracy'), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(0.95);
  const steps = await figureValue(page, 'steps');
  await page.getByTestId('lab-l2-0.01').check();
  await page.getByTestId('lab-rate').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => figureValue(page, 'steps')).toBeGreaterThan(steps);
  // Another network begins anew.
  await page.getByTestId('lab-run').click();
  await page.getByTestId('lab-layers-1').check();
  await expect.poll(() => figureValue(page, 'steps')).toBe(0);
  await page.getByTestId('lab-step').click();
  await expect.poll(() => figureValue(page, 'steps')).toBe(1);
});

test('the ring by mouse and keyboard, units large, own points by click and by key', async () => {
  const page = await openLab('?steps=300');
  await expect.poll(() => figureValue(page, 'steps')).toBe(300);
  const before = await figureValue(page, 'p0');
  await dragByMouse(page, pointOf(page, 0), 100, 50);
  await expect.poll(() => figureValue(page, 'p0')).not.toBe(before);
  await page.getByTestId('lab-plot').locator('[data-index="0"]').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.plot-point').count()).toBe(2);
  await page.getByTestId('lab-adding-1').check();
  await page.getByTestId('lab-plot').click({ position: { x: 30, y: 30 } });
  await expect.poll(() => page.getByTestId('lab-clear').innerText()).toMatch(/\(2\)/);
  expect(await figureValue(page, 'steps')).toBe(300); // new points keep the weights
  await page.getByTestId('lab-plot').locator('[data-index="2"]').focus();
  await page.keyboard.press('Delete');
  await page.getByTestId('lab-clear').click();
  await expect.poll(() => page.locator('.plot-point').count()).toBe(1);

  await unit(page, '2-3').hover();
  await page.getByText('Unit 3 of hidden layer 2').waitFor();
  await unit(page, '1-1').focus();
  await page.keyboard.press('Enter');
  expect(await unit(page, '1-1').getAttribute('aria-pressed')).toBe('true');
});

test('on a phone: a finger asks, runs and opens a unit', async () => {
  const page = await openLab('?classes=3', phone);
  const before = await figureValue(page, 'p2');
  await dragByTouch(page, pointOf(page, 0), 40, 60);
  await expect.poll(() => figureValue(page, 'p2')).not.toBe(before);
  await page.getByTestId('lab-run').tap();
  await expect.poll(() => figureValue(page, 'steps')).toBeGreaterThan(30);
  await page.getByTestId('lab-run').tap();
  const steps = await figureValue(page, 'steps');
  await page.waitForTimeout(200);
  expect(await figureValue(page, 'steps')).toBe(steps);
  await unit(page, '2-5').tap();
  expect(await unit(page, '2-5').getAttribute('aria-pressed')).toBe('true');
});

test('three ways to part three classes', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-ways').click();
  await page.getByTestId('lab-ways').waitFor();
  await page.getByTestId('lab-speed-fast').check();
  await page.getByTestId('lab-run').click();
  await expect
    .poll(() => figureValue(page, 'oneVsRest-testAccuracy'), { timeout: 30_000 })
    .toBeGreaterThan(0.9);
  expect(await figureValue(page, 'oneVsRest-undecided')).toBeGreaterThan(
    await figureValue(page, 'softmax-undecided'),
  );
  expect(await figureValue(page, 'oneVsOne-networks')).toBe(3);
});

test('broken: ReLUs die, one class, no points; each is said', async () => {
  const page = await openLab('?activation=relu&optimizer=sgd&rate=10&speed=fast');
  await page.getByTestId('lab-run').click();
  await expect.poll(() => say(page)).toMatch(/units give the same answer|infinite/);
  await page.getByTestId('lab-run').click();
  await page.getByTestId('lab-shape-own').check();
  await expect.poll(() => say(page)).toMatch(/no points/);
  await page.getByTestId('lab-step').click();
  await page.getByTestId('lab-plot').click({ position: { x: 60, y: 60 } });
  await expect.poll(() => say(page)).toMatch(/one class/);
  await page.getByTestId('lab-noise-typed').fill('2');
  await page.getByTestId('lab-noise-typed').press('Enter');
  await expect
    .poll(() => page.locator('#lab-noise-typed-problem').innerText())
    .toMatch(/“2” is not a number from 0 to 1/);
});

test('a link restores settings and training; what is hostile in it falls back', async () => {
  const page = await openLab('?shape=moons&hidden=4&steps=200&own=1,1,1&unit=1-2');
  await expect.poll(() => figureValue(page, 'steps')).toBe(200);
  const loss = await figureValue(page, 'trainLoss');
  expect(await unit(page, '1-2').getAttribute('aria-pressed')).toBe('true');
  await page.reload();
  await page.getByTestId('lab-say').waitFor();
  await expect.poll(() => figureValue(page, 'trainLoss')).toBe(loss);
  await page.context().close();
  const hostile = await openLab(
    '?shape=stars&hidden=99&own=1e999,x&classes=77&batch=0&unit=4-8&steps=-3',
  );
  expect(await unit(hostile, '2-8').count()).toBe(1);
  expect(await figureValue(hostile, 'steps')).toBe(0);
  expect(await hostile.locator('.lab-problem').isVisible()).toBe(false);
});
