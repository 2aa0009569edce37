/** The curve, the path of a descent on it, the tangent and the next step. */
import { html, svg } from 'lit';
import { decimal } from '../../app/numbers.js';
import { t } from '../../app/text.js';
import { clamp } from '../../ui/clamp.js';
import '../../ui/plot.js';

/**
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 * @typedef {{ theta: Float64Array, values: Float64Array }} Points
 */

const testid = 'descend-plot';
/** So many pixels for each minimum, and it is called one; below, its x has to do. */
const roomForName = 240;
/** Of a path's points so many have marks, of its chords so many are strong. */
const marks = 60;
const recent = 10;
/** More chords than these cannot be told apart. */
const mostChords = 2000;
const tangentLength = 110;

/**
 * The start is the point that is dragged.
 * @param {import('./run.js').LineRun} run
 * @param {Points} path  from the start to now
 * @param {Points} ahead  from now on, as it would go
 * @param {number} slope  dJ/dx now
 * @param {string} label
 */
export function picture(run, path, ahead, slope, label) {
  const { from, to, start, optimizer } = run.state;
  const { x, y } = run.curve();
  const range = verticalRange(y);
  const minima = run.facts.minima.map(([at]) => ({
    x: at,
    y: run.function.evaluate([at]).value,
  }));
  const stepName = optimizer === 'sgd' ? '−η∇J' : t('descend.nextStep');
  return html`
    <dd-plot
      testid=${testid}
      leading
      yName="J"
      .label=${label}
      .xRange=${[from, to]}
      .yRange=${range}
      .lines=${[
        { x, y, kind: 'positive curve' },
        { x: ahead.theta, y: ahead.values, kind: 'dotted' },
        { ...newest(path, mostChords), kind: 'negative older' },
        { ...newest(path, recent), kind: 'negative recent' },
      ]}
      .points=${[
        {
          x: start,
          y: Number.isFinite(path.values[0]) ? path.values[0] : range[0],
          label: t('descend.startHandle'),
          kind: 'start',
          fixed: 'y',
          radius: 11,
          testid: 'descend-start-handle',
        },
      ]}
      .underlay=${(/** @type {Frame} */ frame) =>
        minima.map((minimum) =>
          minimumMark(frame, minimum, (frame.right - frame.left) / minima.length > roomForName),
        )}
      .overlay=${(/** @type {Frame} */ frame) => svg`
        <g class="curve-over" clip-path="url(#plot-clip-${testid})">
          ${dots(frame, path, ahead)}
        </g>
        ${stepMarks(frame, path, ahead, slope, stepName)}`}
      @point-move=${(/** @type {CustomEvent} */ { detail }) => run.set({ start: detail.x })}
    ></dd-plot>
  `;
}

/**
 * The J to show: all of the curve, unless it shoots up or down somewhere so that nothing else could
 * be seen.
 * @param {Float64Array} values @returns {[number, number]}
 */
function verticalRange(values) {
  const finite = values.filter(Number.isFinite).sort();
  if (finite.length === 0) return [0, 1];
  const at = (/** @type {number} */ share) => finite[Math.round(share * (finite.length - 1))];
  let [low, high] = [at(0), at(1)];
  const [inner, outer] = [at(0.1), at(0.9)];
  if (high - low > 50 * (outer - inner) && outer > inner) {
    low = Math.max(low, inner - (outer - inner));
    high = Math.min(high, outer + (outer - inner));
  }
  const size = high - low || Math.abs(high) || 1;
  return [low - 0.1 * size, high + 0.04 * size];
}

/** The last points of a path. @param {Points} path @param {number} count */
const newest = ({ theta, values }, count) => ({ x: theta.slice(-count), y: values.slice(-count) });

/** @param {Frame} frame @param {{ x: number, y: number }} minimum @param {boolean} named */
function minimumMark({ x, y, right, bottom }, minimum, named) {
  const [px, py] = [x(minimum.x), y(minimum.y)];
  const left = px > right - 110;
  return svg`
    <g class="curve-minimum" data-minimum>
      <line class="plot-line dotted" x1=${px} x2=${px} y1=${py} y2=${bottom} />
      <text class="plot-label muted" x=${left ? px - 6 : px + 6} y=${bottom - 7} text-anchor=${left ? 'end' : 'start'}>
        ${named ? t('descend.minimum') : ''} ${decimal(minimum.x, 4)}
      </text>
    </g>
  `;
}

