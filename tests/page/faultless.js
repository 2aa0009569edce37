// For the test files whose pages must be without faults. It is not in harness.js, which the bench
// uses without Vitest.
import { afterEach, expect } from 'vitest';
import { openPage } from './harness.js';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('./harness.js').Opened} Opened
 * @typedef {import('./harness.js').OpenOptions & {
 *   ready?: (page: Page) => Promise<unknown>,
 *   tolerated?: (keyof import('./harness.js').Problems)[],
 * }} Options
 *   ready: waits until the view can be used; tolerated: problems that may be left, such as console
 *   errors, by which the browser itself reports files that do not come
 */

/**
 * Gives a test file its way to open pages. Each page that a test opens is closed after the test, and
 * its problems must then be empty; a test that expects some empties them once it has looked at them.
 * @param {Options} [options]  of all its pages, unless one is opened with others
 * @returns {(options?: Options) => Promise<Opened>}
 */
export function faultlessPages({ tolerated = [], ...usual } = {}) {
  /** @type {Opened[]} */
  const all = [];

  afterEach(async () => {
    const pages = all.splice(0);
    for (const { close } of pages) await close();
    const faults = pages
      .flatMap(({ problems }) => Object.entries(problems))
      .filter(([kind]) => !tolerated.some((other) => other === kind))
      .flatMap(([kind, texts]) => texts.map((text) => `${kind}: ${text}`));
    expect(faults).toEqual([]);
  });

  return async (options) => {
    const { ready, ...opening } = { ...usual, ...options };
    const opened = await openPage(opening);
    all.push(opened);
    await ready?.(opened.page);
    return opened;
  };
}
