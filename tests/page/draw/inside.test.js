import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { digits, drawStrokes, pictureFile, prediction, probabilities, whenReady } from '../pen.js';

const open = faultlessPages();

async function openDraw(options) {
  const { page } = await open(options);
  await whenReady(page);
  return page;
}

const readout = (page, selector) => page.locator(`${selector} output`).innerText();

test('pixels of what the network sees are read by mouse and by arrow keys', async () => {
  const page = await openDraw();
  await drawStrokes(page, digits[1]);
  const canvas = page.getByTestId('network-input');
  expect(await canvas.evaluate(({ width, height }) => [width, height])).toEqual([28, 28]);
  const { x, y, width } = await canvas.boundingBox();
  const pixel = width / 28;
  await page.mouse.move(x + 14.5 * pixel, y + 14.5 * pixel);
  const middle = await readout(page, '.seen');
  expect(middle).toMatch(/^row 14, column 14: /);
  expect(Number(middle.split(': ')[1])).toBeGreaterThan(0.5);
  await page.mouse.move(x + 0.5 * pixel, y + 0.5 * pixel);
  expect(await readout(page, '.seen')).toBe('row 0, column 0: 0.00');

  await page.mouse.move(0, 0);
  await page.getByTestId('model-select').focus();
  await page.keyboard.press('Tab'); // the model file
  await page.keyboard.press('Tab'); // the image
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await readout(page, '.seen')).toBe('row 1, column 1: 0.00');
});

test('a unit of any layer can be picked to see its weights', async () => {
  const page = await openDraw();
  const strips = page.locator('.stack-layer canvas');
  const weights = page.locator('.unit-weights');
  expect(await strips.count()).toBeGreaterThanOrEqual(2);

  const { x, y, height } = await strips.first().boundingBox();
  await strips.first().click({ position: { x: 35, y: 5 } });
  const unit = await weights.getAttribute('data-unit');
  expect(Number(unit)).toBeGreaterThan(0);
  expect(await weights.locator('canvas').evaluate((c) => [c.width, c.height])).toEqual([28, 28]);
  const first = await weights.locator('canvas').evaluate((c) => c.toDataURL());
  await page.mouse.move(x + 5, y + height - 2);

  await strips.nth(1).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await weights.getAttribute('data-layer')).toBe('1');
  expect(await weights.locator('canvas').evaluate((c) => c.toDataURL())).not.toBe(first);
  expect(await strips.nth(1).getAttribute('aria-valuetext')).toMatch(/^unit \d+/);
});

test('activations follow the pen', async () => {
  const page = await openDraw();
  const strip = page.locator('.stack-layer canvas').first();
  const empty = await strip.evaluate((canvas) => canvas.toDataURL());
  await drawStrokes(page, digits[0]);
  await expect.poll(() => strip.evaluate((canvas) => canvas.toDataURL())).not.toBe(empty);
});

test('drawings are kept with their digit, outlast a reload, and can be taken back', async () => {
  const page = await openDraw();
  const count = () => page.getByTestId('own-drawings').getAttribute('data-value');
  await page.keyboard.press('4');
  expect(await page.getByTestId('notice').innerText()).toContain('draw a digit first');
  expect(await count()).toBe('0');

  await drawStrokes(page, digits[7]);
  await page.keyboard.press('7');
  await expect.poll(count).toBe('1');
  await page.getByTestId('label-1').click();
  await expect.poll(count).toBe('2');
  await page.reload();
  await whenReady(page);
  await expect.poll(count).toBe('2');
  await page.getByTestId('take-back').click();
  await expect.poll(count).toBe('1');
});

test('a digit key says at the canvas what it kept, and it can be taken back there', async () => {
  const page = await openDraw();
  const count = () => page.getByTestId('own-drawings').getAttribute('data-value');
  const answer = page.locator('.paper [role="status"]');
  await drawStrokes(page, digits[7]);
  await page.keyboard.press('7');
  await expect.poll(count).toBe('1');
  expect(await answer.innerText()).toMatch(/^Kept as 7\./);
  await page.getByTestId('undo-keep').click();
  await expect.poll(count).toBe('0');
  expect(await answer.innerText()).toBe('');

  await page.keyboard.press('7');
  await expect.poll(() => answer.innerText()).toMatch(/as 7/);
  await drawStrokes(page, digits[1]);
  expect(await answer.innerText()).toBe('');
  await expect.poll(count).toBe('1');
});

test('what is kept in one tab counts in the other, and each takes back its own', async () => {
  const first = await openDraw();
  const { page: second } = await open({ context: first.context() });
  await whenReady(second);
  const count = (page) => page.getByTestId('own-drawings').getAttribute('data-value');
  await drawStrokes(first, digits[7]);
  await first.keyboard.press('7');
  await expect.poll(() => count(first)).toBe('1');
  await expect.poll(() => count(second)).toBe('1');
  await drawStrokes(second, digits[0]);
  await second.keyboard.press('0');
  await expect.poll(() => count(first)).toBe('2');
  await first.getByTestId('take-back').click();
  await expect.poll(() => count(second)).toBe('1');
  const labels = await second.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('digit-descent').onsuccess = ({ target }) => {
          const kept = target.result.transaction('kept').objectStore('kept').get('drawings');
          kept.onsuccess = () => resolve(kept.result.map(({ label }) => label));
        };
      }),
  );
  expect(labels).toEqual([0]);
});

