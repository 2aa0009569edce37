import { beforeAll, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const mixed = [-2, -1, 0, 1, 0.5, 0, 2, 1, 1, -0.5, 0.5, 1, 0.5, -1, 1];
const grid = { x0: -4, x1: 4, y0: -4, y1: 4, columns: 8, rows: 8 };

test('the gradient is Xᵀ(A − Y)/m', () => {
  const theta = [0.7, -0.4, 0.2];
  const { a, difference, gradient, loss } = labs.logisticNeuron(mixed, theta);
  const rows = Array.from({ length: 5 }, (_, i) => mixed.slice(3 * i, 3 * i + 3));
  const answers = rows.map(([x, y]) => 1 / (1 + Math.exp(-(0.7 * x - 0.4 * y + 0.2))));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  answers.forEach((answer, i) => {
    expect(a[i]).toBeCloseTo(answer, 14);
    expect(difference[i]).toBeCloseTo(answer - rows[i][2], 14);
  });
  expect(gradient[0]).toBeCloseTo(mean(rows.map(([x, , y], i) => x * (answers[i] - y))), 14);
  expect(gradient[1]).toBeCloseTo(mean(rows.map(([, x, y], i) => x * (answers[i] - y))), 14);
  expect(gradient[2]).toBeCloseTo(mean(rows.map(([, , y], i) => answers[i] - y)), 14);
  const logs = rows.map(([, , y], i) => -Math.log(y === 1 ? answers[i] : 1 - answers[i]));
  expect(loss).toBeCloseTo(mean(logs), 14);
});

test('descent goes down, and on separable points without end', () => {
  const before = labs.logisticNeuron(mixed, [0, 0, 0]).loss;
  const theta = labs.logisticDescent(mixed, [0, 0, 0], 0.3, 200);
  expect(labs.logisticNeuron(mixed, theta).loss).toBeLessThan(before);

  const apart = [-1, 0, 0, 1, 0, 1];
  expect(labs.logisticNeuron(apart, [0, 0, 0]).separable).toBe(true);
  expect(labs.logisticNeuron(mixed, [0, 0, 0]).separable).toBe(false);
  const early = labs.logisticDescent(apart, [0, 0, 0], 1, 1000);
  const late = labs.logisticDescent(apart, early, 1, 100_000);
  expect(late[0]).toBeGreaterThan(early[0] + 1);
});

test('one class, no points, and points on top of one another', () => {
  const oneClass = [0, 1, 1, 2, -1, 1];
  const theta = labs.logisticDescent(oneClass, [0, 0, 0], 1, 1000);
  expect(labs.logisticNeuron(oneClass, theta).accuracy).toBe(1);
  const none = labs.logisticNeuron([], [1, 1, 1]);
  expect([none.loss, none.accuracy, none.a.length]).toEqual([NaN, NaN, 0]);
  const same = [1, 1, 0, 1, 1, 1];
  expect(labs.logisticNeuron(same, [0, 0, 0]).contradictions).toBe(2);
  const best = labs.logisticDescent(same, [2, 0, 0], 1, 2000);
  expect(labs.logisticNeuron(same, best).loss).toBeCloseTo(Math.LN2, 10);
});

test('the drawing: the field and the lines of 0.1, 0.5 and 0.9', () => {
  const { field, border, sure, sureNot } = labs.logisticDrawing([Math.log(9), 0, 0], grid);
  expect(field).toHaveLength(128);
  expect(field[0]).toBeCloseTo(1 / (1 + 9 ** 3.5), 6);
  expect([border[0], sure[0], sureNot[0]]).toEqual([0, 1, -1]);
  expect(labs.logisticDrawing([0, 0, 1], grid).border).toBeNull();
});

test('bad input is named', () => {
  expect(() => labs.logisticNeuron([1, 2], [0, 0, 0])).toThrow(coded('pointsWithClass'));
  expect(() => labs.logisticNeuron([1, NaN, 0], [0, 0, 0])).toThrow(
    coded('notFinite', { quantity: 'points' }),
  );
  expect(() => labs.logisticNeuron([], [0, Infinity, 0])).toThrow(
    coded('notFinite', { quantity: 'weightsAndBias' }),
  );
  expect(() => labs.logisticNeuron([], [0])).toThrow(
    coded('size', { quantity: 'theta', actual: 1, expected: 3 }),
  );
  expect(() => labs.logisticDescent([], [0, 0, 0], -1, 1)).toThrow(
    coded('atLeast', { quantity: 'learningRate', min: 0 }),
  );
  expect(() => labs.logisticDrawing([0, 0, 0], { ...grid, columns: 1 })).toThrow(
    coded('planeGrid', { min: 2, max: 512 }),
  );
});
