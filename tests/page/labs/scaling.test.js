import { afterAll, afterEach, expect, test } from 'vitest';
import { closeBrowser, openPage } from '../harness.js';

let opened;

async function openLab(parameters = '', options = {}) {
  opened = await openPage({ route: `#/learn/scaling${parameters}`, ...options });
  await opened.page.getByTestId('lab-inputs').waitFor();
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
const state = (page, side) => page.getByTestId(`lab-${side}`).getAttribute('data-state');
const handle = (page, index) => page.getByTestId('lab-inputs').locator(`[data-index="${index}"]`);
const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

test('mean and deviation of the input are dragged by mouse and moved by keys', async () => {
  const page = await openLab();
  expect(await value(page, 'treated-condition')).toBe(1);
  expect(await value(page, 'treated-steps')).toBe(1);
  const before = await value(page, 'raw-condition');
  const { x, y } = await middle(handle(page, 0));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 3 });
  await page.mouse.up();
  const dragged = await value(page, 'raw-condition');
  expect(dragged).toBeGreaterThan(2 * before);
  await handle(page, 1).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => value(page, 'raw-condition')).toBeLessThan(dragged);
  expect(await value(page, 'treated-condition')).toBe(1);
  await page.getByTestId('lab-undo').click();
  await page.getByTestId('lab-undo').click();
  await expect.poll(() => value(page, 'raw-condition')).toBe(before);
});

test('a finger drags the mean', async () => {
  const page = await openLab('', {
    viewport: { width: 390, height: 844 },
    contextOptions: { hasTouch: true, isMobile: true },
  });
  const before = await value(page, 'raw-condition');
  await page.getByTestId('lab-inputs').scrollIntoViewIfNeeded();
  const { x, y } = await middle(handle(page, 0));
  const session = await page.context().newCDPSession(page);
  const touch = (type, dx) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: dx === null ? [] : [{ x: x + dx, y }] }); // prettier-ignore
  await touch('touchStart', 0);
  for (const dx of [-6, -15, -22]) await touch('touchMove', dx);
  await touch('touchEnd', null);
  await expect.poll(() => value(page, 'raw-condition')).toBeLessThan(before / 2);
});

test('the η of the round valley breaks the raw one; so does 4 % more than its best', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-shared').click();
  await expect.poll(() => state(page, 'raw')).toBe('diverged');
  expect(await state(page, 'treated')).toBe('arrived');
  await page.getByTestId('lab-try-edge').click();
  await expect.poll(() => value(page, 'raw-rate')).toBeLessThan(0.5);
  expect(await state(page, 'raw')).toBe('diverged');
  expect(await state(page, 'treated')).toBe('arrived');
});

test('an input that does not vary is spoken of; what is no number is refused', async () => {
  const page = await openLab();
  await page.getByTestId('lab-try-constant').click();
  await expect.poll(() => page.getByTestId('lab-say').isVisible()).toBe(true);
  expect(await value(page, 'raw-condition')).toBe(Infinity);
  for (const typed of ['', 'NaN', '-1', '7']) {
    await page.getByTestId('lab-spread-typed').fill(typed);
    await page.getByTestId('lab-spread-typed').press('Enter');
    await expect
      .poll(() => page.locator('#lab-spread-typed-problem').innerText())
      .toContain(typed ? `“${typed}”` : 'The field is empty');
  }
  await page.getByTestId('lab-spread-typed').fill('0.5');
  await page.getByTestId('lab-spread-typed').press('Enter');
  await expect.poll(() => value(page, 'treated-steps')).toBe(1);
  expect(await page.getByTestId('lab-say').isVisible()).toBe(false);
});

test('a link restores the state, a hostile one falls back', async () => {
  const page = await openLab('?offset=5&spread=2&treatment=centred&times=0.5');
  const steps = await value(page, 'raw-steps');
  expect(await value(page, 'treated-condition')).toBe(4);
  await page.getByTestId('lab-map-raw').click({ position: { x: 200, y: 60 } });
  await expect.poll(() => page.url()).toContain('&w=');
  await page.reload();
  await page.getByTestId('lab-inputs').waitFor();
  expect(await value(page, 'treated-condition')).toBe(4);
  expect(steps).toBeGreaterThan(10);
  await page.goto(opened.url + '#/learn/scaling?offset=1e9&spread=x&treatment=magic&w=Infinity');
  await expect.poll(() => value(page, 'raw-condition')).toBeCloseTo(33.97, 2);
});
