// What goes wrong around the page: files that do not come, or late, and storage that is forbidden.

/** @typedef {import('playwright-core').Page} Page */

/** Forbids the page to store anything: an init script. */
export function forbidStorage() {
  const refuse = () => {
    throw new DOMException('Storage is forbidden.', 'SecurityError');
  };
  Object.defineProperty(window, 'localStorage', { get: refuse });
  IDBFactory.prototype.open = refuse;
}

/**
 * Lets some files of the page fail, or wait, until told otherwise.
 * @param {string} pattern  of their addresses
 * @param {(route: import('playwright-core').Route) => Promise<unknown>} [fail]  how they fail
 * @returns {{ prepare: (page: Page) => Promise<void>, mend: () => void }}
 */
export function brokenFiles(pattern, fail = (route) => route.abort()) {
  let broken = true;
  return {
    prepare: async (page) => {
      await page.context().route(pattern, (route) => (broken ? fail(route) : route.continue()));
    },
    mend: () => (broken = false),
  };
}

/** Files that come only when `release` is called. @param {string} pattern @returns {{ prepare: (page: Page) => Promise<void>, release: () => void }} */
export function heldFiles(pattern) {
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  return {
    prepare: async (page) => {
      await page.route(pattern, async (route) => {
        await released;
        await route.continue();
      });
    },
    release: () => release(),
  };
}
