// What a run must survive: stop criteria, a reload, large networks.
import { describe, expect, test } from 'vitest';
import { openSection, press } from '../actions.js';
import { becomes, stored, textOf, whenData } from '../readings.js';
import { faultlessTrain, pressUntil, train, trainAndPause, typeSetting } from './training.js';
import { status, whenBeyond, whenState } from './run-status.js';

const open = faultlessTrain();

describe('stop criteria', () => {
  test('do not hold any more when a finished run is continued', async () => {
    const { page } = await open({ route: '#/train?count=1000&stopEpochs=2' });
    await openSection(page, page.locator('[name=stopEpochs]'));
    await press(page, 'train-start');
    await page.getByTestId('train-status').getByText('Finished').waitFor();
    expect(await page.locator('[name=stopEpochs]').inputValue()).toBe('2');
    await press(page, 'train-start');
    await becomes(page, 'train-status', 'epoch').toBeGreaterThan(4);
    expect(await page.locator('[name=stopEpochs]').inputValue()).toBe('0');
    await expect.poll(() => page.url()).not.toContain('stopEpochs');
    await typeSetting(page, 'batchSize', '64');
    const { epoch } = await status(page);
    await becomes(page, 'train-status', 'epoch').toBeGreaterThan(epoch + 2);
    expect((await status(page)).state).toBe('running');
  });

  test('set anew after the run was finished, hold when it is continued', async () => {
    const { page } = await open({ route: '#/train?count=1000&stopEpochs=2' });
    await openSection(page, page.locator('[name=stopEpochs]'));
    await press(page, 'train-start');
    await page.getByTestId('train-status').getByText('Finished').waitFor();
    await typeSetting(page, 'stopEpochs', '5');
    await press(page, 'train-start');
    await whenData(page, 'train-status', { epoch: 5 });
    await whenState(page, 'paused');
    expect(await textOf(page, 'train-status')).toBe('Finished');
    expect(await page.locator('[name=stopEpochs]').inputValue()).toBe('5');
  });
});

describe('a reload', () => {
  const restored = async (page) => {
    await page.reload();
    await pressUntil(page, 'restore-run', 'paused');
    return (await status(page)).step;
  };

  /** The step at which a run is kept in the browser: a matcher that waits. */
  const keptStep = (page) => expect.poll(async () => (await stored(page, 'run'))?.step);

  test('in the first seconds does not lose the run', async () => {
    const { page } = await open();
    await train(page);
    await keptStep(page).toBeGreaterThan(0);
    expect(await restored(page)).toBeGreaterThan(0);
  });

  test('brings back the run as it was when the page was hidden', async () => {
    const { page } = await open();
    await press(page, 'train-start');
    await keptStep(page).toBeGreaterThan(0);
    const { step } = await status(page);
    await whenBeyond(page, step + 100);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const { step: hidden } = await status(page);
    await keptStep(page).toBeGreaterThan(step + 100);
    const back = await restored(page);
    expect(back).toBeGreaterThan(step + 100);
    expect(back).toBeLessThanOrEqual(hidden); // not what is kept now and then
  });
});

describe('large networks', () => {
  test('say how long η and Pause wait for a mini-batch', async () => {
    const hidden = Array(4).fill('1024.relu').join('-');
    const { page } = await open({ route: `#/train?count=2000&batchSize=1024&hidden=${hidden}` });
    await press(page, 'train-start');
    const sentence = page.getByTestId('slow-batch');
    await sentence.waitFor();
    const [, milliseconds = ''] =
      (await sentence.innerText()).match(/takes ([\d,]+) ms; η and Pause/) ?? [];
    expect(Number(milliseconds.replace(',', ''))).toBeGreaterThan(50);
    await pressUntil(page, 'train-pause', 'paused');
    expect(await sentence.count()).toBe(0);
  });

  test('are meant, not the usual one', async () => {
    const { page } = await open();
    await trainAndPause(page);
    await pressUntil(page, 'train-start', 'running');
    const { step } = await status(page);
    await whenBeyond(page, step + 50);
    expect(await page.getByTestId('slow-batch').count()).toBe(0);
  });
});
