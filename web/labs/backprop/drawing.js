/** The 2-3-2 network with what the present step computes lit. */
import { html, svg } from 'lit';
import { decimal } from '../../app/numbers.js';
import { b1, b2, w1, w2 } from './parameters.js';

/**
 * @typedef {import('./steps.js').Walk} Walk
 * @typedef {import('./steps.js').Given} Given
 * @typedef {{ symbol: string, value: number, above: string, below: string, x: number, y: number, lit: boolean }} Node
 */

const size = { width: 400, height: 336 };
const columns = [42, 200, 358];
const places = [
  [100, 220],
  [48, 160, 272],
  [100, 220],
];
const radius = 30;

const short = (/** @type {number} */ value) => decimal(value, 3);

/**
 * What stands in the nodes of each layer, by step: the symbol and the name of its list in the walk.
 * @type {readonly (readonly [hidden: string, output: string])[]}
 */
const contents = [
  ['', ''],
  ['z1', ''],
  ['a1', ''],
  ['a1', 'z2'],
  ['a1', 'a2'],
  ['a1', 'a2'],
  ['a1', 'delta2'],
  ['delta1', 'delta2'],
  ['delta1', 'delta2'],
  ['a1', 'delta2'],
  ['delta1', 'delta2'],
  ['a1', 'a2'],
];
/** What each step computes: nodes of a layer (1, 2) and edges into it. */
const litNodes = [[0], [1], [1], [2], [2], [2], [2], [1], [1, 2], [], [], []];
const litEdges = [[], [1], [], [2], [], [], [], [2], [], [2], [1], [1, 2]];

/**
 * @param {number} step @param {Walk} walk @param {Given} given
 * @param {string} label  what the drawing shows, for those who do not see it
 */
export function drawing(step, walk, given, label) {
  const backward = step >= 6;
  return html`
    <svg
      class="walk ${backward ? 'walk--backward' : ''}"
      viewBox="0 0 ${size.width} ${size.height}"
      role="img"
      aria-label=${label}
    >
      ${edges(step, walk, given)}
      ${[0, 1, 2].flatMap((layer) => nodes(layer, step, walk, given).map(node))}
    </svg>
  `;
}

/** @param {number} layer @param {number} step @param {Walk} walk @param {Given} given @returns {Node[]} */
function nodes(layer, step, walk, { x, y, theta }) {
  const name = layer === 0 ? '' : contents[step][layer - 1];
  const symbol = name.startsWith('delta') ? 'δ' : name.charAt(0);
  const values = layer === 0 ? x : /** @type {any} */ (walk)[name];
  // In step 8 the gradient of a bias stands in the place of the bias.
  const bias = (/** @type {number} */ at) =>
    step === 8
      ? `∂b ${short(walk.gradient[at])}`
      : `b ${short((step === 11 ? walk.next : theta)[at])}`;
  return places[layer].map((cy, i) => ({
    symbol: layer === 0 ? 'x' : symbol,
    value: values ? values[i] : NaN,
    above: layer === 2 ? `y ${short(y[i])}` : '',
    below: layer === 0 ? '' : bias(layer === 1 ? b1(i) : b2(i)),
    x: columns[layer],
    y: cy,
    lit: litNodes[step].includes(layer),
  }));
}

/** A value with a power of ten hardly fits into its circle: one digit less, in smaller print. */
const fitted = (/** @type {number} */ value) => {
  const text = Number.isNaN(value) ? '' : short(value);
  return text.length > 7 ? { text: decimal(value, 2), size: 'walk-long' } : { text, size: '' };
};

/** @param {Node} node */
const node = ({ symbol, value, above, below, x, y, lit }) => svg`
  <g class="walk-node ${lit ? 'lit' : ''}" ?data-lit=${lit}>
    <circle cx=${x} cy=${y} r=${radius} />
    <text class="walk-symbol" x=${x} y=${y - 8} text-anchor="middle">${symbol}</text>
    <text class=${fitted(value).size} ?data-long=${fitted(value).size} x=${x} y=${y + 10} text-anchor="middle">${fitted(value).text}</text>
    <text class="walk-beside" x=${x} y=${y - radius - 6} text-anchor="middle">${above}</text>
    <text class="walk-beside" x=${x} y=${y + radius + 14} text-anchor="middle">${below}</text>
  </g>
`;

/** @param {number} step @param {Walk} walk @param {Given} given */
function edges(step, walk, { theta }) {
  const shown = step === 9 || step === 10 ? walk.gradient : step === 11 ? walk.next : theta;
  const between = (/** @type {number} */ layer) =>
    places[layer - 1].flatMap((_, from) =>
      places[layer].map((__, to) => ({
        layer,
        from,
        to,
        value: (litEdges[step].includes(layer) ? shown : theta)[
          layer === 1 ? w1(from, to) : w2(from, to)
        ],
        lit: litEdges[step].includes(layer),
      })),
    );
  const all = [...between(1), ...between(2)];
  return [all.map(line), all.map(weight)];
}

/** @typedef {{ layer: number, from: number, to: number, value: number, lit: boolean }} Edge */

/** The ends of an edge at the rims of its nodes. @param {Edge} edge */
function ends({ layer, from, to }) {
  const [x0, y0] = [columns[layer - 1], places[layer - 1][from]];
  const [x1, y1] = [columns[layer], places[layer][to]];
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [dx, dy] = [((x1 - x0) / length) * radius, ((y1 - y0) / length) * radius];
  return { x0: x0 + dx, y0: y0 + dy, x1: x1 - dx, y1: y1 - dy };
}

/** @param {Edge} edge */
function line(edge) {
  const { x0, y0, x1, y1 } = ends(edge);
  return svg`<line class="walk-edge ${edge.lit ? 'lit' : ''}" x1=${x0} y1=${y0} x2=${x1} y2=${y1} />`;
}

/** Near the side with two nodes the edges are furthest apart. @param {Edge} edge */
function weight(edge) {
  const { x0, y0, x1, y1 } = ends(edge);
  const share = edge.layer === 1 ? 0.22 : 0.77;
  return svg`<text class="walk-weight ${edge.lit ? 'lit' : ''}" x=${x0 + (x1 - x0) * share} y=${
    y0 + (y1 - y0) * share + 4
  } text-anchor="middle">${short(edge.value)}</text>`;
}
