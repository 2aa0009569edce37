import { contours } from 'd3-contour';
import { scaleLinear } from 'd3-scale';
import { html, svg } from 'lit';
import { component } from './component.js';
import './contour-panel.css';
import { Sized } from './sized.js';

/**
 * @typedef {{ range: number[], side: number, values: Float64Array }} Field
 *   J over x0 … x1, y0 … y1 (`range`) at `side` × `side` points, row by row from y0
 */

const margin = { left: 28, right: 4, top: 4, bottom: 20 };
const levelCount = 12;
/** Panels narrower than this have no numbers on their scales. */
const roomForNumbers = 180;
const far = 1e5;

/**
 * A small contour map of a valley with a path on it, and another one if `other` is set. A click, a drag and the arrow keys on the
 * start emit `start` with [x, y] in `detail`.
 */
export class ContourPanel extends component({
  field: /** @type {Field | null} */ (null),
  /** x, y, x, y, … */
  theta: /** @type {ArrayLike<number>} */ ([]),
  /** The second path. */
  other: /** @type {ArrayLike<number>} */ ([]),
  start: /** @type {number[]} */ ([0, 0]),
  minimum: /** @type {number[]} */ ([0, 0]),
  names: ['x', 'y'],
  format: /** @type {(value: number, digits?: number) => string} */ (String),
  label: '',
  startLabel: '',
  testid: '',
  size: { width: 260, height: 260 },
}) {
  /** @type {string[]} the region above each level, as an SVG path */
  regions = [];
  /** The pointer that drags the start. @type {number | null} */
  dragging = null;

  constructor() {
    super();
    new Sized(this, (size) => (this.size = size));
  }

  get #scales() {
    const [x0, x1, y0, y1] = this.field?.range ?? [0, 1, 0, 1];
    const { width, height } = this.size;
    const numbers = width >= roomForNumbers;
    const left = numbers ? margin.left : 1;
    const bottom = height - (numbers ? margin.bottom : 1);
    return {
      numbers,
      left,
      bottom,
      x: scaleLinear([x0, x1], [left, width - margin.right]),
      y: scaleLinear([y0, y1], [bottom, margin.top]),
    };
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.field && (changed.has('field') || changed.has('size')))
      this.regions = this.#contours(this.field);
  }

  /** Levels like the squares 1, 4, 9, …: rings at even distances around a round valley. @param {Field} field */
  #contours({ range: [x0, x1, y0, y1], side, values }) {
    const { x, y } = this.#scales;
    const low = values.reduce((a, b) => Math.min(a, b));
    const high = values.reduce((a, b) => Math.max(a, b));
    const levels = Array.from(
      { length: levelCount },
      (_, i) => low + (high - low) * ((i + 0.5) / levelCount) ** 2,
    );
    // d3-contour puts the value of column i at i + ½.
    const place = (/** @type {number[]} */ [column, row]) =>
      `${x(x0 + ((column - 0.5) / (side - 1)) * (x1 - x0)).toFixed(1)} ${y(y0 + ((row - 0.5) / (side - 1)) * (y1 - y0)).toFixed(1)}`;
    const regions = contours().size([side, side]).thresholds(levels)(Array.from(values));
    return regions.map(({ coordinates }) =>
      coordinates
        .flat()
        .map((ring) => `M${ring.map(place).join('L')}Z`)
        .join(''),
    );
  }

  render() {
    if (!this.field) return '';
    const { width, height } = this.size;
    const { left, bottom, x, y } = this.#scales;
    const points = this.#inPixels(this.theta);
    const others = this.#inPixels(this.other);
    const last = points[points.length - 1] ?? ['0', '0'];
    const id = `clip-${this.testid}`;
    return html`
      <svg
        class="contour-panel"
        data-testid=${this.testid}
        viewBox="0 0 ${width} ${height}"
        width=${width}
        height=${height}
        @pointerdown=${this.#onPointerDown}
        @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerUp}
        @pointercancel=${this.#onPointerUp}
      >
        <title>${this.label}</title>
        <clipPath id=${id}>
          <rect x=${left} y=${margin.top} width=${width - left - margin.right} height=${bottom - margin.top}></rect>
        </clipPath>
        <g clip-path="url(#${id})">
          ${this.regions.map((region) => svg`<path class="region" d=${region} />`)}
          <path class="target" d="M${x(this.minimum[0]) - 5} ${y(this.minimum[1])}h10m-5 -5v10" />
          <polyline class="trace trace--other" points=${others.join(' ')}></polyline>
          <polyline class="trace" points=${points.join(' ')}></polyline>
          ${points
            .slice(-40, -1)
            .map(([px, py]) => svg`<circle class="point" cx=${px} cy=${py} r="2" />`)}
          <circle class="ball" cx=${last[0]} cy=${last[1]} r="5"></circle>
        </g>
        ${this.#axes()} ${this.#start()}
      </svg>
    `;
  }

  /** @param {ArrayLike<number>} theta  x, y, x, y, … */
  #inPixels(theta) {
    const { x, y } = this.#scales;
    const near = (/** @type {number} */ pixel) => Math.min(far, Math.max(-far, pixel)).toFixed(2);
    const points = [];
    for (let i = 0; i < theta.length; i += 2)
      points.push([near(x(theta[i])), near(y(theta[i + 1]))]);
    return points;
  }

  #axes() {
    const { numbers, left, bottom, x, y } = this.#scales;
    const { width } = this.size;
    return svg`
      <rect class="frame" x=${left} y=${margin.top} width=${width - left - margin.right} height=${bottom - margin.top} />
      ${
        numbers
          ? svg`
            <g aria-hidden="true">
              ${x.ticks(4).map((value) => svg`<text x=${x(value)} y=${bottom + 14} text-anchor="middle">${this.format(value)}</text>`)}
              ${y.ticks(5).map((value) => svg`<text x=${left - 6} y=${y(value)} dy="0.32em" text-anchor="end">${this.format(value)}</text>`)}
              <text class="name" x=${width - margin.right - 6} y=${bottom - 6} text-anchor="end">${this.names[0]}</text>
              <text class="name" x=${left + 6} y=${margin.top + 14}>${this.names[1]}</text>
            </g>`
          : ''
      }
    `;
  }

  #start() {
    const { left, bottom, x, y } = this.#scales;
    const cx = Math.min(this.size.width - margin.right, Math.max(left, x(this.start[0])));
    const cy = Math.min(bottom, Math.max(margin.top, y(this.start[1])));
    const [x0, x1] = this.field?.range ?? [0, 1];
    return svg`
      <g
        class="start"
        role="slider"
        tabindex="0"
        aria-label=${this.startLabel}
        aria-valuemin=${x0}
        aria-valuemax=${x1}
        aria-valuenow=${this.start[0]}
        aria-valuetext=${this.start.map((value, i) => `${this.names[i]} = ${this.format(value)}`).join(', ')}
        @keydown=${this.#onKeydown}
      >
        <circle class="grip" cx=${cx} cy=${cy} r="22" />
        <circle class="ring" cx=${cx} cy=${cy} r="8" />
      </g>
    `;
  }

  /** @param {number[]} point */
  #emit(point) {
    const [x0, x1, y0, y1] = this.field?.range ?? [0, 1, 0, 1];
    const unit = 10 ** Math.floor(Math.log10((x1 - x0) / 100));
    const rounded = [Math.min(x1, Math.max(x0, point[0])), Math.min(y1, Math.max(y0, point[1]))];
    this.dispatchEvent(
      new CustomEvent('start', {
        detail: rounded.map((value) => Number((Math.round(value / unit) * unit).toPrecision(12))),
        bubbles: true,
      }),
    );
  }

  /** @param {PointerEvent} event */
  #place({ clientX, clientY }) {
    const box = this.getBoundingClientRect();
    const { x, y } = this.#scales;
    this.#emit([x.invert(clientX - box.left), y.invert(clientY - box.top)]);
  }

  /** A finger drags the start by its grip; elsewhere it scrolls the page. @param {PointerEvent} event */
  #onPointerDown(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.button !== 0) return;
    if (event.pointerType === 'touch' && !target.classList.contains('grip')) return;
    this.dragging = event.pointerId;
    this.querySelector('svg')?.setPointerCapture(event.pointerId);
    /** @type {HTMLElement | null} */ (this.querySelector('.start'))?.focus({
      preventScroll: true,
    });
    event.preventDefault();
    this.#place(event);
  }

  /** @param {PointerEvent} event */
  #onPointerMove(event) {
    if (event.pointerId === this.dragging) this.#place(event);
  }

  /** @param {PointerEvent} event */
  #onPointerUp(event) {
    if (event.pointerId === this.dragging) this.dragging = null;
    else if (event.type === 'pointerup' && event.pointerType === 'touch') this.#place(event);
  }

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.field) return;
    const [x0, x1] = this.field.range;
    const step = 10 ** Math.floor(Math.log10((x1 - x0) / 10)) * (event.shiftKey ? 0.1 : 1);
    const move = {
      ArrowRight: [step, 0],
      ArrowLeft: [-step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    }[event.key];
    if (!move) return;
    event.preventDefault();
    this.#emit(this.start.map((value, i) => value + move[i]));
  }
}

customElements.define('dd-contour-panel', ContourPanel);
