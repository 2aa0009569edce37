/**
 * Where the parts of a plot are, in pixels.
 *
 * @typedef {import('d3-scale').ScaleLinear<number, number>} Scale
 * @typedef {{ x: Scale, y: Scale, left: number, right: number, top: number, bottom: number }} Frame
 */
import { scaleLinear } from 'd3-scale';
import { withAspect } from './plane-geometry.js';

/** Renderers take no coordinate beyond this; what is further away lies outside the picture anyway. */
const far = 1e5;
const margin = { left: 44, right: 10, top: 10, bottom: 26 };
const bare = { left: 1, right: 1, top: 1, bottom: 1 };

const near = (/** @type {number} */ pixel) => Math.min(far, Math.max(-far, pixel)).toFixed(2);

/**
 * @param {{ width: number, height: number }} size
 * @param {readonly number[]} xRange @param {readonly number[]} yRange
 * @param {{ equal: boolean, bare: boolean }} options  `equal`: one scale for x and y, the ranges
 *   grow as they must; `bare`: without room for numbers on the axes
 * @returns {Frame}
 */
export function plotFrame({ width, height }, [x0, x1], [y0, y1], options) {
  const edge = options.bare ? bare : margin;
  const left = edge.left;
  const right = Math.max(left + 1, width - edge.right);
  const top = edge.top;
  const bottom = Math.max(top + 1, height - edge.bottom);
  let shown = { x0, x1, y0, y1 };
  if (options.equal) shown = withAspect(shown, right - left, bottom - top);
  return {
    x: scaleLinear([shown.x0, shown.x1], [left, right]),
    y: scaleLinear([shown.y0, shown.y1], [bottom, top]),
    left,
    right,
    top,
    bottom,
  };
}

/**
 * The line through the points as an SVG path, broken where a coordinate is not finite.
 * @param {Frame} frame
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys  equally long
 */
export function polyline({ x, y }, xs, ys) {
  let path = '';
  let drawing = false;
  for (let i = 0; i < xs.length; i++) {
    const finite = Number.isFinite(xs[i]) && Number.isFinite(ys[i]);
    if (finite) path += `${drawing ? 'L' : 'M'}${near(x(xs[i]))} ${near(y(ys[i]))}`;
    drawing = finite;
  }
  return path;
}

/**
 * Values for numbers along an axis `width` pixels long, so few that they stand apart.
 * @param {Scale} scale @param {number} width
 */
export function ticksWithRoom(scale, width) {
  let count = Math.max(3, Math.round(width / 80));
  for (; count > 1; count--) {
    const ticks = scale.ticks(count);
    const text = scale.tickFormat(ticks.length);
    const longest = Math.max(...ticks.map((value) => text(value).length));
    if (ticks.length * (7.2 * longest + 10) <= width) return ticks;
  }
  return scale.ticks(1);
}

/**
 * `value`, kept in `range`, with no more digits than can be placed by hand there.
 * @param {number} value @param {readonly number[]} range
 */
export function placed(value, [low, high]) {
  const unit = 10 ** Math.floor(Math.log10((high - low) / 150));
  const inside = Math.min(high, Math.max(low, value));
  return Number((Math.round(inside / unit) * unit).toPrecision(12)) + 0; // + 0: no −0
}
