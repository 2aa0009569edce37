/**
 * The steps of the walk: the formula of each and its numbers written out.
 *
 * @typedef {import('./types.js').BackpropWalk} Walk
 * @typedef {{ x: readonly number[], y: readonly number[], theta: readonly number[], eta: number }} Given
 * @typedef {{ tex: string, terms: string, name: string, value: number }} Line
 *   `tex` = `terms` = `value`; `name`: of the figure
 * @typedef {{ tex: string, lines: (walk: Walk, given: Given) => Line[] }} Step
 */
import { decimal } from '../../app/numbers.js';
import { b1, b2, w1, w2 } from './parameters.js';

const units = [0, 1, 2];
const pair = [0, 1];

/** A number within a product: negative ones in brackets. @param {number} value */
const factor = (value) => (value < 0 ? `(${decimal(value, 4)})` : decimal(value, 4));
/** @param {readonly number[]} factors */
const product = (...factors) => factors.map(factor).join('·');
/** @param {readonly number[]} indices @param {(index: number) => readonly number[]} factors  of each term */
const sum = (indices, factors) => indices.map((i) => product(...factors(i))).join(' + ');

/** @param {string} symbol @param {number} layer @param {readonly number[]} indices  from 0 */
const named = (symbol, layer, ...indices) =>
  `${symbol}^{(${layer})}_{${indices.map((index) => index + 1).join('')}}`;

/** A value of a layer. @param {string} symbol @param {number} layer @param {readonly number[]} indices @param {string} terms @param {number} value @returns {Line} */
const line = (symbol, layer, indices, terms, value) => ({
  tex: named(symbol === 'delta' ? String.raw`\delta` : symbol, layer, ...indices),
  terms,
  name: `${symbol}${layer}-${indices.map((index) => index + 1).join('')}`,
  value,
});

/** The slope for a weight or bias. @type {typeof line} */
const slope = (symbol, layer, indices, terms, value) => ({
  ...line(symbol, layer, indices, terms, value),
  tex: String.raw`\frac{\partial J}{\partial ${named(symbol, layer, ...indices)}}`,
});

/** @type {readonly Step[]} */
export const steps = [
  {
    tex: String.raw`\mathbf{a}^{(0)}=\mathbf{x}`,
    lines: (_, { x, y }) =>
      Object.entries({ x, y }).flatMap(([symbol, values]) =>
        values.map((value, i) => ({
          tex: `${symbol}_${i + 1}`,
          terms: '',
          name: `${symbol}${i + 1}`,
          value,
        })),
      ),
  },
  {
    tex: String.raw`\mathbf{z}^{(1)}=\mathbf{x}\,W^{(1)}+\mathbf{b}^{(1)}`,
    lines: ({ z1 }, { x, theta }) =>
      units.map((j) => {
        const weighted = sum(pair, (i) => [x[i], theta[w1(i, j)]]);
        return line('z', 1, [j], `${weighted} + ${factor(theta[b1(j)])}`, z1[j]);
      }),
  },
  {
    tex: String.raw`\mathbf{a}^{(1)}=\sigma\bigl(\mathbf{z}^{(1)}\bigr),\quad \sigma(z)=\frac{1}{1+e^{-z}}`,
    lines: ({ z1, a1 }) => units.map((j) => line('a', 1, [j], `σ(${decimal(z1[j], 4)})`, a1[j])),
  },
  {
    tex: String.raw`\mathbf{z}^{(2)}=\mathbf{a}^{(1)}\,W^{(2)}+\mathbf{b}^{(2)}`,
    lines: ({ a1, z2 }, { theta }) =>
      pair.map((k) => {
        const weighted = sum(units, (j) => [a1[j], theta[w2(j, k)]]);
        return line('z', 2, [k], `${weighted} + ${factor(theta[b2(k)])}`, z2[k]);
      }),
  },
  {
    tex: String.raw`\mathbf{a}^{(2)}=\sigma\bigl(\mathbf{z}^{(2)}\bigr)`,
    lines: ({ z2, a2 }) => pair.map((k) => line('a', 2, [k], `σ(${decimal(z2[k], 4)})`, a2[k])),
  },
  {
    tex: String.raw`J=\tfrac12\sum_k\bigl(a^{(2)}_k-y_k\bigr)^2`,
    lines: ({ miss, loss }) => {
      const terms = `½·(${factor(miss[0])}² + ${factor(miss[1])}²)`;
      return [{ tex: 'J', terms, name: 'loss', value: loss }];
    },
  },
  {
    tex: String.raw`\text{BP1}\quad\boldsymbol{\delta}^{(2)}=\bigl(\mathbf{a}^{(2)}-\mathbf{y}\bigr)\odot\sigma'\bigl(\mathbf{z}^{(2)}\bigr)`,
    lines: ({ miss, slope2, delta2 }) =>
      pair.map((k) => line('delta', 2, [k], product(miss[k], slope2[k]), delta2[k])),
  },
  {
    tex: String.raw`\text{BP2}\quad\boldsymbol{\delta}^{(1)}=\bigl(\boldsymbol{\delta}^{(2)}\,{W^{(2)}}^{\top}\bigr)\odot\sigma'\bigl(\mathbf{z}^{(1)}\bigr)`,
    lines: ({ slope1, delta2, delta1 }, { theta }) =>
      units.map((j) => {
        const back = sum(pair, (k) => [delta2[k], theta[w2(j, k)]]);
        return line('delta', 1, [j], `(${back})·${factor(slope1[j])}`, delta1[j]);
      }),
  },
  {
    tex: String.raw`\text{BP3}\quad\frac{\partial J}{\partial\mathbf{b}^{(l)}}=\boldsymbol{\delta}^{(l)}`,
    lines: ({ gradient }) => [
      ...units.map((j) => slope('b', 1, [j], '', gradient[b1(j)])),
      ...pair.map((k) => slope('b', 2, [k], '', gradient[b2(k)])),
    ],
  },
  {
    tex: String.raw`\text{BP4}\quad\frac{\partial J}{\partial W^{(2)}}={\mathbf{a}^{(1)}}^{\top}\,\boldsymbol{\delta}^{(2)}`,
    lines: ({ a1, delta2, gradient }) =>
      units.flatMap((j) =>
        pair.map((k) => slope('w', 2, [j, k], product(a1[j], delta2[k]), gradient[w2(j, k)])),
      ),
  },
  {
    tex: String.raw`\text{BP4}\quad\frac{\partial J}{\partial W^{(1)}}=\mathbf{x}^{\top}\,\boldsymbol{\delta}^{(1)}`,
    lines: ({ delta1, gradient }, { x }) =>
      pair.flatMap((i) =>
        units.map((j) => slope('w', 1, [i, j], product(x[i], delta1[j]), gradient[w1(i, j)])),
      ),
  },
  {
    tex: String.raw`\theta\leftarrow\theta-\eta\,\nabla J(\theta)`,
    lines: ({ gradient, next }, { theta, eta }) =>
      [
        { at: w2(0, 0), tex: named('w', 2, 0, 0) },
        { at: b2(0), tex: named('b', 2, 0) },
        { at: w1(0, 0), tex: named('w', 1, 0, 0) },
      ].map(({ at, tex }) => ({
        tex,
        terms: `${factor(theta[at])} − ${product(eta, gradient[at])}`,
        name: `next-${at}`,
        value: next[at],
      })),
  },
];

export const last = steps.length - 1;
