import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist, launchBrowser } from '../page/harness.js';
import { serve } from '../page/static-server.js';
import { printTable } from './table.js';

/** Bytes of all answers, gzipped, from opening the page until the first digit is recognised. */
export async function printWeight() {
  const files = [];
  const server = await serve({ '/': dist }, (file) => files.push(file));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const box = await page.getByTestId('draw-canvas').boundingBox();
    await page.locator('[data-testid="prediction"]:not([data-state="loading"])').waitFor();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.8, { steps: 10 });
    await page.locator('[data-testid="prediction"][data-state="ready"]').waitFor();
    const sizes = files.map((file) => [file, gzipSync(readFileSync(file)).length]);
    await page.mouse.up();

    const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    printTable('Bytes on the wire (gzip) until the first prediction', [
      ['', 'size'],
      ...sizes.map(([file, size]) => [relative(dist, file), kilobytes(size)]),
      ['together', kilobytes(total)],
    ]);
  } finally {
    await browser.close();
    await server.close();
  }
}
