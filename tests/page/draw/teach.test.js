import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeDrawings } from '../../../web/engine/storage/drawings-file.js';
import { createInstance } from '../../wasm/module.js';
import { faultlessPages } from '../faultless.js';
import { digits, drawStrokes, prediction, probabilities, whenReady } from '../pen.js';

const open = faultlessPages({ tolerated: ['consoleErrors'] });
let folder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digit-descent-'));
});

async function openDraw(options) {
  const { page } = await open(options);
  await whenReady(page);
  await page.getByTestId('teach').waitFor();
  return page;
}

afterAll(() => rm(folder, { recursive: true }));

/** A plus, which no network takes for an 8 before it is taught so. */
const plus = [
  [
    [0.2, 0.5],
    [0.5, 0.51],
    [0.8, 0.5],
  ],
  [
    [0.5, 0.2],
    [0.51, 0.5],
    [0.5, 0.8],
  ],
];

const count = (page) => page.getByTestId('own-drawings').getAttribute('data-value');
const chosen = (page) => page.getByTestId('model-select').inputValue();
const status = (page) => page.getByTestId('teach-status').innerText();
const problem = (page) => page.getByTestId('teach-problem').innerText();
const value = async (page, id) => Number(await page.getByTestId(id).getAttribute('data-value'));

/** Draws something and keeps it as a digit. */
async function keep(page, strokes, digit) {
  const before = Number(await count(page));
  await page.keyboard.press('Backspace');
  await drawStrokes(page, strokes);
  await page.keyboard.press(String(digit));
  await expect.poll(() => count(page)).toBe(String(before + 1));
}

async function teach(page) {
  await page.getByTestId('teach').click();
  await page.getByTestId('teach-progress').waitFor();
  await page.getByTestId('teach-progress').waitFor({ state: 'detached', timeout: 60_000 });
}

/** A file, as `setInputFiles` takes it, of drawings: bars of different lengths. */
function drawingsFile(labels, change = () => {}) {
  const drawings = labels.map((label, i) => ({
    label,
    image: Array.from({ length: 784 }, (_, pixel) => {
      const row = Math.floor(pixel / 28);
      return row >= 5 && row < 8 + i && Math.abs((pixel % 28) - 14) < 2 + label / 4 ? 255 : 0;
    }),
  }));
  const file = { format: 'digit-descent drawings', version: 1, drawings };
  change(file);
  return textFile(JSON.stringify(file));
}

const textFile = (text, name = 'mine.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** A file of 21 MB that takes no room on the disk. */
async function largeFile() {
  const path = join(folder, 'large.json');
  await writeFile(path, '');
  await truncate(path, 21e6);
  return path;
}

const importFile = (page, file) => page.getByTestId('drawings-import').setInputFiles(file);

const storedDrawings = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('digit-descent').onsuccess = ({ target }) => {
          const kept = target.result.transaction('kept').objectStore('kept').get('drawings');
          kept.onsuccess = () =>
            resolve(
              (kept.result ?? []).map(({ label, image, strokes }) => ({
                label,
                image: Array.from(image, (value) => Math.round(255 * value)),
                strokes,
              })),
            );
        };
      }),
  );

test('without a drawing, it says what to do', async () => {
  const page = await openDraw();
  expect(await page.getByTestId('teach').isDisabled()).toBe(true);
  expect(await page.getByTestId('drawings-export').isDisabled()).toBe(true);
  expect(await status(page)).toMatch(/label at least one drawing/);
});

