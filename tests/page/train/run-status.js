// What the tests read of a run, and wait for.
import { becomes, textOf, valueOf, whenData } from '../readings.js';

/** @typedef {import('playwright-core').Page} Page */

/** What the page says of the run. @param {Page} page */
export async function status(page) {
  const { state, epoch, step } = await page
    .getByTestId('train-status')
    .evaluate(({ dataset }) => ({ ...dataset }));
  return { state, epoch: Number(epoch), step: Number(step) };
}

/** @param {Page} page */
export const stepOf = (page) => valueOf(page, 'train-status', 'step');

/** @param {Page} page @param {string} state */
export const whenState = (page, state) => whenData(page, 'train-status', { state });

/** Waits until the run has done more than `step` steps. @param {Page} page @param {number} step */
export const whenBeyond = (page, step) =>
  becomes(page, 'train-status', 'step').toBeGreaterThan(step);

/** @param {Page} page @param {number} least */
export const whenAccuracy = (page, least) => becomes(page, 'test-accuracy').toBeGreaterThan(least);

/** @param {Page} page */
export const message = (page) => textOf(page, 'train-message');
