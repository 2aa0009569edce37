import { contours } from 'd3-contour';
import { scaleLinear } from 'd3-scale';
import { rgb } from './palette.js';

/**
 * The still part of a contour map: bands of J, arrows downhill, scales and marked points.
 *
 * @typedef {import('./contour-levels.js').Grid} Grid
 * @typedef {import('./plane-geometry.js').Rectangle} Rectangle
 * @typedef {{ kind: 'minimum' | 'saddle' | 'maximum', point: number[], label: string }} Landmark
 * @typedef {{ nx: number, ny: number, gradients: Float64Array }} Arrows  gx, gy, … row by row over
 *   the middles of nx × ny cells
 * @typedef {{ low: string, high: string, line: string, paper: string, text: string, muted: string,
 *   sunken: string }} MapColours
 */

/**
 * The colour of a band, from the lowest to the highest.
 * @param {MapColours} colours
 * @param {number} count
 */
export function bandColours({ low, high }, count) {
  const [from, to] = [rgb(low), rgb(high)];
  return Array.from({ length: count }, (_, i) => {
    const share = count < 2 ? 0 : i / (count - 1);
    return `rgb(${from.map((channel, c) => Math.round(channel + share * (to[c] - channel))).join(' ')})`;
  });
}

/** The colours of maps in the current scheme. @returns {MapColours} */
export function mapColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    low: read('map-low'),
    high: read('map-high'),
    line: read('map-line'),
    paper: read('paper'),
    text: read('text'),
    muted: read('muted'),
    sunken: read('sunken'),
  };
}

/**
 * The lines J = level as rings of x, y pairs, one list of polygons for each level.
 * @param {Grid} grid
 * @param {readonly number[]} levels
 */
export function contourLines({ nx, ny, values }, levels) {
  const generator = contours()
    .size([nx, ny])
    .thresholds(/** @type {number[]} */ (levels));
  return generator(/** @type {any} */ (values));
}

/**
 * @param {CanvasRenderingContext2D} context  in CSS pixels
 * @param {number} width @param {number} height
 * @param {Grid} grid  covers the canvas
 * @param {readonly number[]} levels
 * @param {MapColours} colours
 */
export function drawBands(context, width, height, grid, levels, colours) {
  const fills = bandColours(colours, levels.length + 1);
  context.fillStyle = fills[0];
  context.fillRect(0, 0, width, height);
  context.lineWidth = 1;
  context.strokeStyle = colours.line;
  contourLines(grid, levels).forEach(({ coordinates }, i) => {
    context.beginPath();
    tracePolygons(context, width, height, grid, coordinates);
    context.fillStyle = fills[i + 1];
    context.fill('evenodd');
    context.stroke();
  });
  if (grid.values.every(Number.isFinite)) return;
  const holes = Float64Array.from(grid.values, (value) => (Number.isFinite(value) ? 0 : 1));
  const [hole] = contourLines({ ...grid, values: holes }, [0.5]);
  context.beginPath();
  tracePolygons(context, width, height, grid, hole.coordinates);
  context.fillStyle = colours.sunken;
  context.fill('evenodd');
  hatch(context, width, height, colours.line);
}

/**
 * d3-contour puts the value of row j, column i at (i + ½, j + ½).
 * @param {CanvasRenderingContext2D} context
 * @param {number} width @param {number} height
 * @param {Grid} grid
 * @param {number[][][][]} polygons
 */