test('white ink on transparent ground is read', async () => {
  const page = await openDraw();
  const { buffer } = await pictureFile(page, digits[7], 'white.png', { ink: '#fff', paper: null });
  await page
    .getByTestId('image-upload')
    .setInputFiles({ name: 'white.png', mimeType: 'image/png', buffer });
  await expect.poll(async () => (await prediction(page)).digit).toBe('7');
  // Paper and ink of the picture differ on the canvas.
  const colours = await page.getByTestId('draw-canvas').evaluate((canvas) => {
    const at = (x, y) =>
      canvas
        .getContext('2d')
        .getImageData(x * canvas.width, y * canvas.height, 1, 1)
        .data.join();
    return [at(0.05, 0.05), at(0.5, 0.22)];
  });
  expect(colours[0]).not.toBe(colours[1]);
});

test('a picture file is read and shown, and undo brings the drawing back', async () => {
  const page = await openDraw();
  await drawStrokes(page, digits[1]);
  const before = await probabilities(page);
  await page.getByTestId('image-upload').setInputFiles(await pictureFile(page, digits[7]));
  await expect.poll(async () => (await prediction(page)).digit).toBe('7');
  const inked = await page
    .getByTestId('draw-canvas')
    .evaluate((canvas) => canvas.getContext('2d').getImageData(2, 2, 1, 1).data[3]);
  expect(inked).toBeGreaterThan(0); // the paper of the picture, faintly
  await page.getByTestId('undo').click();
  expect(await probabilities(page)).toEqual(before);
});

for (const way of ['drop', 'paste']) {
  test(`a picture comes by ${way}`, async () => {
    const page = await openDraw();
    const { buffer } = await pictureFile(page, digits[0]);
    await page.evaluate(
      ({ bytes, type }) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'digit.png', { type: 'image/png' }));
        const options = { bubbles: true, cancelable: true };
        const event =
          type === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: data })
            : new ClipboardEvent('paste', { ...options, clipboardData: data });
        document.body.dispatchEvent(event);
      },
      { bytes: [...buffer], type: way },
    );
    await expect.poll(async () => (await prediction(page)).digit).toBe('0');
  });
}

test('a picture is there after a reload as the network saw it', async () => {
  const page = await openDraw();
  await page.getByTestId('image-upload').setInputFiles(await pictureFile(page, digits[7]));
  await expect.poll(async () => (await prediction(page)).digit).toBe('7');
  await page.reload();
  await whenReady(page);
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '7' });
});

test('doubt is said in words', async () => {
  const page = await openDraw();
  const words = await page.evaluate(() => {
    const prediction = document.querySelector('dd-prediction');
    return [0.99, 0.8, 0.5, 0.3].map((first) => {
      const values = new Float32Array(10).fill((1 - first) / 20);
      values[8] = first;
      values[3] = (1 - first) / 1.8;
      prediction.set('ready', [{ probabilities: values }]);
      prediction.draw();
      return prediction.querySelector('.prediction-words').textContent;
    });
  });
  expect(words[0]).toMatch(/^This is an 8/);
  expect(words[1]).toMatch(/^Probably an 8 \(\d+(\.\d)?%\), perhaps a 3/);
  expect(words[2]).toMatch(/^Not sure: an 8 .* or a 3\?/);
  expect(words[3]).toMatch(/^Cannot tell: /);
});

test('what is no digit is called so, and so is one part of a number', async () => {
  const page = await openDraw();
  const said = await page.evaluate(() => {
    const prediction = document.querySelector('dd-prediction');
    const eleven = (digit, none) =>
      Float32Array.from({ length: 11 }, (_, i) => (i === 10 ? none : i === 4 ? digit : 0));
    return [[eleven(0.02, 0.98)], [eleven(0.3, 0.7)], [eleven(0.9, 0.1), eleven(0.1, 0.9)]].map(
      (digits) => {
        const probabilities = (values) => ({ probabilities: values });
        prediction.set('ready', digits.map(probabilities));
        prediction.draw();
        const words = prediction.querySelector('.prediction-words').textContent;
        return { words, digit: prediction.dataset.digit, number: prediction.dataset.number };
      },
    );
  });
  expect(said[0]).toEqual({ words: 'This does not look like a digit.', digit: '', number: '?' });
  expect(said[1].words).toMatch(/perhaps a 4 \(30/);
  expect(said[2]).toMatchObject({ digit: '', number: '4?' });
  expect(said[2].words).toContain('4?');
});
