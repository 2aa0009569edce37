import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { download } from '../../web/build/download.mjs';
import { startMirror } from './mirror.js';

const content = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 251));
const name = 'digits.gz';

let folder;
let target;
let mirrors;
let notices;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'download-'));
  target = join(folder, name);
  mirrors = [];
  notices = [];
});

afterEach(() => {
  for (const mirror of mirrors) mirror.close();
  rmSync(folder, { recursive: true });
});

async function mirrorWith(faults) {
  const mirror = await startMirror({ [name]: content }, faults);
  mirrors.push(mirror);
  return mirror;
}

function fetchDigits() {
  const report = { progress: () => {}, notice: (sentence) => notices.push(sentence) };
  const fault = (bytes) => (bytes.equals(content) ? null : `expected the digits, got others`);
  const urls = mirrors.map(({ url }) => url);
  return download(urls, name, target, fault, report);
}

test('a whole file is written under its name', async () => {
  await mirrorWith();
  await fetchDigits();
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(existsSync(`${target}.part`)).toBe(false);
});

test('a mirror that breaks off is continued on the next one, from where it ended', async () => {
  await mirrorWith({ truncateAt: 30_000 });
  const second = await mirrorWith();
  await fetchDigits();
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(second.requests).toEqual([
    { path: `/${name}`, range: expect.stringMatching(/^bytes=[1-9]\d*-$/) },
  ]);
  expect(notices).toHaveLength(1);
});

test('a download interrupted in an earlier run is continued', async () => {
  writeFileSync(`${target}.part`, content.subarray(0, 60_000));
  const mirror = await mirrorWith();
  await fetchDigits();
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(mirror.requests[0].range).toBe('bytes=60000-');
});

test('a mirror without ranges sends the file from its beginning', async () => {
  writeFileSync(`${target}.part`, content.subarray(0, 60_000));
  await mirrorWith({ ranges: false });
  await fetchDigits();
  expect(readFileSync(target).equals(content)).toBe(true);
});

test('an earlier part that is wrong is thrown away and loaded anew', async () => {
  writeFileSync(`${target}.part`, Buffer.alloc(60_000, 255));
  const mirror = await mirrorWith();
  await fetchDigits();
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(mirror.requests.map(({ range }) => range)).toEqual(['bytes=60000-', undefined]);
});

test('a part that is longer than the file is thrown away', async () => {
  writeFileSync(`${target}.part`, Buffer.concat([content, content]));
  await mirrorWith();
  await fetchDigits();
  expect(readFileSync(target).equals(content)).toBe(true);
});

test('a mirror with a wrong content is passed over', async () => {
  const corrupt = await mirrorWith({ corrupt: true });
  await mirrorWith();
  await fetchDigits();
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(notices).toEqual([`${corrupt.url}${name}: expected the digits, got others.`]);
});

test('when every mirror fails, the error names each reason and nothing is written', async () => {
  await mirrorWith({ status: 503 });
  await mirrorWith({ corrupt: true });
  await expect(fetchDigits()).rejects.toThrow(
    /digits\.gz could not be downloaded from any of 2 mirrors\..*got 503.*expected the digits/,
  );
  expect(existsSync(target)).toBe(false);
});
