import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

const file = new Uint8Array(
  readFileSync(new URL('../../../weights/default.safetensors', import.meta.url)),
);
const exponents = Array.from({ length: 25 }, (_, i) => -12 + i / 2);

let labs;
beforeAll(async () => (labs = await createLabs()));

/** The places with the largest gradients of a unit. */
const strongest = (gradients, count) =>
  Array.from(gradients, (value, input) => ({ input, size: Math.abs(value) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, count);

describe.each([1, 2, 3])('the digit network on ten digits of seed %i', (seed) => {
  test('the gradient is right for weights and biases of every layer', () => {
    const network = labs.openDigitGradient(file, 10, seed);
    const { layers } = network.architecture();
    layers.forEach(({ units }, layer) => {
      let checked = 0;
      for (let unit = 0; unit < units && checked < 4; unit++) {
        const gradients = network.unitGradient(layer, unit, 'right');
        const [{ input, size }, second] = strongest(gradients, 2);
        if (second.size < 1e-4) continue; // a unit that has no say on these ten digits
        for (const at of [input, second.input, gradients.length]) {
          expect(network.curve(layer, unit, at, exponents, 'right').bestError).toBeLessThan(1e-6);
        }
        expect(network.check(layer, unit, input, -5, 'sum').centralError).toBeCloseTo(0.9, 4);
        expect(size).toBe(Math.abs(network.check(layer, unit, input, -5, 'right').analytic));
        checked++;
      }
      expect(checked).toBeGreaterThan(0);
    });
    network.delete();
  });
});

test('truncation on the right, rounding on the left', () => {
  const network = labs.openDigitGradient(file, 10, 1);
  const { unit, input } = network.strongest(2);
  const [most] = strongest(network.unitGradient(2, unit, 'right'), 1);
  expect(input).toBe(most.input);
  const error = (exponent) => network.check(2, unit, input, exponent, 'right').centralError;
  expect(error(0)).toBeGreaterThan(100 * error(-4));
  expect(error(-12)).toBeGreaterThan(100 * error(-4));
  const { epsilon, logError, centralError } = network.check(2, unit, input, -4, 'right');
  expect(epsilon).toBeCloseTo(1e-4, 12);
  expect(logError).toBeCloseTo(Math.log10(centralError), 9);
  network.delete();
});

test('kinks are counted, and a blank pixel has no gradient', () => {
  const network = labs.openDigitGradient(file, 10, 1);
  expect(network.check(0, 0, 784, 0, 'right').kinks).toBeGreaterThan(0);
  const blank = network.check(0, 0, 0, -3, 'right');
  expect(blank).toMatchObject({ analytic: 0, central: 0, centralError: 0, kinks: 0 });
  network.delete();
});

test('bad input is named, and a file that is none', () => {
  expect(() => labs.openDigitGradient(new Uint8Array(4), 10, 1)).toThrow(
    coded('modelShort', { bytes: 4 }),
  );
  expect(() => labs.openDigitGradient(file, 0, 1)).toThrow(
    coded('range', { quantity: 'samples', min: 1, max: 100 }),
  );
  const network = labs.openDigitGradient(file, 2, 1);
  expect(() => network.check(0, 0, 0, -20, 'right')).toThrow(
    coded('range', { quantity: 'difference' }),
  );
  expect(() => network.check(-1, 0, 0, -3, 'right')).toThrow(
    coded('noSuchItem', { quantity: 'layer', index: 0 }),
  );
  expect(() => network.check(0, 5000, 0, -3, 'right')).toThrow(
    coded('noSuchItem', { quantity: 'unit', index: 5001 }),
  );
  expect(() => network.check(0, 0, 785, -3, 'right')).toThrow(
    coded('noSuchItem', { quantity: 'input', index: 786 }),
  );
  expect(() => network.check(0, 0, 0, -3, 'wrong')).toThrow(
    coded('unknownName', { quantity: 'code', value: 'wrong' }),
  );
  network.delete();
});
