import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { digits, drawStrokes, pictureFile, prediction, probabilities, whenReady } from '../pen.js';

const openDraw = faultlessPages({ tolerated: ['consoleErrors'] });
let folder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digit-descent-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Opens Draw with a 1 drawn. */
async function openWithDrawing(options) {
  const { page } = await openDraw(options);
  await whenReady(page);
  await drawStrokes(page, digits[1]);
  expect(await prediction(page)).toMatchObject({ state: 'ready', digit: '1' });
  return page;
}

const notice = (page) => page.getByTestId('notice');

/** A file of `size` bytes that takes no room on the disk. */
async function emptyFile(name, size) {
  const path = join(folder, name);
  const file = await open(path, 'w');
  await file.truncate(size);
  await file.close();
  return path;
}

const file = (name, content) => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content),
});

/** A safetensors file: the length of its header, the header, the data. */
function safetensors(header, data = Buffer.alloc(0)) {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

const svg = (width, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"></svg>`;

const badPictures = {
  'a text': [() => file('notes.png', 'not an image'), /“notes\.png” could not be read/],
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
    () => ({ ...file('wide.svg', svg(10000, 10000)), mimeType: 'image/svg+xml' }),
    /at most 40 million pixels .* 10,000 × 10,000/,
  ],
  'a blank picture': [(page) => pictureFile(page, []), /No digit stands out/],
};

for (const [what, [make, sentence]] of Object.entries(badPictures)) {
  test(`${what} as a picture gets a sentence and loses nothing`, async () => {
    const page = await openWithDrawing();
    const before = await probabilities(page);
    await page.getByTestId('image-upload').setInputFiles(await make(page));
    await expect.poll(() => notice(page).innerText()).toMatch(sentence);
    expect(await probabilities(page)).toEqual(before);
    expect(await prediction(page)).toMatchObject({ digit: '1' });
    await notice(page).getByRole('button', { name: 'Close' }).click();
    expect(await notice(page).innerText()).toBe('');
  });
}

test('what was wrong is withdrawn when something else is done', async () => {
  const page = await openWithDrawing();
  const upset = async () => {
    await page.getByTestId('image-upload').setInputFiles(file('notes.png', 'not an image'));
    await expect.poll(() => notice(page).innerText()).toMatch(/could not be read/);
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
    await expect.poll(() => notice(page).innerText(), what).toBe('');
  }
});

/** A sound model file of a network from 2 inputs to 3 outputs. */
function smallNetwork() {
  const architecture = {
    inputs: 2,
    layers: [{ units: 3, activation: 'softmax' }],
    loss: 'crossEntropy',
  };
  return safetensors(
    {
      __metadata__: { architecture: JSON.stringify(architecture) },
      'layers.0.weights': { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
      'layers.0.biases': { dtype: 'F32', shape: [3], data_offsets: [24, 36] },
    },
    Buffer.alloc(36),
  );
}

const shape = { dtype: 'F32', shape: [784, 10], data_offsets: [0, 31360] };
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
    () => file('small.safetensors', smallNetwork()),
    /“small\.safetensors” cannot be used here: .* 2 inputs and 3 outputs/,
  ],
  'a truncated file': [
    () => file('model.safetensors', safetensors({ weight: shape }, Buffer.alloc(100))),
    /is no model that this page can use/,
  ],
  'a file of 500 MB': [() => emptyFile('huge.safetensors', 500e6), /at most 100 MB .* 500 MB/],
};

for (const [what, [make, sentence]] of Object.entries(badModels)) {
  test(`${what} as a model gets a sentence and loses nothing`, async () => {
    const page = await openWithDrawing();
    const before = await probabilities(page);
    const chosen = await page.getByTestId('model-select').inputValue();
    await page.getByTestId('model-upload').setInputFiles(await make(page));
    await expect.poll(() => notice(page).innerText()).toMatch(sentence);
    expect(await page.getByTestId('model-select').inputValue()).toBe(chosen);
    expect(await probabilities(page)).toEqual(before);
    await drawStrokes(page, digits[0]);
    expect(await probabilities(page)).not.toEqual(before);
  });
}

/** The bytes of a model that the page has loaded, changed by `change(header, data)`. */
async function changedModel(page, change) {
  const bytes = await page.evaluate(async () => {
    const { name } = performance
      .getEntriesByType('resource')
      .find((entry) => entry.name.endsWith('.safetensors'));
    return [...new Uint8Array(await (await fetch(name)).arrayBuffer())];
  });
  const model = Buffer.from(bytes);
  const headerEnd = 8 + Number(model.readBigUInt64LE());
  const header = JSON.parse(model.subarray(8, headerEnd));
  const data = model.subarray(headerEnd);
  change(header, data);
  return file('changed.safetensors', safetensors(header, data));
}

const tensorsOf = (header) =>
  Object.entries(header).flatMap(([name, tensor]) => (name === '__metadata__' ? [] : [tensor]));

const changes = {
  'not-a-number weights': (header, data) => data.fill(0xff, 0, 64),
  'another shape': (header) => (tensorsOf(header)[0].shape = [3, 5]),
  'a dtype it does not read': (header) => (tensorsOf(header)[0].dtype = 'I64'),
};

