import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { contourRegions } from './contour-levels.js';
import { traceMark } from './marks.js';
import { colour } from './palette.js';

/**
 * The still part of a contour map: bands of J, arrows downhill, scales and marked points.
 *
 * @typedef {import('./plot-geometry.js').Frame} Frame
 * @typedef {{ kind: 'minimum' | 'saddle' | 'maximum', point: number[], label: string }} Landmark
 * @typedef {{ nx: number, ny: number, gradients: Float64Array }} Arrows  gx, gy, … row by row over
 *   the middles of nx × ny cells
 */

/** Maps narrower than this have no numbers on their scales. */
const roomForNumbers = 180;

/**
 * @param {CanvasRenderingContext2D} context  in CSS pixels
 * @param {Frame} frame
 * @param {import('./contour-levels.js').Grid} grid  covers the frame
 * @param {readonly number[]} levels
 */
export function drawBands(context, { right: width, bottom: height }, grid, levels) {
  const across = scaleLinear([0.5, grid.nx - 0.5], [0, width]);
  const up = scaleLinear([0.5, grid.ny - 0.5], [height, 0]);
  const ring = line(
    ([column]) => across(column),
    ([, row]) => up(row),
  ).context(context);
  /** @param {number[][][][]} polygons @param {string} fill */
  const fillRegion = (polygons, fill) => {
    context.beginPath();
    for (const points of polygons.flat()) ring(/** @type {[number, number][]} */ (points));
    context.fillStyle = fill;
    context.fill('evenodd');
  };
  const fills = scaleLinear([0, levels.length || 1], [colour('map-low'), colour('map-high')]);
  context.fillStyle = fills(0);
  context.fillRect(0, 0, width, height);
  context.lineWidth = 1;
  context.strokeStyle = colour('map-line');
  contourRegions(grid, levels).forEach(({ coordinates }, i) => {
    fillRegion(coordinates, fills(i + 1));
    context.stroke();
  });
  if (grid.values.every(Number.isFinite)) return;
  const holes = grid.values.map((value) => (Number.isFinite(value) ? 0 : 1));
  const [hole] = contourRegions({ ...grid, values: holes }, [0.5]);
  fillRegion(hole.coordinates, colour('sunken'));
  hatch(context, width, height);
}

/**
 * Fills the current path with slanting lines: J has no value there.
 * @param {CanvasRenderingContext2D} context @param {number} width @param {number} height
 */
function hatch(context, width, height) {
  context.save();
  context.clip('evenodd');
  context.beginPath();
  for (let x = -height; x < width; x += 8) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
  context.restore();
}

/**
 * Arrows along −∇J. Their length grows with the logarithm of ‖∇J‖, so that both a plain and a cliff
 * have arrows one can see.
 * @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Arrows} arrows
 */
export function drawArrows(context, { right: width, bottom: height }, { nx, ny, gradients }) {
  const norms = Array.from({ length: nx * ny }, (_, i) =>
    Math.hypot(gradients[2 * i], gradients[2 * i + 1]),
  );
  const seen = norms.filter((norm) => Number.isFinite(norm) && norm > 0);
  if (seen.length === 0) return;
  const low = Math.log(Math.max(Math.min(...seen), Math.max(...seen) * 1e-4));
  const span = Math.log(Math.max(...seen)) - low || 1;
  const [cellWidth, cellHeight] = [width / nx, height / ny];
  context.save();
  context.strokeStyle = colour('muted');
  context.globalAlpha = 0.7;
  context.lineWidth = 1.25;
  context.beginPath();
  norms.forEach((norm, i) => {
    if (!(norm > 0) || !Number.isFinite(norm)) return;
    const strength = Math.max(0, (Math.log(norm) - low) / span);
    const length = (0.25 + 0.6 * strength) * Math.min(cellWidth, cellHeight);
    const dx = (-gradients[2 * i] / norm) * length;
    const dy = (gradients[2 * i + 1] / norm) * length;
    const tipX = ((i % nx) + 0.5) * cellWidth + dx / 2;
    const tipY = height - (Math.floor(i / nx) + 0.5) * cellHeight + dy / 2;
    context.moveTo(tipX - dx, tipY - dy);
    context.lineTo(tipX, tipY);
    for (const side of [-1, 1]) {
      context.moveTo(tipX, tipY);
      context.lineTo(tipX - 0.38 * dx - side * 0.22 * dy, tipY - 0.38 * dy + side * 0.22 * dx);
    }
  });
  context.stroke();
  context.restore();
}

/**
 * Ticks with their numbers along the lower and the left edge.
 * @param {CanvasRenderingContext2D} context @param {Frame} frame
 * @param {readonly string[]} names  of the two coordinates
 */
export function drawScales(context, { x: across, y: up, right: width, bottom: height }, names) {
  if (width < roomForNumbers) return;
  context.save();
  context.font = '11px system-ui, sans-serif';
  const count = width < 300 ? 4 : 6;
  /** @param {import('./plot-geometry.js').Scale} scale @param {(at: number, text: string) => void} write */
  const ticks = (scale, write) => {
    const format = scale.tickFormat(count);
    for (const value of scale.ticks(count)) write(Math.round(scale(value)) + 0.5, format(value));
  };
  context.textAlign = 'center';
  ticks(across, (x, text) => {
    if (x < 30 || x > width - 14) return;
    writeWithHalo(context, text, x, height - 8, 'muted');
    context.fillRect(x - 0.5, height - 4, 1, 4);
  });
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  ticks(up, (y, text) => {
    if (y < 14 || y > height - 22) return;
    writeWithHalo(context, text, 8, y, 'muted');
    context.fillRect(0, y - 0.5, 4, 1);
  });
  context.font = 'italic 13px ui-serif, Georgia, serif';
  context.textAlign = 'right';
  writeWithHalo(context, names[0], width - 6, height - 11, 'text');
  context.textAlign = 'left';
  writeWithHalo(context, names[1], 8, 10, 'text');
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text @param {number} x @param {number} y
 * @param {import('./palette.js').Colour} tone
 */
export function writeWithHalo(context, text, x, y, tone) {
  context.strokeStyle = colour('map-high');
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeText(text, x, y);
  context.fillStyle = colour(tone);
  context.fillText(text, x, y);
}

/**
 * Minima as rings with a dot, saddles as crosses, summits as small triangles.
 * @param {CanvasRenderingContext2D} context @param {Frame} frame
 * @param {readonly Landmark[]} landmarks
 */
export function drawLandmarks(context, frame, landmarks) {
  context.save();
  context.font = '11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { kind, point, label } of landmarks) {
    const [x, y] = [frame.x(point[0]), frame.y(point[1])];
    context.fillStyle = context.strokeStyle = colour('text');
    context.lineWidth = 1.5;
    context.beginPath();
    if (kind === 'minimum') {
      traceMark(context, 'circle', x, y, 1.75);
      context.fill();
      context.beginPath();
      traceMark(context, 'circle', x, y, 5);
    } else if (kind === 'saddle') traceMark(context, 'times', x, y, 4);
    else traceMark(context, 'triangle', x, y, 4);
    context.stroke();
    if (label) writeWithHalo(context, label, x, y + 8, 'text');
  }
  context.restore();
}
