// npm run bench [-- PART …]: measures in Chromium what the page does, beside others who do the same,
// and prints tables. Without a part: all of them, in this order. MNIST is what $MNIST_DIR names or
// `npm run data` downloaded.
import { buildPage } from '../../web/build/build.mjs';
import { buildPreset, fail } from '../../web/build/command.mjs';
import { installNodeModules, setup } from '../../web/build/setup.mjs';
import { buildModule } from '../../web/build/wasm.mjs';

/** Parts are loaded when the set-up has installed what they import. */
const parts = {
  training: async (start) => (await import('./training.js')).printTraining(await start()),
  growth: async (start) => (await import('./growth.js')).plotGrowth(await start()),
  inference: async (start) => (await import('./inference.js')).printInference(await start()),
  descent: async (start) => (await import('./descent.js')).printDescent(await start()),
  recognition: async () => (await import('./recognition.js')).printRecognition(),
  opening: async () => (await import('./opening.js')).printOpening(),
  memory: async (start) => (await import('./memory.js')).printMemory(await start()),
};

async function bench(names) {
  const unknown = names.find((name) => !(name in parts));
  if (unknown !== undefined) {
    throw new Error(
      `The parts of the benchmark are ${Object.keys(parts).join(', ')}, not ${unknown}.`,
    );
  }
  await setup('module', 'native', 'browser', 'bench');
  await installNodeModules('tests/bench');
  await buildModule();
  await buildPage();

  let started;
  const start = () => (started ??= startContenders());
  try {
    for (const name of names.length > 0 ? names : Object.keys(parts)) {
      await parts[name](start);
    }
  } finally {
    await (await started)?.close();
  }
}

/** All contenders, once a part needs them. */
async function startContenders() {
  await buildPreset('native');
  await buildPreset('native-machine');
  const contenders = await (await import('./contenders.js')).startContenders();
  console.log(`\n${contenders.machine}`);
  return contenders;
}

bench(process.argv.slice(2)).catch(fail);
