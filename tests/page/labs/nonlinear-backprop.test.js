import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press, type } from '../actions.js';
import { said } from '../readings.js';
import { changes, faultlessLab, figure, figureValue, phone, pointOf, refuses } from './lab.js';

const openLab = faultlessLab('nonlinear-backprop');

const rows = (page) =>
  page
    .locator('[data-testid="lab-rounds"] tbody tr')
    .evaluateAll((all) => all.map((row) => Number(row.lastElementChild.dataset.value)));

test('the table grows by a row a round until x has arrived', async () => {
  const page = await openLab();
  for (let round = 2; round <= 5; round++) {
    await press(page, 'lab-one');
    await expect.poll(async () => (await rows(page)).length).toBe(round);
  }
  const shown = (await rows(page)).map((x) => Number(x.toFixed(3)));
  expect(shown).toEqual([4.243, 7.344, 9.295, 9.656, 9.664]);
  await press(page, 'lab-all');
  await said(page, 'lab-ending').toContain('Arrived');
  expect(await figureValue(page, 'x')).toBeCloseTo(await figureValue(page, 'exact'), 8);
});

test('the start is moved by mouse, keyboard and touch, and the link keeps it', async () => {
  let page = await openLab();
  await dragByMouse(page, pointOf(page), 60, 0);
  await figure(page, 'x').toBeGreaterThan(2.5);
  await pointOf(page).focus();
  await changes(page, 'x', () => page.keyboard.press('ArrowRight'));
  const kept = await figureValue(page, 'x');
  const place = await pointOf(page).getAttribute('aria-valuenow');
  await expect.poll(() => page.url()).toContain(`start=${place}`);
  await page.reload();
  await figure(page, 'x').toBe(kept);
  await page.context().close();

  page = await openLab('', phone);
  await changes(page, 'x', () => dragByTouch(page, pointOf(page), 60, 0));
});

test('what breaks it is said in a sentence, also in Chinese', async () => {
  const page = await openLab();
  await press(page, 'lab-try-stuck');
  await said(page, 'lab-ending').toContain('vertical');
  expect(await page.getByRole('article').innerText()).not.toMatch(/−0(?![.\d])/);
  await press(page, 'lab-try-fall');
  await said(page, 'lab-ending').toContain('no root');
  await press(page, 'language');
  await said(page, 'lab-ending').toContain('出了定义域');
  await press(page, 'lab-undo');
  await press(page, 'lab-try-fling');
  await figure(page, 'x').toBeGreaterThan(5000);
});

test('bad numbers are refused and a hostile link falls back', async () => {
  const page = await openLab('?start=1e999&target=abc&rounds=-3');
  expect(await figureValue(page, 'x')).toBeCloseTo(4.243, 3);
  const wrong = ['', 'NaN', '-3', 'Infinity'];
  await refuses(page, 'lab-start-typed', wrong, 'a number from 0 to 20');
  expect(await figureValue(page, 'x')).toBeCloseTo(4.243, 3);
  await type(page, 'lab-start-typed', '0');
  await said(page, 'lab-ending').toContain('outside');
  await type(page, 'lab-start-typed', '3');
  await figure(page, 'x').toBeGreaterThan(3);
});
