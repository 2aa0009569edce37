// What the tests of the labs share.
import { expect } from 'vitest';
import { type } from '../actions.js';
import { problemOf } from '../readings.js';
import { faultlessPages } from '../faultless.js';

export { phone } from '../harness.js';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Locator} Locator
 */

/**
 * Gives the file of a lab its way to open it, with a query such as '?rate=3'.
 * @param {string} lab  its name in the address
 */
export function faultlessLab(lab) {
  const figures = `[data-lab="${lab}"] [data-value]`;
  const open = faultlessPages({
    ready: (page) => page.locator(figures).first().waitFor({ state: 'attached' }),
  });
  return async (query = '', options = {}) => {
    const { page } = await open({ route: `#/learn/${lab}${query}`, ...options });
    return page;
  };
}

/** A figure of the lab that is shown, in full precision. @param {Page} page @param {string} name */
export const figureValue = async (page, name) =>
  Number(await page.locator(`[data-figure="${name}"]`).getAttribute('data-value'));

/** What it comes to be: a matcher that waits. @param {Page} page @param {string} name */
export const figure = (page, name) => expect.poll(() => figureValue(page, name));

/** Waits until the address has a value as the lab has it. @param {Page} page @param {string} lab @param {string} name */
export const whenInAddress = (page, lab, name) =>
  expect
    .poll(() =>
      page.locator(`dd-lab-${lab}`).evaluate((element, name) => {
        const { state } = /** @type {import('../../../web/labs/lab.js').Lab} */ (element);
        return new URLSearchParams(location.hash.split('?')[1]).get(name) === String(state[name]);
      }, name),
    )
    .toBe(true);

/** Acts, and waits until a figure is another one. @param {Page} page @param {string} name @param {() => Promise<unknown>} act */
export async function changes(page, name, act) {
  const before = await figureValue(page, name);
  await act();
  await figure(page, name).not.toBe(before);
}

/** The points of a plot that can be dragged. @param {Page} page @param {string} [plot] */
export const pointsOf = (page, plot = 'lab-plot') => page.getByTestId(plot).locator('[data-index]');

/** One of them. @param {Page} page @param {number} [index] @param {string} [plot] */
export const pointOf = (page, index = 0, plot = 'lab-plot') =>
  page.getByTestId(plot).locator(`[data-index="${index}"]`);

/** The label of a choice, which is what a finger meets. @param {Page} page @param {string} testId */
export const labelOf = (page, testId) => page.locator('label', { has: page.getByTestId(testId) });

/** The rows of a table that show data. @param {Locator} table */
export const rowsOf = (table) => table.locator('tbody tr').count();

/**
 * Types one after another what a field refuses, each with a sentence.
 * @param {Page} page
 * @param {string} field
 * @param {string[]} texts
 * @param {string | RegExp | ((typed: string) => string)} sentence
 * @param {() => Promise<unknown>} [unchanged]  checks what must be as before
 */
export async function refuses(page, field, texts, sentence, unchanged) {
  for (const text of texts) {
    await type(page, field, text);
    const expected = typeof sentence === 'function' ? sentence(text) : sentence;
    await expect.poll(() => problemOf(page, field), { message: text }).toMatch(expected);
    await unchanged?.();
  }
}
