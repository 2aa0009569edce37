import { expect, test } from 'vitest';
import { finger, press } from '../actions.js';
import { boxOf, dataOf, inkOf, overflow, valueOf } from '../readings.js';
import { phone } from '../harness.js';
import { canvasFrame, digits, drawStrokes } from '../pen.js';
import { faultlessDraw, prediction, probabilities, whenReady } from './recognition.js';

const openDraw = faultlessDraw();

test('an empty canvas invites to draw; digits are read, a small one in a corner like a large one', async () => {
  const { page } = await openDraw();
  expect(await prediction(page)).toMatchObject({ state: 'empty', digit: '', confidence: 0 });
  expect(await probabilities(page)).toEqual(Array(10).fill(0));
  expect(await page.getByText('Draw a digit').first().isVisible()).toBe(true);

  for (const [digit, strokes] of Object.entries(digits)) {
    await drawStrokes(page, strokes);
    const said = await prediction(page);
    expect(said).toMatchObject({ state: 'ready', digit });
    const values = await probabilities(page);
    expect(Math.max(...values)).toBe(values[Number(digit)]);
    expect(said.confidence).toBe(values[Number(digit)]);
    const none = await valueOf(page, 'no-digit-probability');
    expect(values.reduce((sum, value) => sum + value, none)).toBeCloseTo(1, 4);
    expect(none).toBeLessThan(0.05);
    expect(said.words).toContain(digit);
    expect(said.spoken.trim()).toBe(said.words);
    await press(page, 'clear');
  }
  await drawStrokes(page, digits[7], ([x, y]) => [0.02 + x * 0.2, 0.78 + y * 0.2]);
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '7' });
});

/**
 * Pen events on the canvas, none of which the browser joins with the next.
 * @returns {Promise<string[]>} the probabilities after each, as texts
 */
const penEvents = (
  /** @type {import('../pen.js').Page} */ page,
  /** @type {[type: string, x: number, y: number][]} */ events,
) =>
  page.evaluate((events) => {
    const canvas = document.querySelector('[data-testid="draw-canvas"]');
    const rows = [...document.querySelectorAll('[data-testid^="probability-"]')];
    return events.map(([type, clientX, clientY]) => {
      const pen = { pointerId: 9, isPrimary: true, clientX, clientY, bubbles: true };
      canvas?.dispatchEvent(new PointerEvent(type, pen));
      return rows.map((row) => row.getAttribute('data-value')).join();
    });
  }, events);

test('probabilities are in the page when each pen event returns, mid-stroke', async () => {
  const { page } = await openDraw();
  const points = digits[7][0].map(await canvasFrame(page));
  const [, ...seen] = await penEvents(
    page,
    points.map(([x, y], i) => [i === 0 ? 'pointerdown' : 'pointermove', x, y]),
  );
  expect(new Set(seen).size).toBeGreaterThan(points.length / 2);
  const measures = await page.evaluate(
    () => performance.getEntriesByName('dd:recognize', 'measure').length,
  );
  expect(measures).toBeGreaterThanOrEqual(points.length);
});

test('a stroke goes on outside the canvas; one that the system cancels is taken back', async () => {
  const { page } = await openDraw();
  const frame = await canvasFrame(page);
  await page.mouse.move(...frame([0.9, 0.5]));
  await page.mouse.down();
  await page.mouse.move(...frame([1.2, 0.5]));
  const outside = await probabilities(page);
  await page.mouse.move(...frame([1.2, 0.9]));
  expect(await probabilities(page)).not.toEqual(outside);
  await page.mouse.up();
  await press(page, 'undo');
  expect(await prediction(page)).toMatchObject({ state: 'empty' });

  await drawStrokes(page, digits[1]);
  const before = await probabilities(page);
  await penEvents(page, [
    ['pointerdown', ...frame([0.2, 0.2])],
    ['pointermove', ...frame([0.8, 0.6])],
    ['pointercancel', ...frame([0.8, 0.6])],
  ]);
  expect(await probabilities(page)).toEqual(before);
  await press(page, 'redo');
  expect(await probabilities(page)).not.toEqual(before);
});

test('a finger draws and a second finger is ignored', async () => {
  const { page } = await openDraw({
    ...phone,
    contextOptions: { ...phone.contextOptions, deviceScaleFactor: 3 },
  });
  const frame = await canvasFrame(page);
  const touch = await finger(page);
  const path = digits[7][0].map(frame);
  const other = frame([0.05, 0.95]);
  await touch('touchStart', path[0]);
  for (const [i, point] of path.slice(1).entries()) {
    await touch(i === 9 ? 'touchStart' : 'touchMove', ...(i >= 9 ? [point, other] : [point]));
  }
  await touch('touchEnd');
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '7' });
  const [width, shown] = await page.getByTestId('draw-canvas').evaluate((element) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    return [canvas.width, Math.round(canvas.clientWidth * devicePixelRatio)];
  });
  expect(width).toBe(shown);
  await page.getByTestId('undo').tap();
  expect(await prediction(page)).toMatchObject({ state: 'empty' });
});