test('a lesson is measured before and after, chosen at once, kept, and undone', async () => {
  const page = await openDraw();
  await keep(page, plus, 8);
  await keep(page, digits[1], 1);
  await page.keyboard.press('Backspace');
  await drawStrokes(page, plus);
  expect((await prediction(page)).digit).not.toBe('8');
  const untaught = await probabilities(page);
  const before = await chosen(page);

  await teach(page);
  expect(await chosen(page)).toBe('hand');
  await expect.poll(async () => (await prediction(page)).digit).toBe('8');
  expect(await value(page, 'teach-own-before')).toBe(0.5);
  expect(await value(page, 'teach-own-after')).toBe(1);
  expect(await status(page)).toMatch(/2, which it was also trained on/);
  const known = await value(page, 'teach-synthetic-before');
  expect(known).toBeGreaterThan(0.8);
  expect(await value(page, 'teach-synthetic-after')).toBeGreaterThan(known - 0.01);
  expect(await page.getByTestId('teach-forgot').count()).toBe(0);
  expect(await page.locator('.model-facts').innerText()).toMatch(/learned 2 drawings/);

  const taught = await probabilities(page);
  await page.reload();
  await whenReady(page);
  await expect.poll(() => chosen(page)).toBe('hand');
  (await probabilities(page)).forEach((p, i) => expect(p).toBeCloseTo(taught[i], 3));
  expect(await value(page, 'teach-own-after')).toBe(1);

  await page.getByTestId('teach-undo').click();
  await expect.poll(() => chosen(page)).toBe(before);
  await expect.poll(async () => (await prediction(page)).digit).not.toBe('8');
  (await probabilities(page)).forEach((p, i) => expect(p).toBeCloseTo(untaught[i], 3));
  expect(await page.getByTestId('teach-report').count()).toBe(0);
  expect(await page.locator('#model-select option[value="hand"]').count()).toBe(0);
  expect(await count(page)).toBe('2');
});

test('a second lesson goes on from the first, and undo leads back to it', async () => {
  const page = await openDraw();
  await keep(page, plus, 8);
  await teach(page);
  const first = await value(page, 'teach-synthetic-after');
  await page.getByTestId('model-select').selectOption({ index: 0 });
  await keep(page, digits[7], 7);
  await teach(page);
  await expect.poll(() => chosen(page)).toBe('hand');
  expect(await value(page, 'teach-own-before')).toBe(1);
  expect(await value(page, 'teach-synthetic-before')).toBe(first);
  expect(await status(page)).toMatch(/learned from 2 drawings/);
  await page.getByTestId('teach-undo').click();
  await expect.poll(() => status(page)).toMatch(/learned from 1 drawing\b/);
  expect(await chosen(page)).toBe('hand');
  expect(await value(page, 'teach-synthetic-after')).toBe(first);
});

test('from twenty drawings on, every fourth is measured without being trained on', async () => {
  const page = await openDraw();
  const labels = Array.from({ length: 20 }, (_, i) => i % 10);
  await importFile(page, drawingsFile(labels));
  await expect.poll(() => count(page)).toBe('20');
  await teach(page);
  expect(await status(page)).toMatch(/Your digits\s+5 held out/);
});

test('drawings of one digit are learned with a word of advice', async () => {
  const page = await openDraw();
  await keep(page, plus, 8);
  await keep(page, digits[7], 8);
  await expect.poll(() => status(page)).toMatch(/All your drawings are 8s/);
  await teach(page);
  expect(await value(page, 'teach-own-after')).toBe(1);
});

test('that it has forgotten something is said', async () => {
  const page = await openDraw();
  const { syntheticDigits } = await createInstance();
  const set = syntheticDigits(60, 5);
  const misleading = Array.from({ length: 60 }, (_, i) => ({
    label: 9 - set.label(i),
    image: set.image(i),
  }));
  await importFile(page, textFile(writeDrawings(misleading)));
  await expect.poll(() => count(page)).toBe('60');
  await teach(page);
  const fall =
    (await value(page, 'teach-synthetic-before')) - (await value(page, 'teach-synthetic-after'));
  expect(fall).toBeGreaterThan(0.01);
  const said = await page.getByTestId('teach-forgot').innerText();
  expect(said).toContain(`${(100 * fall).toFixed(1).replace(/\.0$/, '')} points fewer`);
});

