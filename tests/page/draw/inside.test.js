import { expect, test } from 'vitest';
import { drop, press } from '../actions.js';
import { boxOf, stored, textOf } from '../readings.js';
import { digits, drawStrokes, pictureFile } from '../pen.js';
import {
  faultlessDraw,
  kept,
  prediction,
  probabilities,
  readDigit,
  whenReady,
} from './recognition.js';

const openDraw = faultlessDraw();

/** What is said of the pixel under the pointer. */
const pixelSaid = (page) =>
  page
    .locator('dd-cell-grid', { has: page.getByTestId('network-input') })
    .getByRole('status')
    .innerText();

/** How many pixels a canvas has. */
const sizeOf = (canvas) => canvas.evaluate(({ width, height }) => [width, height]);
/** What is on it. */
const pictureOf = (canvas) => canvas.evaluate((element) => element.toDataURL());

test('pixels of what the network sees are read by mouse and by arrow keys', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[1]);
  const canvas = page.getByTestId('network-input');
  expect(await sizeOf(canvas)).toEqual([28, 28]);
  const { x, y, width } = await boxOf(canvas);
  const pixel = width / 28;
  await page.mouse.move(x + 14.5 * pixel, y + 14.5 * pixel);
  const middle = await pixelSaid(page);
  expect(middle).toMatch(/^row 14, column 14: /);
  expect(Number(middle.split(': ')[1])).toBeGreaterThan(0.5);
  await page.mouse.move(x + 0.5 * pixel, y + 0.5 * pixel);
  expect(await pixelSaid(page)).toBe('row 0, column 0: 0.00');

  await page.mouse.move(0, 0);
  await page.getByTestId('model-select').press('Tab'); // the model file
  await page.keyboard.press('Tab'); // the image
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await pixelSaid(page)).toBe('row 1, column 1: 0.00');
});

test('a unit of any layer can be picked to see its weights; activations follow the pen', async () => {
  const { page } = await openDraw();
  const strips = page.locator('dd-layer-stack [data-layer] canvas');
  const weights = page.locator('[data-unit]');
  expect(await strips.count()).toBeGreaterThanOrEqual(2);

  const { x, y, height } = await boxOf(strips.first());
  await strips.first().click({ position: { x: 35, y: 5 } });
  const unit = await weights.getAttribute('data-unit');
  expect(Number(unit)).toBeGreaterThan(0);
  expect(await sizeOf(weights.locator('canvas'))).toEqual([28, 28]);
  const first = await pictureOf(weights.locator('canvas'));
  await page.mouse.move(x + 5, y + height - 2);

  await strips.nth(1).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await weights.getAttribute('data-layer')).toBe('1');
  expect(await pictureOf(weights.locator('canvas'))).not.toBe(first);
  expect(await strips.nth(1).getAttribute('aria-valuetext')).toMatch(/^unit \d+/);

  const strip = page.locator('dd-layer-stack [data-layer] canvas').first();
  const empty = await pictureOf(strip);
  await drawStrokes(page, digits[0]);
  await expect.poll(() => pictureOf(strip)).not.toBe(empty);
});

test('drawings are kept with their digit, outlast a reload, and can be taken back', async () => {
  const { page } = await openDraw();
  await page.keyboard.press('4');
  expect(await textOf(page, 'notice')).toContain('draw a digit first');
  await kept(page).toBe(0);

  await drawStrokes(page, digits[7]);
  await page.keyboard.press('7');
  await kept(page).toBe(1);
  await press(page, 'label-1');
  await kept(page).toBe(2);
  await page.reload();
  await whenReady(page);
  await kept(page).toBe(2);
  await press(page, 'take-back');
  await kept(page).toBe(1);
});

test('a digit key says at the canvas what it kept, and it can be taken back there', async () => {
  const { page } = await openDraw();
  const answer = page.getByTestId('saved-answer');
  await drawStrokes(page, digits[7]);
  await page.keyboard.press('7');
  await kept(page).toBe(1);
  expect(await answer.innerText()).toMatch(/^Kept as 7\./);
  await press(page, 'undo-keep');
  await kept(page).toBe(0);
  expect(await answer.innerText()).toBe('');

  await page.keyboard.press('7');
  await expect.poll(() => answer.innerText()).toMatch(/as 7/);
  await drawStrokes(page, digits[1]);
  expect(await answer.innerText()).toBe('');
  await kept(page).toBe(1);
});

