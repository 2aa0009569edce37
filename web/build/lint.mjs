// Formatters, linters and the type check of both languages; --fix rewrites what can be rewritten.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, isMain, root, run, runPackage } from './command.mjs';

/** What a folder of cpp/ may include beside itself; what is not named here may include anything. */
const included = {
  descent: [],
  compute: ['descent'],
  nn: ['descent', 'compute'],
  data: ['descent', 'nn', 'ink'],
  ink: ['descent', 'nn'],
  model: ['descent', 'nn', 'data'],
};

/** Checks which C++ folders include which. */
function checkIncludes() {
  const faults = cppFiles('cpp').flatMap((file) => {
    const [, folder, lab] = file.split('/');
    const text = readFileSync(join(root, file), 'utf8');
    const wrong = (name, inner) =>
      (included[folder] && name !== folder && !included[folder].includes(name)) ||
      (folder === 'labs' && name === 'labs' && ![lab, 'shared'].includes(inner)) ||
      (name === 'emscripten' && !/\/(bindings\/|bindings\.)/.test(file));
    return [...text.matchAll(/#include (?:"|<(?=emscripten))((\w+)\/(\w+)[^">]*)[">]/g)]
      .filter(([, , name, inner]) => wrong(name, inner))
      .map(([, path]) => `${file} includes ${path}`);
  });
  if (faults.length > 0) throw new Error(`Against the order of the folders:\n${faults.join('\n')}`);
}

export async function lint({ fix = false } = {}) {
  const sources = ['cpp', 'tests/cpp'].flatMap(cppFiles);
  await run('clang-format', [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...sources]);
  checkIncludes();
  await runPackage('prettier', [fix ? '--write' : '--check', '--log-level', 'warn', '.']);
  await runPackage('eslint', [...(fix ? ['--fix'] : []), '--max-warnings', '0', '.']);
  await runPackage('tsc', ['--project', '.']);
}

const cppFiles = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.[ch]pp$/.test(name))
    .map((name) => join(folder, name));

if (isMain(import.meta.url)) lint({ fix: process.argv.includes('--fix') }).catch(fail);
