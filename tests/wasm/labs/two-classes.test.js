import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const mixed = [-2, -1, 0, 1, 0.5, 0, 2, 1, 1, -0.5, 0.5, 1, 0.5, -1, 1];
const grid = { x0: -4, x1: 4, y0: -4, y1: 4, columns: 8, rows: 8 };

test('a neuron, and its descent', () => {
  const neuron = labs.logisticNeuron(mixed, [0.7, -0.4, 0.2]);
  expect(fieldsOf(neuron)).toBe(
    'a[5] difference[5] loss gradient[3] accuracy norm separable contradictions',
  );
  neuron.a.forEach((a, i) => expect(neuron.difference[i]).toBeCloseTo(a - mixed[3 * i + 2], 14));
  expect(neuron.separable).toBe(false);
  expect(labs.logisticNeuron([-1, 0, 0, 1, 0, 1], [0, 0, 0]).separable).toBe(true);
  const theta = labs.logisticDescent(mixed, [0, 0, 0], 0.3, 200);
  expect(labs.logisticNeuron(mixed, theta).loss).toBeLessThan(Math.LN2);
  const none = labs.logisticNeuron([], [1, 1, 1]);
  expect([none.loss, none.accuracy, none.a.length]).toEqual([NaN, NaN, 0]);
});

test('the drawing: the field and the lines of 0.1, 0.5 and 0.9', () => {
  const { field, border, sure, sureNot } = labs.logisticDrawing([Math.log(9), 0, 0], grid);
  expect(field).toHaveLength(128);
  expect(field[0]).toBeCloseTo(1 / (1 + 9 ** 3.5), 6);
  expect([border[0], sure[0], sureNot[0]]).toEqual([0, 1, -1]);
  expect(labs.logisticDrawing([0, 0, 1], grid).border).toBeNull();
});

test('bad input is named', () => {
  expectError('pointsWithClass', () => labs.logisticNeuron([1, 2], [0, 0, 0]));
  expectError('size quantity=theta actual=1 expected=3', () => labs.logisticNeuron([], [0]));
});
