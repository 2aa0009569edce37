// Builds build/wasm/{recognition,labs,digit-descent}.{mjs,wasm}; a second run finds nothing to do.
import { fail, isMain, run } from './command.mjs';

const folder = 'build/wasm';

// emcc runs on whichever Node it is given, and one that is not Debian's own looks for Debian's acorn
// only when told its folder.
const NODE_PATH = [process.env.NODE_PATH, '/usr/share/nodejs'].filter(Boolean).join(':');

export async function buildModule() {
  const env = { ...process.env, NODE_PATH };
  const configure = ['-S', '.', '-B', folder, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release'];
  await run('emcmake', ['cmake', '--log-level=WARNING', ...configure], { env });
  await run('cmake', ['--build', folder], { env });
}

if (isMain(import.meta.url)) buildModule().catch(fail);
