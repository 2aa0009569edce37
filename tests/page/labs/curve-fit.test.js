import { afterAll, afterEach, expect, test } from 'vitest';
import { closeBrowser, openPage } from '../harness.js';

let opened;

async function openLab(parameters = '', options = {}) {
  opened = await openPage({ route: `#/learn/curve-fit${parameters}`, ...options });
  await opened.page.getByTestId('lab-plot').waitFor();
  return opened.page;
}

afterEach(async () => {
  const { problems, close } = opened ?? {};
  opened = undefined;
  await close?.();
  if (problems) expect(Object.values(problems).flat()).toEqual([]);
});

afterAll(closeBrowser);

const value = async (page, name) =>
  Number(await page.locator(`[data-figure="${name}"]`).getAttribute('data-value'));
const whenAt = (page, steps) =>
  expect.poll(() => value(page, 'steps'), { timeout: 20_000 }).toBe(steps);
const units = (page) => page.locator('.curve-part');
const points = (page) => page.getByTestId('lab-plot').locator('.plot-point');
const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

test('the units are drawn as they add up, by mouse and by keys', async () => {
  const page = await openLab();
  await whenAt(page, 1000);
  expect(await units(page).count()).toBe(4);
  const four = await value(page, 'loss');
  await page.getByTestId('lab-units').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => units(page).count()).toBe(1);
  await whenAt(page, 1000);
  expect(await value(page, 'loss')).toBeGreaterThan(5 * four);
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
  const page = await openLab('?units=6', {
    viewport: { width: 390, height: 844 },
    contextOptions: { hasTouch: true },
  });
  await whenAt(page, 1000);
  await page.locator('.lab-formula math').waitFor(); // what stands above the plot has its height
  const before = await value(page, 'loss');
  await page.getByTestId('lab-plot').scrollIntoViewIfNeeded();
  const { x, y } = await middle(points(page).nth(12));
  const session = await page.context().newCDPSession(page);
  const touch = (type, dy) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: dy === null ? [] : [{ x, y: y - dy }] }); // prettier-ignore
  const scrolled = await page.evaluate(() => scrollY);
  await touch('touchStart', 0);
  for (const dy of [10, 40, 90]) await touch('touchMove', dy);
  await touch('touchEnd', null);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect.poll(() => page.getByTestId('lab-target-own').isChecked()).toBe(true);
  await expect.poll(() => value(page, 'loss')).not.toBe(before);
  await whenAt(page, 1000);
  const touched = await value(page, 'loss');
  const other = await middle(points(page).nth(3));
  await page.mouse.move(other.x, other.y);
  await page.mouse.down();
  await page.mouse.move(other.x, other.y - 60, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => value(page, 'loss')).not.toBe(touched);
  await page.keyboard.press('Delete');
  await expect.poll(() => points(page).count()).toBe(23);
});

test('a run goes on by itself, stops, and stands in the link', async () => {
  const page = await openLab('?steps=0');
  const before = await value(page, 'loss');
  await page.getByTestId('lab-run').click();
  await expect.poll(() => value(page, 'steps'), { timeout: 20_000 }).toBeGreaterThan(30);
  await page.getByTestId('lab-run').click();
  const steps = await value(page, 'steps');
  expect(await value(page, 'loss')).toBeLessThan(before);
  await expect.poll(() => page.url()).toContain(`steps=${steps}`);
  const loss = await value(page, 'loss');
  await page.reload();
  await whenAt(page, steps);
  expect(await value(page, 'loss')).toBe(loss);
});

test('many units overfit, a large η kills ReLUs or diverges, and it is said', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-over').click();
  await whenAt(page, 5000);
  expect(await value(page, 'loss')).toBeLessThan(0.01);
  expect(await value(page, 'held-out-loss')).toBeGreaterThan(0.1);
  await page.getByTestId('lab-try-dead').click();
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('dead');
  expect(await value(page, 'dead')).toBe(12);
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
  await page.goto(opened.url + '#/learn/curve-fit?target=own&points=0.5,1,0.5,-1');
  await expect.poll(() => page.getByTestId('lab-say').innerText()).toContain('above one another');
  await page.goto(opened.url + '#/learn/curve-fit?target=own&points=1e9,x,&units=99&rate=NaN');
  await expect.poll(() => points(page).count()).toBe(24);
  expect(await units(page).count()).toBe(4);
  await page.getByTestId('lab-units-typed').fill('two');
  await page.getByTestId('lab-units-typed').press('Enter');
  expect(await page.locator('#lab-units-typed-problem').innerText()).toContain('“two”');
});
