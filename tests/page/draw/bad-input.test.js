import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { file, press } from '../actions.js';
import { said, textOf } from '../readings.js';
import { brokenFiles, forbidStorage, heldFiles } from '../faults.js';
import { faultlessPages } from '../faultless.js';
import { readSafetensors, safetensors, smallNetwork } from '../model-files.js';
import { digits, drawStrokes, pictureFile } from '../pen.js';
import {
  faultlessDraw,
  kept,
  prediction,
  probabilities,
  readDigit,
  whenReady,
} from './recognition.js';

const openDraw = faultlessDraw({ tolerated: ['consoleErrors'] });
/** As long as the network does not come. */
const openUnready = faultlessPages({ tolerated: ['consoleErrors'] });
let folder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digit-descent-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** @typedef {import('../actions.js').Page} Page */
/** @typedef {import('../actions.js').FilePayload} FilePayload */

/** Opens Draw with a 1 drawn. */
async function openWithDrawing(options) {
  const { page } = await openDraw(options);
  await drawStrokes(page, digits[1]);
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '1' });
  return page;
}

const notice = (page) => page.getByTestId('notice');

/** A file of `size` bytes that takes no room on the disk. */
async function emptyFile(name, size) {
  const path = join(folder, name);
  await writeFile(path, '');
  await truncate(path, size);
  return path;
}

