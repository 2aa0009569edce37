import { expect, test } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultlessPages } from '../faultless.js';
import { dist } from '../harness.js';
import { digits, drawStrokes, whenReady } from '../pen.js';
import {
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

test('a first visitor presses Start, and the network learns to read digits', async () => {
  const { page } = await open({ route: '#/train' });
  expect(await status(page)).toMatchObject({ state: 'idle', epoch: 0, step: 0 });
  expect(await value(page, 'learning-rate-value')).toBe(0.2);
  await press(page, 'train-start');
  await whenState(page, 'running');
  await whenAccuracy(page, 0.85);
  expect(await value(page, 'train-loss')).toBeLessThan(1);
  expect(await value(page, 'gradient-norm')).toBeGreaterThan(0);
  expect((await status(page)).speed).toBeGreaterThan(0);
  await press(page, 'train-pause');
  await whenState(page, 'paused');
  expect(await value(page, 'train-accuracy')).toBeGreaterThan(0.7);
});

test('Pause holds the run where it is, and Continue goes on from there', async () => {
  const { page } = await open();
  await trainAndPause(page);
  const { step } = await status(page);
  await page.waitForTimeout(300);
  expect((await status(page)).step).toBe(step);
  expect(await page.getByTestId('train-start').innerText()).toBe('Continue');
  await press(page, 'train-start');
  await whenBeyond(page, step);
  expect((await status(page)).step).toBeGreaterThan(step);
});

test('one sample, one batch and one epoch are exactly that', async () => {
  const { page } = await open({ route: '#/train?count=1000&batchSize=100' });
  await press(page, 'train-step');
  await whenState(page, 'paused');
  expect(await status(page)).toMatchObject({ step: 1, epoch: 0 });
  await press(page, 'train-sample');
  await whenBeyond(page, 1);
  expect(await status(page)).toMatchObject({ state: 'paused', step: 2, epoch: 0 });
  await press(page, 'train-epoch');
  await page.locator('[data-testid="train-status"][data-epoch="1"]').waitFor();
  // 1000 samples: 100 and 1 are done, 899 make nine batches.
  expect(await status(page)).toMatchObject({ state: 'paused', step: 11, epoch: 1 });
  await press(page, 'train-epoch');
  await page.locator('[data-testid="train-status"][data-epoch="2"]').waitFor();
  expect(await status(page)).toMatchObject({ state: 'paused', step: 21, epoch: 2 });
});

test('an epoch can be paused', async () => {
  const { page } = await open({ route: '#/train?count=60000&batchSize=1' });
  await press(page, 'train-epoch');
  await whenBeyond(page, 10);
  expect(await page.getByTestId('epoch-progress').evaluate(({ value }) => value)).toBeGreaterThan(
    0,
  );
  await press(page, 'train-pause');
  await whenState(page, 'paused');
  expect((await status(page)).epoch).toBe(0);
});

test('Reset begins anew from the same seed, and the run before can be brought back', async () => {
  const { page } = await open();
  await press(page, 'train-step');
  await whenState(page, 'paused');
  const firstLoss = await value(page, 'train-loss');
  await trainAndPause(page);
  const before = await status(page);
  await press(page, 'train-reset');
  await whenState(page, 'idle');
  expect(await status(page)).toMatchObject({ step: 0, epoch: 0 });
  await press(page, 'restore-run');
  await whenState(page, 'paused');
  expect(await status(page)).toMatchObject({ step: before.step, epoch: before.epoch });
  await press(page, 'train-reset');
  await whenState(page, 'idle');
  await press(page, 'train-step');
  await whenState(page, 'paused');
  expect(await value(page, 'train-loss')).toBe(firstLoss);
});

test('everything works by keyboard alone', async () => {
  const { page } = await open();
  await page.getByTestId('train-start').focus();
  await page.keyboard.press('Enter');
  await whenState(page, 'running');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.dataset.testid)).toBe('train-pause');
  await page.keyboard.press('Space');
  await whenState(page, 'paused');
  await page.getByTestId('learning-rate').focus();
  const rates = [];
  for (const key of [
    'ArrowRight',
    'ArrowLeft',
    'ArrowLeft',
    'PageDown',
    'PageUp',
    'Shift+ArrowUp',
  ]) {
    await page.keyboard.press(key);
    rates.push(await value(page, 'learning-rate-value'));
  }
  expect(rates).toEqual([0.3, 0.2, 0.15, 0.015, 0.15, 0.151]);
});

