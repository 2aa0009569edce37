import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { phone } from '../harness.js';
import { canvasFrame, digits, drawStrokes, prediction, whenReady } from '../pen.js';

const open = faultlessPages();

async function openDraw(options) {
  const { page } = await open(options);
  await whenReady(page);
  return page;
}

/** Puts a digit of pen.js into the part of the canvas that begins at `left`, so much smaller. */
const at =
  (left, size = 0.45) =>
  ([x, y]) => [left + (x - 0.25) * size, 0.25 + y * size];

const number = (page) => page.getByTestId('prediction').getAttribute('data-number');

test('digits side by side are read as a number, one of which is looked at', async () => {
  const page = await openDraw();
  await drawStrokes(page, digits[7], at(0.1));
  expect(await prediction(page)).toMatchObject({ digit: '7', state: 'ready' });
  await drawStrokes(page, digits[0], at(0.4));
  await drawStrokes(page, digits[1], at(0.7));
  expect(await number(page)).toBe('701');
  const read = await prediction(page);
  expect(read.digit).toBe('');
  expect(read.words).toContain('701');
  expect(read.confidence).toBeGreaterThan(0.5);
  expect(await page.locator('.digit-boxes rect').count()).toBe(3);

  const share = (digit) => page.getByTestId(`probability-${digit}`).getAttribute('data-value');
  expect(Number(await share(1))).toBeGreaterThan(0.5);
  await page.locator('.prediction-number button').first().click();
  expect(Number(await share(7))).toBeGreaterThan(0.5);
  await expect.poll(() => page.locator('.digit-boxes .picked').count()).toBe(1);

  await page.getByTestId('label-7').click();
  await expect.poll(() => page.getByTestId('own-drawings').getAttribute('data-value')).toBe('1');
  await page.getByTestId('undo').click();
  expect(await number(page)).toBe('70');
  await page.reload();
  await whenReady(page);
  await expect.poll(() => number(page)).toBe('70');
  await page.getByTestId('clear').click();
  expect(await prediction(page)).toMatchObject({ state: 'empty', digit: '' });
  expect(await page.locator('.digit-boxes rect').count()).toBe(0);
});

test('digits that are drawn without lifting the pen are split', async () => {
  const page = await openDraw();
  /** The ring of the 0, begun and ended at its point `first`. */
  const ring = (first, left) => {
    const points = digits[0][0].slice(1).map(at(left));
    return [...points.slice(first), ...points.slice(0, first + 1)];
  };
  await drawStrokes(page, [[...ring(17, 0.15), ...ring(5, 0.48)]]);
  expect(await number(page)).toBe('00');
});

test('ten digits, on a phone, by touch', async () => {
  const page = await openDraw({
    viewport: phone.viewport,
    contextOptions: { hasTouch: true }, // with isMobile, innerWidth grows with what sticks out
  });
  const client = await page.context().newCDPSession(page);
  const frame = await canvasFrame(page);
  for (let i = 0; i < 10; i++) {
    const points = digits[i % 2][0].map(at(0.04 + 0.095 * i, 0.16)).map(frame);
    for (const [k, [x, y]] of points.entries())
      await client.send('Input.dispatchTouchEvent', {
        type: k === 0 ? 'touchStart' : 'touchMove',
        touchPoints: [{ x, y }],
      });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  expect(await number(page)).toBe('0101010101');
  const overflow = () => document.documentElement.scrollWidth - innerWidth;
  expect(await page.evaluate(overflow)).toBe(0);
});
