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
  Spherical,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';
import { colour } from './palette.js';
import { clamp } from './clamp.js';
import { SurfaceShape, topHeight } from './surface-shape.js';

/**
 * @typedef {import('./path-drawing.js').Path} Path
 */

/** Milliseconds between two pictures that the processor has to draw. */
const softwarePause = 160;
const softwareNames = /swiftshader|llvmpipe|software|basic render/i;
const distances = { nearest: 2, farthest: 9 };
/** Narrow canvases look from a wider angle, so that all of the ground stays in view. */
const viewAngle = { degrees: 32, aspect: 1.15, widest: 1.6 };

export class SurfaceScene {
  /** @param {HTMLCanvasElement} canvas @param {WebGL2RenderingContext} context of the canvas */
  constructor(canvas, context) {
    this.renderer = new WebGLRenderer({ canvas, context, antialias: true, alpha: true });
    this.software = softwareNames.test(String(context.getParameter(context.RENDERER)));
    this.camera = new PerspectiveCamera(viewAngle.degrees, 1, 0.1, 20);
    this.scene = new Scene();
    const sun = new DirectionalLight(0xffffff, 1.3);
    sun.position.set(-2, 3.5, 1.5);
    this.surface = new Mesh(
      new BufferGeometry(),
      new MeshLambertMaterial({
        vertexColors: true,
        side: DoubleSide,
        // Behind the lines that lie on it.
        polygonOffset: true,
        polygonOffsetFactor: 1,
        polygonOffsetUnits: 1,
      }),
    );
    this.contours = new LineSegments(
      new BufferGeometry(),
      new LineBasicMaterial({ transparent: true, opacity: 0.45 }),
    );
    this.scene.add(sun, new HemisphereLight(0xffffff, 0xffffff, 2.3), this.surface, this.contours);
    /** @type {Map<Path['mark'], { line: LineSegments2, ball: Mesh<SphereGeometry, MeshBasicMaterial> }>} */
    this.paths = new Map();
    this.ball = new SphereGeometry(0.03, 20, 14);
    /** @type {SurfaceShape | null} */
    this.shape = null;
    this.waiting = false;
    this.timer = 0;
    this.frame = 0;
    this.renderedAt = -Infinity;
    /** How often it was rendered. */
    this.renders = 0;
    this.onRender = () => {};
    this.controls = this.#makeControls(canvas);
    this.view();
  }

