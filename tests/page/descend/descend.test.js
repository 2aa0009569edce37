import { describe, expect, test } from 'vitest';
import { goTo, press, pressTimes, type } from '../actions.js';
import { boxOf, overflow, placeIn, textOf, valueOf } from '../readings.js';
import { phone } from '../harness.js';
import { chooseFunction, copyOf, faultlessDescend, slideRate } from './descending.js';
import { readTable, whenAtStep, whenTable } from './table.js';

const openDescend = faultlessDescend();

const start = async (page) => (await readTable(page))[0][1];

/** A place in the plot as shares of its width and height. */
const place = (page, across, down) => placeIn(page.getByTestId('descend-plot'), across, down);

describe('the start', () => {
  test('is dragged by the mouse, and the path follows', async () => {
    const page = await openDescend('?tab=line&steps=3&learningRate=0.25');
    await page.mouse.move(...(await placeIn(page.getByTestId('descend-start-handle'))));
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
    expect(await valueOf(page, 'descend-rate-value')).toBe(0.8);
  });
});

test('η goes by keys, and Tab reaches what a descent needs', async () => {
  const page = await openDescend();
  await page.getByTestId('descend-rate').press('ArrowRight');
  expect(await valueOf(page, 'descend-rate-value')).toBe(0.5);
  await page.keyboard.press('PageDown');
  expect(await valueOf(page, 'descend-rate-value')).toBe(0.05);
  await page.getByTestId('descend-function').focus();
  const reached = new Set();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')));
  }
  for (const id of ['start', 'start-handle', 'rate', 'step', 'run', 'back', 'reset', 'optimizer'])
    expect(reached, id).toContain(`descend-${id}`);
  await page.getByTestId('descend-step').press('Enter');
  await whenAtStep(page, 1);
});

test('a path that leaves the picture is said to, and fits in when asked', async () => {
  const page = await openDescend('?tab=line&learningRate=1.2&steps=6');
  await page.getByTestId('descend-outside').waitFor();
  const ball = await boxOf(page.getByTestId('descend-outside-mark'));
  const plot = await boxOf(page.getByTestId('descend-plot'));
  expect(ball.x).toBeGreaterThanOrEqual(plot.x);
  expect(ball.y).toBeGreaterThanOrEqual(plot.y - 8);
  await press(page, 'descend-fit');
  expect(await page.getByTestId('descend-outside').count()).toBe(0);
  expect(await page.getByTestId('descend-outside-mark').count()).toBe(0);
  await press(page, 'descend-unfit');
  await page.getByTestId('descend-outside').waitFor();
});

test('a copied link opens the same picture', async () => {
  const page = await openDescend();
  await chooseFunction(page, 'double-well');
  await page.getByTestId('descend-optimizer').selectOption('momentum');
  await type(page, 'descend-momentum', '0.7');
  await type(page, 'descend-start', '-1.7');
  await slideRate(page, 0.02);
  await pressTimes(page, 'descend-step', 7);
  const rows = await readTable(page);
  await expect.poll(() => page.url()).toContain('steps=7');
  const copy = await copyOf(page);
  expect(await readTable(copy)).toEqual(rows);
  const picture = async (tab) =>
    (await tab.getByTestId('descend-plot').innerHTML()).replace(/<!--.*?-->/g, '');
  await expect.poll(() => picture(copy)).toBe(await picture(page));
});

test('each tab and the view itself are as they were left', async () => {
  const page = await openDescend();
  await pressTimes(page, 'descend-step', 3);
  await press(page, 'descend-tab-noise');
  await page.getByTestId('descend-noise').waitFor();
  await pressTimes(page, 'descend-step', 2);
  await press(page, 'descend-tab-line');
  await page.getByTestId('descend-plot').waitFor();
  await whenAtStep(page, 3);
  await page.goBack();
  await page.getByTestId('descend-noise').waitFor();
  await whenAtStep(page, 2);
  await goTo(page, 'train');
  await goTo(page, 'descend');
  await page.getByTestId('descend-noise').waitFor();
  await whenAtStep(page, 2);
  expect(page.url()).toContain('tab=noise');
  expect(await page.getByTestId('descend-table').count()).toBe(1);
});

test('a function of two variables is shown by its own tab, and one of one by this', async () => {
  const page = await openDescend('?tab=line&steps=3');
  await chooseFunction(page, 'bowl');
  await page.locator('dd-descend-plane').waitFor();
  const shown = () => page.getByTestId('descend-function').inputValue();
  await expect.poll(shown).toBe('bowl');
  await chooseFunction(page, 'own-2');
  await expect.poll(shown).toBe('own-2');
  await chooseFunction(page, 'absolute');
  await page.locator('dd-descend-line').waitFor();
  expect(await shown()).toBe('absolute');
  expect((await readTable(page)).length).toBe(1);
  await page.goBack();
  await page.locator('dd-descend-plane').waitFor();
  expect(await page.getByTestId('descend-table').count()).toBe(1);
});

test('both languages say what happens', async () => {
  const page = await openDescend('?tab=line&learningRate=1.1', { locale: 'zh-CN' });
  expect(await textOf(page, 'descend-words')).toContain('发散');
  expect(await textOf(page, 'descend-step')).toBe('走一步');
  await press(page, 'language');
  expect(await textOf(page, 'descend-words')).toContain('diverges');
  expect(await textOf(page, 'descend-step')).toBe('Step');
});

test('on a phone the curve, η, step and run are on the first screen', async () => {
  for (const locale of ['en-US', 'zh-CN']) {
    const page = await openDescend('', { ...phone, locale });
    for (const id of ['plot', 'words', 'rate', 'step', 'run', 'back', 'reset']) {
      const box = await boxOf(page.getByTestId(`descend-${id}`));
      expect(box.y, id).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, id).toBeLessThanOrEqual(844);
    }
    const { width, height } = await boxOf(page.getByTestId('descend-step'));
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
  const page = await openDescend('', { viewport: { width: 360, height: 740 } });
  for (const tab of tabs) {
    await page.goto(`#/descend${tab}`);
    await whenTable(page);
    for (let language = 0; language < 2; language++) {
      await expect.poll(() => overflow(page), { message: tab }).toBe(0);
      await press(page, 'language');
    }
  }
});
