// What a run must survive: learning rates that destroy it, stop criteria, a reload.
import { describe, expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import {
  message,
  openTrain,
  setRate,
  status,
  trainAndPause,
  value,
  whenAccuracy,
  whenBeyond,
  whenState,
} from './training.js';

const open = faultlessPages({ open: openTrain });

const press = (page, testId) => page.getByTestId(testId).click();

async function type(page, name, text) {
  await page.locator(`[name=${name}]`).fill(text);
  await page.locator(`[name=${name}]`).press('Enter');
}

describe('divergence', () => {
  test('a ramp of η that destroys the network is noticed, and the good weights come back', async () => {
    const { page } = await open({ route: '#/train?count=8000' });
    await press(page, 'train-start');
    await whenAccuracy(page, 0.6);
    const ramp = [0.7, 1, 1.5, 3, 5];
    for (const rate of ramp) {
      await setRate(page, Math.log10(rate));
      await page.waitForTimeout(200);
    }
    await whenState(page, 'diverged');
    const sentence = await message(page);
    expect(sentence).toMatch(/with η = (0\.7|1|1\.5|3|5) (the network lost|the loss grew)/);
    await page.waitForFunction(
      () => Number(document.querySelector('[data-testid="test-accuracy"]').dataset.value) > 0.55,
    );
    await press(page, 'train-reset');
    await whenState(page, 'idle');
    await press(page, 'restore-run');
    await whenState(page, 'paused');
    await setRate(page, -1);
    await press(page, 'train-start');
    await whenAccuracy(page, 0.75);
  });

  test('the η offered is much smaller than the one that diverged, and suits the optimizer', async () => {
    const { page } = await open({ route: '#/train?count=2000&optimizer=adam&learningRate=10' });
    await press(page, 'train-start');
    await whenState(page, 'diverged');
    expect(await page.getByTestId('smaller-rate').innerText()).toBe('Use η = 0.001');
    await setRate(page, -1);
    expect(await message(page)).toContain('with η = 10');
    expect(await page.getByTestId('smaller-rate').innerText()).toBe('Use η = 0.001');
    await press(page, 'smaller-rate');
    expect(await value(page, 'learning-rate-value')).toBe(0.001);
    expect(await page.getByTestId('smaller-rate').count()).toBe(0);
    await press(page, 'train-start');
    await whenAccuracy(page, 0.5);
  });
});

describe('stop criteria', () => {
  test('do not hold any more when a finished run is continued', async () => {
    const { page } = await open({ route: '#/train?count=1000&stopEpochs=2' });
    await page.locator('.settings-section', { hasText: 'Stop when' }).locator('summary').click();
    await press(page, 'train-start');
    await page.getByTestId('train-status').getByText('Finished').waitFor();
    expect(await page.locator('[name=stopEpochs]').inputValue()).toBe('2');
    await press(page, 'train-start');
    await page.waitForFunction(
      () => document.querySelector('[data-testid="train-status"]').dataset.epoch > 4,
    );
    expect(await page.locator('[name=stopEpochs]').inputValue()).toBe('0');
    await page.waitForFunction(() => !location.hash.includes('stopEpochs'));
    await type(page, 'batchSize', '64');
    const { epoch } = await status(page);
    await page.waitForFunction(
      (epoch) => document.querySelector('[data-testid="train-status"]').dataset.epoch > epoch + 2,
      epoch,
    );
    expect((await status(page)).state).toBe('running');
  });

  test('set anew after the run was finished, hold when it is continued', async () => {
    const { page } = await open({ route: '#/train?count=1000&stopEpochs=2' });
    await page.locator('.settings-section', { hasText: 'Stop when' }).locator('summary').click();
    await press(page, 'train-start');
    await page.getByTestId('train-status').getByText('Finished').waitFor();
    await type(page, 'stopEpochs', '5');
    await press(page, 'train-start');
    await page.locator('[data-testid="train-status"][data-epoch="5"]').waitFor();
    await whenState(page, 'paused');
    expect(await page.getByTestId('train-status').innerText()).toBe('Finished');
    expect(await page.locator('[name=stopEpochs]').inputValue()).toBe('5');
  });
});

describe('a reload', () => {
  const restored = async (page) => {
    await page.reload();
    await press(page, 'restore-run');
    await whenState(page, 'paused');
    return (await status(page)).step;
  };

  /** Whether a run is kept in the browser. */
  const isKept = (page) =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('digit-descent');
          request.onsuccess = () => {
            const database = request.result;
            if (!database.objectStoreNames.contains('kept')) return resolve(false);
            const get = database.transaction('kept').objectStore('kept').get('run');
            get.onsuccess = () => resolve(get.result !== undefined);
          };
        }),
    );
  // Not waitForFunction: it takes the promise itself for a yes.
  const whenKept = (page) => expect.poll(() => isKept(page), { timeout: 9_000 }).toBe(true);

  test('in the first seconds does not lose the run', async () => {
    const { page } = await open();
    await press(page, 'train-start');
    await whenBeyond(page, 20);
    await whenKept(page);
    expect(await restored(page)).toBeGreaterThan(0);
  });

  test('brings back the run as it was when the page was hidden', async () => {
    const { page } = await open();
    await press(page, 'train-start');
    await whenKept(page);
    const { step } = await status(page);
    await whenBeyond(page, step + 100);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.waitForTimeout(300);
    expect(await restored(page)).toBeGreaterThan(step + 100);
  });
});

describe('large networks', () => {
  test('say how long η and Pause wait for a mini-batch', async () => {
    const hidden = Array(4).fill('1024.relu').join('-');
    const { page } = await open({ route: `#/train?count=2000&batchSize=1024&hidden=${hidden}` });
    await press(page, 'train-start');
    const sentence = page.getByTestId('slow-batch');
    await sentence.waitFor();
    const [, milliseconds] = (await sentence.innerText()).match(/takes ([\d,]+) ms; η and Pause/);
    expect(Number(milliseconds.replace(',', ''))).toBeGreaterThan(50);
    await press(page, 'train-pause');
    await whenState(page, 'paused');
    expect(await sentence.count()).toBe(0);
  });

  test('are meant, not the usual one', async () => {
    const { page } = await open();
    await trainAndPause(page);
    await press(page, 'train-start');
    await whenState(page, 'running');
    const { step } = await status(page);
    await whenBeyond(page, step + 50);
    expect(await page.getByTestId('slow-batch').count()).toBe(0);
  });
});