test('a lesson that cannot be read any more is said, and the default network reads', async () => {
  const page = await openDraw();
  const before = await chosen(page);
  await keep(page, plus, 8);
  await teach(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('digit-descent').onsuccess = ({ target }) => {
          const transaction = target.result.transaction('kept', 'readwrite');
          const kept = transaction.objectStore('kept');
          kept.get('lessons').onsuccess = ({ target: { result } }) => {
            result[0].model = result[0].model.slice(0, 1000);
            kept.put(result, 'lessons');
          };
          transaction.oncomplete = resolve;
        };
      }),
  );
  await page.reload();
  await whenReady(page);
  expect(await page.getByTestId('notice').innerText()).toMatch(
    /learned of your hand can no longer be read/,
  );
  expect(await chosen(page)).toBe(before);
  await page.getByTestId('teach').click();
  await expect.poll(() => problem(page)).toMatch(/could not learn/);
  await page.getByTestId('teach-undo').click();
  await teach(page);
  expect(await chosen(page)).toBe('hand');
});

test('a lesson is cancelled without a trace', async () => {
  const page = await openDraw();
  await keep(page, plus, 8);
  const before = await chosen(page);
  await page.getByTestId('teach').click();
  await page.getByTestId('teach-cancel').click();
  await page.getByTestId('teach-progress').waitFor({ state: 'detached' });
  expect(await problem(page)).toBe('');
  expect(await chosen(page)).toBe(before);
  await teach(page);
  expect(await chosen(page)).toBe('hand');
});

test('a page that is left in the middle of a lesson is as before', async () => {
  const page = await openDraw();
  await keep(page, plus, 8);
  const before = await chosen(page);
  await page.getByTestId('teach').click();
  await page.getByTestId('teach-progress').waitFor();
  await page.reload();
  await whenReady(page);
  expect(await chosen(page)).toBe(before);
  expect(await page.getByTestId('teach-report').count()).toBe(0);
  expect(await count(page)).toBe('1');
});

test('a lesson does not disturb the run in Train', async () => {
  const page = await openDraw();
  await keep(page, plus, 8);
  await page.goto(page.url().replace(/#.*|$/, '#/train?count=4000'));
  await page.getByTestId('train-start').click();
  const step = async () => Number(await page.getByTestId('train-status').getAttribute('data-step'));
  await expect.poll(step, { timeout: 60_000 }).toBeGreaterThan(10);
  await page.locator('.shell-nav a').first().click();
  await page.getByTestId('teach').click();
  await page.getByTestId('teach-report').waitFor({ timeout: 60_000 });
  const status = page.getByTestId('train-status');
  expect(await status.getAttribute('data-state')).toBe('running');
  const then = await step();
  await expect.poll(step, { timeout: 60_000 }).toBeGreaterThan(then);
});

const failures = {
  'a worker that does not come': ['**/teacher-worker*.js', /stopped unexpectedly/],
  'a module that does not come': ['**/digit-descent*.wasm', /could not be loaded/],
};
for (const [what, [files, sentence]] of Object.entries(failures)) {
  test(`${what} is said, and may be tried again`, async () => {
    let broken = true;
    const page = await openDraw({
      prepare: (page) =>
        page.context().route(files, (route) => (broken ? route.abort() : route.continue())),
    });
    await keep(page, plus, 8);
    const before = await chosen(page);
    await page.getByTestId('teach').click();
    await expect.poll(() => problem(page)).toMatch(sentence);
    expect(await chosen(page)).toBe(before);
    broken = false;
    await page.getByTestId('teach-problem').getByRole('button').click();
    await page.getByTestId('teach-report').waitFor({ timeout: 60_000 });
    expect(await problem(page)).toBe('');
  });
}

test('where nothing can be stored, what it learned serves until the page is closed', async () => {
  const page = await openDraw({
    prepare: (page) =>
      page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('Storage is forbidden.', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: refuse });
        indexedDB.open = refuse;
      }),
  });
  await keep(page, plus, 8);
  await teach(page);
  expect(await chosen(page)).toBe('hand');
  expect(await status(page)).toMatch(/until you close the page/);
  await importFile(page, drawingsFile([3, 5]));
  await expect.poll(() => status(page)).toMatch(/2 drawings added\. .*until you close the page/);
});

