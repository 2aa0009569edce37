import { html, nothing } from 'lit';
import { decimal } from '../app/numbers.js';
import { schemeEvents } from '../app/scheme.js';
import { component } from './component.js';
import { drawArrows, drawBands, drawLandmarks, drawScales } from './contour-drawing.js';
import { keySteps } from './arrow-keys.js';
import { Drag } from './drag.js';
import { listen, sized } from './listen.js';
import './maps.css';
import { drawPaths } from './path-drawing.js';
import { clamp } from './clamp.js';
import { contains, moved, roundTo, zoomed } from './plane-geometry.js';
import { frameOf } from './plot-geometry.js';

/**
 * @typedef {import('./contour-drawing.js').Landmark} Landmark
 * @typedef {import('./contour-levels.js').Grid} Grid
 */

const zoomStep = 1.5;

/**
 * Contours of J with paths on them. A click or tap, the handle of the start point dragged or moved
 * by arrow keys emit `start-input` with [x, y]; dragging the map, a pinch, Ctrl with the wheel and
 * + and − on the handle emit `view-input` with the new rectangle, 0 emits it with null, unless the map
 * is `still`: the mouse then drags the start from wherever it is pressed. A pointer resting on the map
 * emits `probe` with [x, y] or null; a new size emits `map-size` with { width, height } in pixels.
 */
