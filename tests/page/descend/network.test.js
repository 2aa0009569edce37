import { expect, test } from 'vitest';
import { dataValue } from './descending.js';
import { type } from '../dragging.js';
import { faultlessPages } from '../faultless.js';
import { openTrain, trainAndPause, status as trainStatus } from '../train/training.js';

const open = faultlessPages();
const openRun = faultlessPages({ open: openTrain });

/** Few digits, as settings of the last visit, so that a test takes little time on any machine. */
const fewDigits = (page) =>
  page.addInitScript(() => {
    if (!localStorage.getItem('digit-descent.train'))
      localStorage.setItem('digit-descent.train', 'count=4000');
  });

async function openNetwork(parameters = '', options = {}) {
  const { page } = await open({
    route: `#/descend?tab=network${parameters}`,
    prepare: fewDigits,
    ...options,
  });
  await page.getByTestId('network-begin').waitFor();
  return page;
}

const press = (page, testId) => page.getByTestId(testId).click();
const data = (page, testId, name) => page.getByTestId(testId).getAttribute(`data-${name}`);

const whenStep = (page, testId, least) =>
  page.waitForFunction(
    ([testId, least]) => {
      const { step } = document.querySelector(`[data-testid="${testId}"]`)?.dataset ?? {};
      return Boolean(step) && Number(step) >= least;
    },
    [testId, least],
    { timeout: 60_000 },
  );

/** Waits until what is drawn is about the weights as they rest. @returns their step */
async function whenItRests(page) {
  await page.waitForFunction(
    () => {
      const of = (testId) => document.querySelector(`[data-testid="${testId}"]`)?.dataset ?? {};
      return (
        of('network-status').state === 'paused' &&
        of('network-landscape').step === of('network-status').step
      );
    },
    null,
    { timeout: 60_000 },
  );
  return Number(await data(page, 'network-status', 'step'));
}

async function trainALittle(page) {
  await press(page, 'network-begin');
  await whenStep(page, 'network-status', 40);
  await press(page, 'network-pause');
  return whenItRests(page);
}

test('without a run there is one button, which starts one; the loss around it is drawn', async () => {
  const page = await openNetwork();
  expect(await page.getByTestId('network-landscape').count()).toBe(0);
  await press(page, 'network-begin');
  await whenStep(page, 'network-landscape', 0);
  // It follows the training.
  await whenStep(page, 'network-landscape', 1);
  expect(await data(page, 'network-landscape', 'size')).toBe('41');
  const [lowest, centre, highest] = [
    await dataValue(page, 'network-lowest'),
    await dataValue(page, 'network-centre'),
    await dataValue(page, 'network-highest'),
  ];
  expect(lowest).toBeGreaterThan(0);
  expect(centre).toBeGreaterThanOrEqual(lowest);
  expect(highest).toBeGreaterThan(2 * centre);
  await press(page, 'network-pause');
  await whenItRests(page);

  const drawn = await page.locator('.map-base').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  expect(drawn).toBeGreaterThan(10);
});

test('Train shows the same run, with the η that was set here marked on its curve', async () => {
  const page = await openNetwork();
  await press(page, 'network-begin');
  await whenStep(page, 'network-status', 20);
  await type(page, 'network-rate-exact', '0.05');
  expect(await dataValue(page, 'network-rate-value')).toBe(0.05);
  const step = Number(await data(page, 'network-status', 'step'));
  await whenStep(page, 'network-status', step + 20);
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  await page.locator('[data-testid="loss-chart"][data-marks="1"]').waitFor();
  expect(await dataValue(page, 'learning-rate-value')).toBe(0.05);
  const seen = await trainStatus(page);
  expect(seen.state).toBe('running');
  expect(seen.step).toBeGreaterThan(step);
  await press(page, 'train-pause');
  await page.locator('.shell-nav a', { hasText: 'Descend' }).click();
  await whenItRests(page);
  expect(await data(page, 'network-status', 'step')).toBe(String((await trainStatus(page)).step));
});

