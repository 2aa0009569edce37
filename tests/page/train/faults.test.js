import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { message, openTrain, status, trainAndPause, whenBeyond, whenState } from './training.js';

const open = faultlessPages({ open: openTrain, tolerated: ['consoleErrors'] });

test('a module that does not load is said, and Start tries again', async () => {
  const { page } = await open();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.getByTestId('train-start').click();
  await whenState(page, 'error');
  expect(await message(page)).toBe(
    'The part of the page that computes could not be loaded; check the connection and press Start again.',
  );
  await page.unroute('**/*.wasm');
  await page.getByTestId('train-start').click();
  await whenState(page, 'running');
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
  await page.getByTestId('train-start').click();
  await whenState(page, 'error');
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
  await page.getByTestId('train-step').click();
  await whenBeyond(page, step);
  expect(await status(page)).toMatchObject({ state: 'paused', step: step + 1 });
});

const keepNothing = 'your run lasts until you leave';

test('without storage, the page trains and says that nothing is kept', async () => {
  const { page } = await open({
    prepare: (page) =>
      page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('Storage is forbidden.', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: refuse });
        IDBFactory.prototype.open = refuse;
      }),
  });
  await trainAndPause(page);
  await page.locator('.notice', { hasText: keepNothing }).waitFor();
  expect(await page.locator('.notice').count()).toBe(1);
});

test('with a full storage, the page trains and says that nothing is kept', async () => {
  const { page } = await open({
    prepare: (page) =>
      page.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
        };
      }),
  });
  await trainAndPause(page);
  await page.locator('.notice', { hasText: 'storage is full' }).waitFor();
});

test('MNIST that is not beside the page, or cannot be downloaded, is said', async () => {
  const { page } = await open({
    route: '#/train?data=mnist',
    prepare: (page) => page.route('**/data/index.json', (route) => route.fulfill({ body: '{}' })),
  });
  await page.getByTestId('train-start').click();
  await page.getByTestId('train-message').waitFor();
  expect(await message(page)).toContain('MNIST does not lie beside this page');

  const part = { path: 'mnist/none.gzip', bytes: 10 };
  const mnist = { trainImages: part, trainLabels: part, testImages: part, testLabels: part };
  await page.unroute('**/data/index.json');
  await page.route('**/data/index.json', (route) =>
    route.fulfill({ body: JSON.stringify({ mnist }) }),
  );
  await page.reload();
  await page.getByTestId('train-start').click();
  await page.getByTestId('train-message').waitFor();
  expect(await message(page)).toBe('none.gzip could not be downloaded: HTTP 404');
});

test('the making of the data can be cancelled', async () => {
  const { page } = await open({ route: '#/train?count=200000' });
  await page.getByTestId('train-start').click();
  await page.getByTestId('cancel-loading').click();
  await page.getByTestId('loading').waitFor({ state: 'detached' });
  expect((await status(page)).state).toBe('idle');
  expect(await page.getByTestId('train-message').count()).toBe(0);
});
