// npm run bench: measures training, recognition and the page's weight in Chromium and prints tables.
// $MNIST_DIR, or what `npm run data` downloaded, is the training set; without it, synthetic digits.
import { buildPage } from '../../web/build/build.mjs';
import { fail } from '../../web/build/command.mjs';
import { installNodeModules, setup } from '../../web/build/setup.mjs';
import { buildModule } from '../../web/build/wasm.mjs';

async function bench() {
  await setup('module', 'browser');
  await installNodeModules('tests/bench');
  await buildModule();
  await buildPage();
  // These need what the set-up has just installed.
  const { printTraining } = await import('./training.js');
  const { printRecognition } = await import('./recognition.js');
  const { printWeight } = await import('./weight.js');
  await printTraining();
  await printRecognition();
  await printWeight();
}

bench().catch(fail);
