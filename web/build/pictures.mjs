// npm run pictures: takes the README's pictures of the built page, in web/pictures/.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { build } from './build.mjs';
import { fail, root } from './command.mjs';
import { setup } from './setup.mjs';

const folder = join(root, 'web/pictures');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A 3 in one stroke, on the unit square. */
const three = [
  ...arc({ x: 0.47, y: 0.33, radius: 0.17, from: -0.8, to: 0.5 }),
  ...arc({ x: 0.46, y: 0.66, radius: 0.19, from: -0.5, to: 0.8 }),
];

/** By the name of the file: a route, and what is done there before the picture is taken. */
/** @type {Record<string, [route: string, act: (page: import('playwright-core').Page) => Promise<void>]>} */
const pictures = {
  draw: ['#/draw', drawThree],
  train: ['#/train?count=20000', trainForAWhile],
  descend: ['#/descend?tab=plane', raceInTheValley],
  learn: ['#/learn/playground?steps=1500', trainedSpirals],
};

/** @param {{ x: number, y: number, radius: number, from: number, to: number }} arc  angles in π */
function arc({ x, y, radius, from, to }) {
  return Array.from({ length: 30 }, (_, i) => {
    const angle = Math.PI * (from + ((to - from) * i) / 29);
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

async function drawThree(page) {
  const box = await page.getByTestId('draw-canvas').boundingBox();
  const points = three.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
  await page.mouse.move(...points[0]);
  await page.mouse.down();
  for (const point of points) await page.mouse.move(...point);
  await page.mouse.up();
  await page.locator('[data-testid="prediction"][data-digit="3"]').waitFor();
}

async function trainForAWhile(page) {
  await page.getByTestId('train-start').click();
  await page.waitForFunction(() => {
    const accuracy = document.querySelector('[data-testid="test-accuracy"]');
    return Number(accuracy?.getAttribute('data-value')) > 0.9;
  });
  await page.getByTestId('train-pause').click();
  await page.locator('[data-testid="train-status"][data-state="paused"]').waitFor();
}

async function raceInTheValley(page) {
  await page.getByTestId('preset-valley').click();
  await page.locator('[data-testid="descend-table"] td[data-value="300"]').first().waitFor();
}

async function trainedSpirals(page) {
  await page.locator('[data-figure="steps"][data-value="1500"]').waitFor();
}

async function takePictures() {
  await setup('pictures');
  await build();
  mkdirSync(folder, { recursive: true });
  const server = await preview({ preview: { port: 4183 } });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const [name, [route, act]] of Object.entries(pictures)) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(180_000);
      await page.goto(`${server.resolvedUrls?.local[0]}${route}`);
      await act(page);
      await page.mouse.move(0, 0);
      await page.screenshot({
        path: join(folder, `${name}.jpg`),
        quality: 88,
        animations: 'disabled',
      });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

takePictures().catch(fail);
