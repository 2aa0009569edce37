import { expect, test } from 'vitest';
import { createLabs, expectError } from '../module.js';

const labs = await createLabs();

const matrix = (...rows) => ({ rows: rows.length, columns: rows[0].length, values: rows.flat() });
const rowsOf = ({ rows, columns, values }) =>
  Array.from({ length: rows }, (_, i) => [...values.slice(i * columns, (i + 1) * columns)]);

const a = matrix([1, 2], [3, 4]);
const b = matrix([5, 6], [7, 8]);

test('products and their cells', () => {
  const product = [
    [19, 22],
    [43, 50],
  ];
  expect(rowsOf(labs.matrixProduct('dot', a, b))).toEqual(product);
  const { left, right, terms, partials } = labs.matrixCell('dot', a, b, 1, 0);
  expect([...left, ...right, ...terms, ...partials]).toEqual([3, 4, 5, 7, 15, 28, 15, 43]);
  expect(labs.matrixShapesFit('dot', 2, 3, 2, 2)).toBe(false);
  expect(labs.matrixShapesFit('hadamard', 2, 3, 2, 3)).toBe(true);
});

test('X·W + B', () => {
  const samples = matrix([1, 2], [-1, 0.5], [3, 4]);
  const layer = labs.layerScores(samples, matrix([2, -1], [1, 3]), [0.5, -2], 'vector', 2);
  expect(rowsOf(layer.left)).toEqual([
    [2, 1],
    [-1, 3],
  ]);
  expect([layer.right, layer.bias, layer.scores].map(rowsOf)).toEqual([
    [[3], [4]],
    [[0.5], [-2]],
    [[10.5], [7]],
  ]);
});

test('bad input is named', () => {
  expectError('unknownName quantity=product value=cross', () => labs.matrixProduct('cross', a, b));
  expectError('noDotProduct left=1×3 right=2×2', () =>
    labs.matrixProduct('dot', matrix([1, 2, 3]), a),
  );
  expectError('matrix field=leftMatrix', () =>
    labs.matrixProduct('dot', { rows: 2, columns: 2, values: [1] }, a),
  );
});
