import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press } from '../actions.js';
import { said } from '../readings.js';
import { brokenFiles } from '../faults.js';
import { faultlessPages } from '../faultless.js';
import { changes, faultlessLab, figure, figureValue, phone, pointsOf, refuses } from './lab.js';

const open = faultlessPages({ tolerated: ['consoleErrors'] });
const openLab = faultlessLab('gradient-check');

test('ε is too large, too small, or right; a mistake in the code has no good ε', async () => {
  const page = await openLab('?lg=-5');
  await said(page, 'lab-verdict').toContain('the gradient is right');
  const good = await figureValue(page, 'error');
  expect(good).toBeLessThan(1e-6);
  await dragByMouse(page, pointsOf(page), 400, 0);
  await figure(page, 'error').toBeGreaterThan(1e-4);
  await press(page, 'lab-try-tiny');
  await figure(page, 'error').toBeGreaterThan(1e-6);
  await pointsOf(page).focus();
  await changes(page, 'error', () => page.keyboard.press('ArrowRight'));
  await press(page, 'lab-try-huge');
  await said(page, 'lab-verdict').toMatch(/\d+ ReLUs? switch/);

  await press(page, 'lab-reset');
  await press(page, 'lab-try-bug');
  await said(page, 'lab-verdict').toContain('this gradient is wrong');
  await page.getByTestId('lab-layer-3').check();
  // No hidden slope lies on the way to the output layer.
  await said(page, 'lab-verdict').toContain('the gradient is right');
  await page.getByTestId('lab-code-sum').check();
  await figure(page, 'error').toBeCloseTo(0.9, 3);
  await press(page, 'lab-try-blank');
  await said(page, 'lab-verdict').toContain('Both are exactly 0');
  expect(await figureValue(page, 'analytic')).toBe(0);
  await press(page, 'lab-try-bug'); // on a weight that matters again
  await said(page, 'lab-verdict').toContain('this gradient is wrong');
  await press(page, 'lab-try-blank');
  await press(page, 'language');
  await said(page, 'lab-verdict').toContain('正好是 0');
});

test('a weight is picked in the image, by click and by touch, and the link keeps it', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'analytic');
  const cells = page.getByTestId('lab-cells');
  await cells.tap({ position: { x: 100, y: 100 } }); // cells of 7 pixels: row and column 14
  await expect.poll(() => page.getByTestId('lab-input').inputValue()).toBe(String(14 * 28 + 15));
  await figure(page, 'analytic').not.toBe(before);
  await changes(page, 'error', () => dragByTouch(page, pointsOf(page), -60, 0));
  await expect.poll(() => page.url()).toContain('input=407');
  const picked = await figureValue(page, 'analytic');
  await page.reload();
  await figure(page, 'analytic').toBe(picked);
});

test('bad numbers are refused and a hostile link falls back', async () => {
  const page = await openLab('?lg=-99&layer=7&unit=1e9&input=x&seed=0.5&code=none');
  await said(page, 'lab-verdict').toContain('the gradient is right');
  const error = await figureValue(page, 'error');
  const wrong = ['', 'NaN', '3', '-Infinity'];
  await refuses(page, 'lab-lg-typed', wrong, 'a number from −12 to 0');
  expect(await figureValue(page, 'error')).toBe(error);
});

test('a network that does not load is a sentence and a second try', async () => {
  const { prepare, mend } = brokenFiles('**/*.safetensors', (route) =>
    route.fulfill({ status: 503, body: '' }),
  );
  const { page, problems } = await open({ route: '#/learn/gradient-check', prepare });
  await page.getByTestId('lab-retry').waitFor();
  mend();
  await press(page, 'lab-retry');
  await page.getByTestId('lab-plot').waitFor();
  expect(problems.consoleErrors.every((text) => text.includes('503'))).toBe(true);
});
