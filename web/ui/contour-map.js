import { html } from 'lit';
import { component } from './component.js';
import { schemeEvents } from '../app/scheme.js';
import { drawArrows, drawBands, drawLandmarks, drawScales, mapColours } from './contour-drawing.js';
import './maps.css';
import { drawPaths } from './path-drawing.js';
import { listen } from './listen.js';
import { contains, moved, roundTo, zoomed } from './plane-geometry.js';
import { Sized } from './sized.js';

/**
 * @typedef {import('./contour-drawing.js').Landmark} Landmark
 * @typedef {import('./contour-drawing.js').Arrows} Arrows
 * @typedef {import('./contour-levels.js').Grid} Grid
 * @typedef {import('./path-drawing.js').Path} Path
 * @typedef {import('./plane-geometry.js').Rectangle} Rectangle
 */

const moves = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};
/** A press that moves less than this, in pixels, is a click. */
const clickSlack = 5;
const zoomStep = 1.5;

/**
 * Contours of J with paths on them. A click or tap, the handle of the start point dragged or moved
 * by arrow keys emit `start-input` with [x, y]; dragging the map, a pinch, Ctrl with the wheel and
 * + and − on the handle emit `view-input` with the new rectangle, 0 emits it with null; a pointer
 * resting on the map emits `probe` with [x, y] or null; a new size emits `map-size` with
 * { width, height } in pixels.
 */