const svg = (width, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"></svg>`;

const notes = () => file('notes.png', 'not an image', '');

/** @type {Record<string, [(page: Page) => FilePayload | Promise<FilePayload | string>, RegExp]>} */
const badPictures = {
  'a text': [notes, /“notes\.png” could not be read/],
  'an empty file': [() => file('empty.png', ''), /“empty\.png” could not be read/],
  'a truncated PNG': [
    async (page) => {
      const whole = await pictureFile(page, digits[7]);
      return { ...whole, buffer: whole.buffer.subarray(0, 30) };
    },
    /could not be read/,
  ],
  'a file of 500 MB': [() => emptyFile('huge.png', 500e6), /at most 30 MB .* 500 MB/],
  'a picture of 100 million pixels': [
    () => file('wide.svg', svg(10000, 10000), 'image/svg+xml'),
    /at most 40 million pixels .* 10,000 × 10,000/,
  ],
  'a blank picture': [(page) => pictureFile(page, []), /No digit stands out/],
};

test('a picture that cannot be read gets a sentence and loses nothing', async () => {
  const page = await openWithDrawing();
  const before = await probabilities(page);
  for (const [what, [make, sentence]] of Object.entries(badPictures)) {
    await page.getByTestId('image-upload').setInputFiles(await make(page));
    await expect.poll(() => textOf(page, 'notice'), { message: what }).toMatch(sentence);
    expect(await probabilities(page), what).toEqual(before);
    expect(await prediction(page), what).toMatchObject({ digit: '1' });
    await notice(page).getByRole('button', { name: 'Close' }).click();
    expect(await textOf(page, 'notice'), what).toBe('');
  }
});

test('what was wrong is withdrawn when something else is done', async () => {
  const page = await openWithDrawing();
  const upset = async () => {
    await page.getByTestId('image-upload').setInputFiles(notes());
    await said(page, 'notice').toMatch(/could not be read/);
  };
  const deeds = {
    drawing: () => drawStrokes(page, digits[0]),
    undo: () => page.getByTestId('undo').click(),
    keeping: () => page.getByTestId('label-1').click(),
    'another model': () => page.getByTestId('model-select').selectOption({ index: 1 }),
  };
  for (const [what, deed] of Object.entries(deeds)) {
    await upset();
    await deed();
    await expect.poll(() => textOf(page, 'notice'), { message: what }).toBe('');
  }
});

const shape = { dtype: 'F32', shape: [784, 10], data_offsets: [0, 31360] };
/** @type {Record<string, [() => FilePayload | Promise<string>, RegExp]>} */
const badModels = {
  'a text': [() => file('model.safetensors', 'no model at all, just text'), /“model\.safetensors”/],
  'an empty file': [() => file('model.safetensors', ''), /is no model that this page can use/],
  'a header that lies about its length': [
    () => file('model.safetensors', Buffer.alloc(64, 0xff)),
    /is no model that this page can use/,
  ],
  'a file without an architecture': [
    () => file('model.safetensors', safetensors({ weight: shape }, Buffer.alloc(31360))),
    /is no model that this page can use/,
  ],
  'a network of another shape': [
    () => file('small.safetensors', smallNetwork(2, 3)),
    /“small\.safetensors” cannot be used here: .* 2 inputs and 3 outputs/,
  ],
  'a truncated file': [
    () => file('model.safetensors', safetensors({ weight: shape }, Buffer.alloc(100))),
    /is no model that this page can use/,
  ],
  'a file of 500 MB': [() => emptyFile('huge.safetensors', 500e6), /at most 100 MB .* 500 MB/],
};

test('a model that cannot be used gets a sentence and loses nothing', async () => {
  const page = await openWithDrawing();
  const before = await probabilities(page);
  const chosen = await page.getByTestId('model-select').inputValue();
  for (const [what, [make, sentence]] of Object.entries(badModels)) {
    await page.getByTestId('model-upload').setInputFiles(await make());
    await expect.poll(() => textOf(page, 'notice'), { message: what }).toMatch(sentence);
    expect(await page.getByTestId('model-select').inputValue(), what).toBe(chosen);
    expect(await probabilities(page), what).toEqual(before);
    await drawStrokes(page, digits[0]);
    expect(await probabilities(page), what).not.toEqual(before);
    await press(page, 'undo');
  }
});

/** The bytes of a model that the page has loaded, changed by `change(header, data)`. */
async function changedModel(page, name, change) {
  const bytes = await page.evaluate(async () => {
    const name = performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      .find((name) => name.endsWith('.safetensors'));
    return [...new Uint8Array(await (await fetch(name ?? '')).arrayBuffer())];
  });
  const { header, data } = readSafetensors(Buffer.from(bytes));
  change?.(header, data);
  return file(name, safetensors(header, data));
}

const tensorsOf = (header) =>
  Object.entries(header).flatMap(([name, tensor]) => (name === '__metadata__' ? [] : [tensor]));

/** @type {Record<string, (header: any, data: Buffer) => unknown>} */
const changes = {
  'not-a-number weights': (_, data) => data.fill(0xff, 0, 64),
  'another shape': (header) => (tensorsOf(header)[0].shape = [3, 5]),
  'a dtype it does not read': (header) => (tensorsOf(header)[0].dtype = 'I64'),
};

test('a changed model is refused; a sound one is opened, and reads', async () => {
  const page = await openWithDrawing();
  const before = await probabilities(page);
  for (const [what, change] of Object.entries(changes)) {
    const model = await changedModel(page, `${what}.safetensors`, change);
    await page.getByTestId('model-upload').setInputFiles(model);
    await said(page, 'notice').toContain(`“${what}.safetensors” is no model`);
    expect(await probabilities(page), what).toEqual(before);
  }
  const sound = await changedModel(page, 'sound.safetensors');
  await page.getByTestId('model-upload').setInputFiles(sound);
  await expect.poll(() => page.getByTestId('model-select').inputValue()).toBe('file');
  expect(await probabilities(page)).toEqual(before);
  expect(await textOf(page, 'notice')).toBe('');
});

test('a model that does not come gets a sentence, and may be tried again', async () => {
  const { prepare, mend } = brokenFiles('**/*.safetensors');
  const { page } = await openUnready({ prepare });
  await said(page, 'notice').toMatch(/could not be loaded/);
  expect(await prediction(page)).toMatchObject({ state: 'loading', digit: '' });
  await drawStrokes(page, digits[1]);
  expect((await prediction(page)).spoken).toMatch(/^Loading/);
  expect(await textOf(page, 'notice')).toMatch(/could not be loaded/);
  mend();
  await notice(page).getByRole('button', { name: 'Try again' }).click();
  await readDigit(page).toBe('1');
  expect(await textOf(page, 'notice')).toBe('');
  const { spoken, words } = await prediction(page);
  expect(spoken.trim()).toBe(words);
});

test('before the model is there, a drawing is not said to be missing', async () => {
  const { prepare, release } = heldFiles('**/*.safetensors');
  const { page } = await openUnready({ prepare });
  await drawStrokes(page, digits[1]);
  await page.keyboard.press('1');
  await said(page, 'notice').toMatch(/still loading/);
  release();
  await readDigit(page).toBe('1');
  expect((await prediction(page)).spoken).toMatch(/This is a 1/);
  await said(page, 'notice').toBe('');
});

test('a choice of model that does not come leaves the one before', async () => {
  const page = await openWithDrawing();
  const before = await probabilities(page);
  const select = page.getByTestId('model-select');
  const chosen = await select.inputValue();
  await page.route('**/*.safetensors', (route) => route.abort());
  await select.selectOption({ index: 1 });
  await said(page, 'notice').toMatch(/could not be loaded/);
  await expect.poll(() => select.inputValue()).toBe(chosen);
  expect(await probabilities(page)).toEqual(before);
});

test('what is wrong with a model is said in Chinese, too', async () => {
  const page = await openWithDrawing({ locale: 'zh-CN' });
  await page.getByTestId('model-upload').setInputFiles(file('model.safetensors', 'text'));
  await said(page, 'notice').toMatch(/不是本页可用的模型：文件太短/);
});

/** Why nothing can be read: a matcher that waits. */
const whyNot = (page) => said(page, 'load-error');

test('a module that does not come gets a sentence, and may be tried again', async () => {
  const { prepare, mend } = brokenFiles('**/*.wasm');
  const { page } = await openUnready({ prepare });
  await whyNot(page).toMatch(/could not be loaded/);
  mend();
  await page.getByTestId('load-error').getByRole('button').click();
  await whenReady(page);
  expect(await page.getByTestId('load-error').count()).toBe(0);
  await drawStrokes(page, digits[1]);
  expect(await prediction(page)).toMatchObject({ digit: '1' });
});

test('a server that sends the module with a wrong type will do', async () => {
  const { page } = await openDraw({
    prepare: (page) =>
      page.route('**/*.wasm', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, contentType: 'application/octet-stream' });
      }),
  });
  await drawStrokes(page, digits[0]);
  expect(await prediction(page)).toMatchObject({ digit: '0' });
});

test.each([
  ['SIMD', 'WebAssembly.validate = () => false', 'WebAssembly SIMD'],
  ['WebAssembly', 'delete globalThis.WebAssembly', 'with WebAssembly, which this browser lacks'],
])('a browser without %s gets a sentence instead of a dead canvas', async (_, script, sentence) => {
  const { page } = await openUnready({ prepare: (page) => page.addInitScript(script) });
  await whyNot(page).toContain(sentence);
  expect(await page.getByTestId('draw-canvas').isVisible()).toBe(false);
});

test('forbidden storage costs one sentence and nothing else', async () => {
  const page = await openWithDrawing({ prepare: (page) => page.addInitScript(forbidStorage) });
  await press(page, 'label-1');
  await said(page, 'notice').toMatch(/lets the page store nothing/);
  await kept(page).toBe(1);
  expect(await textOf(page, 'own-drawings')).toMatch(/until you close the page/);
  await notice(page).getByRole('button', { name: 'Close' }).click();
  await press(page, 'label-1');
  await kept(page).toBe(2);
  expect(await textOf(page, 'notice')).toBe('');
  await press(page, 'language');
  expect(await textOf(page, 'clear')).toBe('清空');
});
