import { expect, test } from 'vitest';
import { follow, goTo, press, type } from '../actions.js';
import { becomes, boxOf, dataOf, overflow, valueOf, whenData } from '../readings.js';
import { faultlessTrain, trainAndPause } from '../train/training.js';
import { status } from '../train/run-status.js';
import { faultlessDescend } from './descending.js';

const openNetwork = faultlessDescend('?tab=network', (page) =>
  page.getByTestId('network-begin').waitFor(),
);
const openRun = faultlessTrain();

/** Few digits, as settings of the last visit, so that a test takes little time on any machine. */
const fewDigits = (/** @type {import('playwright-core').Page} */ page) =>
  page.addInitScript(() => {
    if (!localStorage.getItem('digit-descent.train'))
      localStorage.setItem('digit-descent.train', 'count=2000');
  });

const open = (query = '', options = {}) => openNetwork(query, { prepare: fewDigits, ...options });

const stepOf = (page) => valueOf(page, 'network-status', 'step');

/** Waits until so many steps are done. */
const whenStep = (page, least, testId = 'network-status') =>
  becomes(page, testId, 'step').toBeGreaterThanOrEqual(least);

/** Waits until what is drawn is about the weights as they rest. @returns their step */
async function whenItRests(page) {
  await whenData(page, 'network-status', { state: 'paused' });
  const step = await stepOf(page);
  await whenData(page, 'network-landscape', { step });
  return step;
}

async function trainALittle(page) {
  await press(page, 'network-begin');
  await whenStep(page, 40);
  await press(page, 'network-pause');
  await whenData(page, 'network-status', { state: 'paused' });
}

/** The same, with the landscape of where it rests. @returns the step */
async function trainAndSee(page) {
  await trainALittle(page);
  return whenItRests(page);
}

test('without a run there is one button, which starts one; the loss around it is drawn', async () => {
  const page = await open();
  expect(await page.getByTestId('network-landscape').count()).toBe(0);
  await press(page, 'network-begin');
  await whenStep(page, 0, 'network-landscape');
  // It follows the training.
  await whenStep(page, 1, 'network-landscape');
  expect(await dataOf(page, 'network-landscape', 'size')).toBe('41');
  const [lowest, centre, highest] = await Promise.all(
    ['lowest', 'centre', 'highest'].map((name) => valueOf(page, `network-${name}`)),
  );
  expect(lowest).toBeGreaterThan(0);
  expect(centre).toBeGreaterThanOrEqual(lowest);
  expect(highest).toBeGreaterThan(2 * centre);
  await press(page, 'network-pause');
  await whenItRests(page);

  const colours = page
    .getByTestId('descend-map')
    .getByRole('img')
    .evaluate((element) => {
      const { width, height } = /** @type {HTMLCanvasElement} */ (element);
      const context = /** @type {HTMLCanvasElement} */ (element).getContext('2d');
      const pixels = context?.getImageData(0, 0, width, height).data.buffer;
      return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
    });
  expect(await colours).toBeGreaterThan(10);
});

test('Train shows the same run, with the η that was set here marked on its curve', async () => {
  const page = await open();
  await press(page, 'network-begin');
  await whenStep(page, 20);
  await type(page, 'network-rate-exact', '0.05');
  expect(await valueOf(page, 'network-rate-value')).toBe(0.05);
  const step = await stepOf(page);
  await whenStep(page, step + 20);
  await goTo(page, 'train');
  await whenData(page, 'loss-chart', { marks: 1 });
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.05);
  const seen = await status(page);
  expect(seen.state).toBe('running');
  expect(seen.step).toBeGreaterThan(step);
  await press(page, 'train-pause');
  await goTo(page, 'descend');
  await whenItRests(page);
  expect(await stepOf(page)).toBe((await status(page)).step);
});

test('a run of Train is what Descend shows', async () => {
  const { page } = await openRun();
  await trainAndPause(page);
  const { step } = await status(page);
  await follow(page, '#/descend?tab=network');
  await page.getByTestId('network-landscape').waitFor();
  expect(await whenItRests(page)).toBe(step);
  expect(await page.getByTestId('network-begin').count()).toBe(0);
});

test('directions, seed, distance and number of points give other pictures about the same middle', async () => {
  const page = await open();
  await trainAndSee(page);
  expect(await valueOf(page, 'network-within')).toBeLessThan(0.3);
  const random = await valueOf(page, 'network-highest');
  await page.getByTestId('network-directions').selectOption('path');
  await whenData(page, 'network-landscape', { directions: 'path' });
  expect(await valueOf(page, 'network-within')).toBeGreaterThan(0.6);
  expect(await valueOf(page, 'network-highest')).not.toBe(random);
  expect(await page.getByTestId('network-seed').count()).toBe(0);

  await page.getByTestId('network-directions').selectOption('random');
  await whenData(page, 'network-landscape', { directions: 'random' });
  const centre = await valueOf(page, 'network-centre');
  const figures = async () => [
    await valueOf(page, 'network-lowest'),
    await valueOf(page, 'network-highest'),
  ];
  const whenOther = (before) => becomes(page, 'network-highest').not.toBe(before);
  let before = await figures();
  await type(page, 'network-seed', '7');
  await whenOther(before[1]);
  const ofSeed7 = await figures();
  expect(ofSeed7).not.toEqual(before);
  await type(page, 'network-radius', '0.1');
  await whenOther(ofSeed7[1]);
  expect((await figures())[1]).toBeLessThan(ofSeed7[1]);
  await page.getByTestId('network-size').selectOption('61');
  await whenData(page, 'network-landscape', { size: 61 });
  expect(await valueOf(page, 'network-centre')).toBe(centre);
  await expect.poll(() => page.url()).toMatch(/seed=7.*radius=0.1.*size=61/);

  before = await figures();
  await type(page, 'network-radius', '0');
  expect(await page.getByText('The distance must be from 0.01 to 100, not “0”').count()).toBe(1);
  await type(page, 'network-seed', '-1');
  expect(await page.getByText('not “-1”').count()).toBe(1);
  expect(await figures()).toEqual(before);
});

