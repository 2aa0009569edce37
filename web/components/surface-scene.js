/**
 * The surface over a grid and paths on it, in WebGL. Imported only when a surface is to be seen.
 */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  DoubleSide,
  HemisphereLight,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PerspectiveCamera,
  Scene,
  SphereGeometry,
  SRGBColorSpace,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';
import { contourLines } from './contour-drawing.js';
import { heightScale, interpolate } from './contour-levels.js';
import { pathColour } from './optimizer-marks.js';
import { clipSegment, contains } from './plane-geometry.js';

/**
 * @typedef {import('./contour-levels.js').Grid} Grid
 * @typedef {import('./contour-drawing.js').MapColours} MapColours
 * @typedef {import('./path-drawing.js').Path} Path
 */

/** The longer side of the ground and the highest point. */
const groundSize = 2;
const topHeight = 0.85;
/** Paths and contours lie so far above the surface. */
const lift = 0.008;

export class SurfaceScene {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {WebGL2RenderingContext} context of the canvas
   */
  constructor(canvas, context) {
    this.renderer = new WebGLRenderer({ canvas, context, antialias: true, alpha: true });
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.camera = new PerspectiveCamera(32, 1, 0.1, 20);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enablePan = false;
    this.controls.minDistance = 2;
    this.controls.maxDistance = 9;
    this.controls.maxPolarAngle = 0.495 * Math.PI;
    this.controls.target.set(0, topHeight * 0.3, 0);
    this.controls.addEventListener('change', () => this.request());
    // A vertical swipe goes on scrolling the page.
    canvas.style.setProperty('touch-action', 'pan-y');
    this.scene = new Scene();
    this.sun = new DirectionalLight(0xffffff, 1.3);
    this.sun.position.set(-2, 3.5, 1.5);
    this.sky = new HemisphereLight(0xffffff, 0xffffff, 2.3);
    this.scene.add(this.sun, this.sky);
    this.surface = new Mesh(
      new BufferGeometry(),
      new MeshLambertMaterial({
        vertexColors: true,
        side: DoubleSide,
        polygonOffset: true,
        polygonOffsetFactor: 1,
        polygonOffsetUnits: 1,
      }),
    );
    this.lines = new LineSegments(
      new BufferGeometry(),
      new LineBasicMaterial({ transparent: true, opacity: 0.45 }),
    );
    this.scene.add(this.surface, this.lines);
    /** @type {Map<string, { line: LineSegments2, ball: Mesh<SphereGeometry, MeshBasicMaterial> }>} */
    this.paths = new Map();
    this.ball = new SphereGeometry(0.03, 20, 14);
    /** @type {Grid | null} */
    this.grid = null;
    this.heights = new Float32Array(0);
    this.frame = 0;
    /** How often it was rendered. */
    this.renders = 0;
    this.onRender = () => {};
    this.view();
  }

  /** The height of the surface as a power of J above its lowest value. */
  power = 1;

  /** Back to the first point of view. */
  view() {
    this.camera.position.set(1.9, 2.6, 2.6);
    this.controls.update();
    this.request();
  }

  /** @param {number} width @param {number} height in CSS pixels */
  resize(width, height) {
    this.renderer.setPixelRatio(Math.min(2, devicePixelRatio));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    // Narrow canvases look from farther away, so that all of the ground stays in view.
    this.camera.fov = 32 * Math.min(1.6, Math.max(1, 1.15 / this.camera.aspect));
    this.camera.updateProjectionMatrix();
    this.request();
  }

