// All who compete, each behind the same requests, which numpy_training.py describes.
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findMnist, mnistFiles, unpackMnist } from '../../web/build/mnist.mjs';
import { launchBrowser } from '../page/harness.js';
import { serve } from '../page/static-server.js';
import { startChild } from './child.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** With these, the page's threads may share memory. */
const isolatingHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** @typedef {{ id: string, name: string, ask: (request: object) => Promise<any> }} Contender */

/** Contenders of the bench's page; the names there are the ids. */
const inPage = [
  { id: 'digit-descent-1', name: 'Digit Descent, 1 thread' },
  { id: 'digit-descent-2', name: 'Digit Descent, 2 threads' },
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
  const page = await openPage(folder, mnist);
  const native = (build) => startChild(`${build}/bench_training`, [mnist]);
  const children = [
    { id: 'native-128', name: 'C++ natively, 128-bit vectors', ...native('build/native') },
    { id: 'native', name: 'C++ natively, for this machine', ...native('build/native-machine') },
    { id: 'numpy', ...startNumpy(mnist) },
    { id: 'numpy-256', ...startNumpy(mnist, 'Haswell') },
  ];
  const versions = [];
  for (const child of children.slice(2)) {
    const { numpy, openblas } = await child.ask({ versions: true });
    const kernels = openblas.split(' ').at(-2);
    child.name = `NumPy, OpenBLAS for ${kernels}`;
    versions.push(`NumPy ${numpy}, ${openblas}`);
  }
  const contenders = inPage.map((entry) => ({
    ...entry,
    ask: (request) => page.ask(entry.id, request),
  }));
  return {
    contenders: [
      ...contenders.filter(({ slow }) => !slow),
      ...children,
      ...contenders.filter(({ slow }) => slow),
    ],
    machine:
      `${cpus()[0].model.trim()}, ${cpus().length} cores; Chromium ${page.version}; ` +
      `${versions[0]}`,
    openTab: page.openTab,
    mnistFiles: Object.fromEntries(
      Object.entries(mnistFiles).map(([part, { name }]) => {
        const bytes = statSync(join(folder, name)).size;
        return [part, { path: `mnist-gzip/${name}`, bytes }];
      }),
    ),
    async close() {
      await Promise.all([page.close(), ...children.map((child) => child.close())]);
    },
  };
}

/**
 * With one thread.
 * @param {string} mnist
 * @param {string} [kernels] such as Haswell for AVX2; else those that OpenBLAS itself chooses, even
 *   if the environment has others
 */
function startNumpy(mnist, kernels) {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENBLAS_'));
  const env = {
    ...Object.fromEntries(others),
    OPENBLAS_NUM_THREADS: '1',
    ...(kernels && { OPENBLAS_CORETYPE: kernels }),
  };
  return startChild('/usr/bin/python3', [path('numpy_training.py'), mnist], env);
}

/** The bench's own page, cross-origin isolated as the page is where its host allows it. */
async function openPage(mnistGzip, mnist) {
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
      rolldownOptions: {
        input: [path('page/index.html'), path('page/long-run.html')],
        checks: { pluginTimings: false },
      },
    },
  });
  const browser = await launchBrowser();
  const folders = { '/': outDir, '/mnist/': mnist, '/mnist-gzip/': mnistGzip };
  const server = await serve(folders, undefined, isolatingHeaders);
  const openTab = async (name) => {
    const tab = await browser.newPage();
    tab.on('pageerror', (error) => console.error(`In the page: ${error.message}`));
    await tab.goto(server.url + name);
    return { tab, url: server.url, close: () => tab.close() };
  };
  const { tab } = await openTab('index.html');
  await tab.waitForFunction(() => window.ask);
  return {
    version: browser.version(),
    openTab,
    ask: (id, request) => tab.evaluate(([name, asked]) => window.ask(name, asked), [id, request]),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
