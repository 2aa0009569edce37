import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const halfAdder = [1, 2, 1, 3, 2, 3, 4, 5, 3, 3, 6, 7];
const circuit = (wires, x1 = 0, x2 = 0) =>
  labs.gateCircuit(-2, -2, 3, Int32Array.from(wires), x1, x2);

test('w = (−2, −2) and b = 3 make a NAND; one input on both wires is one wire with weight −4', () => {
  const { sums, outputs, tiedWeight, tiedSums } = labs.stepGate(-2, -2, 3);
  expect([...sums]).toEqual([3, 1, 1, -1]);
  expect([...outputs]).toEqual([1, 1, 1, 0]);
  expect(tiedWeight).toBe(-4);
  expect([...tiedSums]).toEqual([3, -1]);
});

test('five NANDs make a half adder', () => {
  const adder = circuit(halfAdder, 1, 1);
  expect(fieldsOf(adder)).toBe('values[8] table[8] wanted[8] isHalfAdder open[0] looping[0]');
  const { open, looping } = circuit([1, 4, 3, 0, 3, 3]);
  expect([...open, ...looping]).toEqual([1, 0, 1]);
  expect([...adder.table]).toEqual([0, 0, 1, 0, 1, 0, 0, 1]);
  expect([...adder.wanted]).toEqual([...adder.table]);
  expect(adder.isHalfAdder).toBe(true);
  expect([...adder.values]).toEqual([-1, 1, 1, 0, 1, 1, 0, 1]);
});

test('bad input is named', () => {
  expectError('range quantity=wire min=0 max=3', () => circuit([9, 1, 1, 1]));
  expectError('wrongType type=Int32Array', () => labs.gateCircuit(1, 1, 1, [1, 2], 0, 0));
});
