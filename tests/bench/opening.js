import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist, launchBrowser } from '../page/harness.js';
import { serve } from '../page/static-server.js';
import { printTable, spread } from './table.js';

const visits = 7;
const slowdown = 4;
const line = { megabits: 10, latency: 40 };
/** Milliseconds between two looks at what is there; one at every frame would cost the page more. */
const polling = 20;
const canvas = '[data-testid="draw-canvas"]';

/** Bytes and time from opening the page until the first digit is recognised. */
export async function printOpening() {
  const files = [];
  const server = await serve({ '/': dist }, (file) => files.push(file), {}, true);
  const browser = await launchBrowser();
  try {
    const throttled = [];
    const free = [];
    // A first visit, not counted, lets the browser itself warm up.
    const sizes = await visit(browser, server.url, false).then(() =>
      files.map((file) => [file, gzipSync(readFileSync(file)).length]),
    );
    for (let i = 0; i < visits; i += 1) {
      throttled.push(await visit(browser, server.url, true));
      free.push(await visit(browser, server.url, false));
    }
    printSizes(sizes);
    printTimes(throttled, free);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * A visitor whose cache is empty, and who draws as soon as there is a canvas.
 * @returns {Promise<{ canvas: number, prediction: number }>} milliseconds since navigation started
 */
async function visit(browser, url, throttle) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (throttle) {
      const bytesPerSecond = (line.megabits * 1e6) / 8;
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: line.latency,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
    }
    await page.addInitScript(watchOpening, canvas);
    await page.goto(url, { waitUntil: 'commit' });
    const { x, y, width, height } = await (
      await page.waitForFunction(() => window.opening?.box, null, { polling })
    ).jsonValue();
    const at = (share) => [x + width / 2, y + height * share];
    await page.mouse.move(...at(0.2));
    await page.mouse.down();
    await page.mouse.move(...at(0.8), { steps: 10 });
    await page.waitForFunction(() => window.opening.prediction, null, { polling });
    const times = await page.evaluate(() => window.opening);
    await page.mouse.up();
    return times;
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page before its scripts: takes the times at which the two are there. It watches no more
 * than it has to, since the processor that it slows down is the page's.
 */
function watchOpening(selector) {
  /** @type {Window['opening']} */
  const opening = {};
  window.opening = opening;
  const whenReady = new MutationObserver(([{ target }]) => {
    if (!(target instanceof HTMLElement && target.dataset.state === 'ready')) return;
    opening.prediction = performance.now();
    whenReady.disconnect();
  });
  const whenThere = new MutationObserver(() => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    opening.canvas = performance.now();
    opening.box = box.toJSON();
    whenThere.disconnect();
    const prediction = document.querySelector('[data-testid="prediction"]');
    if (prediction) whenReady.observe(prediction, { attributeFilter: ['data-state'] });
  });
  whenThere.observe(document, { subtree: true, childList: true });
}

function printSizes(sizes) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  printTable('Bytes on the wire (gzip) until the first prediction', [
    ['', 'size'],
    ...sizes.map(([file, size]) => [relative(dist, file), kilobytes(size)]),
    ['together', kilobytes(total)],
  ]);
}

function printTimes(throttled, free) {
  const row = (name, visitsMade, key) => [
    name,
    ...spread(
      visitsMade.map((times) => times[key]),
      (milliseconds) => `${Math.round(milliseconds)} ms`,
    ),
  ];
  const slow = `CPU ${slowdown} times slower, ${line.megabits} Mbit/s, ${line.latency} ms`;
  printTable(`From opening the page, with an empty cache, ${visits} visits each in turn`, [
    ['', 'median', 'least', 'most'],
    row(`${slow}: canvas to draw on`, throttled, 'canvas'),
    row(`${slow}: first prediction`, throttled, 'prediction'),
    row('as it is here: canvas to draw on', free, 'canvas'),
    row('as it is here: first prediction', free, 'prediction'),
  ]);
}