test('a link opens the same picture; nothing is computed by itself when it says so', async () => {
  const page = await open('&directions=path&radius=1.5&size=51&samples=100&auto=0&surface=1');
  await trainALittle(page);
  expect(await dataOf(page, 'network-landscape', 'state')).toBe('empty');
  expect(await page.getByTestId('network-directions').inputValue()).toBe('path');
  expect(await page.getByTestId('network-radius').inputValue()).toBe('1.5');
  expect(await page.getByTestId('network-samples').inputValue()).toBe('100');
  expect(await page.getByTestId('network-auto').isChecked()).toBe(false);
  await press(page, 'network-compute');
  await whenData(page, 'network-landscape', { size: 51 });
  expect(await dataOf(page, 'network-surface', 'testid')).toBe('network-surface');
  await page.getByTestId('descend-surface').waitFor();
  await press(page, 'network-contours');
  await page.getByTestId('descend-map').waitFor();
});

test('a landscape under way is cancelled, and then waits to be asked for', async () => {
  const page = await open('&size=81&samples=2000');
  await press(page, 'network-begin');
  await whenData(page, 'network-progress', { active: true });
  await press(page, 'network-cancel');
  await page.getByTestId('network-compute').waitFor();
  expect(await page.getByTestId('network-auto').isChecked()).toBe(false);
  await whenStep(page, 60);
  expect(await dataOf(page, 'network-progress', 'active')).toBe('false');
  expect(await dataOf(page, 'network-landscape', 'state')).toBe('empty');
});

test('the search suggests a learning rate, changes nothing, and one click applies it', async () => {
  const page = await open();
  const step = await trainAndSee(page);
  const loss = await valueOf(page, 'network-loss');
  await press(page, 'finder-run');
  await whenData(page, 'finder-chart', { state: 'ready' });
  expect(Number(await dataOf(page, 'finder-chart', 'points'))).toBeGreaterThan(50);
  expect(await stepOf(page)).toBe(step);
  expect(await valueOf(page, 'network-loss')).toBe(loss);
  expect(await valueOf(page, 'network-rate-value')).toBe(0.2);
  const suggestion = await valueOf(page, 'finder-suggestion');
  expect(suggestion).toBeGreaterThan(1e-3);
  expect(suggestion).toBeLessThan(1);
  await press(page, 'finder-use');
  expect(await valueOf(page, 'network-rate-value')).toBe(suggestion);
});

test('a search is cancelled', async () => {
  const page = await open();
  // Large batches take long enough for a hand to cancel.
  await page.evaluate(() =>
    localStorage.setItem('digit-descent.train', 'count=4000&batchSize=4000'),
  );
  await page.reload();
  await trainAndSee(page);
  await press(page, 'finder-run');
  await press(page, 'finder-cancel');
  await page.getByTestId('finder-run').waitFor();
  expect(await dataOf(page, 'finder-chart', 'state')).toBe('empty');
  expect(await page.getByTestId('finder-suggestion').count()).toBe(0);
});

test('everything works by keyboard', async () => {
  const page = await open();
  await page.getByTestId('network-begin').press('Enter');
  await whenStep(page, 10);
  await page.getByTestId('network-pause').press('Space');
  await whenItRests(page);
  await page.getByTestId('network-rate').press('ArrowRight');
  expect(await valueOf(page, 'network-rate-value')).toBe(0.3);
  await page.getByTestId('network-surface').press('Enter');
  await page.getByTestId('descend-surface').waitFor();
  await page.getByTestId('network-directions').press('ArrowDown');
  await whenData(page, 'network-landscape', { directions: 'path' });
});

test('Reset in Train takes away what was measured of the weights before', async () => {
  const page = await open('&directions=path');
  await trainAndSee(page);
  await goTo(page, 'train');
  await press(page, 'train-reset');
  await whenData(page, 'train-status', { state: 'idle' });
  await goTo(page, 'descend');
  // Nothing has been trained: there is no path.
  await page.getByText('does not span a plane yet').waitFor();
  expect(await dataOf(page, 'network-landscape', 'state')).toBe('empty');
});

test('nothing is wider than the window, in Chinese too', async () => {
  const viewport = { width: 360, height: 844 };
  const page = await open('', { viewport, locale: 'zh-CN', colorScheme: 'dark' });
  await trainAndSee(page);
  await press(page, 'finder-run');
  await whenData(page, 'finder-chart', { state: 'ready' });
  for (const width of [360, 390, 1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => overflow(page), { message: `at ${width} px` }).toBe(0);
    const map = await boxOf(page.getByTestId('network-landscape'));
    expect(Math.abs(map.width - map.height)).toBeLessThan(1.5);
  }
});
