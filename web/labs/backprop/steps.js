/**
 * The steps of the walk: the formula of each and its numbers written out.
 *
 * @typedef {import('./types.js').BackpropWalk} Walk
 * @typedef {{ x: readonly number[], y: readonly number[], theta: readonly number[], eta: number }} Given
 * @typedef {{ tex: string, terms: string, name: string, value: number }} Line
 *   `tex` = `terms` = `value`; `name`: of the figure
 * @typedef {{
 *   tex: string, backward?: boolean,
 *   lines: (walk: Walk, given: Given) => Line[],
 * }} Step
 */
import { decimal } from '../../app/numbers.js';
import { b1, b2, w1, w2 } from './parameters.js';

const units = [0, 1, 2];
const pair = [0, 1];

/** A number within a product: negative ones in brackets. @param {number} value */
const factor = (value) => (value < 0 ? `(${decimal(value, 4)})` : decimal(value, 4));

/** @param {readonly (readonly [number, number])[]} products @param {number} [rest] */
function sum(products, rest) {
  const terms = products.map(([a, b]) => `${factor(a)}·${factor(b)}`);
  if (rest !== undefined) terms.push(factor(rest));
  return terms.join(' + ');
}

/** @param {string} symbol @param {number} layer @param {number | string} index */
const named = (symbol, layer, index) => `${symbol}^{(${layer})}_{${index}}`;
/** @param {string} symbol @param {number} layer @param {number | string} index */
const slopeOf = (symbol, layer, index) =>
  String.raw`\frac{\partial J}{\partial ${named(symbol, layer, index)}}`;

