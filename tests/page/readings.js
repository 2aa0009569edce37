// What the tests read of any page, and wait for.
import { expect } from 'vitest';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Locator} Locator
 * @typedef {[x: number, y: number]} Place  in pixels of the window
 */

/** Lets the page draw so many frames: what it does by itself in the next moment is done then. @param {Page} page */
export const frames = (page, count = 20) =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  }, count);

/** @param {Page} page @param {string} testId */
export const textOf = (page, testId) => page.getByTestId(testId).innerText();

/** @param {Page} page @param {string} testId */
export const dataOf = (page, testId, name = 'value') =>
  page.getByTestId(testId).getAttribute(`data-${name}`);

/** The number that an element stands for; NaN while there is none. @param {Page} page @param {string} testId */
export const valueOf = async (page, testId, name = 'value') =>
  parseFloat((await dataOf(page, testId, name)) ?? '');

/** What comes to be said: a matcher that waits. @param {Page} page @param {string} testId */
export const said = (page, testId) => expect.poll(() => textOf(page, testId));

/** The same of the number. @param {Page} page @param {string} testId */
export const becomes = (page, testId, name = 'value') =>
  expect.poll(() => valueOf(page, testId, name));

/** Waits until an element has all of these data. @param {Page} page @param {string} testId @param {Record<string, unknown>} data */
export const whenData = (page, testId, data) =>
  page
    .locator(`[data-testid="${testId}"]${selectorOf(data)}`)
    .waitFor({ state: 'attached', timeout: 60_000 });

/** @param {Record<string, unknown>} data */
const selectorOf = (data) =>
  Object.entries(data)
    .map(([name, value]) => `[data-${name}="${value}"]`)
    .join('');

/** What is wrong with what was typed into a field. @param {Page} page @param {string} testId */
export const problemOf = (page, testId) => page.locator(`#${testId}-problem`).innerText();

/** Where an element is in the window. @param {Locator} locator */
export async function boxOf(locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not in the page, or not shown.`);
  return box;
}

/** A place in an element, by shares of its width and height. @param {Locator} locator @returns {Promise<Place>} */
export async function placeIn(locator, across = 0.5, down = 0.5) {
  const { x, y, width, height } = await boxOf(locator);
  return [x + across * width, y + down * height];
}

/** How many pixels of a canvas have more ink than that, 0 … 255. @param {Locator} canvas */
export const inkOf = (canvas, least = 0) =>
  canvas.evaluate((element, least) => {
    const { width, height } = /** @type {HTMLCanvasElement} */ (element);
    const context = /** @type {HTMLCanvasElement} */ (element).getContext('2d');
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, width, height) ?? {};
    return data.reduce((sum, value, i) => sum + (i % 4 === 3 && value > least ? 1 : 0), 0);
  }, least);

/** By how many pixels the page is wider than its window. @param {Page} page */
export const overflow = async (page) =>
  (await page.evaluate(() => document.documentElement.scrollWidth)) -
  (page.viewportSize()?.width ?? 0);

/** What the page keeps in the browser's database under a key. @param {Page} page @param {string} key @returns {Promise<any>} */
export const stored = (page, key) =>
  page.evaluate(
    (key) =>
      new Promise((resolve) => {
        indexedDB.open('digit-descent').onsuccess = ({ target }) => {
          const database = /** @type {IDBOpenDBRequest} */ (target).result;
          if (!database.objectStoreNames.contains('kept')) return resolve(undefined);
          const request = database.transaction('kept').objectStore('kept').get(key);
          request.onsuccess = () => resolve(request.result);
        };
      }),
    key,
  );