test('what is kept in one tab counts in the other, and each takes back its own', async () => {
  const { page: first } = await openDraw();
  const { page: second } = await openDraw({ context: first.context() });
  await drawStrokes(first, digits[7]);
  await first.keyboard.press('7');
  await kept(first).toBe(1);
  await kept(second).toBe(1);
  await drawStrokes(second, digits[0]);
  await second.keyboard.press('0');
  await kept(first).toBe(2);
  await press(first, 'take-back');
  await kept(second).toBe(1);
  expect((await stored(second, 'drawings')).map(({ label }) => label)).toEqual([0]);
});

/** The colour of a place on the canvas, as red, green, blue, alpha. */
const colourAt = (page, across, down) =>
  page.getByTestId('draw-canvas').evaluate(
    (element, [across, down]) => {
      const canvas = /** @type {HTMLCanvasElement} */ (element);
      const [x, y] = [across * canvas.width, down * canvas.height];
      return Array.from(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? []);
    },
    [across, down],
  );

test('pictures come by file, drop and paste, also white on transparent, and outlast a reload', async () => {
  const { page } = await openDraw();
  await drawStrokes(page, digits[1]);
  const before = await probabilities(page);
  await page.getByTestId('image-upload').setInputFiles(await pictureFile(page, digits[7]));
  await readDigit(page).toBe('7');
  // The paper of the picture, faintly.
  await expect.poll(async () => (await colourAt(page, 0.01, 0.01))[3]).toBeGreaterThan(0);
  await press(page, 'undo');
  expect(await probabilities(page)).toEqual(before);

  for (const as of /** @type {const} */ (['drop', 'paste'])) {
    await drop(page, [await pictureFile(page, digits[0])], { as });
    await readDigit(page).toBe('0');
    await press(page, 'clear');
  }

  const white = await pictureFile(page, digits[7], 'white.png', { ink: '#fff', paper: null });
  await page.getByTestId('image-upload').setInputFiles(white);
  await readDigit(page).toBe('7');
  // Paper and ink of the picture differ on the canvas.
  expect(await colourAt(page, 0.05, 0.05)).not.toEqual(await colourAt(page, 0.5, 0.22));

  await press(page, 'clear');
  await page.getByTestId('image-upload').setInputFiles(await pictureFile(page, digits[7]));
  await readDigit(page).toBe('7');
  await page.reload();
  await whenReady(page);
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '7' });
});

/**
 * What the page would say of digits read with these probabilities, of 0 … 9 and, maybe, of no digit.
 * @returns {Promise<Awaited<ReturnType<typeof prediction>>>}
 */
async function saidOf(
  /** @type {import('../pen.js').Page} */ page,
  /** @type {number[][]} */ ...digits
) {
  await page.getByTestId('prediction').evaluate((element, digits) => {
    const shown = /** @type {import('../../../web/draw/prediction.js').Prediction} */ (element);
    const read = digits.map((values) => ({ probabilities: Float32Array.from(values) }));
    shown.set('ready', /** @type {any} */ (read));
    shown.draw();
  }, digits);
  return prediction(page);
}

test('doubt is said in words; so is what is no digit, or one part of a number that is none', async () => {
  const { page } = await openDraw();
  const words = async (first) => {
    const values = Array(10).fill((1 - first) / 20);
    [values[8], values[3]] = [first, (1 - first) / 1.8];
    return (await saidOf(page, values)).words;
  };
  expect(await words(0.99)).toMatch(/^This is an 8/);
  expect(await words(0.8)).toMatch(/^Probably an 8 \(\d+(\.\d)?%\), perhaps a 3/);
  expect(await words(0.5)).toMatch(/^Not sure: an 8 .* or a 3\?/);
  expect(await words(0.3)).toMatch(/^Cannot tell: /);

  const eleven = (digit, none) => [0, 0, 0, 0, digit, 0, 0, 0, 0, 0, none];
  expect(await saidOf(page, eleven(0.02, 0.98))).toMatchObject({
    ...{ words: 'This does not look like a digit.', digit: '', number: '?' },
  });
  expect((await saidOf(page, eleven(0.3, 0.7))).words).toMatch(/perhaps a 4 \(30/);
  const number = await saidOf(page, eleven(0.9, 0.1), eleven(0.1, 0.9));
  expect(number).toMatchObject({ digit: '', number: '4?' });
  expect(number.words).toContain('4?');
});