  /**
   * @param {Grid} grid
   * @param {readonly number[]} levels
   * @param {MapColours} colours
   */
  setSurface(grid, levels, colours) {
    const { nx, ny, values } = grid;
    this.grid = grid;
    const { power, height } = heightScale(values);
    this.power = power;
    this.height = height;
    this.heights = Float32Array.from(values, (value) =>
      Number.isFinite(value) ? topHeight * height(value) : NaN,
    );
    const positions = new Float32Array(3 * nx * ny);
    const tints = new Float32Array(3 * nx * ny);
    const low = new Color(colours.low);
    const high = new Color(colours.high);
    const tint = new Color();
    for (let k = 0; k < nx * ny; k++) {
      const [x, z] = this.#ground(
        grid.x0 + ((k % nx) / (nx - 1)) * (grid.x1 - grid.x0),
        grid.y0 + (Math.floor(k / nx) / (ny - 1)) * (grid.y1 - grid.y0),
      );
      positions.set([x, Number.isNaN(this.heights[k]) ? 0 : this.heights[k], z], 3 * k);
      tint.lerpColors(low, high, bandShare(values[k], levels));
      tints.set([tint.r, tint.g, tint.b], 3 * k);
    }
    const { geometry } = this.surface;
    geometry.setAttribute('position', new BufferAttribute(positions, 3));
    geometry.setAttribute('color', new BufferAttribute(tints, 3));
    geometry.setIndex(this.#triangles(nx, ny));
    geometry.computeVertexNormals();
    geometry.computeBoundingSphere();
    this.#setLines(grid, levels, colours);
    this.request();
  }

