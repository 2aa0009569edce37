// npm run build: everything that a static host needs, in dist/.
import { fail, isMain, runPackage } from './command.mjs';
import { setup } from './setup.mjs';
import { buildModule } from './wasm.mjs';

/** Bundles web/, weights/ and the built module into dist/. */
export const buildPage = () => runPackage('vite', ['build', '--logLevel', 'warn']);

export async function build() {
  await setup('module');
  await buildModule();
  await buildPage();
}

if (isMain(import.meta.url)) build().catch(fail);
