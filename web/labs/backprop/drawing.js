/** The 2-3-2 network with what the present step computes lit. */
import { html, svg } from 'lit';
import { decimal } from '../../app/numbers.js';
import { b1, b2, w1, w2 } from './parameters.js';

/**
 * @typedef {import('./steps.js').Walk} Walk
 * @typedef {import('./steps.js').Given} Given
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

/** A value with a power of ten hardly fits into its circle: one digit less, in smaller print. @param {number} value */
function fitted(value) {
  const text = Number.isNaN(value) ? '' : short(value);
  return text.length > 7 ? { text: decimal(value, 2), size: 'walk-long' } : { text, size: '' };
}

/**
 * @param {number} step @param {Walk} walk @param {Given} given
 * @param {string} label  what the drawing shows, for those who do not see it
 */
export function drawing(step, walk, given, label) {
  return html`
    <svg
      class="walk ${step >= 6 ? 'walk--backward' : ''}"
      viewBox="0 0 ${size.width} ${size.height}"
      role="img"
      aria-label=${label}
    >
      ${edges(step, walk, given)} ${[0, 1, 2].map((layer) => nodes(layer, step, walk, given))}
    </svg>
  `;
}

/** @param {number} layer @param {number} step @param {Walk} walk @param {Given} given */
function nodes(layer, step, walk, { x, y, theta }) {
  const name = ['x', ...contents[step]][layer];
  const symbol = name.startsWith('delta') ? 'δ' : name.charAt(0);
  const values = layer === 0 ? x : /** @type {any} */ (walk)[name];
  const parameters = step === 11 ? walk.next : theta;
  const cx = columns[layer];
  const lit = litNodes[step].includes(layer);
  return places[layer].map((cy, i) => {
    const { text, size } = fitted(values ? values[i] : NaN);
    const at = layer === 1 ? b1(i) : b2(i);
    // In step 8 the gradient of a bias stands in the place of the bias.
    const bias = step === 8 ? `∂b ${short(walk.gradient[at])}` : `b ${short(parameters[at])}`;
    return svg`
      <g class="walk-node ${lit ? 'lit' : ''}" ?data-lit=${lit}>
        <circle cx=${cx} cy=${cy} r=${radius} />
        <text class="walk-symbol" x=${cx} y=${cy - 8} text-anchor="middle">${symbol}</text>
        <text class=${size} ?data-long=${size !== ''} x=${cx} y=${cy + 10} text-anchor="middle">${text}</text>
        <text class="walk-beside" x=${cx} y=${cy - radius - 6} text-anchor="middle">${layer === 2 ? `y ${short(y[i])}` : ''}</text>
        <text class="walk-beside" x=${cx} y=${cy + radius + 14} text-anchor="middle">${layer === 0 ? '' : bias}</text>
      </g>
    `;
  });
}

/** The lines first, so that none of them covers a number. @param {number} step @param {Walk} walk @param {Given} given */
function edges(step, walk, { theta }) {
  const shown = step === 9 || step === 10 ? walk.gradient : step === 11 ? walk.next : theta;
  const all = [1, 2].flatMap((layer) => {
    const lit = litEdges[step].includes(layer);
    const [left, right] = [columns[layer - 1], columns[layer]];
    // Near the side with two nodes the edges are furthest apart.
    const share = layer === 1 ? 0.22 : 0.77;
    return places[layer - 1].flatMap((top, from) =>
      places[layer].map((bottom, to) => {
        const weight = (lit ? shown : theta)[layer === 1 ? w1(from, to) : w2(from, to)];
        const length = Math.hypot(right - left, bottom - top);
        // From the rim of one node to that of the other.
        const dx = ((right - left) / length) * radius;
        const dy = ((bottom - top) / length) * radius;
        const [x0, y0, x1, y1] = [left + dx, top + dy, right - dx, bottom - dy];
        return [
          svg`<line class="walk-edge ${lit ? 'lit' : ''}" x1=${x0} y1=${y0} x2=${x1} y2=${y1} />`,
          svg`<text class="walk-weight ${lit ? 'lit' : ''}" x=${x0 + (x1 - x0) * share} y=${y0 + (y1 - y0) * share + 4} text-anchor="middle">${short(weight)}</text>`,
        ];
      }),
    );
  });
  return [all.map(([line]) => line), all.map(([, weight]) => weight)];
}
