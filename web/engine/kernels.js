/**
 * The innermost loops (cpp/compute/kernels.hpp) compiled for relaxed SIMD, whose fused multiply-add saves
 * a tenth of the time. They take the place of the module's own where the browser knows those
 * instructions; the results are equal within float rounding.
 */
import plainUrl from '../../build/wasm/kernels.wasm?url';
import sharedUrl from '../../build/wasm/kernels-shared.wasm?url';
import { compile } from './instance.js';

/** A module with one function, (v128, v128, v128) → v128: f32x4.relaxed_madd. */
// prettier-ignore
const relaxedSimdProbe = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 8, 1, 96, 3, 123, 123, 123, 1, 123,
  3, 2, 1, 0,
  10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 133, 2, 11,
]);

/**
 * @param {string} name  of the module on whose memory they will work
 * @returns {Promise<WebAssembly.Module | null>} null where the module's own kernels have to do
 */
export async function compileKernels(name) {
  if (!WebAssembly.validate(relaxedSimdProbe)) return null;
  return compile(name === 'digit-descent' ? plainUrl : sharedUrl).catch(() => null);
}

/**
 * Appends them to a table of functions.
 * @param {WebAssembly.Module} kernels
 * @param {WebAssembly.Memory} memory @param {WebAssembly.Table} table
 * @returns {Record<string, number>} where each one is
 */
export function addKernels(kernels, memory, table) {
  const instance = new WebAssembly.Instance(kernels, { env: { memory } });
  const first = table.grow(Object.keys(instance.exports).length);
  return Object.fromEntries(
    Object.entries(instance.exports).map(([name, kernel], i) => {
      table.set(first + i, kernel);
      return [name, first + i];
    }),
  );
}
