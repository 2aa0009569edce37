import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findMnist, unpackMnist } from '../../web/build/mnist.mjs';
import { launchBrowser } from '../page/harness.js';
import { serve } from '../page/static-server.js';
import { printTable, quantile } from './table.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const rounds = 7;

/** Samples per second of each contender, trained in turn A B C A B C … in one page. */
export async function printTraining() {
  const outDir = path('../../build/bench');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path('page'),
    base: './',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  });
  const mnist = findMnist();
  const results = await race(outDir, mnist && unpackMnist(mnist));

  const data = mnist ? 'MNIST' : 'synthetic digits, since there is no MNIST here (npm run data)';
  const rounded = (value) => Math.round(value).toLocaleString('en');
  const [ours] = results;
  // Rounds are compared with rounds, as the machine's speed may change while they run.
  const ratios = ({ samplesPerSecond }) =>
    samplesPerSecond.map((speed, round) => ours.samplesPerSecond[round] / speed);
  printTable(`Training 784-64-16-10, batch 128, on ${data}: samples/s, ${rounds} rounds in turn`, [
    ['', 'median', 'least', 'most', 'Digit Descent is faster by', 'test accuracy then'],
    ...results.map((result) => [
      result.name,
      rounded(quantile(result.samplesPerSecond, 0.5)),
      rounded(Math.min(...result.samplesPerSecond)),
      rounded(Math.max(...result.samplesPerSecond)),
      result === ours ? '' : `× ${quantile(ratios(result), 0.5).toFixed(1)}`,
      `${(100 * result.accuracy).toFixed(1)} %`,
    ]),
  ]);
}

async function race(page, mnist) {
  const browser = await launchBrowser();
  const server = await serve({ '/': page, ...(mnist && { '/mnist/': mnist }) });
  try {
    const tab = await browser.newPage();
    tab.on('pageerror', (error) => console.error(`In the page: ${error.message}`));
    await tab.goto(server.url);
    await tab.waitForFunction(() => window.race);
    return await tab.evaluate((options) => window.race(options), {
      mnist: mnist !== null,
      rounds,
      milliseconds: 1500,
    });
  } finally {
    await browser.close();
    await server.close();
  }
}