test('a run of Train is what Descend shows', async () => {
  const { page } = await openRun();
  await trainAndPause(page);
  const { step } = await trainStatus(page);
  await page.evaluate(() => (location.hash = '#/descend?tab=network'));
  await page.getByTestId('network-landscape').waitFor();
  expect(await whenItRests(page)).toBe(step);
  expect(await page.getByTestId('network-begin').count()).toBe(0);
});

test('along the path of training lies most of it, across it next to nothing', async () => {
  const page = await openNetwork();
  await trainALittle(page);
  expect(await dataValue(page, 'network-within')).toBeLessThan(0.3);
  const random = await dataValue(page, 'network-highest');
  await page.getByTestId('network-directions').selectOption('path');
  await page.locator('[data-testid="network-landscape"][data-directions="path"]').waitFor();
  expect(await dataValue(page, 'network-within')).toBeGreaterThan(0.6);
  expect(await dataValue(page, 'network-highest')).not.toBe(random);
  expect(await page.getByTestId('network-seed').count()).toBe(0);
});

test('another seed, distance or number of points gives another picture about the same middle', async () => {
  const page = await openNetwork();
  await trainALittle(page);
  const centre = await dataValue(page, 'network-centre');
  const figures = async () => [
    await dataValue(page, 'network-lowest'),
    await dataValue(page, 'network-highest'),
  ];
  const whenOther = (before) =>
    page.waitForFunction(
      (before) =>
        document.querySelector('[data-testid="network-highest"]').dataset.value !== before,
      String(before),
    );
  let before = await figures();
  await type(page, 'network-seed', '7');
  await whenOther(before[1]);
  const ofSeed7 = await figures();
  expect(ofSeed7).not.toEqual(before);
  await type(page, 'network-radius', '0.1');
  await whenOther(ofSeed7[1]);
  expect((await figures())[1]).toBeLessThan(ofSeed7[1]);
  await page.getByTestId('network-size').selectOption('61');
  await page.locator('[data-testid="network-landscape"][data-size="61"]').waitFor();
  expect(await dataValue(page, 'network-centre')).toBe(centre);
  await page.waitForFunction(() => /seed=7.*radius=0.1.*size=61/.test(location.hash));

  before = await figures();
  await type(page, 'network-radius', '0');
  expect(await page.getByText('The distance must be from 0.01 to 100, not “0”').count()).toBe(1);
  await type(page, 'network-seed', '-1');
  expect(await page.getByText('not “-1”').count()).toBe(1);
  expect(await figures()).toEqual(before);
});

test('a link opens the same picture; nothing is computed by itself when it says so', async () => {
  const page = await openNetwork(
    '&directions=path&radius=1.5&size=51&samples=100&auto=0&surface=1',
  );
  await trainALittleUnfollowed(page);
  expect(await data(page, 'network-landscape', 'state')).toBe('empty');
  expect(await page.getByTestId('network-directions').inputValue()).toBe('path');
  expect(await page.getByTestId('network-radius').inputValue()).toBe('1.5');
  expect(await page.getByTestId('network-samples').inputValue()).toBe('100');
  expect(await page.getByTestId('network-auto').isChecked()).toBe(false);
  await press(page, 'network-compute');
  await page.locator('[data-testid="network-landscape"][data-size="51"]').waitFor();
  expect(await data(page, 'network-surface', 'testid')).toBe('network-surface');
  await page.getByTestId('descend-surface').waitFor();
  await press(page, 'network-contours');
  await page.getByTestId('descend-map').waitFor();
});

async function trainALittleUnfollowed(page) {
  await press(page, 'network-begin');
  await whenStep(page, 'network-status', 40);
  await press(page, 'network-pause');
  await page.locator('[data-testid="network-status"][data-state="paused"]').waitFor();
}

