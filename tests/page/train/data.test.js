// What a run learns from: the reader's own drawings, and MNIST.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goTo, press } from '../actions.js';
import { whenData } from '../readings.js';
import { dist } from '../harness.js';
import { digits, drawStrokes } from '../pen.js';
import { whenReady } from '../draw/recognition.js';
import { faultlessTrain, pressUntil } from './training.js';
import { whenAccuracy } from './run-status.js';

const open = faultlessTrain();

test('the reader’s own labelled drawings are learned from, alone and with synthetic digits', async () => {
  const { page } = await open();
  const dataSet = page.getByTestId('dataset-select');
  expect(await dataSet.locator('[value=drawings]').isDisabled()).toBe(true);
  await goTo(page, 'draw');
  await whenReady(page);
  await drawStrokes(page, digits[7]);
  for (let kept = 1; kept <= 6; ++kept) {
    await press(page, 'label-7');
    await whenData(page, 'own-drawings', { value: kept });
  }
  await goTo(page, 'train');
  await dataSet.selectOption('drawings');
  await press(page, 'train-start');
  await page.getByText('5 to learn from, 1 to test with').waitFor();
  await whenAccuracy(page, 0.99);
  await pressUntil(page, 'train-pause', 'paused');
  await dataSet.selectOption('mixed');
  await press(page, 'apply-restart');
  await page.getByText('4,005 to learn from, 801 to test with').waitFor();
});

const packed = JSON.parse(
  existsSync(join(dist, 'data/index.json'))
    ? readFileSync(join(dist, 'data/index.json'), 'utf8')
    : '{}',
);

test.skipIf(!packed.mnist)(
  'MNIST beside the page is loaded when chosen (needs MNIST)',
  async () => {
    const { page } = await open();
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByTestId('dataset-select').selectOption('mnist');
    expect(requests.filter((url) => url.includes('data/mnist'))).toEqual([]);
    await press(page, 'train-start');
    await page.getByText('60,000 to learn from, 10,000 to test with').waitFor();
    await whenAccuracy(page, 0.9);
  },
);
