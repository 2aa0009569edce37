import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, figureValue } from '../dragging.js';
import { faultlessLab } from '../faultless.js';
import { phone } from '../harness.js';

const openLab = faultlessLab('curve-fit', '[data-testid="lab-plot"]');

const whenAt = (page, steps) =>
  expect.poll(() => figureValue(page, 'steps'), { timeout: 20_000 }).toBe(steps);
const units = (page) => page.locator('.curve-part');
const points = (page) => page.getByTestId('lab-plot').locator('.plot-point');

test('the units are drawn as they add up, by mouse and by keys', async () => {
  const page = await openLab();
  await whenAt(page, 1000);
  expect(await units(page).count()).toBe(4);
  const four = await figureValue(page, 'loss');
  await page.getByTestId('lab-units').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => units(page).count()).toBe(1);
  await whenAt(page, 1000);
  expect(await figureValue(page, 'loss')).toBeGreaterThan(5 * four);
  await page.getByTestId('lab-units').focus();
  await page.keyboard.press('End');
  await expect.poll(() => units(page).count()).toBe(12);
  const box = await page.getByTestId('lab-shown').boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => page.locator('.curve-part--left').count()).toBe(6);
  await page.keyboard.press('End'); // all of them, however many there are
  await page.getByTestId('lab-units').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => page.getByTestId('lab-shown-typed').inputValue()).toBe('1');
});

test('a point is dragged by mouse and by a finger, and becomes the reader’s own', async () => {
  const page = await openLab('?units=6', phone);
  await whenAt(page, 1000);
  await page.locator('.lab-formula math').waitFor(); // what stands above the plot has its height
  const before = await figureValue(page, 'loss');
  await page.getByTestId('lab-plot').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await dragByTouch(page, points(page).nth(12), 0, -90);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect.poll(() => page.getByTestId('lab-target-own').isChecked()).toBe(true);
  await expect.poll(() => figureValue(page, 'loss')).not.toBe(before);
  await whenAt(page, 1000);
  const touched = await figureValue(page, 'loss');
  await dragByMouse(page, points(page).nth(3), 0, -60);
  await expect.poll(() => figureValue(page, 'loss')).not.toBe(touched);
  await page.keyboard.press('Delete');
  await expect.poll(() => points(page).count()).toBe(23);
});

test('a run goes on by itself, stops, and stands in the link', async () => {
  const page = await openLab('?steps=0');
  const before = await figureValue(page, 'loss');
  await page.getByTestId('lab-run').click();
  await expect.poll(() => figureValue(page, 'steps'), { timeout: 20_000 }).toBeGreaterThan(30);
  await page.getByTestId('lab-run').click();
  const steps = await figureValue(page, 'steps');
  expect(await figureValue(page, 'loss')).toBeLessThan(before);
  await expect.poll(() => page.url()).toContain(`steps=${steps}`);
  const loss = await figureValue(page, 'loss');
  await page.reload();
  await whenAt(page, steps);
  expect(await figureValue(page, 'loss')).toBe(loss);
});

test('many units overfit, a large η kills ReLUs or diverges, and it is said', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-over').click();
  await whenAt(page, 5000);
  expect(await figureValue(page, 'loss')).toBeLessThan(0.01);
  expect(await figureValue(page, 'held-out-loss')).toBeGreaterThan(0.1);
  await page.getByTestId('lab-try-dead').click();
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('dead');
  expect(await figureValue(page, 'dead')).toBe(12);
  await page.getByTestId('lab-rate-typed').fill('10');
  await page.getByTestId('lab-rate-typed').press('Enter');
  await page.getByTestId('lab-activation-leakyRelu').check();
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('Diverged');
  await page.getByTestId('lab-reset').click();
  await whenAt(page, 1000);
  expect(await page.getByTestId('lab-say').isVisible()).toBe(false);
});

test('no points, points above one another and a hostile link leave it working', async () => {
  const page = await openLab('?target=own&points=none');
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('no points');
  const box = await page.getByTestId('lab-plot').boundingBox();
  await page.mouse.click(box.x + 0.5 * box.width, box.y + 0.3 * box.height);
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('One point');
  await page.goto('#/learn/curve-fit?target=own&points=0.5,1,0.5,-1');
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('above one another');
  await page.goto('#/learn/curve-fit?target=own&points=1e9,x,&units=99&rate=NaN');
  await expect.poll(() => points(page).count()).toBe(24);
  expect(await units(page).count()).toBe(4);
  await page.getByTestId('lab-units-typed').fill('two');
  await page.getByTestId('lab-units-typed').press('Enter');
  expect(await page.locator('#lab-units-typed-problem').innerText()).toContain('“two”');
});
