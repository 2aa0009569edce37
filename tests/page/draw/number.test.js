import { expect, test } from 'vitest';
import { finger, press } from '../actions.js';
import { overflow, valueOf } from '../readings.js';
import { phone } from '../harness.js';
import { canvasFrame, digits, drawStrokes } from '../pen.js';
import { faultlessDraw, kept, prediction, whenReady } from './recognition.js';

const openDraw = faultlessDraw();

/**
 * Puts a digit of pen.js into the part of the canvas that begins at `left`, so much smaller.
 * @param {number} left
 * @returns {(point: import('../pen.js').Point) => import('../pen.js').Point}
 */
const at =
  (left, size = 0.45) =>
  ([x, y]) => [left + (x - 0.25) * size, 0.25 + y * size];

const number = async (page) => (await prediction(page)).number;

test('digits side by side are read as a number, also those drawn without lifting the pen', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[7], at(0.1));
  expect(await prediction(page)).toMatchObject({ digit: '7', state: 'ready' });
  await drawStrokes(page, digits[0], at(0.4));
  await drawStrokes(page, digits[1], at(0.7));
  expect(await number(page)).toBe('701');
  const read = await prediction(page);
  expect(read.digit).toBe('');
  expect(read.words).toContain('701');
  expect(read.confidence).toBeGreaterThan(0.5);
  expect(await page.locator('dd-digit-boxes rect').count()).toBe(3);

  expect(await valueOf(page, 'probability-1')).toBeGreaterThan(0.5);
  await page.getByTestId('prediction').getByRole('button').first().click();
  expect(await valueOf(page, 'probability-7')).toBeGreaterThan(0.5);
  await expect.poll(() => page.locator('dd-digit-boxes [data-picked]').count()).toBe(1);

  await press(page, 'label-7');
  await kept(page).toBe(1);
  await press(page, 'undo');
  expect(await number(page)).toBe('70');
  await page.reload();
  await whenReady(page);
  await expect.poll(() => number(page)).toBe('70');
  await press(page, 'clear');
  expect(await prediction(page)).toMatchObject({ state: 'empty', digit: '' });
  expect(await page.locator('dd-digit-boxes rect').count()).toBe(0);

  /** The ring of the 0, begun and ended at its point `first`. */
  const ring = (first, left) => {
    const points = digits[0][0].slice(1).map(at(left));
    return [...points.slice(first), ...points.slice(0, first + 1)];
  };
  await drawStrokes(page, [[...ring(17, 0.15), ...ring(5, 0.48)]]);
  expect(await number(page)).toBe('00');
});

test('ten digits, on a phone, by touch', async () => {
  const { page } = await openDraw({
    viewport: phone.viewport,
    contextOptions: { hasTouch: true }, // with isMobile, innerWidth grows with what sticks out
  });
  const touch = await finger(page);
  const frame = await canvasFrame(page);
  for (let i = 0; i < 10; i++) {
    const points = digits[i % 2][0].map(at(0.04 + 0.095 * i, 0.16)).map(frame);
    await touch('touchStart', points[0]);
    for (const point of points.slice(1)) await touch('touchMove', point);
    await touch('touchEnd');
  }
  expect(await number(page)).toBe('0101010101');
  expect(await overflow(page)).toBe(0);
});
