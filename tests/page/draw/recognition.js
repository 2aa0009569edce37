// What the tests of Draw share: they open it, and read what the page says of a drawing.
import { expect } from 'vitest';
import { becomes } from '../readings.js';
import { faultlessPages } from '../faultless.js';

/** @typedef {import('playwright-core').Page} Page */

/** Waits until the network is there. @param {Page} page */
export const whenReady = (page) =>
  page
    .getByTestId('prediction')
    .and(page.locator('[data-state="empty"], [data-state="ready"]'))
    .waitFor();

/**
 * `faultlessPages` for Draw.
 * @param {import('../faultless.js').Options} [options]
 */
export const faultlessDraw = (options) => faultlessPages({ ready: whenReady, ...options });

/**
 * What the page says of the drawing, in attributes, in words and to screen readers. Words come with
 * the next frame.
 * @param {Page} page
 */
export const prediction = (page) =>
  page.getByTestId('prediction').evaluate(async (element) => {
    await new Promise(requestAnimationFrame);
    const { state, digit, number, confidence } = /** @type {HTMLElement} */ (element).dataset;
    const text = (/** @type {string} */ name) =>
      element.querySelector(`[data-testid="prediction-${name}"]`)?.textContent ?? '';
    return {
      ...{ state, digit, number, confidence: Number(confidence) },
      words: text('words'),
      spoken: text('spoken'),
    };
  });

/** The digit that is read: a matcher that waits. @param {Page} page */
export const readDigit = (page) => expect.poll(async () => (await prediction(page)).digit);

/** @param {Page} page @returns {Promise<number[]>} of the ten digits */
export const probabilities = (page) =>
  page
    .locator('[data-testid^="probability-"]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-value'))));

/** How many drawings are kept: a matcher that waits. @param {Page} page */
export const kept = (page) => becomes(page, 'own-drawings');
