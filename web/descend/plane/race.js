/** Descents of all chosen optimizers from one start, and the picture of J around them. */
import { contourLevels } from '../../ui/contour-levels.js';
import { optimizerSpec } from '../../engine/catalog.js';
import { engine } from '../../engine/descent.js';

/**
 * @typedef {import('../../engine/descent-types.js').DescentFunction} DescentFunction
 * @typedef {import('../../engine/descent-types.js').Descent} Descent
 * @typedef {import('../../ui/plane-geometry.js').Rectangle} Rectangle
 * @typedef {import('./run.js').Name} Name
 * @typedef {{ name: Name, arrived: number, ruled: Descent, descent: Descent }} Racer
 *   arrived: the step at which J − J* or ‖∇J‖ fell below the tolerance, −1: it has not; ruled: the
 *   path as far as there; descent: the path as shown
 */

const mapPoints = 160; // along the longer side
const surfacePoints = 96;
const levelCount = 16;
const arrowPixels = 34; // from one arrow to the next

/** J*: the lowest of the known minima; null where none is known. @param {DescentFunction} f */
export function lowestValue(f) {
  const values = f.facts().minima.map((minimum) => f.evaluate(minimum).value);
  return values.length > 0 ? Math.min(...values) : null;
}

/**
 * Racers stop where they arrive. One alone goes on as long as it is told to, so that every step can
 * be looked at.
 * @param {import('./run.js').PlaneRun} run @returns {Racer[]}
 */
export function runRace(run) {
  const { function: f, names, lowest } = run;
  const { x, y, steps, tolerance } = run.state;
  const stop = {
    gradient: tolerance,
    ...(lowest !== null && { value: lowest + tolerance }),
  };
  return names.map((name) => {
    const tuning = run.tuning(name);
    const options = {
      optimizer: optimizerSpec(name, tuning),
      learningRate: tuning.rate,
      start: [x, y],
      steps,
    };
    const ruled = engine().descend(f, tolerance > 0 ? { ...options, stop } : options);
    const arrived = ruled.state === 'converged' ? ruled.steps : -1;
    const goesOn = names.length === 1 && arrived >= 0;
    return { name, arrived, ruled, descent: goesOn ? engine().descend(f, options) : ruled };
  });
}

/** Whether a run need not go on for this racer. @param {Racer} racer */
export const hasEnded = ({ arrived, descent }) => arrived >= 0 || descent.state === 'diverged';

/** The most steps that any of them made. @param {Racer[]} racers */
export const stepsMade = (racers) => Math.max(0, ...racers.map(({ descent }) => descent.steps));

/**
 * @param {DescentFunction} f @param {Rectangle} rectangle
 * @param {number} longer  points along the longer side
 * @returns {import('../../ui/contour-levels.js').Grid}
 */
function sample(f, rectangle, longer) {
  const { x0, x1, y0, y1 } = rectangle;
  const [width, height] = [x1 - x0, y1 - y0];
  const nx = Math.max(8, Math.round(longer * Math.min(1, width / height)));
  const ny = Math.max(8, Math.round(longer * Math.min(1, height / width)));
  return { ...rectangle, nx, ny, values: f.sampleGrid(x0, x1, nx, y0, y1, ny) };
}

/**
 * J around the paths, as the map and the surface draw it.
 * @param {DescentFunction} f @param {Rectangle} rectangle
 * @param {{ arrows: boolean, surface: boolean, width: number }} parts  width: of the map in pixels
 */
export function picture(f, rectangle, { arrows, surface, width }) {
  const map = sample(f, rectangle, mapPoints);
  return {
    map,
    levels: contourLevels(map.values, levelCount),
    surface: surface ? sample(f, rectangle, surfacePoints) : null,
    arrows: arrows ? arrowGrid(f, rectangle, width) : null,
  };
}

/**
 * Gradients at the middles of nearly square cells.
 * @param {DescentFunction} f @param {Rectangle} rectangle @param {number} width in pixels
 */
function arrowGrid(f, { x0, x1, y0, y1 }, width) {
  const nx = Math.max(2, Math.round(width / arrowPixels));
  const ny = Math.max(2, Math.round((nx * (y1 - y0)) / (x1 - x0)));
  const [dx, dy] = [(x1 - x0) / nx / 2, (y1 - y0) / ny / 2];
  return { nx, ny, gradients: f.gradientGrid(x0 + dx, x1 - dx, nx, y0 + dy, y1 - dy, ny) };
}

/**
 * Points without slope that are known, as the map marks them. Where there are many, only the lowest
 * minimum is named.
 * @param {DescentFunction} f @param {(kind: 'minimum' | 'saddle' | 'maximum') => string} wording
 * @returns {import('../../ui/contour-drawing.js').Landmark[]}
 */
export function landmarks(f, wording) {
  const { minima, saddles } = f.facts();
  const lowest = lowestValue(f) ?? 0;
  const isLowest = (/** @type {number[]} */ point) =>
    f.evaluate(point).value <= lowest + 1e-9 * Math.max(1, Math.abs(lowest));
  const few = minima.length <= 4;
  return [
    ...saddles.map((point) => {
      const kind = (f.curvatureAt(point) ?? 0) < 0 ? 'maximum' : 'saddle';
      return {
        kind: /** @type {'saddle' | 'maximum'} */ (kind),
        point,
        label: saddles.length <= 2 ? wording(/** @type {any} */ (kind)) : '',
      };
    }),
    ...minima.map((point) => ({
      kind: /** @type {const} */ ('minimum'),
      point,
      label: few || isLowest(point) ? wording('minimum') : '',
    })),
  ];
}
