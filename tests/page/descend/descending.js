// What the tests of Descend share.
import { faultlessPages } from '../faultless.js';

/** A test file's way to open Descend with parameters; it waits for the table of steps. */
export function descendPages() {
  const open = faultlessPages();
  return async (parameters = '', options = {}) => {
    const { page } = await open({ route: `#/descend${parameters}`, ...options });
    await page.getByTestId('descend-table').waitFor();
    return page;
  };
}

/** The table's rows as numbers: iteration, θ, J. */
export const readTable = (page) =>
  page
    .getByTestId('descend-table')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.dataset.value))),
    );

/** Waits until the newest step of the table is `step`. */
export const whenAtStep = (page, step) =>
  page
    .locator(
      `[data-testid="descend-table"] tbody tr:last-child td:first-child[data-value="${step}"]`,
    )
    .waitFor();

/** As a person drags the slider: its value is the exponent. */
export const slideRate = (page, rate) =>
  page.getByTestId('descend-rate').evaluate((input, exponent) => {
    input.value = String(exponent);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, Math.log10(rate));

export async function clickTimes(page, testId, times) {
  for (let i = 0; i < times; i++) await page.getByTestId(testId).click();
}

export const dataValue = async (page, testId) =>
  Number(await page.getByTestId(testId).getAttribute('data-value'));

export const behaviour = (page) => page.getByTestId('descend-words').getAttribute('data-behaviour');