function tracePolygons(context, width, height, { nx, ny }, polygons) {
  for (const ring of polygons.flat()) {
    ring.forEach(([column, row], i) => {
      const x = ((column - 0.5) / (nx - 1)) * width;
      const y = height - ((row - 0.5) / (ny - 1)) * height;
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.closePath();
  }
}

/**
 * Fills the current path with slanting lines: J has no value there.
 * @param {CanvasRenderingContext2D} context
 * @param {number} width @param {number} height @param {string} colour
 */
function hatch(context, width, height, colour) {
  context.save();
  context.clip('evenodd');
  context.beginPath();
  for (let x = -height; x < width; x += 8) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.strokeStyle = colour;
  context.stroke();
  context.restore();
}

/**
 * Arrows along −∇J. Their length grows with the logarithm of ‖∇J‖, so that both a plain and a cliff
 * have arrows one can see.
 * @param {CanvasRenderingContext2D} context
 * @param {number} width @param {number} height
 * @param {Arrows} arrows
 * @param {string} colour
 */
export function drawArrows(context, width, height, { nx, ny, gradients }, colour) {
  const norms = Array.from({ length: nx * ny }, (_, i) =>
    Math.hypot(gradients[2 * i], gradients[2 * i + 1]),
  );
  const seen = norms.filter((norm) => Number.isFinite(norm) && norm > 0);
  if (seen.length === 0) return;
  const low = Math.log(Math.max(Math.min(...seen), Math.max(...seen) * 1e-4));
  const span = Math.log(Math.max(...seen)) - low || 1;
  const [cellWidth, cellHeight] = [width / nx, height / ny];
  context.save();
  context.strokeStyle = colour;
  context.globalAlpha = 0.7;
  context.lineWidth = 1.25;
  context.beginPath();
  norms.forEach((norm, i) => {
    if (!(norm > 0) || !Number.isFinite(norm)) return;
    const strength = Math.max(0, (Math.log(norm) - low) / span);
    const length = (0.25 + 0.6 * strength) * Math.min(cellWidth, cellHeight);
    const dx = (-gradients[2 * i] / norm) * length;
    const dy = (gradients[2 * i + 1] / norm) * length;
    const x = ((i % nx) + 0.5) * cellWidth;
    const y = height - (Math.floor(i / nx) + 0.5) * cellHeight;
    traceArrow(context, x - dx / 2, y - dy / 2, dx, dy);
  });
  context.stroke();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x @param {number} y @param {number} dx @param {number} dy
 */
function traceArrow(context, x, y, dx, dy) {
  context.moveTo(x, y);
  context.lineTo(x + dx, y + dy);
  for (const side of [-1, 1]) {
    context.moveTo(x + dx, y + dy);
    context.lineTo(x + 0.62 * dx - side * 0.22 * dy, y + 0.62 * dy + side * 0.22 * dx);
  }
}

/**
 * Ticks with their numbers along the lower and the left edge.
 * @param {CanvasRenderingContext2D} context
 * @param {number} width @param {number} height
 * @param {Rectangle} view
 * @param {MapColours} colours
 * @param {readonly string[]} axes  names of the two coordinates
 */
export function drawScales(context, width, height, { x0, x1, y0, y1 }, colours, axes) {
  const across = scaleLinear([x0, x1], [0, width]);
  const up = scaleLinear([y0, y1], [height, 0]);
  context.save();
  context.font = '11px system-ui, sans-serif';
  context.strokeStyle = colours.muted;
  context.lineWidth = 1;
  const tick = (/** @type {number[]} */ [fromX, fromY, toX, toY]) => {
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  };
  const formatX = across.tickFormat(6);
  context.textAlign = 'center';
  for (const value of across.ticks(6)) {
    const x = Math.round(across(value)) + 0.5;
    if (x < 30 || x > width - 14) continue;
    tick([x, height, x, height - 4]);
    writeWithHalo(context, formatX(value), x, height - 8, colours.muted, colours.high);
  }
  const formatY = up.tickFormat(6);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const value of up.ticks(6)) {
    const y = Math.round(up(value)) + 0.5;
    if (y < 14 || y > height - 22) continue;
    tick([0, y, 4, y]);
    writeWithHalo(context, formatY(value), 8, y, colours.muted, colours.high);
  }
  context.font = 'italic 13px ui-serif, Georgia, serif';
  context.textAlign = 'right';
  writeWithHalo(context, axes[0], width - 6, height - 11, colours.text, colours.high);
  context.textAlign = 'left';
  writeWithHalo(context, axes[1], 8, 10, colours.text, colours.high);
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text @param {number} x @param {number} y
 * @param {string} colour @param {string} halo
 */
export function writeWithHalo(context, text, x, y, colour, halo) {
  context.strokeStyle = halo;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
  context.lineWidth = 1;
  context.strokeStyle = colour;
}

/**
 * Minima as rings with a dot, saddles as crosses, summits as small triangles.
 * @param {CanvasRenderingContext2D} context
 * @param {(point: number[]) => number[]} place  a point of the plane in pixels
 * @param {readonly Landmark[]} landmarks
 * @param {MapColours} colours
 */
export function drawLandmarks(context, place, landmarks, colours) {
  context.save();
  context.font = '11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { kind, point, label } of landmarks) {
    const [x, y] = place(point);
    context.strokeStyle = colours.text;
    context.fillStyle = colours.text;
    context.lineWidth = 1.5;
    context.beginPath();
    if (kind === 'minimum') {
      context.arc(x, y, 5, 0, 2 * Math.PI);
      context.stroke();
      context.beginPath();
      context.arc(x, y, 1.75, 0, 2 * Math.PI);
      context.fill();
    } else if (kind === 'saddle') {
      context.moveTo(x - 4, y - 4);
      context.lineTo(x + 4, y + 4);
      context.moveTo(x - 4, y + 4);
      context.lineTo(x + 4, y - 4);
      context.stroke();
    } else {
      context.moveTo(x, y - 5);
      context.lineTo(x + 5, y + 4);
      context.lineTo(x - 5, y + 4);
      context.closePath();
      context.stroke();
    }
    if (label) writeWithHalo(context, label, x, y + 8, colours.text, colours.high);
  }
  context.restore();
}
