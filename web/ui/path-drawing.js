import { writeWithHalo } from './contour-drawing.js';
import { traceMark } from './marks.js';
import { colour } from './palette.js';
import { pathMarks } from './path-marks.js';
import { clamp } from './clamp.js';
import { clippedSegments, contains } from './plane-geometry.js';

/**
 * Paths on a map.
 *
 * @typedef {import('./plot-geometry.js').Frame} Frame
 * @typedef {{
 *   mark: import('./path-marks.js').PathMark, label: string, theta: Float64Array,
 *   selected: boolean, broken: boolean,
 * }} Path  theta: x, y, x, y, …; label: '' for none; broken: it diverged after its last point
 */

/** Steps closer together than this, in pixels, have no markers of their own: alone, among others. */
const markerDistance = { alone: 9, racing: 26 };
/** Points closer together than this, in pixels, are drawn as one. */
const finest = 0.75;

/**
 * @param {CanvasRenderingContext2D} context  in CSS pixels
 * @param {Frame} frame
 * @param {readonly Path[]} paths  the last one lies on top
 */
export function drawPaths(context, frame, paths) {
  const { right: width, bottom: height } = frame;
  // Dashes are laid out along all of a line, so only what may be seen of it is drawn.
  const near = { x0: -width, x1: 2 * width, y0: -height, y1: 2 * height };
  const company = paths.length > 1 ? 'racing' : 'alone';
  const ends = [];
  for (const path of paths) {
    const points = inPixels(path.theta, frame);
    drawPath(context, path, points, company, near);
    if (points.length >= 4) ends.push({ path, x: points.at(-2) ?? 0, y: points.at(-1) ?? 0 });
  }
  for (const { path, x, y } of ends) drawEnd(context, path, x, y);
  writeLabels(context, frame, ends);
}

/**
 * The points of a path that can be told apart, and its last one.
 * @param {Float64Array} theta @param {Frame} frame @returns {number[]}
 */
function inPixels(theta, frame) {
  const points = [];
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i < theta.length; i += 2) {
    const [x, y] = [frame.x(theta[i]), frame.y(theta[i + 1])];
    const same = Math.abs(x - lastX) < finest && Math.abs(y - lastY) < finest;
    if (same && i < theta.length - 2) continue;
    points.push(x, y);
    [lastX, lastY] = [x, y];
  }
  return points;
}

/**
 * @param {CanvasRenderingContext2D} context @param {Path} path @param {number[]} points
 * @param {keyof typeof markerDistance} company
 * @param {import('./plane-geometry.js').Rectangle} near
 */
function drawPath(context, { mark, selected }, points, company, near) {
  const { dash, shape } = pathMarks[mark];
  context.save();
  context.lineJoin = 'bevel';
  context.beginPath();
  let [penX, penY] = [NaN, NaN];
  for (const [fromX, fromY, toX, toY] of clippedSegments(near, points)) {
    const joined = Math.abs(fromX - penX) + Math.abs(fromY - penY) < 0.01;
    if (!joined) context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    [penX, penY] = [toX, toY];
  }
  context.strokeStyle = colour('map-high');
  context.globalAlpha = 0.75;
  context.lineWidth = selected ? 5 : 4;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = colour(mark);
  context.lineWidth = selected ? 2.5 : 1.75;
  context.setLineDash(dash);
  context.stroke();
  context.restore();

  context.beginPath();
  let [lastX, lastY] = points;
  for (let i = 2; i < points.length - 2; i += 2) {
    const [x, y] = [points[i], points[i + 1]];
    if (Math.hypot(x - lastX, y - lastY) < markerDistance[company] || !contains(near, x, y))
      continue;
    traceMark(context, shape, x, y, selected ? 3.5 : 3);
    [lastX, lastY] = [x, y];
  }
  context.fillStyle = colour(mark);
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context @param {Path} path @param {number} x @param {number} y
 */
function drawEnd(context, { mark, broken }, x, y) {
  context.beginPath();
  traceMark(context, pathMarks[mark].shape, x, y, 6.5);
  context.lineJoin = 'round';
  context.strokeStyle = colour('map-high');
  context.lineWidth = 4;
  context.stroke();
  context.strokeStyle = context.fillStyle = colour(mark);
  if (!broken) context.fill();
  context.lineWidth = 1.75;
  context.stroke();
}

/**
 * Names beside the ends, moved apart where they would cover each other.
 * @param {CanvasRenderingContext2D} context @param {Frame} frame
 * @param {{ path: Path, x: number, y: number }[]} ends
 */
function writeLabels(context, { right: width, bottom: height }, ends) {
  context.save();
  context.font = '600 12px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  /** @type {{ left: number, right: number, y: number }[]} */
  const taken = [];
  const visible = ends.filter(
    ({ path, x, y }) => path.label && x >= 0 && x <= width && y >= 0 && y <= height,
  );
  for (const { path, x, y } of visible.sort((a, b) => a.y - b.y)) {
    const size = context.measureText(path.label).width;
    const left = x + 12 + size > width - 4 ? x - 12 - size : x + 12;
    const right = left + size;
    const clashes = (/** @type {number} */ at) =>
      taken.some((box) => left < box.right && right > box.left && Math.abs(at - box.y) < 15);
    const wanted = clamp(y, 12, height - 12);
    const free = [0, 15, -15, 30, -30, 45, -45, 60, -60, 75].map((offset) => wanted + offset);
    const at = free.find((place) => place > 8 && place < height - 8 && !clashes(place)) ?? wanted;
    taken.push({ left, right, y: at });
    writeWithHalo(context, path.label, left, at, path.mark);
  }
  context.restore();
}
