import { describe, expect, test } from 'vitest';
import {
  clickTimes,
  dataValue,
  readTable,
  slideRate,
  whenAtStep,
  descendPages,
} from './descending.js';
import { type } from '../dragging.js';
import { phone } from '../harness.js';

const openDescend = descendPages();

const start = async (page) => (await readTable(page))[0][1];

/** A place in the plot as shares of its width and height. */
async function place(page, across, down) {
  const box = await page.getByTestId('descend-plot').boundingBox();
  return [box.x + across * box.width, box.y + down * box.height];
}

const gripOf = async (page) => {
  const box = await page.getByTestId('descend-start-handle').locator('.dot').boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};

describe('the start', () => {
  test('is dragged by the mouse, and the path follows', async () => {
    const page = await openDescend('?tab=line&steps=3&learningRate=0.25');
    await page.mouse.move(...(await gripOf(page)));
    await page.mouse.down();
    await page.mouse.move(...(await place(page, 0.3, 0.5)), { steps: 4 });
    const dragged = await start(page);
    expect(dragged).toBeLessThan(-0.5);
    const rows = await readTable(page);
    expect(rows.length).toBe(4);
    expect(rows[3][1]).toBeCloseTo(dragged / 8, 10);
    await page.mouse.move(-50, 10);
    expect(await start(page)).toBe(-2); // no further than the picture
    await page.mouse.up();
    await page.mouse.move(...(await place(page, 0.8, 0.5)));
    expect(await start(page)).toBe(-2);
  });

  test('is moved by keys', async () => {
    const page = await openDescend();
    await page.getByTestId('descend-start-handle').focus();
    const expected = { ArrowLeft: 1.1, 'Shift+ArrowRight': 1.11, End: 2, Home: -2, PageUp: -1.5 };
    for (const [key, value] of Object.entries(expected)) {
      await page.keyboard.press(key);
      expect(await start(page), key).toBeCloseTo(value, 12);
    }
  });

  test('goes where a finger taps', async () => {
    const page = await openDescend('', phone);
    await page.touchscreen.tap(...(await place(page, 0.3, 0.5)));
    expect(await start(page)).toBeLessThan(-0.5);
    await page.getByTestId('descend-step').tap();
    await page.locator('dd-rate-field [data-rate="0.8"]').tap();
    expect((await readTable(page)).length).toBe(2);
    expect(await dataValue(page, 'descend-rate-value')).toBe(0.8);
  });
});

test('η goes by keys, and Tab reaches what a descent needs', async () => {
  const page = await openDescend();
  await page.getByTestId('descend-rate').focus();
  await page.keyboard.press('ArrowRight');
  expect(await dataValue(page, 'descend-rate-value')).toBe(0.5);
  await page.keyboard.press('PageDown');
  expect(await dataValue(page, 'descend-rate-value')).toBe(0.05);
  await page.getByTestId('descend-function').focus();
  const reached = new Set();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement.dataset.testid));
  }
  for (const id of ['start', 'start-handle', 'rate', 'step', 'run', 'back', 'reset', 'optimizer'])
    expect(reached, id).toContain(`descend-${id}`);
  await page.getByTestId('descend-step').press('Enter');
  await whenAtStep(page, 1);
});

test('a path that leaves the picture is said to, and fits in when asked', async () => {
  const page = await openDescend('?tab=line&learningRate=1.2&steps=6');
  await page.getByTestId('descend-outside').waitFor();
  const ball = await page.locator('.curve-outside').boundingBox();
  const plot = await page.getByTestId('descend-plot').boundingBox();
  expect(ball.x).toBeGreaterThanOrEqual(plot.x);
  expect(ball.y).toBeGreaterThanOrEqual(plot.y - 8);
  await page.getByTestId('descend-fit').click();
  expect(await page.getByTestId('descend-outside').count()).toBe(0);
  expect(await page.locator('.curve-outside').count()).toBe(0);
  await page.getByTestId('descend-unfit').click();
  await page.getByTestId('descend-outside').waitFor();
});

