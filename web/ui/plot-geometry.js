/**
 * Where the parts of a plot are, in pixels.
 *
 * @typedef {import('d3-scale').ScaleLinear<number, number>} Scale
 * @typedef {{ x: Scale, y: Scale, left: number, right: number, top: number, bottom: number }} Frame
 */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { clamp } from './clamp.js';
import { withAspect } from './plane-geometry.js';

/** Renderers take no coordinate beyond this; what is further away lies outside the picture anyway. */
const far = 1e5;
const margin = { left: 44, right: 10, top: 10, bottom: 26 };
const bare = { left: 1, right: 1, top: 1, bottom: 1 };
const none = { left: 0, right: 0, top: 0, bottom: 0 };

/**
 * A part of the plane on an element of this size.
 * @param {{ width: number, height: number }} size
 * @param {import('./plane-geometry.js').Rectangle} rectangle
 * @param {typeof none} edge  what is left free around it
 * @returns {Frame}
 */
export function frameOf({ width, height }, { x0, x1, y0, y1 }, edge = none) {
  const { left, top } = edge;
  const right = Math.max(left + 1, width - edge.right);
  const bottom = Math.max(top + 1, height - edge.bottom);
  const x = scaleLinear([x0, x1], [left, right]);
  const y = scaleLinear([y0, y1], [bottom, top]);
  return { x, y, left, right, top, bottom };
}

/**
 * @param {{ width: number, height: number }} size
 * @param {readonly number[]} xRange @param {readonly number[]} yRange
 * @param {{ equal: boolean, bare: boolean }} options  `equal`: one scale for x and y, the ranges
 *   grow as they must; `bare`: without room for numbers on the axes
 * @returns {Frame}
 */
export function plotFrame(size, [x0, x1], [y0, y1], options) {
  const edge = options.bare ? bare : margin;
  const range = { x0, x1, y0, y1 };
  const { left, right, top, bottom } = frameOf(size, range, edge);
  return frameOf(size, options.equal ? withAspect(range, right - left, bottom - top) : range, edge);
}

/**
 * The line through the points as an SVG path, broken where a coordinate is not finite.
 * @param {Frame} frame
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys  equally long
 */
export const polyline = ({ x, y }, xs, ys) =>
  line()
    .defined((_, i) => Number.isFinite(xs[i]) && Number.isFinite(ys[i]))
    .x((_, i) => clamp(x(xs[i]), -far, far))
    .y((_, i) => clamp(y(ys[i]), -far, far))
    .digits(2)(/** @type {any} */ (xs)) ?? '';

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
  return Number((Math.round(clamp(value, low, high) / unit) * unit).toPrecision(12)) + 0; // + 0: no −0
}

/**
 * Heights, rising or not, moved down until they are `distance` apart, and up again above `lowest`.
 * @param {readonly number[]} heights @param {number} distance @param {number} [lowest]
 */
export function apart(heights, distance, lowest = Infinity) {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  const moved = [...heights];
  order.forEach((at, k) => {
    if (k > 0) moved[at] = Math.max(moved[at], moved[order[k - 1]] + distance);
  });
  order.toReversed().forEach((at, k) => {
    moved[at] = Math.min(moved[at], lowest - k * distance);
  });
  return moved;
}
