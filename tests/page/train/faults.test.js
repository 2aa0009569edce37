import { expect, test } from 'vitest';
import { press } from '../actions.js';
import { said } from '../readings.js';
import { forbidStorage } from '../faults.js';
import { faultlessTrain, pressUntil, trainAndPause } from './training.js';
import { message, status, whenBeyond, whenState } from './run-status.js';

const open = faultlessTrain({ tolerated: ['consoleErrors'] });

test('a module that does not load is said, and Start tries again', async () => {
  const { page } = await open();
  await page.route('**/*.wasm', (route) => route.abort());
  await pressUntil(page, 'train-start', 'error');
  expect(await message(page)).toBe(
    'The part of the page that computes could not be loaded; check the connection and press Start again.',
  );
  await page.unroute('**/*.wasm');
  await pressUntil(page, 'train-start', 'running');
});

test('a browser without WebAssembly SIMD is told so', async () => {
  const { page } = await open({
    prepare: (page) =>
      page.route('**/training-worker-*.js', async (route) => {
        const response = await route.fetch();
        const body = `WebAssembly.validate = () => false;${await response.text()}`;
        await route.fulfill({ response, body });
      }),
  });
  await pressUntil(page, 'train-start', 'error');
  expect(await message(page)).toContain('lacks WebAssembly SIMD');
});

test('after the worker stopped unexpectedly, training goes on from the last weights', async () => {
  const { page } = await open();
  await trainAndPause(page);
  const { step } = await status(page);
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error('for the test');
    });
  });
  await whenState(page, 'error');
  expect(await message(page)).toContain(`stopped unexpectedly at step ${step}`);
  await press(page, 'train-step');
  await whenBeyond(page, step);
  expect(await status(page)).toMatchObject({ state: 'paused', step: step + 1 });
});

/** An init script. */
function fillStorage() {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
  };
}

test.each([
  ['without storage', forbidStorage, 'your run lasts until you leave'],
  ['with a full storage', fillStorage, 'storage is full'],
])('%s, the page trains and says that nothing is kept', async (_, script, sentence) => {
  const { page } = await open({ prepare: (page) => page.addInitScript(script) });
  await trainAndPause(page);
  await said(page, 'train-notice').toContain(sentence);
});

test('MNIST that is not beside the page, or cannot be downloaded, is said', async () => {
  const { page } = await open({
    route: '#/train?data=mnist',
    prepare: (page) => page.route('**/data/index.json', (route) => route.fulfill({ body: '{}' })),
  });
  await press(page, 'train-start');
  await said(page, 'train-message').toContain('MNIST does not lie beside this page');

  const part = { path: 'mnist/none.gzip', bytes: 10 };
  const mnist = { trainImages: part, trainLabels: part, testImages: part, testLabels: part };
  await page.unroute('**/data/index.json');
  await page.route('**/data/index.json', (route) =>
    route.fulfill({ body: JSON.stringify({ mnist }) }),
  );
  await page.reload();
  await press(page, 'train-start');
  await said(page, 'train-message').toBe('none.gzip could not be downloaded: HTTP 404');
});

test('the making of the data can be cancelled', async () => {
  const { page } = await open({ route: '#/train?count=200000' });
  await press(page, 'train-start');
  await press(page, 'cancel-loading');
  await page.getByTestId('loading').waitFor({ state: 'detached' });
  expect((await status(page)).state).toBe('idle');
  expect(await page.getByTestId('train-message').count()).toBe(0);
});