/** @type {readonly Step[]} */
export const steps = [
  {
    tex: String.raw`\mathbf{a}^{(0)}=\mathbf{x}`,
    lines: (_, { x, y }) => [
      ...pair.map((i) => ({ tex: `x_${i + 1}`, terms: '', name: `x${i + 1}`, value: x[i] })),
      ...pair.map((k) => ({ tex: `y_${k + 1}`, terms: '', name: `y${k + 1}`, value: y[k] })),
    ],
  },
  {
    tex: String.raw`\mathbf{z}^{(1)}=\mathbf{x}\,W^{(1)}+\mathbf{b}^{(1)}`,
    lines: ({ z1 }, { x, theta }) =>
      units.map((j) => ({
        tex: named('z', 1, j + 1),
        terms: sum(
          pair.map((i) => [x[i], theta[w1(i, j)]]),
          theta[b1(j)],
        ),
        name: `z1-${j + 1}`,
        value: z1[j],
      })),
  },
  {
    tex: String.raw`\mathbf{a}^{(1)}=\sigma\bigl(\mathbf{z}^{(1)}\bigr),\quad \sigma(z)=\frac{1}{1+e^{-z}}`,
    lines: ({ z1, a1 }) =>
      units.map((j) => ({
        tex: named('a', 1, j + 1),
        terms: `σ(${decimal(z1[j], 4)})`,
        name: `a1-${j + 1}`,
        value: a1[j],
      })),
  },
  {
    tex: String.raw`\mathbf{z}^{(2)}=\mathbf{a}^{(1)}\,W^{(2)}+\mathbf{b}^{(2)}`,
    lines: ({ a1, z2 }, { theta }) =>
      pair.map((k) => ({
        tex: named('z', 2, k + 1),
        terms: sum(
          units.map((j) => [a1[j], theta[w2(j, k)]]),
          theta[b2(k)],
        ),
        name: `z2-${k + 1}`,
        value: z2[k],
      })),
  },
  {
    tex: String.raw`\mathbf{a}^{(2)}=\sigma\bigl(\mathbf{z}^{(2)}\bigr)`,
    lines: ({ z2, a2 }) =>
      pair.map((k) => ({
        tex: named('a', 2, k + 1),
        terms: `σ(${decimal(z2[k], 4)})`,
        name: `a2-${k + 1}`,
        value: a2[k],
      })),
  },
  {
    tex: String.raw`J=\tfrac12\sum_k\bigl(a^{(2)}_k-y_k\bigr)^2`,
    lines: ({ miss, loss }) => [
      {
        tex: 'J',
        terms: `½·(${factor(miss[0])}² + ${factor(miss[1])}²)`,
        name: 'loss',
        value: loss,
      },
    ],
  },
  {
    tex: String.raw`\text{BP1}\quad\boldsymbol{\delta}^{(2)}=\bigl(\mathbf{a}^{(2)}-\mathbf{y}\bigr)\odot\sigma'\bigl(\mathbf{z}^{(2)}\bigr)`,
    backward: true,
    lines: ({ miss, slope2, delta2 }) =>
      pair.map((k) => ({
        tex: named(String.raw`\delta`, 2, k + 1),
        terms: `${factor(miss[k])}·${factor(slope2[k])}`,
        name: `delta2-${k + 1}`,
        value: delta2[k],
      })),
  },
  {
    tex: String.raw`\text{BP2}\quad\boldsymbol{\delta}^{(1)}=\bigl(\boldsymbol{\delta}^{(2)}\,{W^{(2)}}^{\top}\bigr)\odot\sigma'\bigl(\mathbf{z}^{(1)}\bigr)`,
    backward: true,
    lines: ({ slope1, delta2, delta1 }, { theta }) =>
      units.map((j) => ({
        tex: named(String.raw`\delta`, 1, j + 1),
        terms: `(${sum(pair.map((k) => [delta2[k], theta[w2(j, k)]]))})·${factor(slope1[j])}`,
        name: `delta1-${j + 1}`,
        value: delta1[j],
      })),
  },
  {
    tex: String.raw`\text{BP3}\quad\frac{\partial J}{\partial\mathbf{b}^{(l)}}=\boldsymbol{\delta}^{(l)}`,
    backward: true,
    lines: ({ gradient }) => [
      ...units.map((j) => ({
        tex: slopeOf('b', 1, j + 1),
        terms: '',
        name: `b1-${j + 1}`,
        value: gradient[b1(j)],
      })),
      ...pair.map((k) => ({
        tex: slopeOf('b', 2, k + 1),
        terms: '',
        name: `b2-${k + 1}`,
        value: gradient[b2(k)],
      })),
    ],
  },
  {
    tex: String.raw`\text{BP4}\quad\frac{\partial J}{\partial W^{(2)}}={\mathbf{a}^{(1)}}^{\top}\,\boldsymbol{\delta}^{(2)}`,
    backward: true,
    lines: ({ a1, delta2, gradient }) =>
      units.flatMap((j) =>
        pair.map((k) => ({
          tex: slopeOf('w', 2, `${j + 1}${k + 1}`),
          terms: `${factor(a1[j])}·${factor(delta2[k])}`,
          name: `w2-${j + 1}${k + 1}`,
          value: gradient[w2(j, k)],
        })),
      ),
  },
  {
    tex: String.raw`\text{BP4}\quad\frac{\partial J}{\partial W^{(1)}}=\mathbf{x}^{\top}\,\boldsymbol{\delta}^{(1)}`,
    backward: true,
    lines: ({ delta1, gradient }, { x }) =>
      pair.flatMap((i) =>
        units.map((j) => ({
          tex: slopeOf('w', 1, `${i + 1}${j + 1}`),
          terms: `${factor(x[i])}·${factor(delta1[j])}`,
          name: `w1-${i + 1}${j + 1}`,
          value: gradient[w1(i, j)],
        })),
      ),
  },
  {
    tex: String.raw`\theta\leftarrow\theta-\eta\,\nabla J(\theta)`,
    lines: ({ gradient, next }, { theta, eta }) =>
      [w2(0, 0), b2(0), w1(0, 0)].map((at, i) => ({
        tex: [named('w', 2, 11), named('b', 2, 1), named('w', 1, 11)][i],
        terms: `${factor(theta[at])} − ${factor(eta)}·${factor(gradient[at])}`,
        name: `next-${at}`,
        value: next[at],
      })),
  },
];

export const last = steps.length - 1;
