import { expect, test } from 'vitest';
import { goTo, press } from '../actions.js';
import { frames, inkOf, stored, textOf, valueOf, whenData } from '../readings.js';
import { digits, drawStrokes } from '../pen.js';
import { faultlessTrain, pressUntil, setRate, trainAndPause, typeSetting } from './training.js';
import { status, whenAccuracy, whenBeyond, whenState } from './run-status.js';

const open = faultlessTrain();

test('a first visitor presses Start, and the network learns to read digits', async () => {
  const { page } = await open({ route: '#/train' });
  expect(await status(page)).toMatchObject({ state: 'idle', epoch: 0, step: 0 });
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.2);
  await pressUntil(page, 'train-start', 'running');
  await whenAccuracy(page, 0.85);
  expect(await valueOf(page, 'train-loss')).toBeLessThan(1);
  expect(await valueOf(page, 'gradient-norm')).toBeGreaterThan(0);
  expect(await valueOf(page, 'train-status', 'samples-per-second')).toBeGreaterThan(0);
  await pressUntil(page, 'train-pause', 'paused');
  expect(await valueOf(page, 'train-accuracy')).toBeGreaterThan(0.7);
});

test('one sample, one batch and one epoch are exactly that', async () => {
  const { page } = await open({ route: '#/train?count=1000&batchSize=100' });
  await pressUntil(page, 'train-step', 'paused');
  expect(await status(page)).toMatchObject({ step: 1, epoch: 0 });
  await press(page, 'train-sample');
  await whenBeyond(page, 1);
  expect(await status(page)).toMatchObject({ state: 'paused', step: 2, epoch: 0 });
  await press(page, 'train-epoch');
  await whenData(page, 'train-status', { epoch: 1 });
  // 1000 samples: 100 and 1 are done, 899 make nine batches.
  expect(await status(page)).toMatchObject({ state: 'paused', step: 11, epoch: 1 });
  await press(page, 'train-epoch');
  await whenData(page, 'train-status', { epoch: 2 });
  expect(await status(page)).toMatchObject({ state: 'paused', step: 21, epoch: 2 });
});

test('an epoch can be paused', async () => {
  const { page } = await open({ route: '#/train?count=20000&batchSize=1' });
  await press(page, 'train-epoch');
  await whenBeyond(page, 10);
  const progress = page.getByTestId('epoch-progress');
  expect(await progress.evaluate((bar) => Reflect.get(bar, 'value'))).toBeGreaterThan(0);
  await pressUntil(page, 'train-pause', 'paused');
  expect((await status(page)).epoch).toBe(0);
});

test('Reset begins anew from the same seed; Pause holds the run where it is; both can go on', async () => {
  const { page } = await open();
  await pressUntil(page, 'train-step', 'paused');
  const firstLoss = await valueOf(page, 'train-loss');
  await trainAndPause(page);
  const before = await status(page);
  await pressUntil(page, 'train-reset', 'idle');
  expect(await status(page)).toMatchObject({ step: 0, epoch: 0 });
  await pressUntil(page, 'restore-run', 'paused');
  expect(await status(page)).toMatchObject({ step: before.step, epoch: before.epoch });
  await pressUntil(page, 'train-reset', 'idle');
  await pressUntil(page, 'train-step', 'paused');
  expect(await valueOf(page, 'train-loss')).toBe(firstLoss);

  await trainAndPause(page);
  const { step } = await status(page);
  await frames(page);
  expect((await status(page)).step).toBe(step);
  expect(await textOf(page, 'train-start')).toBe('Continue');
  await press(page, 'train-start');
  await whenBeyond(page, step);
  expect((await status(page)).step).toBeGreaterThan(step);
});

test('everything works by keyboard alone', async () => {
  const { page } = await open();
  await page.getByTestId('train-start').press('Enter');
  await whenState(page, 'running');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('data-testid')).toBe('train-pause');
  await page.keyboard.press('Space');
  await whenState(page, 'paused');
  await page.getByTestId('learning-rate').focus();
  const rates = [];
  const [right, left] = ['ArrowRight', 'ArrowLeft'];
  for (const key of [right, left, left, 'PageDown', 'PageUp', 'Shift+ArrowUp']) {
    await page.keyboard.press(key);
    rates.push(await valueOf(page, 'learning-rate-value'));
  }
  expect(rates).toEqual([0.3, 0.2, 0.15, 0.015, 0.15, 0.151]);
});

test('what can change in mid-run does so; what cannot asks for a new run, which can be taken back', async () => {
  const { page } = await open();
  await trainAndPause(page);
  const { step } = await status(page);
  await page.locator('[name=optimizer]').selectOption('momentum');
  await typeSetting(page, 'batchSize', '64');
  await typeSetting(page, 'l2', '0.001');
  expect(await page.getByTestId('pending').count()).toBe(0);
  await press(page, 'train-step');
  await whenBeyond(page, step);
  expect((await status(page)).step).toBe(step + 1);

  await press(page, 'add-layer');
  expect(await textOf(page, 'pending')).toContain('Hidden layers');
  await press(page, 'revert-settings');
  expect(await page.getByTestId('pending').count()).toBe(0);
  await press(page, 'add-layer');
  await pressUntil(page, 'apply-restart', 'idle');
  expect((await status(page)).step).toBe(0);
  expect(await textOf(page, 'kept-run')).toContain('784-64-16-10');
  await pressUntil(page, 'restore-run', 'paused');
  expect((await status(page)).step).toBe(step + 1);
});

