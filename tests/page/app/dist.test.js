import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { dist } from '../harness.js';
import { faultlessDraw } from '../draw/recognition.js';

const open = faultlessPages();
const openDraw = faultlessDraw();

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(dist, name)).isFile(),
);
const index = JSON.parse(readFileSync(join(dist, 'data/index.json'), 'utf8'));

test('the page starts in a sub-folder without a fault and asks no other host', async () => {
  await openDraw();
});

test('the built page has no code and no style inside but what its policy names by its hash', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const policy = html.match(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/)?.[1] ?? '';
  expect(policy).not.toContain('unsafe-inline');
  for (const [element, directive] of [
    ['script', 'script-src'],
    ['style', 'style-src'],
  ]) {
    const inside = [...html.matchAll(new RegExp(`<${element}[^>]*>([^]+?)</${element}>`, 'g'))];
    const hashes = inside.map(
      ([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    expect(hashes).toHaveLength(1);
    const allowed = policy.match(new RegExp(`${directive} ([^;]*)`))?.[1].split(' ') ?? [];
    expect(allowed.filter((source) => source.startsWith("'sha256-"))).toEqual(hashes);
  }
  expect(html).not.toMatch(/\sstyle=|\son\w+=/);
});

test('the policy stops inline code', async () => {
  const { page, problems } = await open();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineCodeRan = true';
    document.head.append(script);
  });
  expect(await page.evaluate(() => Reflect.get(window, 'inlineCodeRan'))).toBeUndefined();
  await expect
    .poll(() => problems.policyViolations)
    .toContainEqual(expect.stringMatching(/^script-src/));
  problems.policyViolations.length = 0;
  problems.consoleErrors.length = 0; // by which the browser reports the same
});

test('code, weights and module carry a hash of their content in their names', () => {
  const assets = files.filter((name) => name.startsWith('assets/'));
  for (const extension of ['js', 'css', 'wasm', 'safetensors']) {
    const found = assets.filter((name) => name.endsWith(`.${extension}`));
    expect(found, extension).not.toEqual([]);
    for (const name of found) expect(name).toMatch(/-[\w-]{8}\.\w+$/);
  }
});

test('the index lists exactly the data sets that are there, with their sizes', () => {
  const listed = Object.values(index).flatMap((parts) => Object.values(parts));
  const packed = files.filter((name) => /^data\/.+\//.test(name));
  expect(listed.map(({ path }) => `data/${path}`).sort()).toEqual(packed.sort());
  for (const { path, bytes } of listed) {
    expect(statSync(join(dist, 'data', path)).size).toBe(bytes);
  }
});

test.skipIf(!process.env.MNIST_DIR)('MNIST is packed whole', () => {
  const part = (name) => gunzipSync(readFileSync(join(dist, 'data', index.mnist[name].path)));
  expect(part('trainImages')).toHaveLength(16 + 60_000 * 784);
  expect(part('trainLabels')).toHaveLength(8 + 60_000);
  expect(part('testImages')).toHaveLength(16 + 10_000 * 784);
  expect(part('testLabels')).toHaveLength(8 + 10_000);
});

test('nothing of the sources or the tests is published', () => {
  expect(files.filter((name) => /\.(map|ts|mjs|hpp|cpp)$/.test(name))).toEqual([]);
  expect(existsSync(join(dist, 'build'))).toBe(false);
});