test('a copied link opens the same picture', async () => {
  const page = await openDescend();
  await page.getByTestId('descend-function').selectOption('double-well');
  await page.getByTestId('descend-optimizer').selectOption('momentum');
  await type(page, 'descend-momentum', '0.7');
  await type(page, 'descend-start', '-1.7');
  await slideRate(page, 0.02);
  await clickTimes(page, 'descend-step', 7);
  const rows = await readTable(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('steps=7');
  const copy = await page.context().newPage();
  await copy.goto(page.url());
  await copy.getByTestId('descend-table').waitFor();
  expect(await readTable(copy)).toEqual(rows);
  const picture = async (tab) =>
    (await tab.getByTestId('descend-plot').innerHTML()).replace(/<!--.*?-->/g, '');
  await expect.poll(() => picture(copy)).toBe(await picture(page));
});

test('each tab and the view itself are as they were left', async () => {
  const page = await openDescend();
  await clickTimes(page, 'descend-step', 3);
  await page.getByTestId('descend-tab-noise').click();
  await page.getByTestId('descend-noise').waitFor();
  await clickTimes(page, 'descend-step', 2);
  await page.getByTestId('descend-tab-line').click();
  await page.getByTestId('descend-plot').waitFor();
  await whenAtStep(page, 3);
  await page.goBack();
  await page.getByTestId('descend-noise').waitFor();
  await whenAtStep(page, 2);
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  await page.locator('.shell-nav a', { hasText: 'Descend' }).click();
  await page.getByTestId('descend-noise').waitFor();
  await whenAtStep(page, 2);
  expect(await page.evaluate(() => location.hash)).toContain('tab=noise');
  expect(await page.locator('[data-testid="descend-table"]').count()).toBe(1);
});

test('a function of two variables is shown by its own tab, and one of one by this', async () => {
  const page = await openDescend('?tab=line&steps=3');
  const choose = (name) => page.getByTestId('descend-function').selectOption(name);
  await choose('bowl');
  await page.locator('dd-descend-plane').waitFor();
  const shown = () => page.getByTestId('descend-function').inputValue();
  await expect.poll(shown).toBe('bowl');
  await choose('own-2');
  await expect.poll(shown).toBe('own-2');
  await choose('absolute');
  await page.locator('dd-descend-line').waitFor();
  expect(await shown()).toBe('absolute');
  expect((await readTable(page)).length).toBe(1);
  await page.goBack();
  await page.locator('dd-descend-plane').waitFor();
  expect(await page.getByTestId('descend-table').count()).toBe(1);
});

test('both languages say what happens', async () => {
  const page = await openDescend('?tab=line&learningRate=1.1', { locale: 'zh-CN' });
  expect(await page.getByTestId('descend-words').innerText()).toContain('发散');
  expect(await page.getByTestId('descend-step').innerText()).toBe('走一步');
  await page.getByTestId('language').click();
  expect(await page.getByTestId('descend-words').innerText()).toContain('diverges');
  expect(await page.getByTestId('descend-step').innerText()).toBe('Step');
});

test('on a phone the curve, η, step and run are on the first screen', async () => {
  for (const locale of ['en-US', 'zh-CN']) {
    const page = await openDescend('', { ...phone, locale });
    for (const id of ['plot', 'words', 'rate', 'step', 'run', 'back', 'reset']) {
      const box = await page.getByTestId(`descend-${id}`).boundingBox();
      expect(box.y, id).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, id).toBeLessThanOrEqual(844);
    }
    const { width, height } = await page.getByTestId('descend-step').boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await page.context().close();
  }
});

test('a narrow screen is never scrolled sideways', async () => {
  const tabs = [
    '?tab=line',
    '?tab=line&function=expression&expression=x%5E2%2Bfoo&optimizer=adam',
    '?tab=line&learningRate=5&steps=40',
    '?tab=noise&steps=20',
  ];
  for (const locale of ['en-US', 'zh-CN']) {
    for (const tab of tabs) {
      const page = await openDescend(tab, { viewport: { width: 360, height: 740 }, locale });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBe(360);
      await page.context().close();
    }
  }
});
