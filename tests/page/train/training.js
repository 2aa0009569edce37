// What the tests of Train share: they open it, and use its controls.
import { press, slide, type } from '../actions.js';
import { faultlessPages } from '../faultless.js';
import { stepOf, whenBeyond, whenState } from './run-status.js';

/** @typedef {import('playwright-core').Page} Page */

/** Few digits, so that a test takes little time on any machine. */
export const smallRun = '#/train?count=4000';

/**
 * `faultlessPages` for Train.
 * @param {import('../faultless.js').Options} [options]
 */
export const faultlessTrain = (options) =>
  faultlessPages({
    route: smallRun,
    ready: (page) => page.getByTestId('train-start').waitFor(),
    ...options,
  });

/** Moves the slider over exponents to the last one. @param {Page} page @param {number[]} exponents */
export const setRate = (page, ...exponents) => slide(page, 'learning-rate', ...exponents);

/** Types a setting of the form. @param {Page} page @param {string} name @param {string} text */
export const typeSetting = (page, name, text) => type(page, page.locator(`[name=${name}]`), text);

/** Presses a button that ends in a state. @param {Page} page @param {string} testId @param {string} state */
export async function pressUntil(page, testId, state) {
  await press(page, testId);
  await whenState(page, state);
}

/** Starts, or goes on, for some steps. @param {Page} page */
export async function train(page, steps = 20) {
  const before = await stepOf(page);
  await press(page, 'train-start');
  await whenBeyond(page, before + steps);
}

/** A run that rests after some training. @param {Page} page */
export async function trainAndPause(page) {
  await train(page);
  await pressUntil(page, 'train-pause', 'paused');
}
