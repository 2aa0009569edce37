import { contourRegions, heightScale, interpolate } from './contour-levels.js';
import { rgb } from './palette.js';
import { clamp } from './clamp.js';
import { clippedSegments, contains } from './plane-geometry.js';

/** The longer side of the ground and the highest point. */
const groundSize = 2;
export const topHeight = 0.85;
/** Paths lie so far above the surface, contours half as far. */
const lift = 0.008;
/** A path's step is bent to the surface in at most so many pieces. */
const maxPieces = 128;

/** The surface over a grid, in space: x to the right, height up, y away from the viewer. */
export class SurfaceShape {
  /** @param {import('./contour-levels.js').Grid} grid */
  constructor(grid) {
    this.grid = grid;
    const { power, height } = heightScale(grid.values);
    /** Heights are J above its lowest value to this power. */
    this.power = power;
    this.height = (/** @type {number} */ value) => topHeight * height(value);
    /** One for each point of the grid; NaN where J has no finite value. */
    this.heights = Float32Array.from(grid.values, (value) =>
      Number.isFinite(value) ? this.height(value) : NaN,
    );
  }

  /** Where a point of the plane lies on the ground. @param {number} x @param {number} y */
  ground(x, y) {
    const { x0, x1, y0, y1 } = this.grid;
    const scale = groundSize / Math.max(x1 - x0, y1 - y0);
    return [(x - (x0 + x1) / 2) * scale, -(y - (y0 + y1) / 2) * scale];
  }

  /** The point of the plane at column i, row j; fractions lie between. @param {number} i @param {number} j */
  #at(i, j) {
    const { x0, x1, y0, y1, nx, ny } = this.grid;
    return this.ground(x0 + (i / (nx - 1)) * (x1 - x0), y0 + (j / (ny - 1)) * (y1 - y0));
  }

  /** Three coordinates for each point of the grid. */
  positions() {
    const { nx, ny } = this.grid;
    const positions = new Float32Array(3 * nx * ny);
    for (let k = 0; k < nx * ny; k++) {
      const [x, z] = this.#at(k % nx, Math.floor(k / nx));
      positions.set([x, Number.isNaN(this.heights[k]) ? 0 : this.heights[k], z], 3 * k);
    }
    return positions;
  }

  /** Corners of two triangles for each cell whose corners all have a value. */
  triangles() {
    const { nx, ny } = this.grid;
    const index = [];
    for (let j = 0; j < ny - 1; j++) {
      for (let i = 0; i < nx - 1; i++) {
        const [a, b, c, d] = [j * nx + i, j * nx + i + 1, (j + 1) * nx + i, (j + 1) * nx + i + 1];
        if ([a, b, c, d].some((corner) => Number.isNaN(this.heights[corner]))) continue;
        index.push(a, b, d, a, d, c);
      }
    }
    return index;
  }

  /**
   * Red, green and blue (0…255) for each point of the grid, as the bands of the map have them.
   * @param {readonly number[]} levels
   * @param {string} low @param {string} high  colours
   */
  colours(levels, low, high) {
    const [from, to] = [rgb(low), rgb(high)];
    const colours = new Uint8Array(3 * this.heights.length);
    this.grid.values.forEach((value, k) => {
      const share = shareOfBands(value, levels);
      from.forEach((channel, c) => (colours[3 * k + c] = channel + share * (to[c] - channel)));
    });
    return colours;
  }

  /** Pairs of ends of the contours' segments. @param {readonly number[]} levels */
  contours(levels) {
    const { nx, ny } = this.grid;
    const points = [];
    for (const { value, coordinates } of contourRegions(this.grid, levels)) {
      const up = this.height(value) + lift / 2;
      for (const ring of coordinates.flat()) {
        for (let k = 0; k + 1 < ring.length; k++) {
          const ends = [ring[k], ring[k + 1]];
          // Rings are closed along the border of the grid, where no contour is.
          if (ends.some(([i, j]) => i < 0.5 || j < 0.5 || i > nx - 0.5 || j > ny - 0.5)) continue;
          for (const [i, j] of ends) {
            const [x, z] = this.#at(i - 0.5, j - 0.5);
            points.push(x, up, z);
          }
        }
      }
    }
    return new Float32Array(points);
  }

  /** Of the surface above (x, y); NaN where there is none. @param {number} x @param {number} y */
  heightAt(x, y) {
    const { grid } = this;
    return contains(grid, x, y) ? interpolate(grid, grid.nx, grid.ny, this.heights, x, y) : NaN;
  }

  /**
   * Pairs of ends of a path's segments, lying on the surface; without what is outside of it.
   * @param {Float64Array} theta x, y, x, y, …
   */
  path(theta) {
    const { grid } = this;
    const cell = (grid.x1 - grid.x0) / (grid.nx - 1);
    const points = [];
    for (const [ax, ay, bx, by] of clippedSegments(grid, theta)) {
      const length = Math.hypot(bx - ax, by - ay);
      const pieces = clamp(Math.ceil(length / cell), 1, maxPieces);
      for (let piece = 0; piece < pieces; piece++) {
        const ends = [piece / pieces, (piece + 1) / pieces].flatMap((share) => {
          const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
          const [groundX, groundZ] = this.ground(x, y);
          const up = interpolate(grid, grid.nx, grid.ny, this.heights, x, y);
          return [groundX, up + lift, groundZ];
        });
        if (ends.every(Number.isFinite)) points.push(...ends);
      }
    }
    return points;
  }
}

/**
 * How many of the levels a value is above, 0…1, smoothly between them.
 * @param {number} value
 * @param {readonly number[]} levels rising
 */
function shareOfBands(value, levels) {
  const count = levels.length;
  let above = 0;
  while (above < count && value >= levels[above]) above += 1;
  if (above === 0 || above === count) return above / Math.max(1, count);
  const [from, to] = [levels[above - 1], levels[above]];
  return (above + (value - from) / (to - from) - 0.5) / count;
}
