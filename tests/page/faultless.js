// For the test files whose pages must be without faults. It is not in harness.js, which the bench
// uses without Vitest.
import { afterAll, afterEach, expect } from 'vitest';
import { closeBrowser, openPage } from './harness.js';

/**
 * Gives a test file its way to open pages. Each page that a test opens is closed after the test, and
 * its problems must then be empty; a test that expects some empties them once it has looked at them.
 * The browser is closed after the file.
 * @param {object} [options]
 * @param {typeof openPage} [options.open]
 * @param {(keyof import('./harness.js').Problems)[]} [options.tolerated]  problems that may be left,
 *   such as console errors, by which the browser itself reports files that do not come
 * @returns {typeof openPage}
 */
export function faultlessPages({ open = openPage, tolerated = [] } = {}) {
  const opened = [];

  afterEach(async () => {
    const pages = opened.splice(0);
    for (const { close } of pages) await close();
    const faults = pages
      .flatMap(({ problems }) => Object.entries(problems))
      .filter(([kind]) => !tolerated.includes(kind))
      .flatMap(([kind, texts]) => texts.map((text) => `${kind}: ${text}`));
    expect(faults).toEqual([]);
  });

  afterAll(closeBrowser);

  return async (options) => {
    const page = await open(options);
    opened.push(page);
    return page;
  };
}

/**
 * The same for the file of a lab.
 * @param {string} lab  its name in the address
 * @param {string} sign  selects what is in the page once the lab can be used
 */
export function faultlessLab(lab, sign) {
  const open = faultlessPages();
  return async (query = '', options = {}) => {
    const { page } = await open({ route: `#/learn/${lab}${query}`, ...options });
    await page.locator(sign).first().waitFor();
    return page;
  };
}
