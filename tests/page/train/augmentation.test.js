import { expect, test } from 'vitest';
import { openSection, press } from '../actions.js';
import { whenData } from '../readings.js';
import { faultlessTrain, pressUntil, train } from './training.js';
import { status, whenBeyond } from './run-status.js';

const openRun = faultlessTrain();

async function open(parameters = '') {
  const { page } = await openRun({ route: `#/train?count=1000${parameters}` });
  return page;
}

/** The pictures of the preview, as one text. */
const pictures = (page) =>
  page
    .getByTestId('variants')
    .locator('canvas')
    .evaluateAll((canvases) =>
      canvases.map((canvas) => {
        const context = /** @type {HTMLCanvasElement} */ (canvas).getContext('2d');
        return context
          ?.getImageData(0, 0, 28, 28)
          .data.filter((_, i) => i % 4 === 3)
          .join();
      }),
    );

test('variants are shown, stronger and of other digits, and one opens in Draw', async () => {
  const page = await open();
  await openSection(page, page.locator('dd-augmentation-fields'));
  expect(await page.getByTestId('variants').count()).toBe(0);
  await page.getByTestId('varyShape').check();
  await expect.poll(async () => new Set(await pictures(page)).size).toBe(12);
  const weak = await pictures(page);
  await page.getByTestId('varyStrength').press('End');
  await expect.poll(async () => (await pictures(page))[1]).not.toBe(weak[1]);
  expect((await pictures(page))[0]).toBe(weak[0]);
  await press(page, 'vary-another');
  await expect.poll(async () => (await pictures(page))[0]).not.toBe(weak[0]);
  await expect.poll(() => page.url()).toMatch(/varyShape=1.*varyStrength=2/);
  await page.getByTestId('variants').getByRole('button').first().click();
  await whenData(page, 'prediction', { state: 'ready' });
  await page.getByTestId('varyShape').waitFor({ state: 'hidden' });
});

test('each switch acts on the run that goes on', async () => {
  const page = await open('&varyShape=1&varyElastic=1&varyPen=1&varyGaps=1');
  expect(await page.getByTestId('varyGaps').isChecked()).toBe(true);
  await train(page);
  await page.getByTestId('varyElastic').uncheck();
  const { step: then } = await status(page);
  await whenBeyond(page, then + 20);
  for (const kind of ['varyShape', 'varyPen', 'varyGaps']) await page.getByTestId(kind).uncheck();
  expect(await page.getByTestId('variants').count()).toBe(0);
  const { step: later } = await status(page);
  expect(later).toBeGreaterThan(then);
  await whenBeyond(page, later + 20);
  await pressUntil(page, 'train-pause', 'paused');
});

test('a link with a strength out of range falls back to the default', async () => {
  const page = await open('&varyPen=1&varyStrength=1e9');
  await expect.poll(async () => (await pictures(page)).length).toBe(12);
  expect(await page.getByTestId('varyStrength').inputValue()).toBe('1');
});
