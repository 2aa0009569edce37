/**
 * Rectangles of the (x, y) plane that a map shows.
 *
 * @typedef {{ x0: number, x1: number, y0: number, y1: number }} Rectangle
 */

/**
 * The smallest rectangle around `rectangle`, with the same centre, whose sides are as `width` to
 * `height`: x and y then have one scale, and gradients stand square on contours.
 * @param {Rectangle} rectangle @param {number} width @param {number} height @returns {Rectangle}
 */
export function withAspect({ x0, x1, y0, y1 }, width, height) {
  const unit = Math.max((x1 - x0) / width, (y1 - y0) / height);
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  const halfWidth = (unit * width) / 2;
  const halfHeight = (unit * height) / 2;
  return { x0: x - halfWidth, x1: x + halfWidth, y0: y - halfHeight, y1: y + halfHeight };
}

/**
 * The rectangle `factor` times as large, around the fixed point (x, y).
 * @param {Rectangle} rectangle @param {number} factor @param {number} x @param {number} y
 * @returns {Rectangle}
 */
export function zoomed({ x0, x1, y0, y1 }, factor, x = (x0 + x1) / 2, y = (y0 + y1) / 2) {
  return {
    x0: x + factor * (x0 - x),
    x1: x + factor * (x1 - x),
    y0: y + factor * (y0 - y),
    y1: y + factor * (y1 - y),
  };
}

/** @param {Rectangle} rectangle @param {number} dx @param {number} dy @returns {Rectangle} */
export const moved = ({ x0, x1, y0, y1 }, dx, dy) => ({
  x0: x0 + dx,
  x1: x1 + dx,
  y0: y0 + dy,
  y1: y1 + dy,
});

/** @param {Rectangle} rectangle @param {number} x @param {number} y */
export const contains = ({ x0, x1, y0, y1 }, x, y) => x >= x0 && x <= x1 && y >= y0 && y <= y1;

/**
 * The part of the segment a → b inside the rectangle (Liang & Barsky, 1984), or null.
 * @param {Rectangle} rectangle
 * @param {number} ax @param {number} ay @param {number} bx @param {number} by
 * @returns {[number, number, number, number] | null}
 */
export function clipSegment({ x0, x1, y0, y1 }, ax, ay, bx, by) {
  const dx = bx - ax;
  const dy = by - ay;
  let from = 0;
  let to = 1;
  for (const [delta, room] of [
    [-dx, ax - x0],
    [dx, x1 - ax],
    [-dy, ay - y0],
    [dy, y1 - ay],
  ]) {
    if (delta === 0 && room < 0) return null;
    if (delta < 0) from = Math.max(from, room / delta);
    if (delta > 0) to = Math.min(to, room / delta);
  }
  if (!(from <= to)) return null;
  return [ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy];
}

/**
 * The segments of a path as far as they lie inside the rectangle.
 * @param {Rectangle} rectangle @param {ArrayLike<number>} points  x, y, x, y, …
 */
export const clippedSegments = (rectangle, points) =>
  Array.from({ length: Math.max(0, points.length / 2 - 1) }, (_, i) =>
    clipSegment(rectangle, points[2 * i], points[2 * i + 1], points[2 * i + 2], points[2 * i + 3]),
  ).filter((segment) => segment !== null);

/**
 * `value` with no more decimals than a reader of a scale with this `resolution` can place.
 * @param {number} value @param {number} resolution > 0
 */
export function roundTo(value, resolution) {
  const decimals = Math.min(15, Math.max(0, Math.ceil(-Math.log10(resolution))));
  return Number(value.toFixed(decimals)) + 0; // + 0: no −0
}
