import { writeWithHalo } from './contour-drawing.js';
import { optimizerMarks, pathColour, traceMarker } from './optimizer-marks.js';

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
/** Canvases lose precision far outside of themselves. */
const farAway = 1e5;

/**
 * @param {CanvasRenderingContext2D} context  in CSS pixels
 * @param {number} width @param {number} height
 * @param {(x: number, y: number) => number[]} place  a point of the plane in pixels
 * @param {readonly Path[]} paths  the last one lies on top
 * @param {MapColours} colours
 */
export function drawPaths(context, width, height, place, paths, colours) {
  const ends = [];
  for (const path of paths) {
    const points = inPixels(path.theta, place);
    drawPath(context, path, points, paths.length > 1 ? 'racing' : 'alone', colours);
    if (points.length >= 4) ends.push({ path, x: points.at(-2) ?? 0, y: points.at(-1) ?? 0 });
  }
  for (const { path, x, y } of ends) drawEnd(context, path, x, y, colours);
  writeLabels(context, width, height, ends, colours);
}

/**
 * @param {Float64Array} theta
 * @param {(x: number, y: number) => number[]} place
 * @returns {number[]}
 */
function inPixels(theta, place) {
  const points = [];
  for (let i = 0; i < theta.length; i += 2) {
    const [x, y] = place(theta[i], theta[i + 1]);
    points.push(Math.min(farAway, Math.max(-farAway, x)), Math.min(farAway, Math.max(-farAway, y)));
  }
  return points;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path} path
 * @param {number[]} points
 * @param {keyof typeof markerDistance} company
 * @param {MapColours} colours
 */
function drawPath(context, { name, selected }, points, company, colours) {
  const colour = pathColour(name);
  context.save();
  context.lineJoin = 'round';
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
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
    if (Math.hypot(x - lastX, y - lastY) < markerDistance[company]) continue;
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
