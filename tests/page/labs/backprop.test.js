import { expect, test } from 'vitest';
import { dragByMouse, figureValue, type } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('backprop', '[data-testid="lab-lines"]');

const step = async (page) => Number(await page.getByTestId('lab-step').getAttribute('data-value'));

test('one click a step: forward, backward, and a step downhill', async () => {
  const page = await openLab();
  const seen = {};
  for (let at = 1; at <= 11; at++) {
    await page.getByTestId('lab-next').click();
    await expect.poll(() => step(page)).toBe(at);
    for (const figure of await page.locator('[data-testid="lab-lines"] [data-figure]').all())
      seen[await figure.getAttribute('data-figure')] = Number(
        await figure.getAttribute('data-value'),
      );
  }
  expect(seen['z1-1']).toBeCloseTo(0.65, 12);
  expect(seen['delta2-1']).toBeCloseTo((seen['a2-1'] - 1) * seen['a2-1'] * (1 - seen['a2-1']), 12);
  expect(seen['w2-21']).toBeCloseTo(seen['a1-2'] * seen['delta2-1'], 12);
  expect(seen['w1-23']).toBeCloseTo(0.5 * seen['delta1-3'], 12);
  expect(await figureValue(page, 'difference')).toBeLessThan(1e-15);
  const before = await figureValue(page, 'loss-before');
  const after = await figureValue(page, 'loss-after');
  expect(before).toBe(seen.loss);
  expect(after).toBeLessThan(before);

  // The next round begins with the new weights; Back and Undo return.
  await page.getByTestId('lab-next').click();
  await expect.poll(() => step(page)).toBe(1);
  for (let at = 2; at <= 5; at++) await page.getByTestId('lab-next').click();
  await expect.poll(() => figureValue(page, 'loss')).toBe(after);
  await page.getByTestId('lab-back').click();
  await expect.poll(() => step(page)).toBe(4);
});

test('by keyboard and by touch', async () => {
  const page = await openLab('', phone);
  await page.getByTestId('lab-next').tap();
  await expect.poll(() => step(page)).toBe(1);
  await page.getByTestId('lab-next').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => step(page)).toBe(2);
  await page.getByTestId('lab-back').tap();
  await expect.poll(() => step(page)).toBe(1);
  await page.getByTestId('lab-x1').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figureValue(page, 'z1-1')).toBeCloseTo(0.65 + 0.1 * 0.4, 9);
});

test('a step that is too long goes up again; η is dragged back', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-overshoot').click();
  await page.getByTestId('lab-worse').waitFor();
  const long = await figureValue(page, 'loss-after');
  expect(long).toBeGreaterThan(await figureValue(page, 'loss-before'));
  await dragByMouse(page, page.locator('.plot-point'), -500, 0);
  await expect.poll(() => figureValue(page, 'loss-after')).toBeLessThan(long);
  await page.getByTestId('lab-try-zeros').click();
  await expect.poll(() => figureValue(page, 'delta1-1')).toBe(0);
  await page.getByTestId('lab-try-saturate').click();
  await expect.poll(() => figureValue(page, 'delta2-1')).toBeLessThan(0);
  const output = page.locator('.walk-node.lit').first();
  await expect.poll(() => output.locator('.walk-long').count()).toBe(1);
  const [inner, outer] = await Promise.all(
    ['.walk-long', 'circle'].map((part) => output.locator(part).boundingBox()),
  );
  expect(inner.width).toBeLessThan(outer.width); // −8.2·10⁻⁵ stays within its circle
  expect(Math.abs(await figureValue(page, 'delta2-1'))).toBeLessThan(1e-3);
});

test('weights are edited, kept in the link, and bad ones refused', async () => {
  const page = await openLab('?step=1&theta=1,2,nonsense&x1=Infinity');
  expect(await figureValue(page, 'z1-1')).toBeCloseTo(0.65, 12); // all of it fell back
  await page.getByTestId('lab-parameters').locator('summary').click();
  await type(page, 'lab-theta-0', '2');
  await expect.poll(() => figureValue(page, 'z1-1')).toBeCloseTo(2.25, 12);
  for (const typed of ['', 'NaN', '1e9', 'Infinity']) {
    await type(page, 'lab-theta-0', typed);
    await expect
      .poll(() => page.locator('#lab-theta-0-problem').innerText())
      .toContain('a number from −100 to 100');
  }
  expect(await figureValue(page, 'z1-1')).toBeCloseTo(2.25, 12);
  await expect.poll(() => page.url()).toContain('theta=2');
  await page.reload();
  await expect.poll(() => figureValue(page, 'z1-1')).toBeCloseTo(2.25, 12);
  await page.getByTestId('lab-undo').click();
});
