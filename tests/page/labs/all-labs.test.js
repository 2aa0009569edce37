import { expect, test } from 'vitest';
import { follow, press } from '../actions.js';
import { dataOf, overflow } from '../readings.js';
import { faultlessPages } from '../faultless.js';
import { labs } from '../../../web/learn/chapters.js';

const open = faultlessPages();

/** All figures of a lab. */
const values = (page, lab) =>
  page
    .locator(`[data-lab="${lab}"] [data-value]`)
    .evaluateAll((all) => all.map((element) => element.getAttribute('data-value')));

/** Moves the lab's main control by one step, by keyboard. */
async function moveMainControl(page) {
  const control = page
    .locator('[data-main]')
    .locator('input, button, select, [tabindex="0"]')
    .or(page.locator('input[data-main], button[data-main]'))
    .first();
  const isButton = await control.evaluate((element) => element.localName === 'button');
  await control.press(isButton ? 'Enter' : 'ArrowRight');
}

test.each([
  ['English', 'en-US', { width: 1280, height: 900 }],
  ['Chinese', 'zh-CN', { width: 360, height: 740 }],
])('in %s, each lab answers to its main control and goes back', async (_, locale, viewport) => {
  const { page } = await open({ route: '#/train', locale, viewport });
  await page.getByTestId('train-start').waitFor();
  await follow(page, '#/descend?tab=plane');
  await page.getByTestId('descend-run').waitFor();
  // Each view and lab has brought its styles, which stay, and must not spoil the layout of the next.
  for (const lab of labs) {
    await follow(page, `#/learn/${lab}`);
    await page.locator(`[data-lab="${lab}"] [data-main]`).first().waitFor();
    const message = lab;
    await expect.poll(() => values(page, lab), { message }).not.toEqual([]);
    for (const plot of await page.locator('[data-main] dd-plot').all())
      await expect
        .poll(async () => (await plot.boundingBox())?.width, { message })
        .toBeGreaterThan(250);

    const before = await values(page, lab);
    await moveMainControl(page);
    await expect.poll(() => values(page, lab), { message }).not.toEqual(before);
    expect(await page.getByTestId('lab-problem').isVisible(), lab).toBe(false);

    await press(page, 'lab-reset');
    await expect.poll(() => values(page, lab), { message }).toEqual(before);
    const text = await page.locator('main').innerText();
    expect(text, lab).not.toMatch(/undefined|NaN|\[object/);
    expect(await overflow(page), lab).toBe(0);
    for (const formula of await page.locator('main dd-formula').all())
      await expect.poll(() => formula.locator('math').count(), { message }).toBe(1);
    expect(await page.locator('.tml-error, merror').count(), lab).toBe(0);
  }
});

test('the labs are walked through in order, and those tried are marked', async () => {
  const { page } = await open({ route: '#/learn' });
  expect(await page.locator('[data-testid^="learn-lab-"]').count()).toBe(labs.length);
  await press(page, 'learn-next');
  await page.locator(`[data-lab="${labs[0]}"]`).waitFor();
  await press(page, 'learn-next');
  await page.locator(`[data-lab="${labs[1]}"]`).waitFor();
  await moveMainControl(page);
  await press(page, 'learn-list');
  expect(await dataOf(page, 'learn-progress')).toBe('1');
  await page.reload();
  await expect.poll(() => dataOf(page, 'learn-progress')).toBe('1');
  await press(page, 'learn-forget');
  expect(await page.getByTestId('learn-progress').count()).toBe(0);
});

test('a lab that nobody knows leads to the list', async () => {
  const { page } = await open({ route: '#/learn/alchemy' });
  await page.getByTestId('learn-next').waitFor();
  expect(await page.title()).toBe('Learn · Digit Descent');
});
