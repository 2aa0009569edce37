// Builds build/wasm/{recognition,labs,digit-descent,digit-descent-shared}.{mjs,wasm} and
// build/wasm/{kernels,kernels-shared}.wasm; a second run finds nothing to do. --debug: with
// assertions and readable names, in build/wasm-debug, where `MODULES=wasm-debug npm test` finds them.
// Also writes catalog.json, the names and ranges that forms offer before any module is loaded.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPreset, fail, isMain, root } from './command.mjs';
import { instantiate } from './node-module.mjs';

export async function buildModule({ debug = false } = {}) {
  // emcc runs on whichever Node it is given, and one that is not Debian's own finds Debian's acorn only
  // by the NODE_PATH that the preset sets.
  const preset = debug ? 'wasm-debug' : 'wasm';
  await buildPreset(preset);
  const folder = `build/${preset}`;
  checkKernels(readFileSync(join(root, folder, 'kernels.o')));
  const built = pathToFileURL(join(root, folder, '/'));
  const { catalog } = await instantiate(built, 'digit-descent');
  writeFileSync(join(root, folder, 'catalog.json'), JSON.stringify(catalog()));
}

/**
 * The kernels run on another module's memory, where data of their own would overwrite its, and a
 * stack of their own would lie somewhere in the middle of it.
 * @param {Buffer} object  the object file, in which names can still be read
 */
export function checkKernels(object) {
  const data = 11;
  if (sectionsOf(object).includes(data)) {
    throw new Error('cpp/compute/kernels.cpp must compile to code alone, and there are data.');
  }
  if (object.includes('__stack_pointer')) {
    throw new Error('cpp/compute/kernels.cpp must need no stack, and a kernel uses one.');
  }
}

/** @returns {number[]} the identifiers of a WebAssembly file's sections, in order */
function sectionsOf(bytes) {
  const sections = [];
  let at = 8; // after the magic number and the version
  while (at < bytes.length) {
    sections.push(bytes[at++]);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      size += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    at += size;
  }
  return sections;
}

if (isMain(import.meta.url)) buildModule({ debug: process.argv.includes('--debug') }).catch(fail);