test('drawings go into a file and come back, strokes and all', async () => {
  const page = await openDraw();
  await keep(page, plus, 8);
  await keep(page, digits[7], 7);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('drawings-export').click(),
  ]);
  expect(download.suggestedFilename()).toBe('digit-descent-drawings.json');
  const text = await readFile(await download.path(), 'utf8');
  const { format, version, drawings } = JSON.parse(text);
  expect([format, version]).toEqual(['digit-descent drawings', 1]);
  expect(drawings.map(({ label }) => label)).toEqual([8, 7]);
  expect(drawings.map(({ image }) => image.length)).toEqual([784, 784]);
  expect(drawings[0].strokes.map((stroke) => stroke.length)).toEqual([6, 6]);

  // One of them is there still, the other one is not.
  await page.getByTestId('take-back').click();
  await expect.poll(() => count(page)).toBe('1');
  await importFile(page, textFile(text));
  await expect.poll(() => status(page)).toMatch(/1 drawing added, 1 was there already/);
  expect(await count(page)).toBe('2');
  expect(await storedDrawings(page)).toEqual(drawings);
  await importFile(page, textFile(text));
  await expect.poll(() => status(page)).toMatch(/No drawing added: all 2/);
  expect(await count(page)).toBe('2');

  await page.context().close();
  const other = await openDraw({ locale: 'zh-CN' });
  await importFile(other, textFile(text));
  await expect.poll(() => status(other)).toMatch(/已加入 2 幅手写/);
  expect(await storedDrawings(other)).toEqual(drawings);
});

test('a file of drawings is opened by dropping it on the page', async () => {
  const page = await openDraw();
  const text = drawingsFile([1, 2, 3]).buffer.toString();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'mine.json', { type: 'application/json' }));
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
    );
  }, text);
  await expect.poll(() => status(page)).toMatch(/3 drawings added/);
  expect(await count(page)).toBe('3');
});

const broken = {
  'a text': [() => textFile('not JSON'), /“mine\.json” holds no drawings: it is not JSON/],
  'other JSON': [() => textFile('{"format": "else"}'), /“Save my drawings” made is expected/],
  'another version': [
    () => drawingsFile([1], (file) => (file.version = 7)),
    /has version 7 of the format; version 1/,
  ],
  'a label of 12': [
    () => drawingsFile([1, 12, 3]),
    /Nothing was added .* drawing 2 is labelled 12; 0 to 9 is expected/,
  ],
  'a short image': [
    () => drawingsFile([1, 2], (file) => file.drawings[1].image.pop()),
    /drawing 2 must be a list of 784 numbers; it is 783 long/,
  ],
  'a pixel of 900': [
    () => drawingsFile([1, 2], (file) => (file.drawings[0].image[3] = 900)),
    /drawing 1 has the pixel 900; whole numbers from 0 to 255/,
  ],
  'a file of 21 MB': [() => largeFile(), /at most 20 MB is expected; “large\.json” has 21 MB/],
};

test('broken files get a sentence each and change nothing', async () => {
  const page = await openDraw();
  await keep(page, digits[1], 1);
  const before = await storedDrawings(page);
  for (const [what, [make, sentence]] of Object.entries(broken)) {
    await importFile(page, await make());
    await expect.poll(() => problem(page), what).toMatch(sentence);
    expect(await storedDrawings(page), what).toEqual(before);
  }
  await importFile(page, drawingsFile([2]));
  await expect.poll(() => status(page)).toMatch(/1 drawing added/);
  expect(await problem(page)).toBe('');
});

for (const [width, height] of [
  [1280, 900],
  [390, 844],
]) {
  test(`a report fits a window of ${width} × ${height}`, async () => {
    const page = await openDraw({ viewport: { width, height }, locale: 'zh-CN' });
    await keep(page, plus, 8);
    await teach(page);
    await page.getByTestId('teach-report').scrollIntoViewIfNeeded();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await status(page)).toMatch(/学习了 1 幅手写/);
  });
}