/** Marks of the points that can be told apart. @param {Frame} frame @param {Points} path @param {Points} ahead */
function dots(frame, path, ahead) {
  const past = apart(frame, newest(path, mostChords)).slice(-marks);
  return svg`
    ${apart(frame, { x: ahead.theta, y: ahead.values })
      .slice(1, 40)
      .map(([x, y]) => svg`<circle class="curve-ahead" cx=${x} cy=${y} r="2.5" />`)}
    ${past.map(
      ([x, y], i) => svg`
        <circle class="curve-ball" cx=${x} cy=${y} r="4" opacity=${0.25 + (0.75 * (i + 1)) / past.length} />`,
    )}
  `;
}

/** @param {Frame} frame @param {{ x: Float64Array, y: Float64Array }} points */
function apart({ x, y }, points) {
  const all = Array.from(points.x, (at, i) => [x(at), y(points.y[i])]).filter(([, py]) =>
    Number.isFinite(py),
  );
  return all.filter(
    ([px, py], i) => i === 0 || Math.hypot(px - all[i - 1][0], py - all[i - 1][1]) > 0.5,
  );
}

/**
 * The tangent and the next step, from where the path is now.
 * @param {Frame} frame @param {Points} path @param {Points} ahead @param {number} slope
 * @param {string} stepName
 */
function stepMarks(frame, path, ahead, slope, stepName) {
  const last = path.values.length - 1;
  const [theta, value] = [path.theta[last], path.values[last]];
  const here = [frame.x(theta), frame.y(value)];
  const { left, right, bottom } = frame;
  if (!Number.isFinite(here[1])) return '';
  const inside = here[0] >= left && here[0] <= right && here[1] >= 0 && here[1] <= bottom;
  if (!inside) return outside(frame, here);
  return svg`
    <g class="curve-over" clip-path="url(#plot-clip-${testid})">
      ${tangent(frame, here, theta, value, slope)}
      ${ahead.values.length > 1 ? arrow(frame, here, ahead, stepName) : ''}
    </g>
    <circle class="curve-ball" cx=${here[0]} cy=${here[1]} r="8" />
  `;
}

/**
 * Equally long on the screen however steep.
 * @param {Frame} frame @param {number[]} here
 * @param {number} theta @param {number} value @param {number} slope
 */
function tangent({ x, y }, [px, py], theta, value, slope) {
  const dx = x(theta + 1) - px;
  const dy = y(value + slope) - py;
  const length = Math.hypot(dx, dy);
  if (!Number.isFinite(length)) return '';
  const [ux, uy] = [(tangentLength * dx) / length, (tangentLength * dy) / length];
  return svg`<line class="plot-line tangent" x1=${px - ux} y1=${py - uy} x2=${px + ux} y2=${py + uy} />`;
}

/**
 * A level arrow to the next θ, cut off at the edge of the picture; none when it is too short to be
 * seen.
 * @param {Frame} frame @param {number[]} here @param {Points} ahead @param {string} name
 */
function arrow({ x, y, left, right }, [px, py], { theta, values }, name) {
  const target = x(theta[1]);
  const tip = clamp(target, left + 1, right - 1);
  const length = Math.abs(tip - px);
  if (length < 1.5) return '';
  const head = Math.min(9, length);
  const back = -Math.sign(tip - px) * head;
  return svg`
    <path class="plot-line" d="M${px} ${py}H${tip + back}" />
    <path class="curve-arrow-head" d="M${tip} ${py}l${back} ${-head / 2}v${head}Z" />
    ${tip === target ? svg`<line class="plot-line thin dashed" x1=${tip} x2=${tip} y1=${py} y2=${y(values[1])} />` : ''}
    ${length > 44 ? svg`<text class="plot-label" x=${(px + tip) / 2} y=${py - 10} text-anchor="middle">${name}</text>` : ''}
  `;
}

/** The ball at the edge that the path has left by. @param {Frame} frame @param {number[]} here */
function outside({ left, right, top, bottom }, here) {
  const x = clamp(here[0], left + 10, right - 10);
  const y = clamp(here[1], top + 10, bottom - 10);
  const angle = (Math.atan2(here[1] - y, here[0] - x) * 180) / Math.PI;
  return svg`
    <g class="curve-outside" data-testid="descend-outside-mark" transform="translate(${x} ${y}) rotate(${angle || 0})">
      <circle class="curve-ball" r="6" cx="-6" />
      <path class="curve-arrow-head" d="M4 -6 L14 0 L4 6Z" />
    </g>
  `;
}
