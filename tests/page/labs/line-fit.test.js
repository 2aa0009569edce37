import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('line-fit', '[data-testid="lab-plot"]');

const state = (page, name) => page.getByTestId(`lab-state-${name}`).getAttribute('data-state');
const points = (page) => page.getByTestId('lab-plot').locator('.plot-point');

test('three methods stand side by side with the reference values', async () => {
  const page = await openLab();
  expect((await figureValue(page, 'best-w')).toFixed(6)).toBe('0.969925');
  expect((await figureValue(page, 'best-b')).toFixed(6)).toBe('0.515789');
  expect((await figureValue(page, 'descent-w')).toFixed(6)).toBe('0.969922');
  expect((await figureValue(page, 'descent-b')).toFixed(6)).toBe('0.515833');
  expect(await figureValue(page, 'neuron-w')).toBeCloseTo(0.97, 1);
  expect(await state(page, 'descent')).toBe('arrived');
});

test('a point is dragged by mouse, moved by keys, added, placed and removed', async () => {
  const page = await openLab();
  const before = await figureValue(page, 'best-w');
  await dragByMouse(page, points(page).nth(19), 0, 120);
  const dragged = await figureValue(page, 'best-w');
  expect(dragged).toBeLessThan(before - 0.02);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => figureValue(page, 'best-w')).toBeGreaterThan(dragged);

  await page.getByTestId('lab-point-y').fill('Infinity');
  await page.getByTestId('lab-point-y').press('Enter');
  expect(await page.locator('#lab-point-y-problem').innerText()).toContain('“Infinity”');
  await page.getByTestId('lab-point-y').fill('21');
  await page.getByTestId('lab-point-y').press('Enter');
  await expect.poll(() => figureValue(page, 'best-w')).toBe(before);
  await page.getByTestId('lab-remove').click();
  expect(await points(page).count()).toBe(19);
  const box = await page.getByTestId('lab-plot').boundingBox();
  await page.mouse.click(box.x + 0.8 * box.width, box.y + 0.8 * box.height);
  expect(await points(page).count()).toBe(20);
  await page.keyboard.press('Control+z');
  await expect.poll(() => points(page).count()).toBe(19);
});

test('a finger drags a point on a phone', async () => {
  const page = await openLab('', phone);
  const before = await figureValue(page, 'best-b');
  await page.locator('.lab-formula math').waitFor(); // what stands above the plot has its height
  await page.getByTestId('lab-plot').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await dragByTouch(page, points(page).nth(0), 0, -90);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect.poll(() => figureValue(page, 'best-b')).toBeGreaterThan(before + 0.5);
});

test('points above one another have no formula, which is said, and descent goes on', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-alike').click();
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('x = 10');
  expect(await page.locator('[data-figure="best-w"]').count()).toBe(0);
  expect(await state(page, 'descent')).toBe('arrived');
  await page.goto('#/learn/line-fit?points=none');
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('no points');
  await page.goto('#/learn/line-fit?points=1,2');
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('One point');
});

test('an η above the valley’s diverges; the servers do until x is standardised', async () => {
  const page = await openLab('?data=servers');
  expect(await state(page, 'descent')).toBe('diverged');
  await page.getByTestId('lab-standardised').check();
  await expect.poll(() => state(page, 'descent')).toBe('arrived');
  expect(await figureValue(page, 'descent-answer')).toBeCloseTo(
    await figureValue(page, 'best-answer'),
    3,
  );
  await page.getByTestId('lab-try-diverge').click();
  await expect.poll(() => figureValue(page, 'descent-w')).toBeGreaterThan(10);
});

test('a run goes on by itself, stops, and stands in the link', async () => {
  const page = await openLab();
  await page.getByTestId('lab-restart').click();
  await page.getByTestId('lab-run').click();
  const steps = () => page.getByTestId('lab-state-descent').getAttribute('data-value').then(Number);
  await expect.poll(steps, { timeout: 20_000 }).toBeGreaterThan(20);
  await page.getByTestId('lab-run').click();
  const stopped = await steps();
  await expect.poll(() => page.url()).toContain(`steps=${stopped}`);
  const w = await figureValue(page, 'descent-w');
  await page.reload();
  await expect.poll(() => figureValue(page, 'descent-w')).toBe(w);
});

test('a hostile link falls back to the points as they were', async () => {
  const page = await openLab('?points=1,2,x&w=Infinity&steps=-3&rate=abc&batch=1e9');
  expect((await figureValue(page, 'best-w')).toFixed(6)).toBe('0.969925');
  expect(await points(page).count()).toBe(20);
  await page.goto('#/learn/line-fit?points=1e300,2,3,4');
  await page.reload();
  await expect.poll(() => points(page).count()).toBe(20);
});
