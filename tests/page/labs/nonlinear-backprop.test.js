import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue, type } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('nonlinear-backprop', '[data-testid="lab-plot"]');

const start = (page) => page.locator('.plot-point[data-index="0"]');
const rows = (page) =>
  page
    .locator('[data-testid="lab-rounds"] tbody tr')
    .evaluateAll((all) => all.map((row) => Number(row.lastElementChild.dataset.value)));

test('the table grows by a row a round until x has arrived', async () => {
  const page = await openLab();
  for (let round = 2; round <= 5; round++) {
    await page.getByTestId('lab-one').click();
    await expect.poll(async () => (await rows(page)).length).toBe(round);
  }
  const shown = (await rows(page)).map((x) => Number(x.toFixed(3)));
  expect(shown).toEqual([4.243, 7.344, 9.295, 9.656, 9.664]);
  await page.getByTestId('lab-all').click();
  await expect.poll(() => page.getByTestId('lab-ending').innerText()).toContain('Arrived');
  expect(await figureValue(page, 'x')).toBeCloseTo(await figureValue(page, 'exact'), 8);
});

test('the start is moved by mouse, keyboard and touch, and the link keeps it', async () => {
  let page = await openLab();
  await dragByMouse(page, start(page), 60, 0);
  await expect.poll(() => figureValue(page, 'x')).toBeGreaterThan(2.5);
  await start(page).focus();
  const before = await figureValue(page, 'x');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figureValue(page, 'x')).not.toBe(before);
  const kept = await figureValue(page, 'x');
  const place = await start(page).getAttribute('aria-valuenow');
  await expect.poll(() => page.url()).toContain(`start=${place}`);
  await page.reload();
  await expect.poll(() => figureValue(page, 'x')).toBe(kept);
  await page.context().close();

  page = await openLab('', phone);
  const first = await figureValue(page, 'x');
  await dragByTouch(page, start(page), 60, 0);
  await expect.poll(() => figureValue(page, 'x')).not.toBe(first);
});

test('what breaks it is said in a sentence, also in Chinese', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-stuck').click();
  await expect.poll(() => page.getByTestId('lab-ending').innerText()).toContain('vertical');
  expect(await page.locator('.lab-figure').innerText()).not.toMatch(/−0(?![.\d])/);
  await page.getByTestId('lab-try-fall').click();
  await expect.poll(() => page.getByTestId('lab-ending').innerText()).toContain('no root');
  await page.getByTestId('language').click();
  await expect.poll(() => page.getByTestId('lab-ending').innerText()).toContain('出了定义域');
  await page.getByTestId('lab-undo').click();
  await page.getByTestId('lab-try-fling').click();
  await expect.poll(() => figureValue(page, 'x')).toBeGreaterThan(5000);
});

test('bad numbers are refused and a hostile link falls back', async () => {
  const page = await openLab('?start=1e999&target=abc&rounds=-3');
  expect(await figureValue(page, 'x')).toBeCloseTo(4.243, 3);
  for (const typed of ['', 'NaN', '-3', 'Infinity']) {
    await type(page, 'lab-start-typed', typed);
    await expect
      .poll(() => page.locator('#lab-start-typed-problem').innerText())
      .toContain('a number from 0 to 20');
  }
  expect(await figureValue(page, 'x')).toBeCloseTo(4.243, 3);
  await type(page, 'lab-start-typed', '0');
  await expect.poll(() => page.getByTestId('lab-ending').innerText()).toContain('outside');
  await type(page, 'lab-start-typed', '3');
  await expect.poll(() => figureValue(page, 'x')).toBeGreaterThan(3);
});
