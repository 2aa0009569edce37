// Opens the built dist/ in Debian's Chromium, as its users find it: in a sub-folder of a static host.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { isolatingHeaders, serve } from './static-server.js';

/** The built page's folder. */
export const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What `openPage` takes for a phone that is touched. */
export const phone = {
  viewport: { width: 390, height: 844 },
  contextOptions: { hasTouch: true, isMobile: true },
};

/** @typedef {Awaited<ReturnType<typeof serve>>} Server */
/** @type {Promise<{ browser: import('playwright-core').Browser, server: Server, isolatingServer: Server }> | undefined} */
let started;

/**
 * @typedef {object} Problems  what a page without faults leaves empty
 * @property {string[]} consoleErrors
 * @property {string[]} pageErrors         uncaught exceptions and rejections
 * @property {string[]} policyViolations   of the Content-Security-Policy
 * @property {string[]} foreignRequests    addresses asked for on another host
 */

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').BrowserContext} BrowserContext
 * @typedef {object} OpenOptions
 * @property {string} [route]  such as '#/train'
 * @property {{ width: number, height: number }} [viewport]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {string} [locale]  the browser's language
 * @property {BrowserContext} [context]  another tab of that context
 * @property {boolean} [isolating]  whether the host sends the headers for shared memory
 * @property {(page: Page) => unknown} [prepare]  before loading
 * @property {import('playwright-core').BrowserContextOptions} [contextOptions]  anything else
 * @typedef {{
 *   page: Page, context: BrowserContext, problems: Problems, url: string, close: () => Promise<void>,
 * }} Opened
 */

/**
 * Opens the page in a browser context of its own; its storage is empty unless `context` is given.
 * Addresses for `page.goto` are relative to the page's folder, such as '#/train'.
 * The browser is one for all, and ends with the process, if not by `closeBrowser`.
 * @param {OpenOptions} [options]
 * @returns {Promise<Opened>}
 */
export async function openPage({
  route = '',
  viewport = { width: 1280, height: 900 },
  colorScheme = 'light',
  locale = 'en-US',
  context,
  isolating = false,
  prepare,
  contextOptions,
} = {}) {
  const { browser, server, isolatingServer } = await start();
  const { url } = isolating ? isolatingServer : server;
  const opened =
    context ??
    (await browser.newContext({ baseURL: url, viewport, colorScheme, locale, ...contextOptions }));
  const page = await opened.newPage();
  const problems = await watch(page, url);
  await prepare?.(page);
  await page.goto(url + route);
  return { page, context: opened, problems, url, close: () => opened.close() };
}

const start = () =>
  (started ??= Promise.all([
    launchBrowser(),
    serve({ '/digits/descent/': dist }),
    serve({ '/digits/descent/': dist }, undefined, isolatingHeaders),
  ]).then(([browser, server, isolatingServer]) => ({ browser, server, isolatingServer })));

/** Chromium as Debian ships it, or the one that CHROMIUM names. */
export async function launchBrowser() {
  if (!existsSync(executablePath)) {
    throw new Error(`There is no browser at ${executablePath}; CHROMIUM can name another one.`);
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export async function closeBrowser() {
  for (const opened of Object.values((await started) ?? {})) await opened.close();
  started = undefined;
}

/** @param {Page} page @param {string} home @returns {Promise<Problems>} filled while the page lives */
async function watch(page, home) {
  /** @type {Problems} */
  const problems = { consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') problems.consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => problems.pageErrors.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    const local = url.startsWith(home) || /^(blob|data):/.test(url);
    if (!local) problems.foreignRequests.push(url);
  });
  await page.exposeFunction('reportPolicyViolation', (text) =>
    problems.policyViolations.push(text),
  );
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      window.reportPolicyViolation(`${event.effectiveDirective}: ${event.blockedURI}`),
    ),
  );
  return problems;
}