test('a landscape under way is cancelled, and then waits to be asked for', async () => {
  const page = await openNetwork('&size=81&samples=2000');
  await press(page, 'network-begin');
  await page.locator('[data-testid="network-progress"][data-active="true"]').waitFor({
    state: 'attached',
  });
  await press(page, 'network-cancel');
  await page.getByTestId('network-compute').waitFor();
  expect(await page.getByTestId('network-auto').isChecked()).toBe(false);
  await whenStep(page, 'network-status', 60);
  expect(await data(page, 'network-progress', 'active')).toBe('false');
  expect(await data(page, 'network-landscape', 'state')).toBe('empty');
});

test('the search suggests a learning rate, changes nothing, and one click applies it', async () => {
  const page = await openNetwork();
  const step = await trainALittle(page);
  const loss = await dataValue(page, 'network-loss');
  await press(page, 'finder-run');
  await page.locator('[data-testid="finder-chart"][data-state="ready"]').waitFor();
  expect(Number(await data(page, 'finder-chart', 'points'))).toBeGreaterThan(50);
  expect(Number(await data(page, 'network-status', 'step'))).toBe(step);
  expect(await dataValue(page, 'network-loss')).toBe(loss);
  expect(await dataValue(page, 'network-rate-value')).toBe(0.2);
  const suggestion = await dataValue(page, 'finder-suggestion');
  expect(suggestion).toBeGreaterThan(1e-3);
  expect(suggestion).toBeLessThan(1);
  await press(page, 'finder-use');
  expect(await dataValue(page, 'network-rate-value')).toBe(suggestion);
});

test('a search is cancelled', async () => {
  const page = await openNetwork();
  // Large batches take long enough for a hand to cancel.
  await page.evaluate(() =>
    localStorage.setItem('digit-descent.train', 'count=4000&batchSize=4000'),
  );
  await page.reload();
  await trainALittle(page);
  await press(page, 'finder-run');
  await press(page, 'finder-cancel');
  await page.getByTestId('finder-run').waitFor();
  expect(await data(page, 'finder-chart', 'state')).toBe('empty');
  expect(await page.getByTestId('finder-suggestion').count()).toBe(0);
});

test('everything works by keyboard', async () => {
  const page = await openNetwork();
  await page.getByTestId('network-begin').focus();
  await page.keyboard.press('Enter');
  await whenStep(page, 'network-status', 10);
  await page.getByTestId('network-pause').focus();
  await page.keyboard.press('Space');
  await whenItRests(page);
  await page.getByTestId('network-rate').focus();
  await page.keyboard.press('ArrowRight');
  expect(await dataValue(page, 'network-rate-value')).toBe(0.3);
  await page.getByTestId('network-surface').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('descend-surface').waitFor();
  await page.getByTestId('network-directions').focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-testid="network-landscape"][data-directions="path"]').waitFor();
});

test('Reset in Train takes away what was measured of the weights before', async () => {
  const page = await openNetwork('&directions=path');
  await trainALittle(page);
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  await press(page, 'train-reset');
  await page.locator('[data-testid="train-status"][data-state="idle"]').waitFor();
  await page.locator('.shell-nav a', { hasText: 'Descend' }).click();
  // Nothing has been trained: there is no path.
  await page.getByText('does not span a plane yet').waitFor();
  expect(await data(page, 'network-landscape', 'state')).toBe('empty');
});

test.each([360, 390, 1280])(
  'nothing is wider than a screen of %i px, in Chinese too',
  async (width) => {
    const page = await openNetwork('', {
      viewport: { width, height: 844 },
      locale: 'zh-CN',
      colorScheme: 'dark',
    });
    await trainALittle(page);
    await press(page, 'finder-run');
    await page.locator('[data-testid="finder-chart"][data-state="ready"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const map = await page.getByTestId('network-landscape').boundingBox();
    expect(Math.abs(map.width - map.height)).toBeLessThan(1.5);
  },
);