test('η acts on the running training, resets nothing and leaves a mark on the curve', async () => {
  const { page } = await open();
  await press(page, 'train-start');
  await whenBeyond(page, 20);
  const chart = page.getByTestId('loss-chart');
  expect(await chart.getAttribute('data-marks')).toBe('0');
  const { step } = await status(page);
  for (const exponent of [-0.6, -0.55, -0.5]) await setRate(page, exponent);
  expect(await value(page, 'learning-rate-value')).toBe(0.316);
  await page.locator('[data-testid="loss-chart"][data-marks="1"]').waitFor();
  await whenBeyond(page, step);
  expect((await status(page)).state).toBe('running');
  // The three values of one movement leave one mark; a later movement another one.
  await page.waitForTimeout(1000);
  await setRate(page, -1);
  await page.locator('[data-testid="loss-chart"][data-marks="2"]').waitFor();
  expect(await page.locator('.rate-delay').innerText()).toMatch(/took effect after \d+ ms/);
  expect((await status(page)).step).toBeGreaterThan(step);
});

test('an exact η can be typed; what is out of range is not taken', async () => {
  const { page } = await open();
  const exact = page.getByTestId('learning-rate-exact');
  await exact.fill('0.123');
  await exact.press('Enter');
  expect(await value(page, 'learning-rate-value')).toBe(0.123);
  const slider = await page.getByTestId('learning-rate').inputValue();
  expect(Number(slider)).toBeCloseTo(Math.log10(0.123), 6);
  await exact.fill('-4');
  await exact.press('Enter');
  expect(await value(page, 'learning-rate-value')).toBe(0.123);
  expect(await exact.inputValue()).toBe('0.123');
});

test('a far too large η is called divergence, and training recovers with a smaller one', async () => {
  const { page } = await open();
  await setRate(page, 1);
  await press(page, 'train-start');
  await whenState(page, 'diverged');
  const sentence = await page.getByTestId('train-message').innerText();
  expect(sentence).toMatch(/diverged at step \d+: with η = 10/);
  await press(page, 'smaller-rate');
  expect(await value(page, 'learning-rate-value')).toBe(0.2);
  await setRate(page, -1);
  const { step } = await status(page);
  await press(page, 'train-start');
  await whenState(page, 'running');
  await whenAccuracy(page, 0.6);
  expect((await status(page)).step).toBeGreaterThan(step);
  expect(await page.getByTestId('train-message').count()).toBe(0);
});

test('what can change in mid-run does so; what cannot asks for a new run, which can be taken back', async () => {
  const { page } = await open();
  await trainAndPause(page);
  const { step } = await status(page);
  await page.locator('[name=optimizer]').selectOption('momentum');
  await page.locator('[name=batchSize]').fill('64');
  await page.locator('[name=batchSize]').press('Enter');
  await page.locator('[name=l2]').fill('0.001');
  await page.locator('[name=l2]').press('Enter');
  expect(await page.getByTestId('pending').count()).toBe(0);
  await press(page, 'train-step');
  await whenBeyond(page, step);
  expect((await status(page)).step).toBe(step + 1);

  await press(page, 'add-layer');
  expect(await page.getByTestId('pending').innerText()).toContain('Hidden layers');
  await press(page, 'revert-settings');
  expect(await page.getByTestId('pending').count()).toBe(0);
  await press(page, 'add-layer');
  await press(page, 'apply-restart');
  await whenState(page, 'idle');
  expect((await status(page)).step).toBe(0);
  expect(await page.getByTestId('kept-run').innerText()).toContain('784-64-16-10');
  await press(page, 'restore-run');
  await whenState(page, 'paused');
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
  expect(await page.locator('.layer-fixed').innerText()).toBe('sigmoid');
  await press(page, 'train-step');
  await whenState(page, 'paused');
});

test('the run stops after the epochs asked for, and at the test loss asked for', async () => {
  const { page } = await open({ route: '#/train?count=1000&stopEpochs=2' });
  await press(page, 'train-start');
  await whenState(page, 'paused');
  expect((await status(page)).epoch).toBe(2);
  expect(await page.getByTestId('train-status').innerText()).toBe('Finished');

  await page.goto('#/train?count=1000&stopLoss=1.5');
  await page.reload();
  await press(page, 'train-start');
  await whenState(page, 'paused');
  expect(await page.getByTestId('train-status').innerText()).toBe('Finished');
});

test('a link restores the settings; a value that cannot be becomes the default, with a sentence', async () => {
  const { page } = await open({
    route:
      '#/train?learningRate=0.05&hidden=30.sigmoid&loss=quadratic&output=sigmoid&batchSize=10&seed=abc',
  });
  expect(await value(page, 'learning-rate-value')).toBe(0.05);
  expect(await page.getByLabel('Units of hidden layer 1').inputValue()).toBe('30');
  expect(await page.locator('[name=batchSize]').inputValue()).toBe('10');
  expect(await page.locator('[name=seed]').inputValue()).toBe('1');
  expect(await page.locator('.notice').innerText()).toContain('seed');
  await setRate(page, -2);
  await page.waitForFunction(() => location.hash.includes('learningRate=0.01'));
});

