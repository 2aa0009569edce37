import { expect, test } from 'vitest';
import { drag, press, pressTimes, type } from '../actions.js';
import { dataOf, placeIn, problemOf, valueOf } from '../readings.js';
import { copyOf, faultlessDescend, slideRate } from './descending.js';
import { lastRow, readTable, whenAtStep } from './table.js';

const openNoise = faultlessDescend('?tab=noise', (page) =>
  page.getByTestId('descend-noise').waitFor(),
);

const kinds = ['full', 'mini', 'single'];
const values = (page) => Promise.all(kinds.map((kind) => valueOf(page, `descend-${kind}-value`)));
const words = (page, kind) => dataOf(page, `descend-${kind}-words`, 'behaviour');

test('the fewer the points of a step, the noisier the way', async () => {
  const page = await openNoise();
  const [before] = await values(page);
  expect(await values(page)).toEqual([before, before, before]);
  await pressTimes(page, 'descend-step', 3);
  await whenAtStep(page, 3);
  const after = await values(page);
  expect(new Set(after).size).toBe(3);
  for (const value of after) expect(value).toBeLessThan(before);
  await press(page, 'descend-reset');
  expect((await readTable(page)).length).toBe(1);
  await page.goto('#/descend?tab=noise&steps=400');
  await whenAtStep(page, 400);
  expect(await words(page, 'full')).toBe('converged');
  expect(await words(page, 'single')).toBe('wandering');
});

test('the full batch comes to the least-squares line; an η that is too large diverges, and is mended', async () => {
  const page = await openNoise('&steps=400&shown=full&scaling=standard');
  const [, w, b] = await lastRow(page);
  // z = (x − 10.5) / √33.25 for x = 1 … 20
  expect(w / Math.sqrt(33.25)).toBeCloseTo(0.969925, 6);
  expect(b - (w * 10.5) / Math.sqrt(33.25)).toBeCloseTo(0.515789, 5);

  await page.goto('#/descend?tab=noise&learningRate=9&steps=2000');
  for (const kind of kinds) await expect.poll(() => words(page, kind)).toBe('diverged');
  expect((await readTable(page)).flat().every(Number.isFinite)).toBe(true);
  await slideRate(page, 0.1);
  expect(await words(page, 'full')).toBe('converged');
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
    expect(await problemOf(page, 'descend-batchSize')).toContain(`“${typed}”`);
    expect((await values(page))[1]).toBe(full);
  }
});

test('the start is dragged in any of the maps, and moved by keys', async () => {
  const page = await openNoise();
  const map = page.getByTestId('descend-panel-single');
  await drag(page, await placeIn(map, 0.6, 0.2), await placeIn(map, 0.8, 0.8));
  const [, w, b] = (await readTable(page))[0];
  expect(w).toBeGreaterThan(5);
  expect(b).toBeLessThan(5);
  await page.keyboard.press('ArrowLeft');
  expect((await readTable(page))[0][1]).toBeLessThan(w);
  await expect.poll(() => page.url()).toMatch(/&w=.*&b=/);
});

test('a copied link opens the same picture', async () => {
  const page = await openNoise();
  await type(page, 'descend-seed', '5');
  await page.getByTestId('descend-scaling').selectOption('unit');
  await page.getByTestId('descend-shown').selectOption('single');
  await pressTimes(page, 'descend-step', 4);
  await expect.poll(() => page.url()).toContain('steps=4');
  const copy = await copyOf(page);
  expect(await readTable(copy)).toEqual(await readTable(page));
  expect(await values(copy)).toEqual(await values(page));
});
