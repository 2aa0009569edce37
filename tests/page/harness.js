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

let browser;
let server;
let isolatingServer;

/**
 * @typedef {object} Problems  what a page without faults leaves empty
 * @property {string[]} consoleErrors
 * @property {string[]} pageErrors         uncaught exceptions and rejections
 * @property {string[]} policyViolations   of the Content-Security-Policy
 * @property {string[]} foreignRequests    addresses asked for on another host
 */

/**
 * Opens the page in a browser context of its own; its storage is empty unless `context` is given.
 * Addresses for `page.goto` are relative to the page's folder, such as '#/train'.
 * Call `closeBrowser` in `afterAll`.
 * @param {object} [options]
 * @param {string} [options.route]  such as '#/train'
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {'light' | 'dark'} [options.colorScheme]
 * @param {string} [options.locale]  the browser's language
 * @param {import('playwright-core').BrowserContext} [options.context]  another tab of that context
 * @param {boolean} [options.isolating]  whether the host sends the headers for shared memory
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare]  before loading
 * @param {import('playwright-core').BrowserContextOptions} [options.contextOptions]  anything else
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
  await start();
  const { url } = isolating ? isolatingServer : server;
  context ??= await browser.newContext({
    baseURL: url,
    viewport,
    colorScheme,
    locale,
    ...contextOptions,
  });
  const page = await context.newPage();
  const problems = await watch(page, url);
  await prepare?.(page);
  await page.goto(url + route);
  return { page, context, problems, url, close: () => context.close() };
}

async function start() {
  const folders = { '/digits/descent/': dist };
  server ??= await serve(folders);
  isolatingServer ??= await serve(folders, undefined, isolatingHeaders);
  browser ??= await launchBrowser();
}

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
  await browser?.close();
  await server?.close();
  await isolatingServer?.close();
  browser = server = isolatingServer = undefined;
}

/** @returns {Promise<Problems>} filled while the page lives */
async function watch(page, home) {
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
