import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const halfAdder = [1, 2, 1, 3, 2, 3, 4, 5, 3, 3, 6, 7];
const circuit = (wires, x1 = 0, x2 = 0, [w1, w2, b] = [-2, -2, 3]) =>
  labs.gateCircuit(w1, w2, b, Int32Array.from(wires), x1, x2);

test('w = (−2, −2) and b = 3 make a NAND', () => {
  const { sums, outputs } = labs.stepGate(-2, -2, 3);
  expect([...sums]).toEqual([3, 1, 1, -1]);
  expect([...outputs]).toEqual([1, 1, 1, 0]);
});

test('one input on both wires is one wire with weight −4', () => {
  const { tiedWeight, tiedSums } = labs.stepGate(-2, -2, 3);
  expect(tiedWeight).toBe(-4);
  expect([...tiedSums]).toEqual([3, -1]);
});

test('five NANDs make a half adder', () => {
  const { table, wanted, isHalfAdder, open, looping } = circuit(halfAdder);
  expect([...table]).toEqual([0, 0, 1, 0, 1, 0, 0, 1]);
  expect([...wanted]).toEqual([...table]);
  expect(isHalfAdder).toBe(true);
  expect([open.length, looping.length]).toEqual([0, 0]);
  expect([...circuit(halfAdder, 1, 1).values]).toEqual([-1, 1, 1, 0, 1, 1, 0, 1]);
});

test('the same wires between ANDs are no half adder', () => {
  expect(circuit(halfAdder, 0, 0, [2, 2, -3]).isHalfAdder).toBe(false);
});

test('open pins and loops leave outputs unknown', () => {
  const loop = circuit([1, 4, 3, 2, 3, 4]);
  expect([...loop.looping]).toEqual([0, 1]);
  expect([...loop.table]).toEqual(Array(8).fill(-1));
  expect(loop.isHalfAdder).toBe(false);
  const open = circuit([1, 0, 3, 1]);
  expect([...open.open]).toEqual([0]);
  expect([...open.table]).toEqual([-1, 0, -1, 0, -1, 1, -1, 1]);
});

test('bad input is named', () => {
  expect(() => labs.stepGate(NaN, 1, 1)).toThrow(coded('notFinite', { quantity: 'gate' }));
  expect(() => circuit([9, 1, 1, 1])).toThrow(coded('range', { quantity: 'wire', min: 0, max: 3 }));
  expect(() => circuit([1])).toThrow(coded('wires', { value: 1 }));
  expect(() => labs.gateCircuit(1, 1, 1, [1, 2], 0, 0)).toThrow(
    coded('wrongType', { type: 'Int32Array' }),
  );
});
