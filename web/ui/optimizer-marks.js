import { svg } from 'lit';
import { schemeEvents } from '../app/scheme.js';

/**
 * How an optimizer's path looks wherever it is drawn: a colour of its own in both schemes
 * (--path-1 … --path-6 in the styles, in this order), a dash pattern and the shape of its markers, so that no path is
 * known by its colour alone.
 *
 * @typedef {'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'wedge'} Shape
 * @typedef {{ dash: readonly number[], shape: Shape }} Mark
 */

/** @type {Record<string, Mark>} lengths of dashes and gaps in pixels */
export const optimizerMarks = {
  sgd: { dash: [], shape: 'circle' },
  momentum: { dash: [12, 4], shape: 'square' },
  nesterov: { dash: [3, 3], shape: 'triangle' },
  adagrad: { dash: [9, 3, 2, 3], shape: 'diamond' },
  rmsprop: { dash: [6, 4], shape: 'cross' },
  adam: { dash: [16, 3, 2, 3, 2, 3], shape: 'wedge' },
};

/** Corners on a circle of radius 1, y downwards. @type {Record<Shape, number[][]>} */
const corners = {
  circle: Array.from({ length: 16 }, (_, i) => [
    Math.cos((i * Math.PI) / 8),
    Math.sin((i * Math.PI) / 8),
  ]),
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  triangle: [
    [0, -1.15],
    [1.05, 0.8],
    [-1.05, 0.8],
  ],
  diamond: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  cross: [
    [-0.4, -1.1],
    [0.4, -1.1],
    [0.4, -0.4],
    [1.1, -0.4],
    [1.1, 0.4],
    [0.4, 0.4],
    [0.4, 1.1],
    [-0.4, 1.1],
    [-0.4, 0.4],
    [-1.1, 0.4],
    [-1.1, -0.4],
    [-0.4, -0.4],
  ],
  wedge: [
    [0, 1.15],
    [1.05, -0.8],
    [-1.05, -0.8],
  ],
};

/** The style's name of a path's colour. @param {string} name */
const colourOf = (name) => `--path-${Object.keys(optimizerMarks).indexOf(name) + 1}`;

/** @type {Map<string, string>} reading them costs a computation of styles */
const colours = new Map();
schemeEvents.addEventListener('change', () => colours.clear());

/** The colour of an optimizer's path in the current scheme. @param {string} name */
export function pathColour(name) {
  let colour = colours.get(name);
  if (!colour) {
    colour = getComputedStyle(document.documentElement).getPropertyValue(colourOf(name)).trim();
    colours.set(name, colour);
  }
  return colour;
}

/**
 * Adds a marker to the current path of a canvas.
 * @param {CanvasRenderingContext2D} context
 * @param {string} name of the optimizer
 * @param {number} x @param {number} y @param {number} radius
 */
export function traceMarker(context, name, x, y, radius) {
  const points = corners[optimizerMarks[name].shape];
  points.forEach(([dx, dy], i) => {
    if (i === 0) context.moveTo(x + radius * dx, y + radius * dy);
    else context.lineTo(x + radius * dx, y + radius * dy);
  });
  context.closePath();
}

/** A sample of a path, 28×12, for legends. @param {string} name */
export function pathSample(name) {
  const { dash, shape } = optimizerMarks[name];
  const colour = `var(${colourOf(name)})`;
  const points = corners[shape].map(([x, y]) => `${21 + 4 * x},${6 + 4 * y}`).join(' ');
  return svg`<svg class="path-sample" viewBox="0 0 28 12" aria-hidden="true">
    <path d="M1 6H21" stroke=${colour} stroke-dasharray=${dash.join(' ')} />
    <polygon fill=${colour} points=${points} />
  </svg>`;
}
