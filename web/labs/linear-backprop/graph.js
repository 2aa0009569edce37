import { svg } from 'lit';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';

/** @typedef {import('./types.js').LinearRound} Round */

/** In units of the drawing, which are pixels at 360 of width. */
const size = { width: 360, height: 236 };
const box = { width: 88, height: 46 };
/** Where the factor of an arrow stands. */
const factorPlaces = {
  dxdw: { x: 103, y: 25 },
  dxdb: { x: 118, y: 106 },
  dydb: { x: 103, y: 155 },
  dzdx: { x: 250, y: 50 },
  dzdy: { x: 250, y: 151 },
};
const places = {
  w: { x: 46, y: 31 },
  b: { x: 46, y: 161 },
  x: { x: 180, y: 31 },
  y: { x: 180, y: 161 },
  z: { x: 314, y: 96 },
};

/** @typedef {keyof typeof places} Name */

const rounded = (/** @type {number} */ value) => decimal(value, 5);

/**
 * Values forward in the boxes, derivatives backward on the arrows and below the boxes.
 * @param {Round} round @param {string} blamed @param {number} target
 */
export function graph(round, blamed, target) {
  const { dzdx, dzdy, dxdw, dxdb, dydb } = round;
  const marked = (/** @type {Name} */ name) => blamed === name || blamed === 'both';
  return svg`
    <svg
      class="graph"
      viewBox="0 0 ${size.width} ${size.height}"
      role="img"
      aria-label=${t('linear-backprop.graph')}
      data-testid="lab-graph"
    >
      ${edge('w', 'x', 'dxdw', dxdw)}
      ${edge('b', 'x', 'dxdb', dxdb)}
      ${edge('b', 'y', 'dydb', dydb)}
      ${edge('x', 'z', 'dzdx', dzdx)}
      ${edge('y', 'z', 'dzdy', dzdy)}
      ${node('w', 'w', round.w, marked('w'))}
      ${node('b', 'b', round.b, marked('b'))}
      ${node('x', 'x = 2w + 3b', round.x)}
      ${node('y', 'y = 2b + 1', round.y)}
      ${node('z', 'z = x·y', round.z)}
      ${backward('w', 'dzdw', round.dzdw)}
      ${backward('x', 'dzdx', dzdx)}
      ${backward('y', 'dzdy', dzdy)}
      ${backward('b', 'dzdb', round.dzdb)}
      <text class="backward" x=${places.b.x - box.width / 2} y=${places.b.y + 55}>= ${rounded(round.dzdbByX)} + ${rounded(round.dzdbByY)}</text>
      <text class="wanted" x=${places.z.x} y=${places.z.y + 39}>${t('linear-backprop.wanted', { target: decimal(target) })}</text>
    </svg>
  `;
}

/** @param {Name} name @param {string} wording @param {number} value @param {boolean} [marked] */
function node(name, wording, value, marked = false) {
  const { x, y } = places[name];
  return svg`
    <rect
      class="box ${marked ? 'blamed' : ''}"
      x=${x - box.width / 2} y=${y - box.height / 2} width=${box.width} height=${box.height} rx="6"
    />
    <text class="name" x=${x} y=${y - 7}>${wording}</text>
    <text class="forward" x=${x} y=${y + 14} data-figure=${name} data-value=${value}>${rounded(value)}</text>
  `;
}

/** @param {Name} name @param {string} id @param {number} value */
function backward(name, id, value) {
  const { x, y } = places[name];
  return svg`
    <text class="backward" x=${x - box.width / 2} y=${y + 39} data-figure=${id} data-value=${value}>∂z/∂${name} = ${rounded(value)}</text>
  `;
}

/** @param {Name} from @param {Name} to @param {keyof typeof factorPlaces} id @param {number} factor */
function edge(from, to, id, factor) {
  const [x1, y1] = [places[from].x + box.width / 2, places[from].y];
  // Two arrows at one box do not end in one point.
  const [x2, y2] = [
    places[to].x - box.width / 2,
    places[to].y + (places[from].y - places[to].y) / 12,
  ];
  const slope = Math.atan2(y2 - y1, x2 - x1);
  const turn = (slope * 180) / Math.PI;
  return svg`
    <line class="edge" x1=${x1} y1=${y1} x2=${x2 - 3 * Math.cos(slope)} y2=${y2 - 3 * Math.sin(slope)} />
    <path class="tip" d="M0 0L-8 -4L-8 4Z" transform="translate(${x2} ${y2}) rotate(${turn})" />
    <text
      class="factor"
      x=${factorPlaces[id].x}
      y=${factorPlaces[id].y}
      data-figure="edge-${id}"
      data-value=${factor}
    >×${rounded(factor)}</text>
  `;
}
