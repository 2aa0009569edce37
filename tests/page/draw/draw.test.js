import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { phone } from '../harness.js';
import { canvasFrame, digits, drawStrokes, prediction, probabilities, whenReady } from '../pen.js';

const open = faultlessPages();

async function openDraw(options) {
  const { page } = await open(options);
  await whenReady(page);
  return page;
}

test('an empty canvas predicts nothing and invites to draw', async () => {
  const page = await openDraw();
  expect(await prediction(page)).toMatchObject({ state: 'empty', digit: '', confidence: 0 });
  expect(await probabilities(page)).toEqual(Array(10).fill(0));
  expect(await page.locator('.paper-hint').innerText()).toContain('Draw a digit');
});

for (const [digit, strokes] of Object.entries(digits)) {
  test(`a ${digit} drawn by mouse is read`, async () => {
    const page = await openDraw();
    await drawStrokes(page, strokes);
    const said = await prediction(page);
    expect(said).toMatchObject({ state: 'ready', digit });
    const values = await probabilities(page);
    expect(Math.max(...values)).toBe(values[digit]);
    expect(said.confidence).toBe(values[digit]);
    const none = Number(await page.getByTestId('no-digit-probability').getAttribute('data-value'));
    expect(values.reduce((sum, value) => sum + value, none)).toBeCloseTo(1, 4);
    expect(none).toBeLessThan(0.05);
    expect(said.words).toContain(digit);
    expect(said.spoken.trim()).toBe(said.words);
  });
}

test('a small 7 in a corner is read like a large one', async () => {
  const page = await openDraw();
  await drawStrokes(page, digits[7], ([x, y]) => [0.02 + x * 0.2, 0.78 + y * 0.2]);
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '7' });
});

test('probabilities are in the page when each pen event returns, mid-stroke', async () => {
  const page = await openDraw();
  const frame = await canvasFrame(page);
  const seen = await page.evaluate((points) => {
    const canvas = document.querySelector('[data-testid="draw-canvas"]');
    const pen = (type, [clientX, clientY]) =>
      canvas.dispatchEvent(
        new PointerEvent(type, { pointerId: 9, isPrimary: true, clientX, clientY, bubbles: true }),
      );
    const rows = [...document.querySelectorAll('[data-testid^="probability-"]')];
    pen('pointerdown', points[0]);
    return points.slice(1).map((point) => {
      pen('pointermove', point);
      return rows.map((row) => row.dataset.value).join();
    });
  }, digits[7][0].map(frame));
  expect(new Set(seen).size).toBeGreaterThan(digits[7][0].length / 2);
  const measures = await page.evaluate(
    () => performance.getEntriesByName('dd:recognize', 'measure').length,
  );
  expect(measures).toBeGreaterThanOrEqual(digits[7][0].length);
});

test('a stroke goes on outside the canvas', async () => {
  const page = await openDraw();
  const frame = await canvasFrame(page);
  await page.mouse.move(...frame([0.9, 0.5]));
  await page.mouse.down();
  await page.mouse.move(...frame([1.2, 0.5]));
  const outside = await probabilities(page);
  await page.mouse.move(...frame([1.2, 0.9]));
  expect(await probabilities(page)).not.toEqual(outside);
  await page.mouse.up();
  await page.getByTestId('undo').click();
  expect(await prediction(page)).toMatchObject({ state: 'empty' });
});

test('a finger draws and a second finger is ignored', async () => {
  const page = await openDraw({
    ...phone,
    contextOptions: { ...phone.contextOptions, deviceScaleFactor: 3 },
  });
  const session = await page.context().newCDPSession(page);
  const frame = await canvasFrame(page);
  const touch = (type, points) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  const path = digits[7][0].map(frame);
  const other = frame([0.05, 0.95]);
  await touch('touchStart', [path[0]]);
  for (const [i, point] of path.slice(1).entries()) {
    await touch(i === 9 ? 'touchStart' : 'touchMove', i >= 9 ? [point, other] : [point]);
  }
  await touch('touchEnd', []);
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '7' });
  const pixels = await page
    .getByTestId('draw-canvas')
    .evaluate((canvas) => [canvas.width, Math.round(canvas.clientWidth * devicePixelRatio)]);
  expect(pixels[0]).toBe(pixels[1]);
  await page.getByTestId('undo').tap();
  expect(await prediction(page)).toMatchObject({ state: 'empty' });
});

