import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../web/build/setup.mjs', import.meta.url));

// The set-up meets a machine whose programs are these; none of the real ones is in its PATH.
let machine;

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'machine-'));
  program('sh', 'exec /bin/sh "$@"');
  program('env', 'exec /usr/bin/env "$@"');
});
afterEach(() => rmSync(machine, { recursive: true }));

function program(name, body) {
  const file = join(machine, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}

/** A dpkg-query that knows these packages as installed, beside one that was removed. */
const packages = (...names) =>
  program(
    'dpkg-query',
    ['g++ config-files', ...names.map((name) => `${name} installed`)]
      .map((line) => `echo '${line}'`)
      .join('\n'),
  );

function runSetup(...purposes) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...purposes], {
    env: { PATH: machine },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const native = ['cmake', 'ninja-build', 'g++', 'libeigen3-dev', 'rapidjson-dev'];

test('with everything there it says so in one line and starts nothing', () => {
  packages(...native);
  expect(runSetup('native')).toEqual({
    status: 0,
    stdout: 'Set-up: everything is installed.\n',
    stderr: '',
  });
});

test('what is missing is installed where that is allowed', () => {
  const log = join(machine, 'log');
  packages(...native.slice(0, 2), 'rapidjson-dev');
  program('apt-get', `echo "$@" >> ${log}`);
  program('sudo', 'shift; exec "$@"'); // used unless the tests themselves run as root
  expect(runSetup('native').status).toBe(0);
  expect(readFileSync(log, 'utf8').split('\n').slice(-3)).toEqual([
    'update',
    'install -y --no-install-recommends g++ libeigen3-dev',
    '',
  ]);
});

test('where it is not allowed, the exact line to run is printed', () => {
  packages('cmake', 'ninja-build', 'emscripten');
  const { status, stderr } = runSetup('module', 'lint');
  expect(status).toBe(1);
  expect(stderr.trimEnd().split('\n').at(-1)).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends ' +
      'node-acorn libeigen3-dev rapidjson-dev clang-19 lld-19 clang-format',
  );
});
