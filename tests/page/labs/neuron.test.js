import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue, pointOf } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('neuron', '[data-figure="z"]');

test('the threshold is dragged by mouse and moved by the arrow keys', async () => {
  const page = await openLab();
  expect(await figureValue(page, 'threshold')).toBe(0.5);
  await dragByMouse(page, pointOf(page), 120, 0);
  const threshold = await figureValue(page, 'threshold');
  expect(threshold).toBeGreaterThan(3);
  const sum = await figureValue(page, 'sum');
  expect(await figureValue(page, 'z')).toBeCloseTo(sum - threshold, 12);
  expect(await page.locator('.neuron').textContent()).toContain('cold');
  await page.keyboard.press('ArrowLeft');
  expect(await figureValue(page, 'threshold')).toBeLessThan(threshold);
  await page.getByTestId('lab-undo').click();
  await page.getByTestId('lab-undo').click();
  expect(await figureValue(page, 'threshold')).toBe(0.5);
});

test('a finger drags it too, and the link brings it back', async () => {
  const page = await openLab('', phone);
  await dragByTouch(page, pointOf(page), -60, 0);
  const threshold = await figureValue(page, 'threshold');
  expect(threshold).toBeLessThan(0);
  await expect.poll(() => page.url()).toContain(`b=${-threshold}`);
  await page.reload();
  await expect.poll(() => figureValue(page, 'threshold')).toBe(threshold);
});

test('without weights only the bias speaks', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-blind').click();
  const blind = await figureValue(page, 'output');
  await page.getByTestId('lab-red-typed').fill('0');
  await page.getByTestId('lab-red-typed').press('Enter');
  expect(await figureValue(page, 'output')).toBe(blind);
  expect(await figureValue(page, 'sum')).toBe(0);
});

test('inputs fit into their circles, and no product covers them', async () => {
  const page = await openLab('?red=20&green=20&blue=1&wg=-9.75');
  const { circles, values, products } = await page.locator('.neuron').evaluate((diagram) => {
    const boxes = (selector) =>
      Array.from(diagram.querySelectorAll(selector), (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return { left, right, width };
      }).slice(-3);
    return {
      circles: boxes('circle'),
      values: boxes('.neuron-value'),
      products: boxes('.neuron-text.small'),
    };
  });
  for (const [i, circle] of circles.entries()) {
    expect(values[i].width).toBeLessThan(circle.width);
    expect(products[i].left).toBeGreaterThan(values[i].right);
  }
});

test('what is no colour is refused in a sentence', async () => {
  const page = await openLab('?red=999&wr=NaN&b=1e9');
  expect(await figureValue(page, 'threshold')).toBe(0.5);
  const before = await figureValue(page, 'sum');
  for (const typed of ['', '256', '1.5', 'red']) {
    await page.getByTestId('lab-red-typed').fill(typed);
    await page.getByTestId('lab-red-typed').press('Enter');
    expect(await page.locator('#lab-red-typed-problem').innerText()).toContain('0 to 255');
  }
  expect(await figureValue(page, 'sum')).toBe(before);
});
