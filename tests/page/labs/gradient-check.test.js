import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue, type } from '../dragging.js';
import { faultlessLab, faultlessPages } from '../faultless.js';
import { phone } from '../harness.js';

const open = faultlessPages();
const openLab = faultlessLab('gradient-check', '[data-testid="lab-plot"]');

const point = (page) => page.locator('.plot-point');
const verdict = (page) => page.getByTestId('lab-verdict').innerText();

test('ε is moved by mouse and keyboard: too large, too small, and right', async () => {
  const page = await openLab('?lg=-5');
  await expect.poll(() => verdict(page)).toContain('the gradient is right');
  const good = await figureValue(page, 'error');
  expect(good).toBeLessThan(1e-6);
  await dragByMouse(page, point(page), 400, 0);
  await expect.poll(() => figureValue(page, 'error')).toBeGreaterThan(1e-4);
  await page.getByTestId('lab-try-tiny').click();
  await expect.poll(() => figureValue(page, 'error')).toBeGreaterThan(1e-6);
  await point(page).focus();
  const before = await figureValue(page, 'error');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figureValue(page, 'error')).not.toBe(before);
  await page.getByTestId('lab-try-huge').click();
  await expect.poll(() => verdict(page)).toMatch(/\d+ ReLUs? switch/);
});

test('a mistake in the code has no good ε; a blank pixel has no gradient', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-bug').click();
  await expect.poll(() => verdict(page)).toContain('this gradient is wrong');
  await page.getByTestId('lab-layer-3').check();
  // No hidden slope lies on the way to the output layer.
  await expect.poll(() => verdict(page)).toContain('the gradient is right');
  await page.getByTestId('lab-code-sum').check();
  await expect.poll(() => figureValue(page, 'error')).toBeCloseTo(0.9, 3);
  await page.getByTestId('lab-try-blank').click();
  await expect.poll(() => verdict(page)).toContain('Both are exactly 0');
  expect(await figureValue(page, 'analytic')).toBe(0);
  await page.getByTestId('lab-try-bug').click(); // on a weight that matters again
  await expect.poll(() => verdict(page)).toContain('this gradient is wrong');
  await page.getByTestId('lab-try-blank').click();
  await page.getByTestId('language').click();
  await expect.poll(() => verdict(page)).toContain('正好是 0');
});

test('a weight is picked in the image, by click and by touch, and the link keeps it', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'analytic');
  const cells = page.getByTestId('lab-cells');
  await cells.tap({ position: { x: 100, y: 100 } }); // cells of 7 pixels: row and column 14
  await expect.poll(() => page.getByTestId('lab-input').inputValue()).toBe(String(14 * 28 + 15));
  await expect.poll(() => figureValue(page, 'analytic')).not.toBe(before);
  const error = await figureValue(page, 'error');
  await dragByTouch(page, point(page), -60, 0);
  await expect.poll(() => figureValue(page, 'error')).not.toBe(error);
  await expect.poll(() => page.url()).toContain('input=407');
  const picked = await figureValue(page, 'analytic');
  await page.reload();
  await expect.poll(() => figureValue(page, 'analytic')).toBe(picked);
});

test('bad numbers are refused and a hostile link falls back', async () => {
  const page = await openLab('?lg=-99&layer=7&unit=1e9&input=x&seed=0.5&code=none');
  await expect.poll(() => verdict(page)).toContain('the gradient is right');
  const error = await figureValue(page, 'error');
  for (const typed of ['', 'NaN', '3', '-Infinity']) {
    await type(page, 'lab-lg-typed', typed);
    await expect
      .poll(() => page.locator('#lab-lg-typed-problem').innerText())
      .toContain('a number from −12 to 0');
  }
  expect(await figureValue(page, 'error')).toBe(error);
});

test('a network that does not load is a sentence and a second try', async () => {
  let broken = true;
  const { page, problems } = await open({
    route: '#/learn/gradient-check',
    prepare: (page) =>
      page.route('**/*.safetensors', (route) =>
        broken ? route.fulfill({ status: 503, body: '' }) : route.continue(),
      ),
  });
  await page.getByTestId('lab-retry').waitFor();
  broken = false;
  await page.getByTestId('lab-retry').click();
  await page.getByTestId('lab-plot').waitFor();
  expect(problems.consoleErrors.every((text) => text.includes('503'))).toBe(true);
  problems.consoleErrors.length = 0;
});
