import { contours } from 'd3-contour';

/**
 * How the values of J over a plane are divided into bands, and how high a surface stands there.
 *
 * @typedef {import('./plane-geometry.js').Rectangle} Rectangle
 * @typedef {Rectangle & { nx: number, ny: number, values: Float64Array }} Grid
 *   values row by row from y0 to y1, both ends included
 */

/** Finite values in rising order. @param {ArrayLike<number>} values */
const sorted = (values) => Float64Array.from(Array.from(values).filter(Number.isFinite)).sort();

/** @param {Float64Array} rising @param {number} share 0…1 */
const quantile = (rising, share) => rising[Math.round(share * (rising.length - 1))];

/**
 * Levels that have about as much area between them everywhere, and lie closer towards the lowest
 * values: a valley thousands of times deeper than the slopes around it still shows.
 * @param {ArrayLike<number>} values @param {number} count
 */
export function contourLevels(values, count) {
  const rising = sorted(values);
  if (rising.length === 0) return [];
  const levels = Array.from({ length: count }, (_, i) =>
    quantile(rising, ((i + 0.6) / count) ** 1.5),
  );
  return levels.filter((level, i) => level > (i === 0 ? rising[0] : levels[i - 1]));
}

/**
 * The regions J ≥ level as rings of x, y pairs, one list of polygons for each level. The value of column
 * i, row j lies at (i + ½, j + ½).
 * @param {Grid} grid @param {readonly number[]} levels
 */
export const contourRegions = ({ nx, ny, values }, levels) =>
  contours()
    .size([nx, ny])
    .thresholds([...levels])(Array.from(values));

/**
 * Heights 0…1 for values of J. Where most of the plane is far below the highest value, a power
 * lifts the low parts; `power` is 1 where nothing had to be lifted.
 * @param {ArrayLike<number>} values @returns {{ power: number, height: (value: number) => number }}
 */
export function heightScale(values) {
  const rising = sorted(values);
  if (rising.length === 0) return { power: 1, height: () => 0 };
  const low = rising[0];
  const high = rising[rising.length - 1];
  const middle = (quantile(rising, 0.5) - low) / (high - low);
  const power =
    middle > 0.22 || !(middle > 0) ? 1 : Math.max(0.2, Math.log(0.3) / Math.log(middle));
  return {
    power,
    height: (value) => {
      const share = (value - low) / (high - low || 1);
      return Math.min(1, Math.max(0, share)) ** power;
    },
  };
}

/**
 * The value at (x, y) of what stands on a grid, between its points linearly.
 * @param {Rectangle} rectangle @param {number} nx @param {number} ny
 * @param {ArrayLike<number>} values
 * @param {number} x @param {number} y  outside: as at the nearest edge
 */
export function interpolate({ x0, x1, y0, y1 }, nx, ny, values, x, y) {
  const across = Math.min(nx - 1, Math.max(0, ((x - x0) / (x1 - x0)) * (nx - 1)));
  const up = Math.min(ny - 1, Math.max(0, ((y - y0) / (y1 - y0)) * (ny - 1)));
  const i = Math.min(nx - 2, Math.floor(across));
  const j = Math.min(ny - 2, Math.floor(up));
  const [s, t] = [across - i, up - j];
  const at = j * nx + i;
  const below = values[at] * (1 - s) + values[at + 1] * s;
  const above = values[at + nx] * (1 - s) + values[at + nx + 1] * s;
  return below * (1 - t) + above * t;
}
