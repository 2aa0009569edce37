/** The valley of J over two parameters, as the module samples it, with what has been descended in it. */
import { html } from 'lit';
import { contourLevels } from './contour-levels.js';
import './contour-map.js';

/**
 * @typedef {object} Valley
 * @property {number[]} range  x0, x1, y0, y1
 * @property {number} side
 * @property {Float64Array} values  side × side, row by row from y0
 *
 * @typedef {import('./path-drawing.js').Path} Path
 */

/**
 * @type {WeakMap<Float64Array, { grid: import('./contour-levels.js').Grid, levels: number[],
 *   landmarks?: import('./contour-map.js').Landmark[] }>} asked for again at every step
 */
const known = new WeakMap();

/**
 * The grid and the levels of a valley, for a map or a surface.
 * @param {Valley} valley @param {number} [levels]
 */
export function contoursOf({ range: [x0, x1, y0, y1], side, values }, levels = 12) {
  let contours = known.get(values);
  if (!contours) {
    const grid = { x0, x1, y0, y1, nx: side, ny: side, values };
    contours = { grid, levels: contourLevels(values, levels) };
    known.set(values, contours);
  }
  return contours;
}

/**
 * A path of one descent among few, for a map or a surface.
 * @param {Path['mark']} mark @param {Float64Array} theta
 * @param {string} state  of the descent
 * @returns {Path}
 */
export const pathOf = (mark, theta, state) => ({
  mark,
  label: '',
  theta,
  selected: false,
  broken: state === 'diverged',
});

/**
 * A small map that does not move.
 * @param {Valley} valley @param {object} picture
 * @param {string} picture.testid
 * @param {string} picture.label
 * @param {string} picture.startLabel
 * @param {readonly number[]} picture.start
 * @param {number[]} picture.minimum
 * @param {readonly string[]} picture.names  of the parameters
 * @param {Path[]} picture.paths
 * @param {(start: number[]) => void} picture.set  the start was moved
 */
export function valleyMap(
  valley,
  { testid, label, startLabel, start, minimum, names, paths, set },
) {
  const contours = contoursOf(valley);
  contours.landmarks ??= [{ kind: 'minimum', point: minimum, label: '' }];
  return html`
    <dd-contour-map
      testid=${testid}
      still
      .label=${label}
      .startLabel=${startLabel}
      .grid=${contours.grid}
      .levels=${contours.levels}
      .landmarks=${contours.landmarks}
      .paths=${paths}
      .start=${start}
      .names=${names}
      @start-input=${(/** @type {CustomEvent} */ { detail }) => set(detail)}
    ></dd-contour-map>
  `;
}
