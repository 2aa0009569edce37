import { numbersOf } from '../parts.js';

/**
 * What the matrices of the lab hold. Each is kept as 3 × 3 numbers of which its shape shows a part,
 * so that a smaller shape loses none of them.
 *
 * @typedef {import('./types.js').MatricesLab} Module
 * @typedef {import('./types.js').MatrixIn} Matrix
 * @typedef {import('./matrices.js').default['state']} State
 * @typedef {{ key: string, at: number }} Place  where an entry is kept: which text, which number
 * @typedef {Matrix & { name: string, places: readonly Place[] }} Operand  with a place an entry
 */

export const side = 3;
export const largestEntry = 1000;
export const shapes = ['1x1', '1x2', '1x3', '2x1', '2x2', '2x3', '3x1', '3x2', '3x3'];

/** The numbers when nobody has changed them. @type {Record<string, string>} */
export const numbers = {
  a: '1,2,3,3,4,1,5,0,2',
  b: '5,6,1,7,8,2,1,0,3',
  x: '1,2,0,-1,0.5,2,3,4,1',
  w: '2,-1,1,1,3,0,-2,1,2',
  bias: '0.5,-2,1',
};

/** The numbers of a text, or the default for one that is no such list. @param {string} key @param {string} text */
export function entries(key, text) {
  const given = numbersOf(text);
  const standard = /** @type {number[]} */ (numbersOf(numbers[key]));
  const fits =
    given?.length === standard.length && given.every((value) => Math.abs(value) <= largestEntry);
  return fits ? given : standard;
}

/** The part of a 3 × 3 matrix that a shape shows, from a row on. @param {string} key @param {string} text @param {number} rows @param {number} columns @returns {Operand} */
function part(key, text, rows, columns, name = key.toUpperCase(), first = 0) {
  const all = entries(key, text);
  const places = Array.from({ length: rows * columns }, (_, i) => ({
    key,
    at: (first + Math.floor(i / columns)) * side + (i % columns),
  }));
  return { name, rows, columns, places, values: places.map(({ at }) => all[at]) };
}

/** @param {Operand} operand @returns {Operand} */
function transposed({ rows, columns, places, values, name }) {
  const order = places.map((_, i) => (i % rows) * columns + Math.floor(i / rows));
  return {
    name,
    rows: columns,
    columns: rows,
    places: order.map((i) => places[i]),
    values: order.map((i) => values[i]),
  };
}

/** @param {string} shape */
const sizes = (shape) => shape.split('x').map(Number);

/**
 * The matrices that are shown, the result if there is one, and how the chosen cell comes about.
 * @param {Module} module @param {State} state
 */
export const work = (module, state) =>
  state.op === 'layer' ? layer(module, state) : product(module, state, state.op);

/** @param {Module} module @param {State} state @param {'dot' | 'hadamard'} op */
function product(module, { a, b, aShape, bShape, cell }, op) {
  const [aRows, aColumns] = sizes(aShape);
  const [bRows, bColumns] = sizes(bShape);
  const left = part('a', a, aRows, aColumns);
  const right = part('b', b, bRows, bColumns);
  const bias = null;
  if (!module.matrixShapesFit(op, aRows, aColumns, bRows, bColumns)) {
    return { left, right, bias, result: null, name: 'C', at: null, sum: null };
  }
  const result = module.matrixProduct(op, left, right);
  const at = cellOf(cell, result);
  const sum = module.matrixCell(op, left, right, at.row, at.column);
  return { left, right, bias, result, name: 'C', at, sum };
}

/** @param {Module} module @param {State} state */
function layer(module, state) {
  const { layout, inputs, neurons, samples } = state;
  const sample = Math.min(state.sample, samples) - 1;
  const x = part('x', state.x, samples, inputs);
  const w = part('w', state.w, inputs, neurons);
  const offsets = entries('bias', state.bias).slice(0, neurons);
  const { scores, bias } = module.layerScores(x, w, offsets, layout, sample);
  const one = layout === 'vector' ? part('x', state.x, 1, inputs, 'x', sample) : null;
  const left = layout === 'rows' ? x : transposed(w);
  const right = layout === 'rows' ? w : transposed(one ?? x);
  const places = Array.from(bias.values, (_, i) => ({
    key: 'bias',
    at: layout === 'rows' ? i % bias.columns : Math.floor(i / bias.columns),
  }));
  const at = cellOf(state.cell, scores);
  return {
    left,
    right,
    bias: { ...bias, name: one ? 'b' : 'B', places },
    result: scores,
    name: one ? 'z' : 'Z',
    at,
    sum: module.matrixCell('dot', left, right, at.row, at.column),
  };
}

/** The cell that is chosen, or the last one of a result that became smaller. @param {number} cell @param {Matrix} result */
function cellOf(cell, { rows, columns }) {
  const row = Math.min(rows - 1, Math.floor(cell / side));
  const column = Math.min(columns - 1, cell % side);
  return { row, column, index: row * columns + column };
}
