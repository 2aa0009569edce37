/**
 * Marks of points and paths, and the tones of up to five classes. A class is told by its shape as well
 * as its tone, so that nobody needs to tell two tones apart.
 *
 * @typedef {keyof typeof symbols} Shape
 */
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTimes,
  symbolTriangle,
} from 'd3-shape';
import { palette, rgb } from './palette.js';

/** @type {readonly Shape[]} */
export const classShapes = ['circle', 'square', 'triangle', 'diamond', 'cross'];
/** CSS classes of labs/plane.css. */
export const classKinds = ['positive', 'negative', 'third', 'fourth', 'fifth'];

const symbols = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
  cross: symbolCross,
  star: symbolStar,
  times: symbolTimes,
};

/** A mark with the area of a circle of radius `r`. @param {Shape} shape @param {number} r */
const mark = (shape, r) => symbol(symbols[shape], Math.PI * r * r);

/**
 * A mark about (x, y) as an SVG path.
 * @param {Shape} shape @param {number} x @param {number} y @param {number} r
 */
export function markPath(shape, x, y, r) {
  // d3 draws it about (0, 0); every command but the relative ones ends with its point.
  return String(mark(shape, r)()).replace(
    /([-.\d]+),([-.\d]+)(?=[a-z]|$)/gi,
    (_, dx, dy) => `${(x + Number(dx)).toFixed(1)} ${(y + Number(dy)).toFixed(1)}`,
  );
}

/**
 * Adds a mark about (x, y) to the current path of a canvas.
 * @param {CanvasRenderingContext2D} context
 * @param {Shape} shape @param {number} x @param {number} y @param {number} r
 */
export function traceMark(context, shape, x, y, r) {
  context.translate(x, y);
  mark(shape, r).context(context)();
  context.translate(-x, -y);
}

/** How much of its colour a class lays over the surface where it is certain. */
const strength = [0.5, 0.5, 0.55, 0.3, 0.45];

/**
 * Probabilities of classes as RGBA: the tone of the most probable class, the fainter the less it is
 * ahead of chance. The fifth class is striped.
 * @param {ArrayLike<number>} probabilities  `classes` for each cell, row by row from the top
 * @param {number} classes @param {number} columns @param {number} rows
 * @returns {import('./plot.js').Field}
 */
export function classField(probabilities, classes, columns, rows) {
  const { surface, positive, negative, text, muted } = palette();
  const ground = rgb(surface);
  const tones = [positive, negative, text, muted, text].map(rgb);
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  const chance = 1 / classes;
  for (let cell = 0; cell < columns * rows; cell++) {
    let best = 0;
    for (let k = 1; k < classes; k++)
      if (probabilities[cell * classes + k] > probabilities[cell * classes + best]) best = k;
    const lead = (probabilities[cell * classes + best] - chance) / (1 - chance);
    const gap = best === 4 && (cell + Math.floor(cell / columns)) % 6 > 1;
    const share = gap ? 0 : strength[best] * lead;
    for (let channel = 0; channel < 3; channel++)
      pixels[4 * cell + channel] =
        ground[channel] + share * (tones[best][channel] - ground[channel]);
    pixels[4 * cell + 3] = 255;
  }
  return { columns, rows, pixels };
}

/**
 * Short lines, x, y, x, y of their ends, as an SVG path.
 * @param {import('./plot-geometry.js').Frame} frame @param {ArrayLike<number>} ends
 */
export function segmentsPath({ x, y }, ends) {
  let path = '';
  for (let i = 0; i + 3 < ends.length; i += 4)
    path += `M${x(ends[i]).toFixed(1)} ${y(ends[i + 1]).toFixed(1)}L${x(ends[i + 2]).toFixed(1)} ${y(ends[i + 3]).toFixed(1)}`;
  return path;
}
