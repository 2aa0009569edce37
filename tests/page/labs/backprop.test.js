import { expect, test } from 'vitest';
import { dragByMouse, openSection, press, pressTimes, type } from '../actions.js';
import { becomes, boxOf } from '../readings.js';
import { faultlessLab, figure, figureValue, phone, refuses } from './lab.js';

const openLab = faultlessLab('backprop');

/** The figures of the step that is shown, by their names. */
const linesOf = (page) =>
  page
    .getByTestId('lab-lines')
    .locator('[data-figure]')
    .evaluateAll((all) =>
      Object.fromEntries(all.map(({ dataset }) => [dataset.figure, Number(dataset.value)])),
    );

test('one click a step: forward, backward, and a step downhill; too long, it goes up again', async () => {
  const page = await openLab();
  const seen = {};
  for (let at = 1; at <= 11; at++) {
    await press(page, 'lab-next');
    await becomes(page, 'lab-step').toBe(at);
    Object.assign(seen, await linesOf(page));
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
  await press(page, 'lab-next');
  await becomes(page, 'lab-step').toBe(1);
  await pressTimes(page, 'lab-next', 4);
  await figure(page, 'loss').toBe(after);
  await press(page, 'lab-back');
  await becomes(page, 'lab-step').toBe(4);

  await press(page, 'lab-reset');
  await press(page, 'lab-try-overshoot');
  await page.getByTestId('lab-worse').waitFor();
  const long = await figureValue(page, 'loss-after');
  expect(long).toBeGreaterThan(await figureValue(page, 'loss-before'));
  await dragByMouse(page, page.locator('dd-plot [data-index]'), -500, 0);
  await figure(page, 'loss-after').toBeLessThan(long);
  await press(page, 'lab-try-zeros');
  await figure(page, 'delta1-1').toBe(0);
  await press(page, 'lab-try-saturate');
  await figure(page, 'delta2-1').toBeLessThan(0);
  const output = page.locator('g[data-lit]').first();
  await expect.poll(() => output.locator('[data-long]').count()).toBe(1);
  const { width } = await boxOf(output.locator('[data-long]'));
  // −8.2·10⁻⁵ stays within its circle.
  expect(width).toBeLessThan((await boxOf(output.locator('circle'))).width);
  expect(Math.abs(await figureValue(page, 'delta2-1'))).toBeLessThan(1e-3);
});

test('by keyboard and by touch', async () => {
  const page = await openLab('', phone);
  await page.getByTestId('lab-next').tap();
  await becomes(page, 'lab-step').toBe(1);
  await page.getByTestId('lab-next').press('Enter');
  await becomes(page, 'lab-step').toBe(2);
  await page.getByTestId('lab-back').tap();
  await becomes(page, 'lab-step').toBe(1);
  await page.getByTestId('lab-x1').press('ArrowRight');
  await figure(page, 'z1-1').toBeCloseTo(0.65 + 0.1 * 0.4, 9);
});

test('weights are edited, kept in the link, and bad ones refused', async () => {
  const page = await openLab('?step=1&theta=1,2,nonsense&x1=Infinity');
  expect(await figureValue(page, 'z1-1')).toBeCloseTo(0.65, 12); // all of it fell back
  await openSection(page, page.getByTestId('lab-theta-0'));
  await type(page, 'lab-theta-0', '2');
  await figure(page, 'z1-1').toBeCloseTo(2.25, 12);
  const wrong = ['', 'NaN', '1e9', 'Infinity'];
  await refuses(page, 'lab-theta-0', wrong, 'a number from −100 to 100');
  expect(await figureValue(page, 'z1-1')).toBeCloseTo(2.25, 12);
  await expect.poll(() => page.url()).toContain('theta=2');
  await page.reload();
  await figure(page, 'z1-1').toBeCloseTo(2.25, 12);
  await press(page, 'lab-undo');
});
