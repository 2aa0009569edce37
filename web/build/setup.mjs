// Installs what a command needs and this machine lacks. Runs before node_modules exists, so it uses
// nothing but Node's own modules.
//
//   node web/build/setup.mjs [module] [native] [gtest] [lint] [browser] [pictures] [bench]
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, isMain, output, root, run } from './command.mjs';

/** Debian packages by what they are needed for. */
const packagesFor = {
  module: [
    ...['cmake', 'ninja-build', 'emscripten', 'node-acorn', 'libeigen3-dev', 'rapidjson-dev'],
    ...['clang-19', 'lld-19'], // know relaxed SIMD
  ],
  native: ['cmake', 'ninja-build', 'g++', 'libeigen3-dev', 'rapidjson-dev'],
  gtest: ['libgtest-dev'],
  lint: ['clang-format'],
  browser: ['chromium'],
  pictures: ['chromium', 'fonts-wqy-microhei'], // has the name of the other language
  bench: ['python3-numpy', 'libopenblas0-pthread'],
};

/** @param {(keyof typeof packagesFor)[]} purposes  what the caller is about to do */
export async function setup(...purposes) {
  checkNode();
  const packages = [...new Set(purposes.flatMap((purpose) => packagesFor[purpose]))];
  const installed = [await installDebianPackages(packages), await installNodeModules('.')];
  if (!installed.some(Boolean)) console.log('Set-up: everything is installed.');
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major, minor] = process.versions.node.split('.').map(Number);
  const accepted = engines.node.split('||').some((range) => {
    const [, operator, wantMajor, wantMinor] = range.match(/(\^|>=)(\d+)\.(\d+)/);
    if (major === Number(wantMajor)) return minor >= Number(wantMinor);
    return operator === '>=' && major > Number(wantMajor);
  });
  if (!accepted) {
    throw new Error(
      `Node ${process.versions.node} does not fit: Vite, Vitest and ESLint need Node ${engines.node} ` +
        '(https://nodejs.org/en/download).',
    );
  }
}

/** @returns {Promise<boolean>} whether anything had to be installed */
async function installDebianPackages(packages) {
  const missing = missingPackages(packages);
  if (missing.length === 0) return false;

  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  const privileged = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const allowed =
    output('apt-get', ['--version']) !== null &&
    (privileged.length === 0 || output('sudo', ['-n', 'true']) !== null);
  if (!allowed) {
    throw new Error(
      'Debian packages are missing and only the administrator can install them. Run this line, then try again:\n' +
        `sudo apt-get update && sudo ${install.join(' ')}`,
    );
  }
  console.log(`Set-up: installing ${missing.join(', ')} with apt-get.`);
  const asRoot = (command) => {
    const line = [...privileged, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
    return run(line[0], line.slice(1));
  };
  await asRoot(['apt-get', 'update']);
  await asRoot(install);
  return true;
}

function missingPackages(packages) {
  if (packages.length === 0) return [];
  // dpkg-query fails as a whole when one name is unknown, yet prints the names that it knows.
  const known = output('sh', [
    '-c',
    `dpkg-query -W -f='\${Package} \${db:Status-Status}\\n' ${packages.join(' ')} 2>/dev/null || true`,
  ]);
  const present = new Set((known ?? '').split('\n'));
  return packages.filter((name) => !present.has(`${name} installed`));
}

/**
 * Fills node_modules from package-lock.json, unless that very lock file filled it already.
 * @param {string} folder of the package, below the project
 * @returns {Promise<boolean>} whether it had to be filled
 */
export async function installNodeModules(folder) {
  const lock = join(root, folder, 'package-lock.json');
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const stamp = join(root, folder, 'node_modules/.package-lock.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  console.log(`Set-up: installing the npm packages of ${join(folder, 'package-lock.json')}.`);
  await run('npm', ['ci'], { cwd: join(root, folder) });
  writeFileSync(stamp, digest);
  return true;
}

if (isMain(import.meta.url))
  setup(.../** @type {(keyof typeof packagesFor)[]} */ (process.argv.slice(2))).catch(fail);
