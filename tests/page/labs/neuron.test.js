import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, press, type } from '../actions.js';
import { faultlessLab, figure, figureValue, phone, pointOf, refuses } from './lab.js';

const openLab = faultlessLab('neuron');

test('the threshold is dragged by mouse and moved by keys; without weights only the bias speaks', async () => {
  const page = await openLab();
  expect(await figureValue(page, 'threshold')).toBe(0.5);
  await dragByMouse(page, pointOf(page), 120, 0);
  const threshold = await figureValue(page, 'threshold');
  expect(threshold).toBeGreaterThan(3);
  const sum = await figureValue(page, 'sum');
  expect(await figureValue(page, 'z')).toBeCloseTo(sum - threshold, 12);
  expect(await page.locator('dd-neuron-diagram').textContent()).toContain('cold');
  await page.keyboard.press('ArrowLeft');
  expect(await figureValue(page, 'threshold')).toBeLessThan(threshold);
  await press(page, 'lab-undo');
  await press(page, 'lab-undo');
  expect(await figureValue(page, 'threshold')).toBe(0.5);

  await press(page, 'lab-try-blind');
  const blind = await figureValue(page, 'output');
  await type(page, 'lab-red-typed', '0');
  expect(await figureValue(page, 'output')).toBe(blind);
  expect(await figureValue(page, 'sum')).toBe(0);
});

test('a finger drags it too, and the link brings it back', async () => {
  const page = await openLab('', phone);
  await dragByTouch(page, pointOf(page), -60, 0);
  const threshold = await figureValue(page, 'threshold');
  expect(threshold).toBeLessThan(0);
  await expect.poll(() => page.url()).toContain(`b=${-threshold}`);
  await page.reload();
  await figure(page, 'threshold').toBe(threshold);
});

test('what is no colour is refused; inputs fit into their circles, and no product covers them', async () => {
  const page = await openLab('?red=999&wr=NaN&b=1e9');
  expect(await figureValue(page, 'threshold')).toBe(0.5);
  const before = await figureValue(page, 'sum');
  await refuses(page, 'lab-red-typed', ['', '256', '1.5', 'red'], '0 to 255');
  expect(await figureValue(page, 'sum')).toBe(before);

  await page.goto('#/learn/neuron?red=20&green=20&blue=1&wg=-9.75');
  await figure(page, 'threshold').toBe(0.5);
  const { circles, values, products } = await page
    .locator('dd-neuron-diagram')
    .evaluate((diagram) => {
      const boxes = (part) =>
        Array.from(diagram.querySelectorAll(`[data-part="${part}"]`), (element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return { left, right, width };
        });
      return { circles: boxes('input'), values: boxes('value'), products: boxes('product') };
    });
  for (const [i, circle] of circles.entries()) {
    expect(values[i].width).toBeLessThan(circle.width);
    expect(products[i].left).toBeGreaterThan(values[i].right);
  }
});
