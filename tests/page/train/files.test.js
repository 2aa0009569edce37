import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { drop, file, openSection, press } from '../actions.js';
import { becomes, textOf, valueOf, whenData } from '../readings.js';
import { readSafetensors, safetensors, smallNetwork } from '../model-files.js';
import { faultlessTrain, train, trainAndPause, typeSetting } from './training.js';
import { message, status, whenBeyond, whenState } from './run-status.js';
import { gzipped, imageFile, labelFile } from './idx-files.js';

/** @typedef {import('../actions.js').FilePayload} FilePayload */

const open = faultlessTrain();

const images = imageFile('digits-images', 120);
const labels = labelFile('digits-labels', 120);
const sizes = (page) => textOf(page, 'data-sizes');

describe('IDX files', () => {
  test('a pair that is dropped is learned from, as are gzip files and a test pair, in any order', async () => {
    const { page } = await open();
    await drop(page, [labels, images]);
    // Every sixth digit is kept for the test.
    await page.getByText('100 to learn from, 20 to test with').waitFor();
    expect(await page.getByTestId('dataset-select').inputValue()).toBe('files');
    await press(page, 'train-start');
    await whenData(page, 'test-accuracy', { value: 1 });

    const test = [labelFile('t10k-labels', 30), imageFile('t10k-images', 30)];
    await page
      .getByTestId('idx-files')
      .setInputFiles([gzipped(test[0]), gzipped(images), gzipped(labels), test[1]]);
    await page.getByText('120 to learn from, 30 to test with').waitFor();
  });

  const edited = ({ name, buffer }, edit) => {
    const copy = Buffer.from(buffer);
    return file(name, edit(copy) ?? copy);
  };
  /** @type {Record<string, [FilePayload[], string]>} */
  const broken = {
    'a truncated image file': [
      [edited(images, (bytes) => bytes.subarray(0, 5000)), labels],
      'The image file is truncated: its header announces 94080 bytes of data, but 4984 follow.',
    ],
    'a wrong magic number': [
      [edited(images, (bytes) => void bytes.writeUInt32BE(0x1234, 0)), labels],
      'digits-images is not an IDX file of images or labels: it should begin with 00 00 08 03 or 00 00 08 01, but begins with 00 00 12 34.',
    ],
    'a label of 11': [
      [images, edited(labels, (bytes) => void (bytes[8 + 7] = 11))],
      'The label file should hold digits 0 … 9, but label 7 is 11.',
    ],
    'fewer labels than images': [
      [images, labelFile('few', 100)],
      'The files do not belong together: there are 120 images, but 100 labels.',
    ],
    'images of another size': [
      [edited(images, (bytes) => void bytes.writeUInt32BE(14, 12)), labels],
      'The image file should hold images of 28×28 pixels, but its images are 28×14.',
    ],
    'images without labels': [
      [images],
      'A file of images and a file of labels are needed, or two of each; there are 1 of images and 0 of labels.',
    ],
    'damaged gzip data': [
      [edited(gzipped(images), (bytes) => bytes.subarray(0, 60)), labels],
      'digits-images.gz cannot be unpacked: its gzip data are damaged or cut off.',
    ],
    'an empty file': [
      [file('nothing', Buffer.alloc(0)), labels],
      'nothing is cut off: an IDX file has at least 8 bytes, but this one has 0.',
    ],
    'a file that ends in its header': [
      [edited(images, (bytes) => bytes.subarray(0, 5)), labels],
      'digits-images is cut off: an IDX file has at least 8 bytes, but this one has 5.',
    ],
    'too few digits': [
      [imageFile('images', 3), labelFile('labels', 3)],
      'At least 6 labelled images are needed, to learn from and to test with; there are 3.',
    ],
  };

  test('every kind of wrong file gets one sentence, and the run before goes on', async () => {
    const { page } = await open();
    await trainAndPause(page);
    const before = await status(page);
    const sizesBefore = await sizes(page);
    for (const [name, [files, sentence]] of Object.entries(broken)) {
      await drop(page, files);
      await page.getByTestId('train-message').getByText(sentence, { exact: true }).waitFor();
      expect(await message(page), name).toBe(sentence);
      expect(await status(page), name).toEqual(before);
      expect(await page.getByTestId('dataset-select').inputValue(), name).toBe('synthetic');
    }
    expect(await sizes(page)).toBe(sizesBefore);
    await press(page, 'train-step');
    await whenBeyond(page, before.step);
    expect((await status(page)).step).toBe(before.step + 1);
    expect(await page.getByTestId('train-message').count()).toBe(0);
  });

  test('a file of 500 MB is refused', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      // Parts of one megabyte that share their memory.
      const part = new Blob([new Uint8Array(2 ** 20)]);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(Array(500).fill(part), 'huge.idx'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    });
    await page.getByText('huge.idx has 500 MB; at most 256 MB can be read here.').waitFor();
    expect((await status(page)).state).toBe('idle');
  });

  test('the sentences are Chinese on the Chinese page', async () => {
    const { page } = await open({ locale: 'zh-CN' });
    for (const [name, [files]] of Object.entries(broken)) {
      await drop(page, files);
      await page.getByTestId('train-message').waitFor();
      await page.getByTestId('loading').waitFor({ state: 'detached' });
      expect(await message(page), name).toMatch(/[\u4e00-\u9fff].*。$/s);
      expect(await message(page), name).not.toMatch(/ the | is | are /);
    }
  });
});

