import { describe, expect, test } from 'vitest';
import { labs } from '../../../web/learn/chapters.js';
import { faultlessPages } from '../faultless.js';

const open = faultlessPages();

/** All figures of the lab that is shown. */
const values = (page) =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll('[data-lab] [data-value]'),
      ({ dataset }) => dataset.value,
    ),
  );

/** Moves the lab's main control by one step, by keyboard. */
async function moveMainControl(page) {
  const control = page
    .locator('[data-main]')
    .locator('input, button, select, [tabindex="0"]')
    .or(page.locator('input[data-main], button[data-main]'))
    .first();
  const isButton = await control.evaluate((element) => element.localName === 'button');
  await control.focus();
  await page.keyboard.press(isButton ? 'Enter' : 'ArrowRight');
}

describe.each([
  ['English', 'en-US', { width: 1280, height: 900 }],
  ['Chinese', 'zh-CN', { width: 360, height: 740 }],
])('in %s', (_, locale, viewport) => {
  test.each(labs)('the lab %s answers to its main control and goes back', async (lab) => {
    const { page } = await open({ route: `#/learn/${lab}`, locale, viewport });
    await page.locator(`[data-lab="${lab}"] .lab-controls`).first().waitFor();
    await expect.poll(() => values(page)).not.toEqual([]);
    const before = await values(page);
    await moveMainControl(page);
    await expect.poll(() => values(page)).not.toEqual(before);
    expect(await page.locator('.lab-problem').isVisible()).toBe(false);

    await page.getByTestId('lab-reset').click();
    await expect.poll(() => values(page)).toEqual(before);
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    const overflow = () => document.documentElement.scrollWidth - innerWidth;
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    for (const formula of await page.locator('dd-formula').all())
      await expect.poll(() => formula.locator('math').count()).toBe(1);
    expect(await page.locator('.tml-error, merror').count()).toBe(0);
  });
});

test('the labs are walked through in order, and those tried are marked', async () => {
  const { page } = await open({ route: '#/learn' });
  expect(await page.locator('.chapter li').count()).toBe(labs.length);
  await page.getByTestId('learn-next').click();
  await page.locator(`[data-lab="${labs[0]}"]`).waitFor();
  await page.getByTestId('learn-next').click();
  await page.locator(`[data-lab="${labs[1]}"]`).waitFor();
  await moveMainControl(page);
  await page.getByTestId('learn-list').click();
  expect(await page.getByTestId('learn-progress').getAttribute('data-value')).toBe('1');
  await page.reload();
  await expect.poll(() => page.getByTestId('learn-progress').getAttribute('data-value')).toBe('1');
  await page.getByTestId('learn-forget').click();
  expect(await page.getByTestId('learn-progress').count()).toBe(0);
});

test('labs do not spoil one another’s layout, nor do the other views', async () => {
  const { page } = await open({ route: '#/train' });
  await page.getByTestId('train-start').waitFor();
  const go = async (route, ready) => {
    await page.evaluate((hash) => (location.hash = hash), route);
    await page.locator(ready).first().waitFor();
  };
  await go('#/descend?tab=plane', '[data-testid="descend-run"]');
  // Each has brought its styles, which stay.
  for (const lab of labs) {
    await go(`#/learn/${lab}`, `[data-lab="${lab}"] .lab-controls`);
    for (const plot of await page.locator('[data-main] dd-plot').all())
      await expect
        .poll(async () => (await plot.boundingBox())?.width ?? 0, lab)
        .toBeGreaterThan(250);
  }
});

test('a lab that nobody knows leads to the list', async () => {
  const { page } = await open({ route: '#/learn/alchemy' });
  await page.getByTestId('learn-next').waitFor();
  expect(await page.title()).toBe('Learn · Digit Descent');
});
