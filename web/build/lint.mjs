// Formatters, linters and the type check of both languages; --fix rewrites what can be rewritten.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** The same of web/ and what its modules import; only app/main.js may import anything. */
const imported = {
  app: ['ui', 'engine'],
  ui: ['app'],
  engine: ['build', 'weights'],
  draw: ['app', 'ui', 'engine'],
  train: ['app', 'ui', 'engine'],
  descend: ['app', 'ui', 'engine', 'train'], // it shows the run that is in training
  labs: ['app', 'ui', 'engine'],
  learn: ['app', 'ui', 'engine', 'descend', 'labs'],
};

/** Checks which folders include and import which. */
function checkFolders() {
  const faults = [...cppFiles('cpp').flatMap(wrongIncludes), ...pageFiles().flatMap(wrongImports)];
  if (faults.length > 0) throw new Error(`Against the order of the folders:\n${faults.join('\n')}`);
}

function wrongIncludes(file) {
  const [, folder, lab] = file.split('/');
  const text = readFileSync(join(root, file), 'utf8');
  const wrong = (name, inner) =>
    (included[folder] && name !== folder && !included[folder].includes(name)) ||
    (folder === 'labs' && name === 'labs' && ![lab, 'shared'].includes(inner)) ||
    (name === 'emscripten' && !/\/(bindings\/|bindings\.)/.test(file));
  return [...text.matchAll(/#include (?:"|<(?=emscripten))((\w+)\/(\w+)[^">]*)[">]/g)]
    .filter(([, , name, inner]) => wrong(name, inner))
    .map(([, path]) => `${file} includes ${path}`);
}

function wrongImports(file) {
  if (file === 'web/app/main.js') return [];
  const [, folder, lab] = file.split('/');
  const wrong = (path) => {
    const [name, inner, ...below] = path.replace(/^web\//, '').split('/');
    if (name !== folder) return !imported[folder]?.includes(name);
    const isOfLab = folder === 'labs' && below.length > 0 && file.split('/').length > 3;
    return isOfLab && ![lab, 'shared'].includes(inner);
  };
  return [
    ...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import|glob)\b ?\(?'(\.[^']+)'/g),
  ]
    .map(([, path]) => join(dirname(file), path))
    .filter(wrong)
    .map((path) => `${file} imports ${path}`);
}

export async function lint({ fix = false } = {}) {
  const sources = ['cpp', 'tests/cpp'].flatMap(cppFiles);
  await run('clang-format', [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...sources]);
  checkFolders();
  await runPackage('prettier', [fix ? '--write' : '--check', '--log-level', 'warn', '.']);
  await runPackage('eslint', [...(fix ? ['--fix'] : []), '--max-warnings', '0', '.']);
  for (const project of ['.', 'web/build', 'tests'])
    await runPackage('tsc', ['--project', project]);
}

const cppFiles = (folder) => filesIn(folder).filter((file) => /\.[ch]pp$/.test(file));

const pageFiles = () =>
  filesIn('web').filter((file) => /\.(js|d\.ts)$/.test(file) && !file.startsWith('web/build/'));

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name));

if (isMain(import.meta.url)) lint({ fix: process.argv.includes('--fix') }).catch(fail);
