import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drop, press } from '../actions.js';
import { stored, textOf } from '../readings.js';
import { digits } from '../pen.js';
import { kept } from './recognition.js';
import {
  barsFile,
  drawingsFile,
  faultlessTeaching,
  importFile,
  keep,
  plus,
  told,
} from './teaching.js';

/** @typedef {import('../actions.js').FilePayload} FilePayload */

const openDraw = faultlessTeaching();
const folder = await mkdtemp(join(tmpdir(), 'digit-descent-'));

afterAll(() => rm(folder, { recursive: true }));

/** A file of 21 MB that takes no room on the disk. */
async function largeFile() {
  const path = join(folder, 'large.json');
  await writeFile(path, '');
  await truncate(path, 21e6);
  return path;
}

/** What is kept, as a file has it. */
const storedDrawings = async (page) =>
  ((await stored(page, 'drawings')) ?? []).map(({ label, image, strokes }) => ({
    label,
    image: Array.from(image, (value) => Math.round(255 * value)),
    strokes,
  }));

test('drawings go into a file and come back, strokes and all', async () => {
  const { page } = await openDraw();
  await keep(page, plus, 8);
  await keep(page, digits[7], 7);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'drawings-export'),
  ]);
  expect(download.suggestedFilename()).toBe('digit-descent-drawings.json');
  const text = await readFile(await download.path(), 'utf8');
  const { format, version, drawings } = JSON.parse(text);
  expect([format, version]).toEqual(['digit-descent drawings', 1]);
  expect(drawings.map(({ label }) => label)).toEqual([8, 7]);
  expect(drawings.map(({ image }) => image.length)).toEqual([784, 784]);
  expect(drawings[0].strokes.map((stroke) => stroke.length)).toEqual([6, 6]);

  // One of them is there still, the other one is not.
  await press(page, 'take-back');
  await kept(page).toBe(1);
  await importFile(page, drawingsFile(text));
  await told(page).toMatch(/1 drawing added, 1 was there already/);
  await kept(page).toBe(2);
  expect(await storedDrawings(page)).toEqual(drawings);
  await importFile(page, drawingsFile(text));
  await told(page).toMatch(/No drawing added: all 2/);
  await kept(page).toBe(2);

  await page.context().close();
  const { page: other } = await openDraw({ locale: 'zh-CN' });
  await importFile(other, drawingsFile(text));
  await told(other).toMatch(/已加入 2 幅手写/);
  expect(await storedDrawings(other)).toEqual(drawings);
});

test('a file of drawings is opened by dropping it on the page', async () => {
  const { page } = await openDraw();
  await drop(page, [barsFile([1, 2, 3])]);
  await told(page).toMatch(/3 drawings added/);
  await kept(page).toBe(3);
});

/** @type {Record<string, [() => FilePayload | Promise<string>, RegExp]>} */
const broken = {
  'a text': [() => drawingsFile('not JSON'), /“mine\.json” holds no drawings: it is not JSON/],
  'other JSON': [() => drawingsFile('{"format": "else"}'), /“Save my drawings” made is expected/],
  'another version': [
    () => barsFile([1], (file) => (file.version = 7)),
    /has version 7 of the format; version 1/,
  ],
  'a label of 12': [
    () => barsFile([1, 12, 3]),
    /Nothing was added .* drawing 2 is labelled 12; 0 to 9 is expected/,
  ],
  'a short image': [
    () => barsFile([1, 2], (file) => file.drawings[1].image.pop()),
    /drawing 2 must be a list of 784 numbers; it is 783 long/,
  ],
  'a pixel of 900': [
    () => barsFile([1, 2], (file) => (file.drawings[0].image[3] = 900)),
    /drawing 1 has the pixel 900; whole numbers from 0 to 255/,
  ],
  'a file of 21 MB': [largeFile, /at most 20 MB is expected; “large\.json” has 21 MB/],
};

test('broken files get a sentence each and change nothing', async () => {
  const { page } = await openDraw();
  await keep(page, digits[1], 1);
  const before = await storedDrawings(page);
  for (const [what, [make, sentence]] of Object.entries(broken)) {
    await importFile(page, await make());
    await expect.poll(() => textOf(page, 'teach-problem'), { message: what }).toMatch(sentence);
    expect(await storedDrawings(page), what).toEqual(before);
  }
  await importFile(page, barsFile([2]));
  await told(page).toMatch(/1 drawing added/);
  expect(await textOf(page, 'teach-problem')).toBe('');
});