test('the loss fixes which output activations are offered', async () => {
  const { page } = await open();
  const outputs = page.locator('[name=output]');
  expect(await outputs.count()).toBe(0);
  await page.locator('[name=loss]').selectOption('quadratic');
  expect(await outputs.locator('option').allInnerTexts()).toEqual([
    'sigmoid',
    'softmax',
    'identity',
    'tanh',
    'ReLU',
    'leaky ReLU',
  ]);
  await page.locator('[name=loss]').selectOption('binaryCrossEntropy');
  expect(await textOf(page, 'output-activation')).toBe('sigmoid');
  await pressUntil(page, 'train-step', 'paused');
});

test('the run stops after the epochs asked for, and at the test loss asked for', async () => {
  const { page } = await open({ route: '#/train?count=1000&stopEpochs=2' });
  await pressUntil(page, 'train-start', 'paused');
  expect((await status(page)).epoch).toBe(2);
  expect(await textOf(page, 'train-status')).toBe('Finished');

  await page.goto('#/train?count=1000&stopLoss=1.5');
  await page.reload();
  await pressUntil(page, 'train-start', 'paused');
  expect(await textOf(page, 'train-status')).toBe('Finished');
});

test('a link restores the settings; a value that cannot be becomes the default, with a sentence', async () => {
  const { page } = await open({
    route:
      '#/train?learningRate=0.05&hidden=30.sigmoid&loss=quadratic&output=sigmoid&batchSize=10&seed=abc',
  });
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.05);
  expect(await page.getByLabel('Units of hidden layer 1').inputValue()).toBe('30');
  expect(await page.locator('[name=batchSize]').inputValue()).toBe('10');
  expect(await page.locator('[name=seed]').inputValue()).toBe('1');
  expect(await textOf(page, 'train-notice')).toContain('seed');
  await setRate(page, -2);
  await expect.poll(() => page.url()).toContain('learningRate=0.01');
});

/** Waits until the browser keeps the run at this step, and the settings. */
const whenStored = async (page, step) => {
  await expect.poll(async () => (await stored(page, 'run'))?.step).toBe(step);
  const settings = () => page.evaluate(() => localStorage.getItem('digit-descent.train'));
  await expect.poll(settings).toContain('batchSize=50');
};

test('settings and weights survive a reload', async () => {
  const { page } = await open();
  await typeSetting(page, 'batchSize', '50');
  await trainAndPause(page);
  await whenAccuracy(page, 0.1);
  const { step } = await status(page);
  await whenStored(page, step);
  await page.goto('#/draw');
  await page.reload();
  await goTo(page, 'train');
  await page.getByTestId('kept-run').waitFor();
  expect(await page.locator('[name=batchSize]').inputValue()).toBe('50');
  await pressUntil(page, 'restore-run', 'paused');
  expect((await status(page)).step).toBe(step);
  await press(page, 'train-step');
  await whenBeyond(page, step);
  expect((await status(page)).step).toBe(step + 1);
});

test('confusion matrix, weights and mistakes show what was learned; a mistake opens in Draw', async () => {
  const { page } = await open();
  await trainAndPause(page);
  await page.getByTestId('confusion-matrix').waitFor();
  const cells = page.getByTestId('confusion-matrix').locator('td');
  const counts = await cells.evaluateAll((all) =>
    all.map((cell) => Number(cell.getAttribute('data-value'))),
  );
  expect(counts).toHaveLength(100);
  expect(counts.reduce((sum, count) => sum + count)).toBe(800);
  const right = counts.filter((_, i) => i % 11 === 0).reduce((sum, count) => sum + count);
  expect(right / 800).toBeCloseTo(await valueOf(page, 'test-accuracy'), 6);

  const worst = counts.indexOf(Math.max(...counts.filter((_, i) => i % 11 > 0)));
  const [label, predicted] = [Math.floor(worst / 10), worst % 10];
  await cells.nth(worst).click();
  const items = page.getByTestId('mistakes').getByRole('listitem').getByRole('button');
  const shown = Math.min(24, counts[worst]);
  await expect
    .poll(async () => (await items.allInnerTexts()).map((text) => text.trim()))
    .toEqual(Array(shown).fill(`${label} → ${predicted}`));

  const image = page.getByTestId('weight-images').locator('canvas');
  expect(await image.evaluate((canvas) => Reflect.get(canvas, 'width'))).toBe(8 * 30 - 2);
  await expect.poll(() => inkOf(image)).toBeGreaterThan(0);

  await items.first().click();
  await whenData(page, 'prediction', { state: 'ready' });
  expect(page.url()).toContain('#/draw');
});

test('Draw reads with the network in training', async () => {
  const { page } = await open();
  await trainAndPause(page);
  await goTo(page, 'draw');
  const choice = page.getByTestId('model-select');
  await choice.waitFor();
  const option = choice.locator('option', { hasText: 'in training' });
  await choice.selectOption(await option.getAttribute('value'));
  await drawStrokes(page, digits[1]);
  await whenData(page, 'prediction', { state: 'ready' });
});

test('no task of the page computes for more than 50 ms while it trains', async () => {
  const { page } = await open({ route: '#/train' });
  await pressUntil(page, 'train-start', 'running');
  const browser = /** @type {import('playwright-core').Browser} */ (page.context().browser());
  const categories = ['toplevel', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories });
  await whenAccuracy(page, 0.8);
  await setRate(page, -1);
  await frames(page, 180);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid} ${tid}`);
  // Time on the processor, not on the clock: a machine that is busy with other things delays any task.
  const milliseconds = traceEvents
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && threads.includes(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
  expect(milliseconds.length).toBeGreaterThan(100);
  expect(Math.max(...milliseconds)).toBeGreaterThan(1);
  expect(Math.max(...milliseconds)).toBeLessThan(50);
});
