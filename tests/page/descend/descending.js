// What the tests of Descend share.
import { slide } from '../actions.js';
import { dataOf } from '../readings.js';
import { faultlessPages } from '../faultless.js';
import { whenTable } from './table.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Gives a test file its way to open a tab of Descend.
 * @param {string} [tab]  what its addresses begin with
 * @param {(page: Page) => Promise<unknown>} [ready]
 */
export function faultlessDescend(tab = '', ready = whenTable) {
  const open = faultlessPages({ ready });
  return async (query = '', options = {}) => {
    const { page } = await open({ route: `#/descend${tab}${query}`, ...options });
    return page;
  };
}

/** As a person drags the slider: its value is the exponent. @param {Page} page @param {number} rate */
export const slideRate = (page, rate) => slide(page, 'descend-rate', Math.log10(rate));

/** @param {Page} page @param {string} name */
export const chooseFunction = (page, name) =>
  page.getByTestId('descend-function').selectOption(name);

/** @param {Page} page */
export const behaviour = (page) => dataOf(page, 'descend-words', 'behaviour');

/** Opens the address of a page in another tab. @param {Page} page @param {(page: Page) => Promise<unknown>} ready */
export async function copyOf(page, ready = whenTable) {
  const copy = await page.context().newPage();
  await copy.goto(page.url());
  await ready(copy);
  return copy;
}