test('a stroke that the system cancels is taken back, and redo brings it', async () => {
  const page = await openDraw();
  await drawStrokes(page, digits[1]);
  const before = await probabilities(page);
  const frame = await canvasFrame(page);
  await page.evaluate(
    (points) => {
      const canvas = document.querySelector('[data-testid="draw-canvas"]');
      const types = ['pointerdown', 'pointermove', 'pointercancel'];
      types.forEach((type, i) =>
        canvas.dispatchEvent(
          new PointerEvent(type, {
            pointerId: 5,
            isPrimary: true,
            clientX: points[i][0],
            clientY: points[i][1],
          }),
        ),
      );
    },
    [
      [0.2, 0.2],
      [0.8, 0.6],
      [0.8, 0.6],
    ].map(frame),
  );
  expect(await probabilities(page)).toEqual(before);
  await page.getByTestId('redo').click();
  expect(await probabilities(page)).not.toEqual(before);
});

test('undo, redo and clear, by button and by key', async () => {
  const page = await openDraw();
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
  const page = await openDraw();
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
  const page = await openDraw();
  await drawStrokes(page, digits[1]);
  await page.getByTestId('model-select').focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('3');
  await page.locator('.stack-layer canvas').first().focus();
  await page.keyboard.press('3');
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '1' });
  expect(await page.getByTestId('own-drawings').getAttribute('data-value')).toBe('0');
});

test('a resize loses nothing', async () => {
  const page = await openDraw();
  await drawStrokes(page, digits[7]);
  const before = await probabilities(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction(() => {
    const canvas = document.querySelector('[data-testid="draw-canvas"]');
    return canvas.width === Math.round(canvas.clientWidth * devicePixelRatio);
  });
  await page.keyboard.press('Enter');
  expect(await probabilities(page)).toEqual(before);
  const inked = await page.getByTestId('draw-canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, i) => i % 4 === 3 && value > 0);
  });
  expect(inked).toBe(true);
});

test('windows that grow and shrink are never scrolled sideways', async () => {
  const page = await openDraw();
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
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `at ${width} px`)
      .toBe(width);
  }
});

for (const [width, height] of [
  [844, 390],
  [667, 375],
  [568, 320],
]) {
  test(`a phone of ${width} × ${height} on its side shows canvas, tools and bars at once`, async () => {
    const page = await openDraw({ viewport: { width, height } });
    const boxes = {};
    for (const id of ['draw-canvas', 'undo', 'clear', 'prediction', 'probability-9']) {
      boxes[id] = await page.getByTestId(id).boundingBox();
      expect(boxes[id].y + boxes[id].height, id).toBeLessThanOrEqual(height);
    }
    expect(boxes['draw-canvas'].width).toBeGreaterThan(height * 0.7);
    expect(boxes['draw-canvas'].width).toBeCloseTo(boxes['draw-canvas'].height, 0);
    expect(boxes['draw-canvas'].width).toBeLessThan(width / 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('a canvas in a low window is no higher than what is under the header', async () => {
  const page = await openDraw({ viewport: { width: 1280, height: 540 } });
  const { y, height } = await page.getByTestId('draw-canvas').boundingBox();
  expect(y + height).toBeLessThanOrEqual(540);
});

test('a tap that trembles is a dot', async () => {
  const page = await openDraw();
  await page.getByTestId('draw-canvas').click();
  const dot = await probabilities(page);
  await page.getByTestId('clear').click();
  const { width } = await page.getByTestId('draw-canvas').boundingBox();
  const tremble = [
    [0, 0],
    [1, 1],
    [2, 1],
  ].map(([dx, dy]) => [0.4 + dx / width, 0.6 + dy / width]);
  await drawStrokes(page, [tremble]);
  expect(await probabilities(page)).toEqual(dot);
  await drawStrokes(page, digits[1]);
  expect(await probabilities(page)).not.toEqual(dot);
});

test('the drawing and the choice of model outlast a reload', async () => {
  const page = await openDraw();
  await drawStrokes(page, digits[7]);
  const select = page.getByTestId('model-select');
  const names = await select.locator('option').evaluateAll((all) => all.map(({ value }) => value));
  const other = names.at(-1);
  const before = await probabilities(page);
  await select.selectOption(other);
  await page.waitForFunction(
    (old) => document.querySelector('[data-testid="probability-7"]').dataset.value !== old,
    String(before[7]),
  );
  const after = await probabilities(page);
  await page.reload();
  await whenReady(page);
  expect(await select.inputValue()).toBe(other);
  (await probabilities(page)).forEach((value, i) => expect(value).toBeCloseTo(after[i], 3));
});
