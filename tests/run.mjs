// npm test: sets up, then checks everything, in the order below. `npm run test:quick`, `test:cpp`,
// `test:wasm` and `test:page` do a part of it; what follows `--` chooses among the tests of that part.
// The first step that fails ends the run with its name and a non-zero exit code. The last line of the
// output has the totals.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../web/build/build.mjs';
import { buildPreset, root, run, runPackage } from '../web/build/command.mjs';
import { lint } from '../web/build/lint.mjs';
import { findMnist, unpackMnist } from '../web/build/mnist.mjs';
import { setup } from '../web/build/setup.mjs';
import { buildModule } from '../web/build/wasm.mjs';

const reports = join(root, 'build/reports');
const vitestReport = join(reports, 'vitest.json');
const [part = 'all', ...chosen] = process.argv.slice(2);

/** Runs the tests of a preset, shared among as many processes as there are cores. */
async function nativeTests(preset, names = []) {
  const shards = availableParallelism();
  const filter = names.length ? names.map((name) => `*${name}*`).join(':') : '*';
  const runs = [...Array(shards).keys()].map((shard) => {
    const report = `--gtest_output=xml:${join(reports, `native-${shard}.xml`)}`;
    const [GTEST_TOTAL_SHARDS, GTEST_SHARD_INDEX] = [String(shards), String(shard)];
    const env = { ...process.env, GTEST_TOTAL_SHARDS, GTEST_SHARD_INDEX };
    return run(
      `build/${preset}/dd_tests`,
      ['--gtest_brief=1', `--gtest_filter=${filter}`, report],
      {
        env,
      },
    );
  });
  for (const result of await Promise.allSettled(runs))
    if (result.status === 'rejected') throw result.reason;
  if (nativeTotals().tests === 0) throw new Error(`no test is called ${names.join(' or ')}`);
}

const vitest = (...options) =>
  runPackage('vitest', [
    ...['run', '--reporter=default', '--reporter=json'],
    ...[`--outputFile.json=${vitestReport}`, ...options],
  ]);

/** One test file for each view and what surrounds them. */
const smoke = [
  'build',
  'wasm/errors',
  'app/shell',
  'draw/draw',
  'train/form',
  'descend/line',
  'labs/neuron',
];

const data = async () => provideData();
const modules = { 'module build': () => buildModule() };
const pages = { ...modules, 'page build': () => buildPage() };
const parts = {
  all: {
    'set-up': () => setup('module', 'native', 'gtest', 'lint', 'browser'),
    lint: () => lint(),
    'native build': () => buildPreset('sanitized'),
    data,
    'native tests': () => nativeTests('sanitized'),
    ...pages,
    'module and page tests': () => vitest(),
  },
  quick: {
    'set-up': () => setup('module', 'native', 'gtest', 'lint', 'browser'),
    lint: () => lint(),
    'native build': () => buildPreset('quick'),
    'native tests': () => nativeTests('quick'),
    ...pages,
    'module and page tests': () => vitest(...smoke),
  },
  cpp: {
    'set-up': () => setup('native', 'gtest'),
    'native build': () => buildPreset('quick'),
    data,
    'native tests': () => nativeTests('quick', chosen),
  },
  wasm: {
    'set-up': () => setup('module'),
    ...modules,
    data,
    'module tests': () => vitest('--project', 'wasm', ...chosen),
  },
  page: {
    'set-up': () => setup('module', 'browser'),
    ...pages,
    data,
    'page tests': () => vitest('--project', 'page', ...chosen),
  },
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
try {
  if (!(part in parts)) throw new Error(`The parts are ${Object.keys(parts)}, not ${part}.`);
  for (const [name, step] of Object.entries(parts[part])) {
    console.log(`\n== ${name}`);
    await step().catch((error) => {
      throw new Error(`The step "${name}" failed: ${error.message}`);
    });
  }
} catch (error) {
  console.error(`\n${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}
console.log(`\n${totals()}`);

/**
 * Names the real data to the tests. MNIST_DIR has gzip files; MNIST_IDX_DIR has their contents, for
 * the C++ tests.
 */
function provideData() {
  const mnist = findMnist();
  if (mnist !== null) {
    process.env.MNIST_DIR = mnist;
    process.env.MNIST_IDX_DIR = unpackMnist(mnist);
  }
  for (const name of ['MNIST_DIR', 'PEN_STROKES']) {
    if (!process.env[name]) console.log(`${name} is not set: the tests that need it are skipped.`);
  }
}

/** @returns {string} such as "120 passed, 0 failed, 3 skipped", over all reports there are */
function totals() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const add = (all, failed, skipped) => {
    sum.passed += all - failed - skipped;
    sum.failed += failed;
    sum.skipped += skipped;
  };

  const native = nativeTotals();
  add(native.tests, native.failures, native.skipped + native.disabled);
  const vitest = JSON.parse(read(vitestReport) ?? 'null');
  if (vitest !== null) {
    const skipped = vitest.numPendingTests + vitest.numTodoTests;
    add(vitest.numTotalTests, vitest.numFailedTests, skipped);
  }
  return `${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`;
}

/** The attributes of all test suites that GoogleTest reported, added up. */
function nativeTotals() {
  const sum = { tests: 0, failures: 0, skipped: 0, disabled: 0 };
  for (const file of readdirSync(reports).filter((name) => name.endsWith('.xml'))) {
    const suites = readFileSync(join(reports, file), 'utf8').match(/<testsuite [^>]*>/g) ?? [];
    for (const [, name, count] of suites.join().matchAll(/(\w+)="(\d+)"/g))
      if (name in sum) sum[name] += Number(count);
  }
  return sum;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // the run ended before this report was written
  }
}