test('settings and weights survive a reload', async () => {
  const { page } = await open();
  await page.locator('[name=batchSize]').fill('50');
  await page.locator('[name=batchSize]').press('Enter');
  await trainAndPause(page);
  await whenAccuracy(page, 0.1);
  const { step } = await status(page);
  await page.waitForTimeout(500);
  await page.goto('#/draw');
  await page.reload();
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  await page.getByTestId('kept-run').waitFor();
  expect(await page.locator('[name=batchSize]').inputValue()).toBe('50');
  await press(page, 'restore-run');
  await whenState(page, 'paused');
  expect((await status(page)).step).toBe(step);
  await press(page, 'train-step');
  await whenBeyond(page, step);
  expect((await status(page)).step).toBe(step + 1);
});

test('confusion matrix, weights and mistakes show what was learned; a mistake opens in Draw', async () => {
  const { page } = await open();
  await trainAndPause(page);
  await page.getByTestId('confusion-matrix').waitFor();
  const counts = await page
    .locator('[data-testid="confusion-matrix"] td')
    .evaluateAll((cells) => cells.map(({ dataset }) => Number(dataset.value)));
  expect(counts).toHaveLength(100);
  expect(counts.reduce((sum, count) => sum + count)).toBe(800);
  const right = counts.filter((_, i) => i % 11 === 0).reduce((sum, count) => sum + count);
  expect(right / 800).toBeCloseTo(await value(page, 'test-accuracy'), 6);

  const worst = counts.indexOf(Math.max(...counts.filter((_, i) => i % 11 > 0)));
  const [label, predicted] = [Math.floor(worst / 10), worst % 10];
  await page.locator('[data-testid="confusion-matrix"] td').nth(worst).click();
  const items = page.locator('.gallery-item');
  await page.waitForFunction(
    (caption) =>
      [...document.querySelectorAll('.gallery-item')].every(
        (item) => item.innerText.trim() === caption,
      ),
    `${label} → ${predicted}`,
  );
  expect(await items.count()).toBe(Math.min(24, counts[worst]));

  const drawn = await page.locator('.weights').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return { width: canvas.width, alpha: data.filter((_, i) => i % 4 === 3).some(Boolean) };
  });
  expect(drawn).toEqual({ width: 8 * 30 - 2, alpha: true });

  await items.first().click();
  await page.locator('[data-testid="prediction"][data-state="ready"]').waitFor();
  expect(await page.evaluate(() => location.hash)).toMatch(/^#\/draw/);
});

test('Draw reads with the network in training', async () => {
  const { page } = await open();
  await trainAndPause(page);
  await page.locator('.shell-nav a', { hasText: 'Draw' }).click();
  const choice = page.getByTestId('model-select');
  await choice.waitFor();
  const option = choice.locator('option', { hasText: 'in training' });
  await choice.selectOption(await option.getAttribute('value'));
  const { x, y, width, height } = await page.getByTestId('draw-canvas').boundingBox();
  await page.mouse.move(x + width / 2, y + height * 0.2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height * 0.8, { steps: 10 });
  await page.mouse.up();
  await page.locator('[data-testid="prediction"][data-state="ready"]').waitFor();
});

test('the reader’s own labelled drawings are learned from, alone and with synthetic digits', async () => {
  const { page } = await open();
  const dataSet = page.getByTestId('dataset-select');
  expect(await dataSet.locator('[value=drawings]').isDisabled()).toBe(true);
  await page.locator('.shell-nav a', { hasText: 'Draw' }).click();
  await whenReady(page);
  await drawStrokes(page, digits[7]);
  for (let kept = 1; kept <= 6; ++kept) {
    await page.getByTestId('label-7').click();
    await page.locator(`[data-testid="own-drawings"][data-value="${kept}"]`).waitFor();
  }
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  await dataSet.selectOption('drawings');
  await press(page, 'train-start');
  await page.getByText('5 to learn from, 1 to test with').waitFor();
  await whenAccuracy(page, 0.99);
  await press(page, 'train-pause');
  await whenState(page, 'paused');
  await dataSet.selectOption('mixed');
  await press(page, 'apply-restart');
  await page.getByText('4,005 to learn from, 801 to test with').waitFor();
});

const packed = JSON.parse(
  existsSync(join(dist, 'data/index.json')) ? readFileSync(join(dist, 'data/index.json')) : '{}',
);

test.skipIf(!packed.mnist)(
  'MNIST beside the page is loaded when chosen (needs MNIST)',
  async () => {
    const { page } = await open();
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByTestId('dataset-select').selectOption('mnist');
    expect(requests.filter((url) => url.includes('data/mnist'))).toEqual([]);
    await press(page, 'train-start');
    await page.getByText('60,000 to learn from, 10,000 to test with').waitFor();
    await whenAccuracy(page, 0.9);
  },
);

test('no task of the page computes for more than 50 ms while it trains', async () => {
  const { page } = await open({ route: '#/train' });
  await press(page, 'train-start');
  await whenState(page, 'running');
  const browser = page.context().browser();
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline'],
  });
  await whenAccuracy(page, 0.8);
  await setRate(page, -1);
  await page.waitForTimeout(3000);
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
