// The table of Descend.
import { expect } from 'vitest';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
export const whenTable = (page) => page.getByTestId('descend-table').waitFor();

/** The table's rows as numbers, in full precision: iteration, θ, J. @param {Page} page */
export const readTable = (page) =>
  page
    .getByTestId('descend-table')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(row.children, (cell) => Number(cell.getAttribute('data-value'))),
      ),
    );

/** @param {Page} page */
export const lastRow = async (page) => (await readTable(page)).slice(-1)[0];

/** Waits until the newest step of the table is `step`. @param {Page} page @param {number} step */
export const whenAtStep = (page, step) =>
  expect.poll(async () => (await lastRow(page))?.[0]).toBe(step);
