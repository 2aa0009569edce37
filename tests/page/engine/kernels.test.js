// The kernels for relaxed SIMD, which Node 20 has behind a flag only: here in the browser.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { faultlessTrain, trainAndPause } from '../train/training.js';

const open = faultlessPages();
const openRun = faultlessTrain();

const base64 = readFileSync(new URL('../../../build/wasm/kernels.wasm', import.meta.url), 'base64');

/**
 * Runs dd_accumulate (cpp/compute/kernels.hpp) in the page, on random lines of which a fifth is there.
 * @returns {Promise<number>} the largest difference from the same sums in double precision
 */
async function largestError({ base64, units, hasStart }) {
  const lines = 9;
  const rows = 50;
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;

  const memory = new WebAssembly.Memory({ initial: 2 });
  let end = 16;
  const place = (values, Type) => {
    const array = new Type(memory.buffer, end, values.length);
    array.set(values);
    end += array.byteLength;
    return array;
  };
  const randoms = (count) => place(Array.from({ length: count }, random), Float32Array);
  const from = randoms(rows * units);
  const start = randoms(units);
  const out = randoms(lines * units);

  const expected = Array.from(out, (value, i) => (hasStart ? start[i % units] : value));
  const begins = [0];
  const entries = [];
  for (let line = 0; line < lines; ++line) {
    for (let row = 0; row < rows; ++row) {
      if (random() > 0.2) continue;
      const value = Math.fround(random());
      entries.push({ row, value });
      for (let i = 0; i < units; ++i) expected[line * units + i] += value * from[row * units + i];
    }
    begins.push(entries.length);
  }
  const placedBegins = place(begins, Int32Array);
  const placedEntries = new DataView(memory.buffer, end);
  entries.forEach(({ row, value }, i) => {
    placedEntries.setInt32(8 * i, row, true);
    placedEntries.setFloat32(8 * i + 4, value, true);
  });

  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  /** @type {Function} */ (instance.exports.dd_accumulate)(
    ...[placedBegins.byteOffset, 0, lines, placedEntries.byteOffset, from.byteOffset],
    ...[hasStart ? start.byteOffset : 0, units, out.byteOffset],
  );
  return Math.max(...expected.map((value, i) => Math.abs(value - out[i])));
}

test('they compute what they should, within float rounding', async () => {
  const { page } = await open();
  for (const units of [64, 23, 10, 1]) {
    for (const hasStart of [true, false]) {
      // Sums of some ten products of numbers below 1.
      expect(await page.evaluate(largestError, { base64, units, hasStart })).toBeLessThan(1e-5);
    }
  }
});

test('training takes them, whether or not its memory is shared', async () => {
  for (const isolating of [false, true]) {
    /** @type {string[]} */
    const taken = [];
    const { page, close } = await openRun({
      isolating,
      prepare: (page) => page.on('request', (request) => taken.push(request.url())),
    });
    await trainAndPause(page);
    const name = isolating ? /\/kernels-shared-[\w-]{8}\.wasm$/ : /\/kernels-[\w-]{8}\.wasm$/;
    expect(taken).toContainEqual(expect.stringMatching(name));
    await close();
  }
});
