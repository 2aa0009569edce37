// npm run dev: builds the module, then serves web/ unbundled and reloads it on every change.
import { fail, runPackage } from './command.mjs';
import { setup } from './setup.mjs';
import { buildModule } from './wasm.mjs';

async function develop() {
  await setup('module');
  await buildModule();
  await runPackage('vite', []);
}

develop().catch(fail);
