import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { phone } from '../harness.js';
import { canvasFrame, digits, drawStrokes, prediction, whenReady } from '../pen.js';

const open = faultlessPages();

async function openDraw(options) {
  const opened = await open(options);
  await whenReady(opened.page);
  return opened;
}

const kept = (page) => page.evaluate(() => localStorage.getItem('digit-descent.drawing'));
const facts = (page) => page.locator('.model-facts').innerText();

test('a stroke ends where Draw is left with the pen down, and what was drawn stays', async () => {
  const { page } = await open({ route: '#/learn' });
  await page.locator('.shell-nav a[href="#/draw"]').click();
  await whenReady(page);
  await drawStrokes(page, digits[7], ([x, y]) => [0.5 * x, y]);
  const frame = await canvasFrame(page);
  await page.mouse.move(...frame([0.7, 0.2]));
  await page.mouse.down();
  await page.mouse.move(...frame([0.7, 0.5]));
  await page.goBack();
  await page.locator('dd-learn h1').first().waitFor();
  await page.mouse.move(...frame([0.7, 0.8]));
  await page.mouse.up();
  await page.goForward();
  await page.getByTestId('draw-canvas').waitFor();
  expect(JSON.parse(await kept(page)).strokes).toHaveLength(2);
  expect(await kept(page)).not.toContain('null');
  await page.getByTestId('undo').click();
  expect((await prediction(page)).digit).toBe('7');
});

test('a touch that the system takes back after an undo takes no other stroke with it', async () => {
  const { page, context } = await openDraw(phone);
  await drawStrokes(page, digits[7]);
  const session = await context.newCDPSession(page);
  const [x, y] = (await canvasFrame(page))([0.2, 0.8]);
  const touch = (type, touchPoints) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x, y }]);
  await touch('touchMove', [{ x: x + 30, y }]);
  await page.keyboard.press('Control+z');
  await touch('touchCancel', []);
  expect((await prediction(page)).digit).toBe('7');
});

test('the pen of the keyboard is lifted when its stroke is cleared', async () => {
  const { page } = await openDraw();
  const mark = page.locator('.ink-cursor');
  await page.getByTestId('draw-canvas').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => mark.getAttribute('class')).toContain('ink-cursor--down');
  await page.keyboard.press('Backspace');
  await expect.poll(() => mark.getAttribute('class')).not.toContain('ink-cursor--down');
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
  const [stroke] = JSON.parse(await kept(page)).strokes;
  expect(stroke.at(-2)).toBeCloseTo(0.5, 2);
  expect(stroke.at(-1)).toBeCloseTo(0.8, 2);
});

test('the ink under a moving pen is the ink that stays', async () => {
  const { page } = await openDraw();
  const frame = await canvasFrame(page);
  const corners = [0.1, 0.3, 0.5, 0.7, 0.9].map((x, i) => [x, i % 2 ? 0.8 : 0.2]);
  await page.mouse.move(...frame(corners[0]));
  await page.mouse.down();
  const pixels = () =>
    page.getByTestId('draw-canvas').evaluate(async (canvas) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.reduce((sum, value, i) => sum + (i % 4 === 3 && value > 127 ? 1 : 0), 0);
    });
  for (const corner of corners.slice(1)) {
    await page.mouse.move(...frame(corner));
    await pixels();
  }
  const whileDown = await pixels();
  await page.mouse.up();
  expect(await pixels()).toBe(whileDown);
});

test('undo works from the button that opens a picture', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[7]);
  await page.getByTestId('image-upload').focus();
  await page.keyboard.press('Control+z');
  expect((await prediction(page)).state).toBe('empty');
});

test('a network that was chosen in an earlier visit is named again, and the default not loaded', async () => {
  const { page } = await openDraw();
  await page.getByTestId('model-select').selectOption('nielsen-30');
  await expect.poll(() => facts(page)).toContain('784-30-10');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await whenReady(page);
  await expect.poll(() => facts(page)).toContain('784-30-10');
  expect(asked.filter((url) => url.includes('nielsen-30'))).toHaveLength(1);
  expect(asked.filter((url) => /default-[^/]*safetensors/.test(url))).toEqual([]);
});

test('another network can be chosen while the one in training is followed', async () => {
  const { page } = await openDraw();
  await page.locator('.shell-nav a[href="#/train"]').click();
  await page.getByTestId('train-start').click();
  await page.locator('.shell-nav a[href="#/draw"]').click();
  const choice = page.getByTestId('model-select');
  await choice.locator('option[value="training"]').waitFor({ state: 'attached' });
  await choice.selectOption('training');
  await page.route('**/wide-*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await choice.selectOption('wide');
  await expect.poll(() => facts(page), { timeout: 10_000 }).toContain('784-1000-500-11');
  expect(await choice.inputValue()).toBe('wide');
});

test('a dropped file of drawings gets a sentence when the part that opens it does not come', async () => {
  const prepare = (page) => page.route('**/teacher-*.js', (route) => route.abort());
  const { page, problems } = await openDraw({ prepare });
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{}'], 'mine.json', { type: 'application/json' }));
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
    );
  });
  const alert = page.getByTestId('notice');
  await expect.poll(() => alert.innerText()).toContain('could not be loaded');
  problems.consoleErrors.length = 0; // the browser's own, of the file that did not come
});
