import { expect, test } from 'vitest';
import {
  clickTimes,
  dataValue,
  readTable,
  slideRate,
  whenAtStep,
  descendPages,
} from './descending.js';
import { type } from '../dragging.js';

const openDescend = descendPages();
const openNoise = (parameters = '') => openDescend(`?tab=noise${parameters}`);

const kinds = ['full', 'mini', 'single'];
const values = (page) => Promise.all(kinds.map((kind) => dataValue(page, `descend-${kind}-value`)));
const words = (page, kind) =>
  page.getByTestId(`descend-${kind}-words`).getAttribute('data-behaviour');

test('the fewer the points of a step, the noisier the way', async () => {
  const page = await openNoise();
  const [before] = await values(page);
  expect(await values(page)).toEqual([before, before, before]);
  await clickTimes(page, 'descend-step', 3);
  await whenAtStep(page, 3);
  const after = await values(page);
  expect(new Set(after).size).toBe(3);
  for (const value of after) expect(value).toBeLessThan(before);
  await page.getByTestId('descend-reset').click();
  expect((await readTable(page)).length).toBe(1);
  await page.goto('#/descend?tab=noise&steps=400');
  await whenAtStep(page, 400);
  expect(await words(page, 'full')).toBe('converged');
  expect(await words(page, 'single')).toBe('wandering');
});

test('the full batch comes to the least-squares line', async () => {
  const page = await openNoise('&steps=400&shown=full&scaling=standard');
  const [, w, b] = (await readTable(page)).at(-1);
  // z = (x − 10.5) / √33.25 for x = 1 … 20
  expect(w / Math.sqrt(33.25)).toBeCloseTo(0.969925, 6);
  expect(b - (w * 10.5) / Math.sqrt(33.25)).toBeCloseTo(0.515789, 5);
});

test('a seed repeats the noise, another one makes other noise', async () => {
  const page = await openNoise('&steps=20');
  const [full, mini, single] = await values(page);
  await type(page, 'descend-seed', '7');
  const other = await values(page);
  expect(other[0]).toBe(full);
  expect(other[1]).not.toBe(mini);
  expect(other[2]).not.toBe(single);
  await type(page, 'descend-seed', '1');
  expect(await values(page)).toEqual([full, mini, single]);
  await type(page, 'descend-batchSize', '20');
  expect((await values(page))[1]).toBe(full);
  for (const typed of ['0', '21', '2.5', 'all']) {
    await type(page, 'descend-batchSize', typed);
    expect(await page.locator('#descend-batchSize-problem').innerText()).toContain(`“${typed}”`);
    expect((await values(page))[1]).toBe(full);
  }
});

test('an η that is too large diverges in all three, which is said, and a smaller one mends it', async () => {
  const page = await openNoise('&learningRate=9&steps=2000');
  for (const kind of kinds) expect(await words(page, kind)).toBe('diverged');
  expect((await readTable(page)).flat().every(Number.isFinite)).toBe(true);
  await slideRate(page, 0.1);
  expect(await words(page, 'full')).toBe('converged');
});

test('the start is dragged in any of the maps, and moved by keys', async () => {
  const page = await openNoise();
  const map = page.getByTestId('descend-panel-single');
  const box = await map.boundingBox();
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 0.2 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.8 * box.width, box.y + 0.8 * box.height, { steps: 3 });
  await page.mouse.up();
  const [, w, b] = (await readTable(page))[0];
  expect(w).toBeGreaterThan(5);
  expect(b).toBeLessThan(5);
  await page.keyboard.press('ArrowLeft');
  expect((await readTable(page))[0][1]).toBeLessThan(w);
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/&w=.*&b=/);
});

test('a copied link opens the same picture', async () => {
  const page = await openNoise();
  await type(page, 'descend-seed', '5');
  await page.getByTestId('descend-scaling').selectOption('unit');
  await page.getByTestId('descend-shown').selectOption('single');
  await clickTimes(page, 'descend-step', 4);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('steps=4');
  const copy = await page.context().newPage();
  await copy.goto(page.url());
  await copy.getByTestId('descend-noise').waitFor();
  expect(await readTable(copy)).toEqual(await readTable(page));
  expect(await values(copy)).toEqual(await values(page));
});