export class ContourMap extends component({
  grid: /** @type {Grid | null} */ (null),
  levels: /** @type {readonly number[]} */ ([]),
  arrows: /** @type {import('./contour-drawing.js').Arrows | null} */ (null),
  landmarks: /** @type {readonly Landmark[]} */ ([]),
  /** The last one lies on top. */
  paths: /** @type {readonly import('./path-drawing.js').Path[]} */ ([]),
  /** Null: there is none to be moved. */
  start: /** @type {readonly number[] | null} */ (null),
  still: false,
  /** Of the two coordinates. */
  names: /** @type {readonly string[]} */ (['x', 'y']),
  label: '',
  startLabel: '',
  testid: '',
  startTestid: '',
}) {
  /** In pixels; asking the browser while drawing would make it lay out the page. */
  size = { width: 0, height: 0 };
  drag = new Drag(this, {
    press: (place, event) => this.#press(place, event),
    drag: (held, place, before) => {
      if (held === 'start') this.#moveStart(this.#at(place));
      else if (!this.still) this.#pan(before, place);
    },
    tap: (held, place) => held === 'start' || this.#moveStart(this.#at(place)),
    pinch: (factor, place) => this.#zoom(clamp(factor, 0.5, 2), this.#at(place)),
    hover: (place) => this.grid && this.emit('probe', place && this.#at(place)),
  });

  constructor() {
    super();
    listen(this, schemeEvents, 'change', () => {
      this.#draw();
      this.#drawPaths();
    });
    sized(this, () => {
      this.size = { width: this.clientWidth, height: this.clientHeight };
      this.#draw();
      this.#drawPaths();
      this.emit('map-size', this.size);
    });
    // Lit's listeners for wheel are passive in some browsers; this one must hold the page still.
    this.addEventListener('wheel', this.#onWheel, { passive: false });
  }

  render() {
    const { grid, start, names } = this;
    return html`
      <div class="map-area" data-testid=${this.testid || nothing}>
        <canvas class="map-base" role="img" aria-label=${this.label}></canvas>
        <canvas class="map-paths" aria-hidden="true"></canvas>
        ${
          start &&
          html`<div
            class="map-start"
            role="slider"
            tabindex="0"
            data-testid=${this.startTestid || nothing}
            aria-label=${this.startLabel}
            aria-valuemin=${grid?.x0 ?? nothing}
            aria-valuemax=${grid?.x1 ?? nothing}
            aria-valuenow=${start[0]}
            aria-valuetext=${start.map((value, i) => `${names[i]} = ${decimal(value)}`).join(', ')}
            @keydown=${this.#onKeydown}
          ></div>`
        }
      </div>
    `;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (['grid', 'levels', 'arrows', 'landmarks'].some((name) => changed.has(name))) this.#draw();
    this.#drawPaths();
  }

  get #frame() {
    return frameOf(this.size, /** @type {Grid} */ (this.grid));
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
    const { grid, levels, arrows, names } = this;
    if (!grid || this.size.width === 0) return;
    const frame = this.#frame;
    const context = this.#context('.map-base');
    drawBands(context, frame, grid, levels);
    if (arrows) drawArrows(context, frame, arrows);
    drawScales(context, frame, names);
    const shown = this.landmarks.filter(({ point: [x, y] }) => contains(grid, x, y));
    drawLandmarks(context, frame, shown);
  }

  #drawPaths() {
    const { grid, paths, start } = this;
    const { width, height } = this.size;
    if (!grid || width === 0) return;
    const frame = this.#frame;
    drawPaths(this.#context('.map-paths'), frame, paths);
    const handle = /** @type {HTMLElement | null} */ (this.querySelector('.map-start'));
    if (!handle || !start) return;
    const [x, y] = start;
    handle.classList.toggle('map-start--outside', !contains(grid, x, y));
    handle.style.setProperty('left', `${clamp(frame.x(x), 0, width)}px`);
    handle.style.setProperty('top', `${clamp(frame.y(y), 0, height)}px`);
  }

  /** The point of the plane at a place in pixels. @param {number[]} place */
  #at([x, y]) {
    const frame = this.#frame;
    return [frame.x.invert(x), frame.y.invert(y)];
  }

  /** The size of a pixel in the plane. */
  get #unit() {
    const { x0, x1, y0, y1 } = /** @type {Grid} */ (this.grid);
    return [(x1 - x0) / this.size.width, (y1 - y0) / this.size.height];
  }

  /** @param {readonly number[]} point */
  #moveStart(point) {
    if (!this.start) return;
    const { x0, x1, y0, y1 } = /** @type {Grid} */ (this.grid);
    let [x, y] = point;
    if (this.still) [x, y] = [clamp(x, x0, x1), clamp(y, y0, y1)];
    const unit = this.#unit;
    this.emit('start-input', [roundTo(x, unit[0]), roundTo(y, unit[1])]);
  }

  /** @param {number[]} place @param {PointerEvent} event */
  #press(place, event) {
    if (!this.grid) return null;
    const handle = /** @type {HTMLElement | null} */ (this.querySelector('.map-start'));
    const onHandle = event.target === handle;
    const anywhere = this.still && event.pointerType !== 'touch';
    if (!handle || !(onHandle || anywhere)) return 'map';
    handle.focus({ preventScroll: true });
    event.preventDefault();
    if (!onHandle) this.#moveStart(this.#at(place));
    return 'start';
  }

  /** @param {number[]} from @param {number[]} to  in pixels */
  #pan(from, to) {
    const [x, y] = this.#at(from);
    const [nowX, nowY] = this.#at(to);
    this.emit('view-input', moved(/** @type {Grid} */ (this.grid), x - nowX, y - nowY));
  }

  /** @param {number} factor above 1: shows more of the plane @param {number[]} [about] */
  #zoom(factor, about = []) {
    if (this.grid && !this.still) this.emit('view-input', zoomed(this.grid, factor, ...about));
  }

  /** Shows less of the plane by 1, more of it by −1. @param {number} steps */
  zoom(steps) {
    this.#zoom(zoomStep ** -steps);
  }

  #onWheel = (/** @type {WheelEvent} */ event) => {
    if (!(event.ctrlKey || event.metaKey) || !this.grid || this.still) return;
    event.preventDefault();
    const factor = Math.exp(clamp(event.deltaY, -60, 60) / 150);
    this.#zoom(factor, this.#at(this.drag.place(event)));
  };

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    const { start, still } = this;
    const steps = keySteps(event);
    if (!this.grid || !start || event.ctrlKey || event.altKey || event.metaKey) return;
    const unit = this.#unit;
    if (steps) this.#moveStart(start.map((value, i) => value + 8 * unit[i] * steps[i]));
    else if (still) return;
    else if (event.key === '+' || event.key === '=') this.zoom(1);
    else if (event.key === '-') this.zoom(-1);
    else if (event.key === '0') this.emit('view-input', null);
    else return;
    event.preventDefault();
  }
}

customElements.define('dd-contour-map', ContourMap);
