import { beforeAll, describe, expect, test } from 'vitest';
import { coded, createLabs } from '../module.js';

let labs;
beforeAll(async () => (labs = await createLabs()));

const matrix = (...rows) => ({ rows: rows.length, columns: rows[0].length, values: rows.flat() });
const rowsOf = ({ rows, columns, values }) =>
  Array.from({ length: rows }, (_, i) => [...values.slice(i * columns, (i + 1) * columns)]);

const a = matrix([1, 2], [3, 4]);
const b = matrix([5, 6], [7, 8]);

describe('products', () => {
  test('[[1,2],[3,4]]·[[5,6],[7,8]] = [[19,22],[43,50]]', () => {
    expect(rowsOf(labs.matrixProduct('dot', a, b))).toEqual([
      [19, 22],
      [43, 50],
    ]);
  });

  test('(1,2,3)⊙(1,2,3) = (1,4,9)', () => {
    const row = matrix([1, 2, 3]);
    expect(rowsOf(labs.matrixProduct('hadamard', row, row))).toEqual([[1, 4, 9]]);
  });

  test('a cell is written out', () => {
    const { left, right, terms, partials } = labs.matrixCell('dot', a, b, 1, 0);
    expect([left, right, terms, partials].map((list) => [...list])).toEqual([
      [3, 4],
      [5, 7],
      [15, 28],
      [15, 43],
    ]);
  });
});

test('X·W + B in three layouts', () => {
  const samples = matrix([1, 2], [-1, 0.5], [3, 4]);
  const weights = matrix([2, -1], [1, 3]);
  const layer = (layout, sample = 0) =>
    rowsOf(labs.layerScores(samples, weights, [0.5, -2], layout, sample).scores);
  expect(layer('rows')).toEqual([
    [4.5, 3],
    [-1, 0.5],
    [10.5, 7],
  ]);
  expect(layer('columns')).toEqual([
    [4.5, -1, 10.5],
    [3, 0.5, 7],
  ]);
  expect(layer('vector', 2)).toEqual([[10.5], [7]]);
});

test('bad input is named', () => {
  expect(labs.matrixShapesFit('dot', 2, 3, 2, 2)).toBe(false);
  expect(labs.matrixShapesFit('hadamard', 2, 3, 2, 3)).toBe(true);
  expect(() => labs.matrixProduct('dot', matrix([1, 2, 3]), a)).toThrow(
    coded('noDotProduct', { left: '1×3', right: '2×2' }),
  );
  expect(() => labs.matrixProduct('cross', a, b)).toThrow(
    coded('unknownName', { quantity: 'product', value: 'cross' }),
  );
  expect(() => labs.matrixProduct('dot', a, matrix([NaN], [1]))).toThrow(
    coded('notFinite', { quantity: 'entry' }),
  );
  expect(() => labs.matrixCell('dot', a, b, 2, 0)).toThrow(coded('noCell', { row: 3, column: 1 }));
  expect(() => labs.matrixProduct('dot', { rows: 2, columns: 2, values: [1] }, a)).toThrow(
    coded('matrix', { field: 'leftMatrix' }),
  );
  expect(() => labs.layerScores(a, b, [1], 'rows', 0)).toThrow(
    coded('size', { quantity: 'biases', actual: 1, expected: 2 }),
  );
  expect(() => labs.layerScores(a, b, [1, 2], 'vector', 5)).toThrow(
    coded('noSuchItem', { quantity: 'sample', index: 6 }),
  );
});