describe('Model files', () => {
  /** Saves the network and takes the file apart. */
  async function save(page, testId) {
    await openSection(page, page.getByTestId(testId));
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, testId)]);
    const bytes = await readFile(await download.path());
    return { bytes, ...readSafetensors(bytes), name: download.suggestedFilename() };
  }

  const load = (page, buffer, name = 'model.safetensors') =>
    page.getByTestId('load-model').setInputFiles(file(name, buffer));

  test('a model is saved with its recipe and accuracy, and goes on where it was', async () => {
    const { page } = await open({ route: '#/train?count=4000&hidden=24.tanh&learningRate=0.1' });
    await trainAndPause(page);
    const { step } = await status(page);
    const accuracy = await valueOf(page, 'test-accuracy');
    const model = await save(page, 'save-f32');
    expect(model.name).toBe('digit-descent-784-24-10.safetensors');
    const { __metadata__: metadata, ...tensors } = model.header;
    expect(Number(metadata.testAccuracy)).toBeCloseTo(accuracy, 6);
    expect(metadata.recipe).toContain('learningRate=0.1');
    expect(JSON.parse(metadata.architecture).layers[0]).toEqual({ units: 24, activation: 'tanh' });
    expect(tensors['layers.0.weights']).toMatchObject({ dtype: 'F32', shape: [784, 24] });
    const half = await save(page, 'save-f16');
    expect(half.header['layers.0.weights'].dtype).toBe('F16');
    expect(half.data.length).toBe(model.data.length / 2);

    // Into a page with other settings: the form becomes the file's.
    await page.goto('#/train?count=4000&hidden=8.relu');
    await page.reload();
    await page.getByTestId('train-start').waitFor();
    expect(await page.getByLabel('Units of hidden layer 1').inputValue()).toBe('8');
    await load(page, model.bytes);
    await whenState(page, 'paused');
    expect((await status(page)).step).toBe(step);
    expect(await page.getByLabel('Units of hidden layer 1').inputValue()).toBe('24');
    expect(await valueOf(page, 'learning-rate-value')).toBe(0.1);
    await becomes(page, 'test-accuracy').toBeCloseTo(accuracy, 6);
    const again = await save(page, 'save-f32');
    expect(again.data.equals(model.data)).toBe(true);
  });

  test('what is saved is the run there is, not the settings that wait for the next one', async () => {
    const { page } = await open({ route: '#/train?count=4000&hidden=8.relu&seed=3' });
    await train(page);
    await press(page, 'add-layer');
    await typeSetting(page, 'seed', '7');
    await page.getByTestId('pending').waitFor();
    const { step } = await status(page);
    const { header, name } = await save(page, 'save-f32');
    expect(name).toBe('digit-descent-784-8-10.safetensors');
    const { __metadata__: metadata, ...tensors } = header;
    expect(Object.keys(tensors)).toHaveLength(4);
    expect(metadata.name).toBe('784-8-10');
    expect(Number(metadata.step)).toBeGreaterThanOrEqual(step);
    const recipe = new URLSearchParams(metadata.recipe);
    expect([recipe.get('hidden'), recipe.get('seed')]).toEqual(['8.relu', '3']);
    await whenBeyond(page, step);
    expect((await status(page)).state).toBe('running');
    expect(await page.getByTestId('pending').count()).toBe(1);
  });

  test('every kind of wrong model file gets one sentence, and nothing is lost', async () => {
    const { page } = await open({ route: '#/train?count=4000&hidden=8.relu' });
    await trainAndPause(page);
    const before = await status(page);
    const { bytes, header, data } = await save(page, 'save-f32');
    const withHeader = (edit) => {
      const copy = structuredClone(header);
      edit(copy);
      return safetensors(copy, data);
    };
    const withNaN = Buffer.from(bytes);
    withNaN.writeFloatLE(NaN, bytes.length - data.length + 40);
    const otherShape = smallNetwork(2, 10);
    /** @type {Record<string, [Buffer, RegExp]>} */
    const broken = {
      'an empty file': [Buffer.alloc(0), /too short to be a safetensors model: it has 0 bytes/],
      'another kind of file': [Buffer.from('<!doctype html><title>x'), /not a safetensors file/],
      'a file that is cut off': [bytes.subarray(0, bytes.length - 9), /cut off/],
      'a header that is no JSON': [safetensors(header, data).fill('x', 9, 30), /not valid JSON/],
      'a wrong shape': [
        withHeader((h) => (h['layers.0.weights'].shape = [8, 784])),
        /layers\.0\.weights must have the shape \(784 × 8\), but has \(8 × 784\)/,
      ],
      'a wrong dtype': [
        withHeader((h) => (h['layers.0.weights'].dtype = 'I64')),
        /must be F32, F16 or I8, but is I64/,
      ],
      'a missing tensor': [withHeader((h) => delete h['layers.1.biases']), /lacks the tensor/],
      'no architecture': [withHeader((h) => delete h.__metadata__), /lacks the "architecture"/],
      'a weight that is not a number': [withNaN, /not a finite number/],
      'a network of another kind': [otherShape, /holds a network 2-10; one with 784 inputs/],
    };
    for (const [name, [buffer, sentence]] of Object.entries(broken)) {
      await load(page, buffer, 'wrong.safetensors');
      await page.getByTestId('train-message').getByText(sentence).waitFor();
      expect((await message(page)).match(/\.(?= [A-Z]|$)/g), name).toHaveLength(1);
      expect(await status(page), name).toEqual(before);
    }
    const kept = await save(page, 'save-f32');
    expect(kept.data.equals(data)).toBe(true);
  });
});
