import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { openTrain, status, whenBeyond, whenState } from './training.js';

const openRun = faultlessPages({ open: openTrain });

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
        const { data } = canvas.getContext('2d').getImageData(0, 0, 28, 28);
        return data.filter((_, i) => i % 4 === 3).join();
      }),
    );

/** Opens the section, which is closed until something in it is chosen. */
async function openSection(page) {
  const section = page.locator('details', { has: page.locator('dd-augmentation-fields') });
  if (!(await section.evaluate((element) => element.open)))
    await section.locator('summary').click();
}

test('variants are shown, stronger and of other digits, and one opens in Draw', async () => {
  const page = await open();
  await openSection(page);
  expect(await page.getByTestId('variants').count()).toBe(0);
  await page.getByTestId('varyShape').check();
  await expect.poll(async () => new Set(await pictures(page)).size).toBe(12);
  const weak = await pictures(page);
  await page.getByTestId('varyStrength').focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await pictures(page))[1]).not.toBe(weak[1]);
  expect((await pictures(page))[0]).toBe(weak[0]);
  await page.getByTestId('vary-another').click();
  await expect.poll(async () => (await pictures(page))[0]).not.toBe(weak[0]);
  await expect.poll(() => page.url()).toMatch(/varyShape=1.*varyStrength=2/);
  await page.getByTestId('variants').getByRole('button').first().click();
  await page.waitForSelector('[data-testid="prediction"][data-state="ready"]');
  await page.getByTestId('varyShape').waitFor({ state: 'hidden' });
});

test('each switch acts on the run that goes on', async () => {
  const page = await open('&varyShape=1&varyElastic=1&varyPen=1&varyGaps=1');
  expect(await page.getByTestId('varyGaps').isChecked()).toBe(true);
  await page.getByTestId('train-start').click();
  await whenBeyond(page, 20);
  await page.getByTestId('varyElastic').uncheck();
  const { step: then } = await status(page);
  await whenBeyond(page, then + 20);
  for (const kind of ['varyShape', 'varyPen', 'varyGaps']) await page.getByTestId(kind).uncheck();
  expect(await page.getByTestId('variants').count()).toBe(0);
  const { step: later } = await status(page);
  expect(later).toBeGreaterThan(then);
  await whenBeyond(page, later + 20);
  await page.getByTestId('train-pause').click();
  await whenState(page, 'paused');
});

test('a link with a strength out of range falls back to the default', async () => {
  const page = await open('&varyPen=1&varyStrength=1e9');
  await expect.poll(async () => (await pictures(page)).length).toBe(12);
  expect(await page.getByTestId('varyStrength').inputValue()).toBe('1');
});
