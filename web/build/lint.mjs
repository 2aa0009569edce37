// Formatters, linters and the type check of both languages; --fix rewrites what can be rewritten.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, isMain, root, run, runPackage } from './command.mjs';

export async function lint({ fix = false } = {}) {
  const sources = ['cpp', 'tests/cpp'].flatMap(cppFiles);
  await run('clang-format', [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...sources]);
  await runPackage('prettier', [fix ? '--write' : '--check', '--log-level', 'warn', '.']);
  await runPackage('eslint', [...(fix ? ['--fix'] : []), '--max-warnings', '0', '.']);
  await runPackage('tsc', ['--project', '.']);
}

const cppFiles = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.[ch]pp$/.test(name))
    .map((name) => join(folder, name));

if (isMain(import.meta.url)) lint({ fix: process.argv.includes('--fix') }).catch(fail);
