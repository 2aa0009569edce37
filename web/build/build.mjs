// npm run build: everything that a static host needs, in dist/.
// npm start: the same, and serves dist/ and prints its address. PORT chooses the port; a port in use is
//   passed over for the next free one.
// npm run dev: builds the module, then serves web/ unbundled and reloads it on every change.
import { fail, isMain, runPackage } from './command.mjs';
import { setup } from './setup.mjs';
import { buildModule } from './wasm.mjs';

/** Bundles web/, weights/ and the built module into dist/. */
export const buildPage = () => runPackage('vite', ['build', '--logLevel', 'warn']);

async function setUpModule() {
  await setup('module');
  await buildModule();
}

export async function build() {
  await setUpModule();
  await buildPage();
}

async function start() {
  await build();
  const { preview } = await import('vite');
  const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173) } });
  console.log(`Digit Descent is at ${server.resolvedUrls?.local[0]} (Ctrl+C ends it).`);
}

async function dev() {
  await setUpModule();
  await runPackage('vite', []);
}

if (isMain(import.meta.url)) ({ build, start, dev })[process.argv[2] ?? 'build']().catch(fail);
