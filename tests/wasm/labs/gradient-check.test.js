import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const file = new Uint8Array(
  readFileSync(new URL('../../../weights/default.safetensors', import.meta.url)),
);
const exponents = Array.from({ length: 25 }, (_, i) => -12 + i / 2);
const labs = await createLabs();

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

test('one weight, at one ε and at many', () => {
  const network = labs.openDigitGradient(file, 10, 1);
  const { unit, input } = network.strongest(2);
  expect(input).toBe(strongest(network.unitGradient(2, unit, 'right'), 1)[0].input);
  const check = network.check(2, unit, input, -4, 'right');
  expect(fieldsOf(check)).toBe(
    'central forward centralError forwardError kinks epsilon logError weight analytic',
  );
  expect(check.epsilon).toBeCloseTo(1e-4, 12);
  expect(check.logError).toBeCloseTo(Math.log10(check.centralError), 9);
  expect(fieldsOf(network.curve(2, unit, input, exponents, 'right'))).toBe(
    'central[25] forward[25] best bestError firstKink',
  );
  network.delete();
});

test('bad input is named, and a file that is none', () => {
  expectError('modelShort bytes=4', () => labs.openDigitGradient(new Uint8Array(4), 10, 1));
  expectError('range quantity=samples min=1 max=100', () => labs.openDigitGradient(file, -1, 1));
  const network = labs.openDigitGradient(file, 2, 1);
  expectError('noSuchItem quantity=layer index=0', () => network.check(-1, 0, 0, -3, 'right'));
  expectError('unknownName quantity=code value=wrong', () => network.check(0, 0, 0, -3, 'wrong'));
  network.delete();
});