for (const [what, change] of Object.entries(changes)) {
  test(`a model with ${what} is refused`, async () => {
    const page = await openWithDrawing();
    const before = await probabilities(page);
    const model = await changedModel(page, change);
    await page.getByTestId('model-upload').setInputFiles(model);
    await expect.poll(() => notice(page).innerText()).toMatch(/“changed\.safetensors” is no model/);
    expect(await probabilities(page)).toEqual(before);
  });
}

test('a sound model file is opened, and reads', async () => {
  const page = await openWithDrawing();
  const before = await probabilities(page);
  await page.getByTestId('model-upload').setInputFiles(await changedModel(page, () => {}));
  await expect.poll(() => page.getByTestId('model-select').inputValue()).toBe('file');
  expect(await probabilities(page)).toEqual(before);
  expect(await notice(page).innerText()).toBe('');
});

test('a model that does not come gets a sentence, and may be tried again', async () => {
  let broken = true;
  const { page } = await openDraw({
    prepare: (page) =>
      page.route('**/*.safetensors', (route) => (broken ? route.abort() : route.continue())),
  });
  await expect.poll(() => notice(page).innerText()).toMatch(/could not be loaded/);
  expect(await prediction(page)).toMatchObject({ state: 'loading', digit: '' });
  await drawStrokes(page, digits[1]);
  expect((await prediction(page)).spoken).toMatch(/^Loading/);
  expect(await notice(page).innerText()).toMatch(/could not be loaded/);
  broken = false;
  await notice(page).getByRole('button', { name: 'Try again' }).click();
  await expect.poll(async () => (await prediction(page)).digit).toBe('1');
  expect(await notice(page).innerText()).toBe('');
  const { spoken, words } = await prediction(page);
  expect(spoken.trim()).toBe(words);
});

test('before the model is there, a drawing is not said to be missing', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const { page } = await openDraw({
    prepare: (page) =>
      page.route('**/*.safetensors', async (route) => {
        await held;
        await route.continue();
      }),
  });
  await drawStrokes(page, digits[1]);
  await page.keyboard.press('1');
  await expect.poll(() => notice(page).innerText()).toMatch(/still loading/);
  release();
  await expect.poll(async () => (await prediction(page)).digit).toBe('1');
  expect((await prediction(page)).spoken).toMatch(/This is a 1/);
  await expect.poll(() => notice(page).innerText()).toBe('');
});

test('a choice of model that does not come leaves the one before', async () => {
  const page = await openWithDrawing();
  const before = await probabilities(page);
  const select = page.getByTestId('model-select');
  const chosen = await select.inputValue();
  await page.route('**/*.safetensors', (route) => route.abort());
  await select.selectOption({ index: 1 });
  await expect.poll(() => notice(page).innerText()).toMatch(/could not be loaded/);
  await expect.poll(() => select.inputValue()).toBe(chosen);
  expect(await probabilities(page)).toEqual(before);
});

test('what is wrong with a model is said in Chinese, too', async () => {
  const page = await openWithDrawing({ locale: 'zh-CN' });
  await page.getByTestId('model-upload').setInputFiles(file('model.safetensors', 'text'));
  await expect.poll(() => notice(page).innerText()).toMatch(/不是本页可用的模型：文件太短/);
});

test('a module that does not come gets a sentence, and may be tried again', async () => {
  let broken = true;
  const { page } = await openDraw({
    prepare: (page) =>
      page.route('**/*.wasm', (route) => (broken ? route.abort() : route.continue())),
  });
  await expect.poll(() => page.locator('.load-error').innerText()).toMatch(/could not be loaded/);
  broken = false;
  await page.locator('.load-error button').click();
  await whenReady(page);
  expect(await page.locator('.load-error').count()).toBe(0);
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
  await whenReady(page);
  await drawStrokes(page, digits[0]);
  expect(await prediction(page)).toMatchObject({ digit: '0' });
});

const lacking = {
  SIMD: [() => (WebAssembly.validate = () => false), /WebAssembly SIMD/],
  WebAssembly: [() => delete globalThis.WebAssembly, /with WebAssembly, which this browser lacks/],
};

for (const [what, [remove, sentence]] of Object.entries(lacking)) {
  test(`a browser without ${what} gets a sentence instead of a dead canvas`, async () => {
    const { page } = await openDraw({ prepare: (page) => page.addInitScript(remove) });
    await expect.poll(() => page.locator('.load-error').innerText()).toMatch(sentence);
    expect(await page.getByTestId('draw-canvas').isVisible()).toBe(false);
  });
}

test('forbidden storage costs one sentence and nothing else', async () => {
  const page = await openWithDrawing({
    prepare: (page) =>
      page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('Storage is forbidden.', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: refuse });
        indexedDB.open = refuse;
      }),
  });
  await page.getByTestId('label-1').click();
  await expect.poll(() => notice(page).innerText()).toMatch(/lets the page store nothing/);
  const count = () => page.getByTestId('own-drawings').getAttribute('data-value');
  await expect.poll(count).toBe('1');
  expect(await page.getByTestId('own-drawings').innerText()).toMatch(/until you close the page/);
  await notice(page).getByRole('button', { name: 'Close' }).click();
  await page.getByTestId('label-1').click();
  await expect.poll(count).toBe('2');
  expect(await notice(page).innerText()).toBe('');
  await page.getByTestId('language').click();
  expect(await page.getByTestId('clear').innerText()).toBe('清空');
});
