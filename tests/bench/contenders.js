// All who compete, each behind the same requests, which numpy_training.py describes.
import { readdirSync, statSync } from 'node:fs';
import { cpus, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findMnist, mnistFiles, unpackMnist } from '../../web/build/mnist.mjs';
import { launchBrowser } from '../page/harness.js';
import { isolatingHeaders, serve } from '../page/static-server.js';
import { startChild } from './child.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * @typedef {{
 *   id: string, name: string, slow?: boolean, ask: (request: object) => Promise<any>,
 * }} Contender  slow: not in all rounds where those would take long
 */

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
 *   contenders: Contender[], machine: string, close: () => Promise<void>,
 *   openTab: Awaited<ReturnType<typeof openPage>>['openTab'],
 *   mnistFiles: Record<string, { path: string, bytes: number }>,
 * }>}
 */
export async function startContenders() {
  const folder = findMnist();
  if (folder === null) {
    throw new Error('The contenders train on MNIST, which is not here: run npm run data first.');
  }
  const mnist = unpackMnist(folder);
  const page = await openPage(folder, mnist);
  const native = (build) => startChild(`${build}/bench_training`, [mnist]);
  const numpy = await startNumpy('numpy', mnist);
  const children = [
    { id: 'native-128', name: 'C++ natively, 128-bit vectors', ...native('build/native') },
    { id: 'native', name: 'C++ natively, for this machine', ...native('build/native-machine') },
    numpy,
    ...(numpy.kernels === avx2 ? [] : [await startNumpy('numpy-256', mnist, avx2)]),
  ];
  const contenders = inPage.map((entry) => ({
    ...entry,
    async ask(request) {
      const answer = await page.ask(entry.id, request);
      if (request.start) await page.levelPriorities(); // of the threads that it may have started
      return answer;
    },
  }));
  return {
    contenders: [
      ...contenders.filter(({ slow }) => !slow),
      ...children,
      ...contenders.filter(({ slow }) => slow),
    ],
    machine:
      `${cpus()[0].model.trim()}, ${cpus().length} cores; Chromium ${page.version}; ` +
      numpy.version,
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

/** What OpenBLAS calls its kernels for vectors of 256 bits (AVX2). */
const avx2 = 'Haswell';

/**
 * NumPy with one thread.
 * @param {string} id @param {string} mnist
 * @param {string} [kernels] such as Haswell; else those that OpenBLAS itself chooses for the
 *   processor, even if the environment names others
 */
async function startNumpy(id, mnist, kernels) {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENBLAS_'));
  const env = {
    ...Object.fromEntries(others),
    OPENBLAS_NUM_THREADS: '1',
    ...(kernels && { OPENBLAS_CORETYPE: kernels }),
  };
  const child = startChild('/usr/bin/python3', [path('numpy_training.py'), mnist], env);
  const { numpy, openblas } = await child.ask({ versions: true });
  const inUse = openblas.split(' ').at(-2);
  return {
    id,
    name: `NumPy, OpenBLAS for ${inUse}`,
    kernels: inUse,
    version: `NumPy ${numpy}, ${openblas}`,
    ...child,
  };
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
  const session = await browser.newBrowserCDPSession();
  await tab.waitForFunction(() => window.ask);
  return {
    version: browser.version(),
    openTab,
    /** Where it may, Chromium gives its threads priorities that the other contenders lack. */
    async levelPriorities() {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      for (const { id } of processInfo) {
        const threads = readdirSync(`/proc/${id}/task`);
        for (const thread of threads) {
          try {
            setPriority(Number(thread), 0);
          } catch {
            // It has ended, or has less than others and only root may give it more.
          }
        }
      }
    },
    ask: (id, request) => tab.evaluate(([name, asked]) => window.ask(name, asked), [id, request]),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
