import { expect, test } from 'vitest';
import { drop, file, finger, goTo, press } from '../actions.js';
import { dataOf, frames, inkOf, said } from '../readings.js';
import { heldFiles } from '../faults.js';
import { phone } from '../harness.js';
import { canvasFrame, digits, drawStrokes } from '../pen.js';
import { faultlessDraw, prediction, whenReady } from './recognition.js';
import { stepOf, whenBeyond } from '../train/run-status.js';

const openDraw = faultlessDraw();

const keptDrawing = (page) => page.evaluate(() => localStorage.getItem('digit-descent.drawing'));

test('a stroke ends where Draw is left with the pen down, and what was drawn stays', async () => {
  const { page } = await openDraw({ route: '#/learn', ready: (page) => goTo(page, 'draw') });
  await whenReady(page);
  await drawStrokes(page, digits[7], ([x, y]) => [0.5 * x, y]);
  const frame = await canvasFrame(page);
  await page.mouse.move(...frame([0.7, 0.2]));
  await page.mouse.down();
  await page.mouse.move(...frame([0.7, 0.5]));
  await page.goBack();
  await page.getByTestId('learn-next').waitFor();
  await page.mouse.move(...frame([0.7, 0.8]));
  await page.mouse.up();
  await page.goForward();
  await page.getByTestId('draw-canvas').waitFor();
  expect(JSON.parse(await keptDrawing(page)).strokes).toHaveLength(2);
  expect(await keptDrawing(page)).not.toContain('null');
  await press(page, 'undo');
  expect((await prediction(page)).digit).toBe('7');
});

test('a touch that the system takes back after an undo takes no other stroke with it', async () => {
  const { page } = await openDraw(phone);
  await drawStrokes(page, digits[7]);
  const [x, y] = (await canvasFrame(page))([0.2, 0.8]);
  const touch = await finger(page);
  await touch('touchStart', [x, y]);
  await touch('touchMove', [x + 30, y]);
  await page.keyboard.press('Control+z');
  await touch('touchCancel');
  expect((await prediction(page)).digit).toBe('7');
});

test('the pen of the keyboard is lifted when its stroke is cleared', async () => {
  const { page } = await openDraw();
  const isDown = () => dataOf(page, 'pen-mark', 'down');
  await page.getByTestId('draw-canvas').press('Space');
  await page.keyboard.press('ArrowDown');
  await expect.poll(isDown).toBe('');
  await page.keyboard.press('Backspace');
  await expect.poll(isDown).toBe(null);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  expect((await prediction(page)).state).toBe('ready');
});

test('a stroke goes on under the pen when the window becomes wider', async () => {
  const { page } = await openDraw();
  const frame = await canvasFrame(page);
  await page.mouse.move(...frame([0.5, 0.2]));
  await page.mouse.down();
  await page.mouse.move(...frame([0.5, 0.5]));
  await page.setViewportSize({ width: 1600, height: 900 });
  const after = await canvasFrame(page);
  await page.mouse.move(...after([0.5, 0.8]));
  await page.mouse.up();
  const [stroke] = JSON.parse(await keptDrawing(page)).strokes;
  expect(stroke.at(-2)).toBeCloseTo(0.5, 2);
  expect(stroke.at(-1)).toBeCloseTo(0.8, 2);
});

test('the ink under a moving pen is the ink that stays', async () => {
  const { page } = await openDraw();
  const frame = await canvasFrame(page);
  await page.mouse.move(...frame([0.1, 0.2]));
  await page.mouse.down();
  const pixels = async () => {
    await frames(page, 2);
    return inkOf(page.getByTestId('draw-canvas'), 127);
  };
  for (const [i, x] of [0.3, 0.5, 0.7, 0.9].entries()) {
    await page.mouse.move(...frame([x, i % 2 ? 0.2 : 0.8]));
    await pixels();
  }
  const whileDown = await pixels();
  await page.mouse.up();
  expect(await pixels()).toBe(whileDown);
});

test('undo works from the button that opens a picture', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[7]);
  await page.getByTestId('image-upload').press('Control+z');
  expect((await prediction(page)).state).toBe('empty');
});

test('a network that was chosen in an earlier visit is named again, and the default not loaded', async () => {
  const { page } = await openDraw();
  await page.getByTestId('model-select').selectOption('nielsen-30');
  await said(page, 'model-facts').toContain('784-30-10');
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await whenReady(page);
  await said(page, 'model-facts').toContain('784-30-10');
  expect(asked.filter((url) => url.includes('nielsen-30'))).toHaveLength(1);
  expect(asked.filter((url) => /default-[^/]*safetensors/.test(url))).toEqual([]);
});

test('another network can be chosen while the one in training is followed', async () => {
  const { page } = await openDraw();
  await goTo(page, 'train');
  await press(page, 'train-start');
  await goTo(page, 'draw');
  const choice = page.getByTestId('model-select');
  await choice.locator('option[value="training"]').waitFor({ state: 'attached' });
  await choice.selectOption('training');
  // Training goes on, and publishes its weights, while the other network is on its way.
  const { prepare, release } = heldFiles('**/wide-*');
  await prepare(page);
  await choice.selectOption('wide');
  await whenBeyond(page, (await stepOf(page)) + 100);
  release();
  await said(page, 'model-facts').toContain('784-1000-500-11');
  expect(await choice.inputValue()).toBe('wide');
});

test('a dropped file of drawings gets a sentence when the part that opens it does not come', async () => {
  const prepare = (page) => page.route('**/teacher-*.js', (route) => route.abort());
  const { page, problems } = await openDraw({ prepare });
  await drop(page, [file('mine.json', '{}', 'application/json')]);
  await said(page, 'notice').toContain('could not be loaded');
  problems.consoleErrors.length = 0; // the browser's own, of the file that did not come
});
