import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMirror } from './mirror.js';

const script = fileURLToPath(new URL('../../web/build/data.mjs', import.meta.url));
const names = [
  'train-images-idx3-ubyte.gz',
  'train-labels-idx1-ubyte.gz',
  't10k-images-idx3-ubyte.gz',
  't10k-labels-idx1-ubyte.gz',
];

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mnist-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command of `npm run data` against these mirrors. */
function runData(...mirrors) {
  const env = {
    ...process.env,
    MNIST_MIRRORS: mirrors.map(({ url }) => url).join(' '),
    MNIST_TARGET: folder,
  };
  const child = spawn(process.execPath, [script], { env });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('files that are not MNIST are refused with their checksums', async () => {
  const mirror = await startMirror({ [names[0]]: Buffer.from('not MNIST') });
  const { code, output } = await runData(mirror);
  mirror.close();
  expect(code).toBe(1);
  expect(output).toContain('MD5 f68b3c2dcbeaaa9fbdd348bbdeb94873, got 9 bytes with MD5');
  expect(output).not.toContain('at async'); // a sentence, not a stack trace
  expect(readdirSync(folder)).toEqual([]);
});

const mnist = process.env.MNIST_DIR ?? '';
test.skipIf(!mnist)('MNIST is put together from a broken and a whole mirror', async () => {
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(mnist, name))]));
  const broken = await startMirror(files, { truncateAt: 20_000 });
  const whole = await startMirror(files);

  const first = await runData(broken, whole);
  expect(first.code, first.output).toBe(0);
  for (const name of names) {
    expect(readFileSync(join(folder, name)).equals(files[name]), name).toBe(true);
  }
  expect(whole.requests.find(({ path }) => path === `/${names[0]}`)?.range).toMatch(
    /^bytes=[1-9]\d*-$/,
  );

  const asked = whole.requests.length;
  const second = await runData(whole);
  expect(second.code).toBe(0);
  expect(second.output).toContain(`${names[0]} is already here.`);
  expect(whole.requests).toHaveLength(asked);
  broken.close();
  whole.close();
});