export class ContourMap extends component({
  grid: /** @type {Grid | null} */ (null),
  levels: /** @type {number[]} */ ([]),
  arrows: /** @type {Arrows | null} */ (null),
  landmarks: /** @type {Landmark[]} */ ([]),
  start: /** @type {number[]} */ ([0, 0]),
  label: '',
  startLabel: '',
  startText: '',
}) {
  /** Set, then call `drawPaths`. @type {Path[]} */
  paths = [];
  /** Names of the two coordinates. @type {readonly string[]} */
  axes = ['x', 'y'];
  /** In pixels; asking the browser while drawing would make it lay out the page. */
  size = { width: 0, height: 0 };
  /** Where each finger or button was pressed and is. @type {Map<number, number[]>} */
  pointers = new Map();
  /** What the press in progress does. @type {'start' | 'click' | 'pan' | 'pinch' | null} */
  gesture = null;

  constructor() {
    super();
    listen(this, schemeEvents, 'change', () => {
      this.#draw();
      this.drawPaths();
    });
    new Sized(this, () => {
      this.size = { width: this.clientWidth, height: this.clientHeight };
      this.#emit('map-size', this.size);
    });
  }

  render() {
    return html`
      <div
        class="map-area"
        data-testid="descend-map"
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onCancel}
        @pointerleave=${() => this.#emit('probe', null)}
      >
        <canvas class="map-base" role="img" aria-label=${this.label}></canvas>
        <canvas class="map-paths" aria-hidden="true"></canvas>
        <div
          class="map-start"
          role="slider"
          tabindex="0"
          data-testid="descend-start"
          aria-label=${this.startLabel}
          aria-valuenow=${this.start[0]}
          aria-valuetext=${this.startText}
          @keydown=${this.#onKeydown}
        ></div>
      </div>
    `;
  }

  firstUpdated() {
    // Lit's listeners for wheel are passive in some browsers; this one must hold the page still.
    this.addEventListener('wheel', this.#onWheel, { passive: false });
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (['grid', 'levels', 'arrows', 'landmarks'].some((name) => changed.has(name))) this.#draw();
    this.drawPaths();
  }

  /** @param {string} type @param {unknown} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  /** @param {number} x @param {number} y */
  #toPixels(x, y) {
    const { x0, x1, y0, y1 } = /** @type {Grid} */ (this.grid);
    const { width, height } = this.size;
    return [((x - x0) / (x1 - x0)) * width, height - ((y - y0) / (y1 - y0)) * height];
  }

  /** The canvas of a layer, cleared, in CSS pixels. @param {string} layer */
  #context(layer) {
    const canvas = /** @type {HTMLCanvasElement} */ (this.querySelector(layer));
    const ratio = devicePixelRatio;
    const [width, height] = [this.size.width * ratio, this.size.height * ratio].map(Math.round);
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  #draw() {
    const { grid, levels, arrows } = this;
    const { width, height } = this.size;
    if (!grid || width === 0) return;
    const colours = mapColours();
    const context = this.#context('.map-base');
    drawBands(context, width, height, grid, levels, colours);
    if (arrows) drawArrows(context, width, height, arrows, colours.muted);
    drawScales(context, width, height, grid, colours, this.axes);
    const place = (/** @type {number[]} */ [x, y]) => this.#toPixels(x, y);
    const shown = this.landmarks.filter(({ point: [x, y] }) => contains(grid, x, y));
    drawLandmarks(context, place, shown, colours);
  }

  /** Draws `paths` and the start as they are now, at once. */
  drawPaths() {
    const { grid, paths } = this;
    const { width, height } = this.size;
    if (!grid || width === 0) return;
    const context = this.#context('.map-paths');
    drawPaths(context, width, height, (x, y) => this.#toPixels(x, y), paths, mapColours());
    const handle = /** @type {HTMLElement} */ (this.querySelector('.map-start'));
    const [x, y] = this.#toPixels(this.start[0], this.start[1]);
    handle.classList.toggle('map-start--outside', !contains(grid, this.start[0], this.start[1]));
    handle.style.setProperty('left', `${Math.min(width, Math.max(0, x))}px`);
    handle.style.setProperty('top', `${Math.min(height, Math.max(0, y))}px`);
  }

  /** The size of a pixel in the plane. */
  get #unit() {
    const { x0, x1 } = /** @type {Grid} */ (this.grid);
    return (x1 - x0) / this.size.width;
  }

  /** @param {{ clientX: number, clientY: number }} event */
  #fromPixels({ clientX, clientY }) {
    const { x0, y1 } = /** @type {Grid} */ (this.grid);
    const box = this.getBoundingClientRect();
    const unit = this.#unit;
    return [x0 + (clientX - box.left) * unit, y1 - (clientY - box.top) * unit];
  }

  /** @param {number[]} point */
  #moveStart(point) {
    this.#emit(
      'start-input',
      point.map((value) => roundTo(value, this.#unit)),
    );
  }

  /** @param {PointerEvent} event */
  #onDown(event) {
    if (!this.grid || event.button !== 0) return;
    const target = /** @type {HTMLElement} */ (event.target);
    this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
    if (this.pointers.size === 2) this.gesture = 'pinch';
    else if (target.classList.contains('map-start')) this.gesture = 'start';
    else this.gesture = 'click';
    this.pressed = [event.clientX, event.clientY];
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
    if (this.gesture === 'start') {
      target.focus();
      event.preventDefault();
    }
  }

  /** @param {PointerEvent} event */
  #onMove(event) {
    if (!this.grid) return;
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') this.#emit('probe', this.#fromPixels(event));
      return;
    }
    const now = [event.clientX, event.clientY];
    const [pressedX, pressedY] = this.pressed ?? now;
    if (this.gesture === 'click') {
      if (Math.hypot(now[0] - pressedX, now[1] - pressedY) < clickSlack) return;
      this.gesture = 'pan';
    }
    if (this.gesture === 'start') this.#moveStart(this.#fromPixels(event));
    if (this.gesture === 'pan') {
      const unit = this.#unit;
      const [dx, dy] = [(before[0] - now[0]) * unit, (now[1] - before[1]) * unit];
      this.#emit('view-input', moved(this.grid, dx, dy));
    }
    if (this.gesture === 'pinch') this.#pinch(event.pointerId, now);
    this.pointers.set(event.pointerId, now);
  }

  /** @param {number} id of the finger that moved @param {number[]} now */
  #pinch(id, now) {
    const { grid } = this;
    const other = [...this.pointers].find(([key]) => key !== id)?.[1];
    const before = this.pointers.get(id);
    if (!other || !before || !grid) return;
    const apart = (/** @type {number[]} */ [x, y]) => Math.hypot(x - other[0], y - other[1]);
    const factor = apart(before) / Math.max(1, apart(now));
    const [x, y] = this.#fromPixels({ clientX: other[0], clientY: other[1] });
    this.#emit('view-input', zoomed(grid, Math.min(2, Math.max(0.5, factor)), x, y));
  }

  /** @param {PointerEvent} event */
  #onUp(event) {
    if (this.gesture === 'click' && this.pointers.has(event.pointerId) && this.grid)
      this.#moveStart(this.#fromPixels(event));
    this.#onCancel(event);
  }

  /** @param {PointerEvent} event */
  #onCancel(event) {
    this.pointers.delete(event.pointerId);
    this.gesture = null;
  }

  #onWheel = (/** @type {WheelEvent} */ event) => {
    if (!(event.ctrlKey || event.metaKey) || !this.grid) return;
    event.preventDefault();
    const [x, y] = this.#fromPixels(event);
    const factor = Math.exp(Math.min(60, Math.max(-60, event.deltaY)) / 150);
    this.#emit('view-input', zoomed(this.grid, factor, x, y));
  };

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    if (!this.grid || event.ctrlKey || event.altKey || event.metaKey) return;
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move) {
      const distance = (event.shiftKey ? 1 : 8) * this.#unit;
      this.#moveStart(this.start.map((value, i) => value + distance * move[i]));
    } else if (event.key === '+' || event.key === '=') this.zoom(1 / zoomStep);
    else if (event.key === '-') this.zoom(zoomStep);
    else if (event.key === '0') this.#emit('view-input', null);
    else return;
    event.preventDefault();
  }

  /** @param {number} factor above 1: shows more of the plane */
  zoom(factor) {
    if (this.grid) this.#emit('view-input', zoomed(this.grid, factor));
  }
}

customElements.define('dd-contour-map', ContourMap);
