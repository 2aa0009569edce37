// All who compete, each behind the same requests, which numpy_training.py describes.
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findMnist, unpackMnist } from '../../web/build/mnist.mjs';
import { launchBrowser } from '../page/harness.js';
import { isolation, serve } from '../page/static-server.js';
import { startChild } from './child.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** @typedef {{ id: string, name: string, ask: (request: object) => Promise<any> }} Contender */

/** Contenders of the bench's page; the names there are the ids. */
const inPage = [
  { id: 'digit-descent-1', name: 'Digit Descent, 1 thread' },
  { id: 'tensorflow-wasm-core', name: 'TensorFlow.js WASM, core API', slow: true },
  { id: 'tensorflow-wasm-fit', name: 'TensorFlow.js WASM, model.fit', slow: true },
  { id: 'tensorflow-cpu-core', name: 'TensorFlow.js CPU, core API', slow: true },
  { id: 'convnetjs', name: 'ConvNetJS', slow: true },
];

/**
 * Starts all contenders, with MNIST.
 * @returns {Promise<{
 *   contenders: (Contender & { slow?: boolean })[], machine: string, close: () => Promise<void>,
 * }>}
 */
export async function openLaboratory() {
  const folder = findMnist();
  if (folder === null) {
    throw new Error('The contenders train on MNIST, which is not here: run npm run data first.');
  }
  const mnist = unpackMnist(folder);
  const page = await openPage(mnist);
  const native = (build) => startChild(`${build}/bench_training`, [mnist]);
  const children = [
    { id: 'native-128', name: 'C++ natively, 128-bit vectors', ...native('build/native') },
    { id: 'native', name: 'C++ natively, for this machine', ...native('build/native-machine') },
    { id: 'numpy', name: 'NumPy, OpenBLAS, 1 thread', ...startNumpy(mnist) },
  ];
  const contenders = inPage.map((entry) => ({
    ...entry,
    ask: (request) => page.ask(entry.id, request),
  }));
  const { numpy, openblas } = await children.at(-1).ask({ versions: true });
  return {
    contenders: [
      ...contenders.filter(({ slow }) => !slow),
      ...children,
      ...contenders.filter(({ slow }) => slow),
    ],
    machine:
      `${cpus()[0].model.trim()}, ${cpus().length} cores; Chromium ${page.version}; ` +
      `NumPy ${numpy}; ${openblas}`,
    async close() {
      await Promise.all([page.close(), ...children.map((child) => child.close())]);
    },
  };
}

/** With one thread, and with the kernels that OpenBLAS chooses by itself. */
function startNumpy(mnist) {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENBLAS_'));
  const env = { ...Object.fromEntries(others), OPENBLAS_NUM_THREADS: '1' };
  return startChild('/usr/bin/python3', [path('numpy_training.py'), mnist], env);
}

/** The bench's own page, cross-origin isolated as the page is where its host allows it. */
async function openPage(mnist) {
  const outDir = path('../../build/bench');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path('page'),
    base: './',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  });
  const browser = await launchBrowser();
  const server = await serve({ '/': outDir, '/mnist/': mnist }, undefined, { headers: isolation });
  const tab = await browser.newPage();
  tab.on('pageerror', (error) => console.error(`In the page: ${error.message}`));
  await tab.goto(server.url);
  await tab.waitForFunction(() => window.ask);
  return {
    version: browser.version(),
    ask: (id, request) =>
      tab.evaluate(([name, asked]) => window.ask(name, asked), [id, request]),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
