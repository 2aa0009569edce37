// What the tests of teaching and of kept drawings share.
import { expect } from 'vitest';
import { file, press } from '../actions.js';
import { dataOf, textOf } from '../readings.js';
import { drawStrokes } from '../pen.js';
import { faultlessDraw, kept, whenReady } from './recognition.js';

/** @typedef {import('../pen.js').Page} Page */

/** `faultlessPages` for Draw with the part that teaches. */
export const faultlessTeaching = () =>
  faultlessDraw({
    ready: async (page) => {
      await whenReady(page);
      await page.getByTestId('teach').waitFor();
    },
    tolerated: ['consoleErrors'],
  });

/** A plus, which no network takes for an 8 before it is taught so. */
export const plus = /** @type {import('../pen.js').Point[][]} */ ([
  [
    [0.2, 0.5],
    [0.5, 0.51],
    [0.8, 0.5],
  ],
  [
    [0.5, 0.2],
    [0.51, 0.5],
    [0.5, 0.8],
  ],
]);

/** The network that reads. @param {Page} page */
export const chosen = (page) => page.getByTestId('model-select').inputValue();

/** What is said of the lesson or the file: a matcher that waits. @param {Page} page */
export const told = (page) => expect.poll(() => textOf(page, 'teach-status'));

/** Draws something and keeps it as a digit. @param {Page} page @param {import('../pen.js').Point[][]} strokes @param {number} digit */
export async function keep(page, strokes, digit) {
  const before = Number(await dataOf(page, 'own-drawings'));
  await page.keyboard.press('Backspace');
  await drawStrokes(page, strokes);
  await page.keyboard.press(String(digit));
  await kept(page).toBe(before + 1);
}

/** Teaches until there is a report. @param {Page} page */
export async function teach(page) {
  await press(page, 'teach');
  await page.getByTestId('teach-progress').waitFor();
  await page.getByTestId('teach-progress').waitFor({ state: 'detached', timeout: 60_000 });
}

/** A file of drawings. @param {string} text */
export const drawingsFile = (text) => file('mine.json', text, 'application/json');

/**
 * A file of drawings with these labels: bars of different lengths.
 * @param {number[]} labels
 * @param {(file: any) => unknown} [change]  of what is in it
 */
export function barsFile(labels, change = () => {}) {
  const drawings = labels.map((label, i) => ({
    label,
    image: Array.from({ length: 784 }, (_, pixel) => {
      const row = Math.floor(pixel / 28);
      return row >= 5 && row < 8 + i && Math.abs((pixel % 28) - 14) < 2 + label / 4 ? 255 : 0;
    }),
  }));
  const content = { format: 'digit-descent drawings', version: 1, drawings };
  change(content);
  return drawingsFile(JSON.stringify(content));
}

/** @param {Page} page @param {import('../actions.js').FilePayload | string} file */
export const importFile = (page, file) => page.getByTestId('drawings-import').setInputFiles(file);