  /** @param {HTMLCanvasElement} canvas */
  #makeControls(canvas) {
    const controls = new OrbitControls(this.camera, canvas);
    controls.enablePan = false;
    controls.minDistance = distances.nearest;
    controls.maxDistance = distances.farthest;
    controls.maxPolarAngle = 0.495 * Math.PI;
    controls.target.set(0, topHeight * 0.3, 0);
    controls.addEventListener('change', () => this.request());
    // A vertical swipe goes on scrolling the page.
    canvas.style.setProperty('touch-action', 'pan-y');
    return controls;
  }

  /** Back to the first point of view. */
  view() {
    this.camera.position.set(1.9, 2.6, 2.6);
    this.controls.update();
    this.request();
  }

  /** @param {number} width @param {number} height in CSS pixels */
  resize(width, height) {
    const { camera } = this;
    this.renderer.setPixelRatio(this.software ? 1 : Math.min(2, devicePixelRatio));
    this.renderer.setSize(width, height, false);
    camera.aspect = width / height;
    const wider = clamp(viewAngle.aspect / camera.aspect, 1, viewAngle.widest);
    camera.fov = viewAngle.degrees * wider;
    camera.updateProjectionMatrix();
    this.request();
  }

  /** @param {import('./contour-levels.js').Grid} grid @param {readonly number[]} levels */
  setSurface(grid, levels) {
    const shape = new SurfaceShape(grid);
    this.shape = shape;
    const tints = new Float32Array(3 * grid.values.length);
    const tint = new Color();
    const bytes = shape.colours(levels, colour('map-low'), colour('map-high'));
    for (let k = 0; k < bytes.length; k += 3) {
      // From sRGB to the linear light that three.js reckons in.
      tint.setRGB(bytes[k] / 255, bytes[k + 1] / 255, bytes[k + 2] / 255, 'srgb');
      tint.toArray(tints, k);
    }
    const { geometry } = this.surface;
    geometry.setAttribute('position', new BufferAttribute(shape.positions(), 3));
    geometry.setAttribute('color', new BufferAttribute(tints, 3));
    geometry.setIndex(shape.triangles());
    geometry.computeVertexNormals();
    geometry.computeBoundingSphere();
    const lines = this.contours.geometry;
    lines.setAttribute('position', new BufferAttribute(shape.contours(levels), 3));
    lines.computeBoundingSphere();
    this.contours.material.color.set(colour('muted'));
    this.request();
  }

  /** @param {readonly Path[]} paths */
  setPaths(paths) {
    if (!this.shape) return;
    for (const [mark, { line, ball }] of this.paths) {
      if (paths.some((path) => path.mark === mark)) continue;
      line.removeFromParent();
      ball.removeFromParent();
      line.geometry.dispose();
      line.material.dispose();
      ball.material.dispose();
      this.paths.delete(mark);
    }
    for (const path of paths) this.#setPath(path, this.shape);
    this.request();
  }

  /** @param {Path} path @param {SurfaceShape} shape */
  #setPath({ mark, theta, selected }, shape) {
    const { line, ball } = this.paths.get(mark) ?? this.#newPath(mark);
    const points = shape.path(theta);
    line.visible = points.length > 0;
    if (line.visible) {
      line.geometry.dispose();
      line.geometry = new LineSegmentsGeometry().setPositions(points);
    }
    line.material.color.set(colour(mark));
    line.material.linewidth = selected ? 3.5 : 2.25;
    ball.material.color.set(colour(mark));
    const [x, y] = theta.slice(-2);
    const up = shape.heightAt(x, y);
    ball.visible = Number.isFinite(up);
    const [groundX, groundZ] = shape.ground(x, y);
    if (ball.visible) ball.position.set(groundX, up + 0.02, groundZ);
  }

  /** @param {Path['mark']} mark */
  #newPath(mark) {
    const line = new LineSegments2(new LineSegmentsGeometry(), new LineMaterial());
    line.frustumCulled = false;
    const drawn = { line, ball: new Mesh(this.ball, new MeshBasicMaterial()) };
    this.paths.set(mark, drawn);
    this.scene.add(line, drawn.ball);
    return drawn;
  }

  /**
   * Turns the view around the surface and moves towards it.
   * @param {number} around @param {number} up  radians
   * @param {number} closer factor of the distance
   */
  turn(around, up, closer) {
    const { camera, controls } = this;
    const place = new Spherical().setFromVector3(camera.position.clone().sub(controls.target));
    place.theta += around;
    // Neither straight from above nor from below the ground.
    place.phi = clamp(place.phi - up, Math.PI / 2 - 1.5, Math.PI / 2 - 0.02);
    place.radius = clamp(place.radius * closer, distances.nearest, distances.farthest);
    camera.position.setFromSpherical(place).add(controls.target);
    controls.update();
    this.request();
  }

  /** Renders in the next frame, once; a processor that plays graphics card is given more time. */
  request() {
    if (this.waiting) return;
    this.waiting = true;
    const wait = this.software ? softwarePause - (performance.now() - this.renderedAt) : 0;
    if (wait > 0) this.timer = setTimeout(() => this.#renderNext(), wait);
    else this.#renderNext();
  }

  #renderNext() {
    this.frame = requestAnimationFrame(() => {
      this.waiting = false;
      this.renderedAt = performance.now();
      this.renderer.render(this.scene, this.camera);
      this.renders += 1;
      this.onRender();
    });
  }

  dispose() {
    this.setPaths([]);
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.controls.dispose();
    for (const { geometry, material } of [this.surface, this.contours]) {
      geometry.dispose();
      material.dispose();
    }
    this.ball.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}
