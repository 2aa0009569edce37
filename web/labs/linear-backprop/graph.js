import { svg } from 'lit';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';

/** @typedef {import('./types.js').LinearRound} Round */

const box = { width: 88, height: 46 };
/** The middles of the boxes, in units of the drawing, which are pixels at 360 of width. */
const nodes = /** @type {const} */ ({
  w: { x: 46, y: 31, wording: 'w', derivative: 'dzdw' },
  b: { x: 46, y: 161, wording: 'b', derivative: 'dzdb' },
  x: { x: 180, y: 31, wording: 'x = 2w + 3b', derivative: 'dzdx' },
  y: { x: 180, y: 161, wording: 'y = 2b + 1', derivative: 'dzdy' },
  z: { x: 314, y: 96, wording: 'z = x·y' },
});
/** The arrows, and where the factor of each stands. */
const edges = /** @type {const} */ ([
  { from: 'w', to: 'x', factor: 'dxdw', x: 103, y: 25 },
  { from: 'b', to: 'x', factor: 'dxdb', x: 118, y: 106 },
  { from: 'b', to: 'y', factor: 'dydb', x: 103, y: 155 },
  { from: 'x', to: 'z', factor: 'dzdx', x: 250, y: 50 },
  { from: 'y', to: 'z', factor: 'dzdy', x: 250, y: 151 },
]);

const rounded = (/** @type {number} */ value) => decimal(value, 5);

/**
 * Values forward in the boxes, derivatives backward on the arrows and below the boxes.
 * @param {Round} round @param {{ blamed: 'w' | 'b' | 'both', target: number }} state
 */
export function graph(round, { blamed, target }) {
  const { b, z } = nodes;
  const changed = blamed === 'both' ? ['w', 'b'] : [blamed];
  return svg`
    <svg
      class="graph"
      viewBox="0 0 360 236"
      role="img"
      aria-label=${t('linear-backprop.graph')}
      data-testid="lab-graph"
    >
      ${edges.map((arrow) => edge(arrow, round[arrow.factor]))}
      ${Object.entries(nodes).map(([name, place]) => node(name, place, round, changed.includes(name)))}
      <text class="backward" x=${b.x - box.width / 2} y=${b.y + 55}>= ${rounded(round.dzdbByX)} + ${rounded(round.dzdbByY)}</text>
      <text class="wanted" x=${z.x} y=${z.y + 39}>${t('linear-backprop.wanted', { target: decimal(target) })}</text>
    </svg>
  `;
}

/**
 * @param {string} name
 * @param {{ x: number, y: number, wording: string, derivative?: 'dzdw' | 'dzdb' | 'dzdx' | 'dzdy' }} place
 * @param {Round} round @param {boolean} changed
 */
function node(name, { x, y, wording, derivative }, round, changed) {
  const left = x - box.width / 2;
  const value = round[/** @type {keyof typeof nodes} */ (name)];
  return svg`
    <rect
      class="box ${changed ? 'blamed' : ''}"
      x=${left} y=${y - box.height / 2} width=${box.width} height=${box.height} rx="6"
    />
    <text class="name" x=${x} y=${y - 7}>${wording}</text>
    <text class="forward" x=${x} y=${y + 14} data-figure=${name} data-value=${value}>${rounded(value)}</text>
    ${
      derivative &&
      svg`<text class="backward" x=${left} y=${y + 39} data-figure=${derivative} data-value=${round[derivative]}>∂z/∂${name} = ${rounded(round[derivative])}</text>`
    }
  `;
}

/** @param {typeof edges[number]} arrow @param {number} value */
function edge({ from, to, factor, x, y }, value) {
  const [x1, y1] = [nodes[from].x + box.width / 2, nodes[from].y];
  // Two arrows at one box do not end in one point.
  const [x2, y2] = [nodes[to].x - box.width / 2, nodes[to].y + (nodes[from].y - nodes[to].y) / 12];
  const slope = Math.atan2(y2 - y1, x2 - x1);
  const turn = (slope * 180) / Math.PI;
  return svg`
    <line class="edge" x1=${x1} y1=${y1} x2=${x2 - 3 * Math.cos(slope)} y2=${y2 - 3 * Math.sin(slope)} />
    <path class="tip" d="M0 0L-8 -4L-8 4Z" transform="translate(${x2} ${y2}) rotate(${turn})" />
    <text class="factor" x=${x} y=${y} data-figure="edge-${factor}" data-value=${value}>×${rounded(value)}</text>
  `;
}
