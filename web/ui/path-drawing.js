import { writeWithHalo } from './contour-drawing.js';
import { optimizerMarks, pathColour, traceMarker } from './optimizer-marks.js';
import { clipSegment, contains } from './plane-geometry.js';

/**
 * Paths of optimizers on a map.
 *
 * @typedef {import('./contour-drawing.js').MapColours} MapColours
 * @typedef {{
 *   name: string, label: string, theta: Float64Array, selected: boolean, broken: boolean,
 * }} Path  theta: x, y, x, y, …; label: '' for none; broken: it diverged after its last point
 */

/** Steps closer together than this, in pixels, have no markers of their own: alone, among others. */
const markerDistance = { alone: 9, racing: 26 };
/** Points closer together than this, in pixels, are drawn as one. */
const finest = 0.75;

/**
 * @param {CanvasRenderingContext2D} context  in CSS pixels
 * @param {number} width @param {number} height
 * @param {(x: number, y: number) => number[]} place  a point of the plane in pixels
 * @param {readonly Path[]} paths  the last one lies on top
 * @param {MapColours} colours
 */
export function drawPaths(context, width, height, place, paths, colours) {
  // Dashes are laid out along all of a line, so only what may be seen of it is drawn.
  const near = { x0: -width, x1: 2 * width, y0: -height, y1: 2 * height };
  const company = paths.length > 1 ? 'racing' : 'alone';
  const ends = [];
  for (const path of paths) {
    const points = inPixels(path.theta, place);
    drawPath(context, path, points, company, near, colours);
    if (points.length >= 4) ends.push({ path, x: points.at(-2) ?? 0, y: points.at(-1) ?? 0 });
  }
  for (const { path, x, y } of ends) drawEnd(context, path, x, y, colours);
  writeLabels(context, width, height, ends, colours);
}

/**
 * The points of a path that can be told apart, and its last one.
 * @param {Float64Array} theta
 * @param {(x: number, y: number) => number[]} place
 * @returns {number[]}
 */
function inPixels(theta, place) {
  const points = [];
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i < theta.length; i += 2) {
    const [x, y] = place(theta[i], theta[i + 1]);
    const same = Math.abs(x - lastX) < finest && Math.abs(y - lastY) < finest;
    if (same && i < theta.length - 2) continue;
    points.push(x, y);
    [lastX, lastY] = [x, y];
  }
  return points;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path} path
 * @param {number[]} points
 * @param {keyof typeof markerDistance} company
 * @param {import('./plane-geometry.js').Rectangle} near
 * @param {MapColours} colours
 */
function drawPath(context, { name, selected }, points, company, near, colours) {
  const colour = pathColour(name);
  context.save();
  context.lineJoin = 'bevel';
  context.beginPath();
  let [penX, penY] = [NaN, NaN];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const inside = clipSegment(near, points[i], points[i + 1], points[i + 2], points[i + 3]);
    if (!inside) continue;
    const [fromX, fromY, toX, toY] = inside;
    const joined = Math.abs(fromX - penX) + Math.abs(fromY - penY) < 0.01;
    if (!joined) context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    [penX, penY] = [toX, toY];
  }
  context.strokeStyle = colours.high;
  context.globalAlpha = 0.75;
  context.lineWidth = selected ? 5 : 4;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = selected ? 2.5 : 1.75;
  context.setLineDash(/** @type {number[]} */ (optimizerMarks[name].dash));
  context.stroke();
  context.restore();

  context.beginPath();
  let [lastX, lastY] = points;
  for (let i = 2; i < points.length - 2; i += 2) {
    const [x, y] = [points[i], points[i + 1]];
    if (Math.hypot(x - lastX, y - lastY) < markerDistance[company] || !contains(near, x, y))
      continue;
    traceMarker(context, name, x, y, selected ? 3.5 : 3);
    [lastX, lastY] = [x, y];
  }
  context.fillStyle = colour;
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path} path
 * @param {number} x @param {number} y
 * @param {MapColours} colours
 */
function drawEnd(context, { name, broken }, x, y, colours) {
  context.beginPath();
  traceMarker(context, name, x, y, 6.5);
  context.lineJoin = 'round';
  context.strokeStyle = colours.high;
  context.lineWidth = 4;
  context.stroke();
  context.strokeStyle = context.fillStyle = pathColour(name);
  if (!broken) context.fill();
  context.lineWidth = 1.75;
  context.stroke();
}

/**
 * Names beside the ends, moved apart where they would cover each other.
 * @param {CanvasRenderingContext2D} context
 * @param {number} width @param {number} height
 * @param {{ path: Path, x: number, y: number }[]} ends
 * @param {MapColours} colours
 */
function writeLabels(context, width, height, ends, colours) {
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
    const clashes = (/** @type {number} */ at) =>
      taken.some((box) => left < box.right && left + size > box.left && Math.abs(at - box.y) < 15);
    let at = Math.min(height - 12, Math.max(12, y));
    const free = [0, 15, -15, 30, -30, 45, -45, 60, -60, 75].map((offset) => at + offset);
    at =
      free.find((candidate) => candidate > 8 && candidate < height - 8 && !clashes(candidate)) ??
      at;
    taken.push({ left, right: left + size, y: at });
    writeWithHalo(context, path.label, left, at, pathColour(path.name), colours.high);
  }
  context.restore();
}