test('undo, redo and clear, by button and by key', async () => {
  const { page } = await openDraw();
  const [undo, redo, clear] = ['undo', 'redo', 'clear'].map((id) => page.getByTestId(id));
  for (const button of [undo, redo, clear]) expect(await button.isDisabled()).toBe(true);
  await drawStrokes(page, digits[1]);
  const one = await probabilities(page);
  await drawStrokes(page, digits[0]);
  const both = await probabilities(page);
  expect(both).not.toEqual(one);

  await undo.click();
  expect(await probabilities(page)).toEqual(one);
  await redo.click();
  expect(await probabilities(page)).toEqual(both);
  await clear.click();
  expect(await prediction(page)).toMatchObject({ state: 'empty', digit: '' });
  expect(await clear.isDisabled()).toBe(true);

  await page.keyboard.press('Control+z');
  expect(await probabilities(page)).toEqual(both);
  await page.keyboard.press('Control+z');
  expect(await probabilities(page)).toEqual(one);
  await page.keyboard.press('Control+Shift+z');
  expect(await probabilities(page)).toEqual(both);
  await page.keyboard.press('Backspace');
  expect(await prediction(page)).toMatchObject({ state: 'empty' });
});

test('the keyboard alone draws a 1, and Enter says what it is', async () => {
  const { page } = await openDraw();
  await page.getByTestId('draw-canvas').focus();
  for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const drawn = await prediction(page);
  expect(drawn).toMatchObject({ state: 'ready', digit: '1' });
  await page.keyboard.press('Enter');
  const again = await prediction(page);
  expect(again.spoken).not.toBe(drawn.spoken);
  expect(again.spoken.trim()).toBe(drawn.words);
});

test('shortcuts stay out of fields', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[1]);
  await page.getByTestId('model-select').press('Backspace');
  await page.keyboard.press('3');
  await page.locator('dd-layer-stack canvas').first().focus();
  await page.keyboard.press('3');
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '1' });
  expect(await dataOf(page, 'own-drawings')).toBe('0');
});

test('a resize loses nothing, and windows that grow and shrink are never scrolled sideways', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[7]);
  const before = await probabilities(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect
    .poll(() =>
      page.getByTestId('draw-canvas').evaluate((element) => {
        const canvas = /** @type {HTMLCanvasElement} */ (element);
        return canvas.width - Math.round(canvas.clientWidth * devicePixelRatio);
      }),
    )
    .toBe(0);
  await page.keyboard.press('Enter');
  expect(await probabilities(page)).toEqual(before);
  await expect.poll(() => inkOf(page.getByTestId('draw-canvas'))).toBeGreaterThan(0);

  const sizes = [
    [390, 844],
    [1280, 900],
    [600, 900],
    [844, 390],
    [1280, 900],
    [360, 740],
  ];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => overflow(page), { message: `at ${width} px` }).toBe(0);
  }
});

/** How far down an element reaches: a matcher that waits. */
const bottomOf = (page, testId) =>
  expect.poll(
    async () => {
      const { y, height } = await boxOf(page.getByTestId(testId));
      return y + height;
    },
    { message: testId },
  );

test('a phone on its side, or any low window, shows the canvas whole, with tools and bars', async () => {
  const { page } = await openDraw({ viewport: { width: 844, height: 390 } });
  const whole = ['draw-canvas', 'undo', 'clear', 'prediction', 'probability-9'];
  for (const [width, height] of [
    [844, 390],
    [667, 375],
    [568, 320],
  ]) {
    await page.setViewportSize({ width, height });
    for (const id of whole) await bottomOf(page, id).toBeLessThanOrEqual(height);
    const canvas = await boxOf(page.getByTestId('draw-canvas'));
    expect(canvas.width).toBeGreaterThan(height * 0.7);
    expect(canvas.width).toBeCloseTo(canvas.height, 0);
    expect(canvas.width).toBeLessThan(width / 2);
    expect(await overflow(page)).toBe(0);
  }

  await page.setViewportSize({ width: 1280, height: 540 });
  await bottomOf(page, 'draw-canvas').toBeLessThanOrEqual(540);
});

test('a tap that trembles is a dot', async () => {
  const { page } = await openDraw();
  await press(page, 'draw-canvas');
  const dot = await probabilities(page);
  await press(page, 'clear');
  const { width: side } = await boxOf(page.getByTestId('draw-canvas'));
  await drawStrokes(page, [
    [
      [0.4, 0.6],
      [0.4 + 1 / side, 0.6 + 1 / side],
      [0.4 + 2 / side, 0.6 + 1 / side],
    ],
  ]);
  expect(await probabilities(page)).toEqual(dot);
  await drawStrokes(page, digits[1]);
  expect(await probabilities(page)).not.toEqual(dot);
});

test('the drawing and the choice of model outlast a reload', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[7]);
  const select = page.getByTestId('model-select');
  const other = (await select.locator('option').last().getAttribute('value')) ?? '';
  const before = await probabilities(page);
  await select.selectOption(other);
  await expect.poll(() => valueOf(page, 'probability-7')).not.toBe(before[7]);
  const after = await probabilities(page);
  await page.reload();
  await whenReady(page);
  expect(await select.inputValue()).toBe(other);
  (await probabilities(page)).forEach((value, i) => expect(value).toBeCloseTo(after[i], 3));
});