  /** Two triangles for each cell whose corners all have a value. @param {number} nx @param {number} ny */
  #triangles(nx, ny) {
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
   * @param {Grid} grid
   * @param {readonly number[]} levels
   * @param {MapColours} colours
   */
  #setLines(grid, levels, colours) {
    const { x0, x1, y0, y1, nx, ny } = grid;
    const points = [];
    const height = /** @type {(value: number) => number} */ (this.height);
    for (const { value, coordinates } of contourLines(grid, levels)) {
      const up = topHeight * height(value) + lift / 2;
      for (const ring of coordinates.flat()) {
        for (let k = 0; k + 1 < ring.length; k++) {
          const ends = [ring[k], ring[k + 1]];
          // Rings are closed along the border of the grid, where no contour is.
          if (ends.some(([i, j]) => i < 0.5 || j < 0.5 || i > nx - 0.5 || j > ny - 0.5)) continue;
          for (const [i, j] of ends) {
            const [x, z] = this.#ground(
              x0 + ((i - 0.5) / (nx - 1)) * (x1 - x0),
              y0 + ((j - 0.5) / (ny - 1)) * (y1 - y0),
            );
            points.push(x, up, z);
          }
        }
      }
    }
    const { geometry, material } = this.lines;
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(points), 3));
    geometry.computeBoundingSphere();
    material.color.set(colours.muted);
  }

  /** Where a point of the plane lies on the ground: x to the right, y away from the viewer. */
  #ground(/** @type {number} */ x, /** @type {number} */ y) {
    const { x0, x1, y0, y1 } = /** @type {Grid} */ (this.grid);
    const scale = groundSize / Math.max(x1 - x0, y1 - y0);
    return [(x - (x0 + x1) / 2) * scale, -(y - (y0 + y1) / 2) * scale];
  }

  /** @param {readonly Path[]} paths */
  setPaths(paths) {
    if (!this.grid) return;
    for (const [name, { line, ball }] of this.paths) {
      if (paths.some((path) => path.name === name)) continue;
      line.removeFromParent();
      ball.removeFromParent();
      line.geometry.dispose();
      line.material.dispose();
      ball.material.dispose();
      this.paths.delete(name);
    }
    for (const path of paths) this.#setPath(path);
    this.request();
  }

  /** @param {Path} path */
  #setPath({ name, theta, selected }) {
    let drawn = this.paths.get(name);
    if (!drawn) {
      const line = new LineSegments2(new LineSegmentsGeometry(), new LineMaterial());
      line.frustumCulled = false;
      drawn = { line, ball: new Mesh(this.ball, new MeshBasicMaterial()) };
      this.paths.set(name, drawn);
      this.scene.add(line, drawn.ball);
    }
    const { line, ball } = drawn;
    const points = this.#onSurface(theta);
    line.visible = points.length > 0;
    if (line.visible) {
      line.geometry.dispose();
      line.geometry = new LineSegmentsGeometry().setPositions(points);
    }
    line.material.color.set(pathColour(name));
    line.material.linewidth = selected ? 3.5 : 2.25;
    ball.material.color.set(pathColour(name));
    const grid = /** @type {Grid} */ (this.grid);
    const [x, y] = theta.slice(-2);
    const up = this.#heightAt(x, y);
    ball.visible = theta.length >= 2 && contains(grid, x, y) && Number.isFinite(up);
    const [groundX, groundZ] = this.#ground(x, y);
    if (ball.visible) ball.position.set(groundX, up + 0.02, groundZ);
  }

  /** @param {number} x @param {number} y */
  #heightAt(x, y) {
    const grid = /** @type {Grid} */ (this.grid);
    return interpolate(grid, grid.nx, grid.ny, this.heights, x, y);
  }

  /**
   * The segments of a path, lying on the surface; without what is outside of the grid.
   * @param {Float64Array} theta x, y, x, y, …
   */
  #onSurface(theta) {
    const grid = /** @type {Grid} */ (this.grid);
    const cell = (grid.x1 - grid.x0) / (grid.nx - 1);
    const points = [];
    for (let k = 0; k + 3 < theta.length; k += 2) {
      const inside = clipSegment(grid, theta[k], theta[k + 1], theta[k + 2], theta[k + 3]);
      if (!inside) continue;
      const [ax, ay, bx, by] = inside;
      const pieces = Math.min(128, Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / cell)));
      for (let piece = 0; piece < pieces; piece++) {
        const ends = [piece / pieces, (piece + 1) / pieces].flatMap((share) => {
          const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
          const [groundX, groundZ] = this.#ground(x, y);
          return [groundX, this.#heightAt(x, y) + lift, groundZ];
        });
        if (ends.every(Number.isFinite)) points.push(...ends);
      }
    }
    return points;
  }

  /**
   * Turns the view around the surface and moves towards it.
   * @param {number} around @param {number} up  radians
   * @param {number} [closer] factor of the distance
   */
  turn(around, up, closer = 1) {
    const { camera, controls } = this;
    const offset = camera.position.clone().sub(controls.target);
    const distance = Math.min(9, Math.max(2, offset.length() * closer));
    const azimuth = Math.atan2(offset.x, offset.z) + around;
    const elevation = Math.min(1.5, Math.max(0.02, Math.asin(offset.y / offset.length()) + up));
    camera.position
      .set(
        Math.sin(azimuth) * Math.cos(elevation),
        Math.sin(elevation),
        Math.cos(azimuth) * Math.cos(elevation),
      )
      .multiplyScalar(distance)
      .add(controls.target);
    controls.update();
    this.request();
  }

  /** Renders in the next frame, once. */
  request() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.renderer.render(this.scene, this.camera);
      this.renders += 1;
      this.onRender();
    });
  }

  dispose() {
    cancelAnimationFrame(this.frame);
    this.setPaths([]);
    cancelAnimationFrame(this.frame);
    this.controls.dispose();
    for (const { geometry, material } of [this.surface, this.lines]) {
      geometry.dispose();
      material.dispose();
    }
    this.ball.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}

/**
 * Which share of the levels a value is above, 0…1.
 * @param {number} value
 * @param {readonly number[]} levels rising
 */
function bandShare(value, levels) {
  let above = 0;
  while (above < levels.length && value >= levels[above]) above += 1;
  if (above === 0 || above === levels.length || levels.length === 0)
    return above / Math.max(1, levels.length);
  const [from, to] = [levels[above - 1], levels[above]];
  return (above + (value - from) / (to - from) - 0.5) / levels.length;
}
