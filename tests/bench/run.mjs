// npm run bench: measures training, recognition and the page's weight in Chromium and prints tables.
// $MNIST_DIR, or what `npm run data` downloaded, is the training set; without it, synthetic digits.
import { build } from '../../web/build/build.mjs';
import { fail } from '../../web/build/command.mjs';
import { installNodeModules, setup } from '../../web/build/setup.mjs';

async function bench() {
  await setup('browser');
  await build();
  await installNodeModules('tests/bench');
  // These need what the set-up has just installed.
  const { printTraining } = await import('./training.js');
  const { printRecognition } = await import('./recognition.js');
  const { printWeight } = await import('./weight.js');
  await printTraining();
  await printRecognition();
  await printWeight();
}

bench().catch(fail);
