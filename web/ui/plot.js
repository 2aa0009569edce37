import { html, nothing, svg } from 'lit';
import { decimal } from '../app/numbers.js';
import { component } from './component.js';
import { keySteps } from './arrow-keys.js';
import { Drag } from './drag.js';
import { markPath } from './marks.js';
import { clamp } from './clamp.js';
import './plot.css';
import { placed, plotFrame, polyline, ticksWithRoom } from './plot-geometry.js';
import { sized } from './listen.js';

/**
 * @typedef {import('./plot-geometry.js').Frame} Frame
 * @typedef {{ x: ArrayLike<number>, y: ArrayLike<number>, kind?: string }} Line
 * @typedef {{
 *   x: number, y: number, label: string, kind?: string, fixed?: 'x' | 'y' | 'both',
 *   shape?: import('./marks.js').Shape, radius?: number, testid?: string,
 * }} Point
 *   `fixed`: what cannot be dragged; `label`: its name for those who do not see it; `shape`: a
 *   circle if nothing else is said; `radius`: in pixels
 * @typedef {{ columns: number, rows: number, pixels: Uint8ClampedArray }} Field
 *   RGBA over the whole frame, row by row from its top
 */

/** A point is taken hold of from so many pixels away. */
const grip = { mouse: 14, pen: 18, touch: 26 };

/**
 * Lines, points and a coloured field over the plane. Points are dragged by mouse, touch and arrow
 * keys (Shift: a tenth of the step; on a track, Page Up and Down: five, Home and End). `kind` is a class of a line or point: `positive`, `negative`,
 * `muted`, `dashed`, … (ui/plot.css). Emits, with the index of the point in `detail`:
 * - `point-move` { index, x, y };
 * - `point-tap` { index }: clicked, tapped or Enter, without a drag;
 * - `point-remove` { index }: Delete or Backspace;
 * - `point-add` { x, y }: a click beside all points, if `addable`.
 * With `leading`, the first point goes where the mouse is pressed beside all points, and where a finger
 * taps.
 */
export class Plot extends component({
  xRange: /** @type {readonly number[]} */ ([0, 1]),
  yRange: /** @type {readonly number[]} */ ([0, 1]),
  xName: 'x',
  yName: 'y',
  lines: /** @type {readonly Line[]} */ ([]),
  points: /** @type {readonly Point[]} */ ([]),
  field: /** @type {Field | null} */ (null),
  /** SVG below the lines and above the points. */
  underlay: /** @type {(frame: Frame) => unknown} */ (() => ''),
  overlay: /** @type {(frame: Frame) => unknown} */ (() => ''),
  equal: false,
  bare: false,
  addable: false,
  leading: false,
  label: '',
  format: /** @type {(value: number) => string} */ (decimal),
  testid: '',
  size: { width: 640, height: 400 },
}) {
  drag = new Drag(this, {
    press: (place, event) => this.#press(place, event),
    drag: (index, [px, py]) => {
      if (index < 0) return;
      const { x, y } = this.#frame;
      this.#move(index, x.invert(px), y.invert(py));
    },
    tap: (index, place) => this.#tap(index, place),
  });
  /** How many points there were when one more was asked for, which is to have the focus; else −1. */
  adding = -1;

  constructor() {
    super();
    sized(this, (size) => (this.size = size));
  }

  get #frame() {
    return plotFrame(this.size, this.xRange, this.yRange, this);
  }

  render() {
    const { width, height } = this.size;
    const frame = this.#frame;
    const { left, right, top, bottom } = frame;
    // Two plots of one lab must not share a clip path.
    const clip = `plot-clip-${this.testid}`;
    return html`
      <canvas class="plot-field" ?hidden=${!this.field} aria-hidden="true"></canvas>
      <svg
        class="plot ${this.leading ? 'plot--leading' : ''}"
        data-testid=${this.testid}
        viewBox="0 0 ${width} ${height}"
        width=${width}
        height=${height}
        role="group"
        aria-label=${this.label}
      >
        <clipPath id=${clip}>
          <rect x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>
        </clipPath>
        ${this.#axes(frame)}
        <g clip-path="url(#${clip})">
          ${this.underlay(frame)}
          ${this.lines.map(
            ({ x, y, kind = '' }) =>
              svg`<path class="plot-line ${kind}" data-kind=${kind} d=${polyline(frame, x, y)} />`,
          )}
        </g>
        ${this.points.map((point, index) => this.#point(frame, point, index))}
        ${this.overlay(frame)}
      </svg>
    `;
  }

  updated() {
    if (this.adding >= 0 && this.points.length > this.adding) {
      this.adding = -1;
      this.#focus(this.points.length - 1);
    }
    const canvas = this.querySelector('canvas');
    if (!canvas || !this.field) return;
    const { left, top, right, bottom } = this.#frame;
    const { columns, rows, pixels } = this.field;
    canvas.width = columns;
    canvas.height = rows;
    const image = new ImageData(columns, rows);
    image.data.set(pixels);
    canvas.getContext('2d')?.putImageData(image, 0, 0);
    const place = { left, top, width: right - left, height: bottom - top };
    for (const [name, value] of Object.entries(place)) canvas.style.setProperty(name, `${value}px`);
  }

  /** @param {Frame} frame */
  #axes({ x, y, left, right, top, bottom }) {
    const outline = svg`<rect class="plot-outline" x=${left} y=${top} width=${right - left} height=${bottom - top} />`;
    if (this.bare) return outline;
    const xTicks = ticksWithRoom(x, right - left);
    const yTicks = y.ticks(Math.max(3, Math.round((bottom - top) / 56)));
    const xText = x.tickFormat(xTicks.length);
    const plain = y.tickFormat(yTicks.length);
    // Wider than the margin: 40k instead of 40,000.
    const wide = yTicks.some((value) => plain(value).length > 5);
    const yText = wide ? y.tickFormat(yTicks.length, '~s') : plain;
    const zero = (/** @type {number} */ value) => (value === 0 ? 'zero' : '');
    return svg`
      <g class="plot-axes" aria-hidden="true">
        ${outline}
        ${xTicks.map(
          (value) => svg`
          <line class="grid ${zero(value)}" x1=${x(value)} x2=${x(value)} y1=${top} y2=${bottom} />
          <text x=${x(value)} y=${bottom + 16} text-anchor="middle">${xText(value)}</text>`,
        )}
        ${yTicks.map(
          (value) => svg`
          <line class="grid ${zero(value)}" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
          <text x=${left - 6} y=${y(value)} dy="0.32em" text-anchor="end">${yText(value)}</text>`,
        )}
        <text class="axis-name" x=${right - 6} y=${bottom - 7} text-anchor="end">${this.xName}</text>
        <text class="axis-name" x=${left + 7} y=${top + 15}>${this.yName}</text>
      </g>
    `;
  }

  /** @param {Frame} frame @param {Point} point @param {number} index */
  #point({ x, y, left, right, top, bottom }, point, index) {
    const { label, kind = '', fixed, shape, radius = 6, testid, ...at } = point;
    const cx = clamp(x(at.x), left, right);
    const cy = clamp(y(at.y), top, bottom);
    if (!Number.isFinite(cx) || !Number.isFinite(cy)) return '';
    const dot = shape
      ? svg`<path class="dot" d=${markPath(shape, cx, cy, radius)} />`
      : svg`<circle class="dot" cx=${cx} cy=${cy} r=${radius} />`;
    if (fixed === 'both') return svg`<g class="plot-point plot-point--fixed ${kind}">${dot}</g>`;
    const [low, high] = fixed === 'x' ? y.domain() : x.domain();
    const text = `${this.xName} = ${this.format(at.x)}, ${this.yName} = ${this.format(at.y)}`;
    return svg`
      <g
        class="plot-point ${kind}"
        role="slider"
        tabindex="0"
        data-index=${index}
        data-testid=${testid ?? nothing}
        aria-label=${label}
        aria-valuemin=${low}
        aria-valuemax=${high}
        aria-valuenow=${fixed === 'x' ? at.y : at.x}
        aria-valuetext=${text}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#onKeydown(event, index)}
      >
        <circle class="grip" fill="transparent" cx=${cx} cy=${cy} r="22" />
        ${dot}
      </g>
    `;
  }

  /** @param {number} index @param {number} x @param {number} y */
  #move(index, x, y) {
    const point = this.points[index];
    if (!point) return;
    const frame = this.#frame;
    const next = {
      x: point.fixed === 'x' ? point.x : placed(x, frame.x.domain()),
      y: point.fixed === 'y' ? point.y : placed(y, frame.y.domain()),
    };
    if (next.x !== point.x || next.y !== point.y) this.emit('point-move', { index, ...next });
  }

  /**
   * The nearest point within reach that can be moved, or −1; null where a press means nothing.
   * @param {number[]} place @param {PointerEvent} event
   */
  #press([px, py], event) {
    const { x, y } = this.#frame;
    let nearest = -1;
    let least = grip[/** @type {keyof typeof grip} */ (event.pointerType)] ?? grip.mouse;
    this.points.forEach((point, index) => {
      if (point.fixed === 'both') return;
      const distance = Math.hypot(x(point.x) - px, y(point.y) - py);
      if (distance <= least) [nearest, least] = [index, distance];
    });
    if (nearest < 0 && this.leading && event.pointerType !== 'touch') {
      nearest = 0;
      this.#move(0, x.invert(px), y.invert(py));
    }
    if (nearest >= 0) {
      this.#focus(nearest);
      event.preventDefault();
    }
    return nearest >= 0 || this.addable || this.leading ? nearest : null;
  }

  /** @param {number} index */
  #focus(index) {
    const point = /** @type {SVGElement | null} */ (this.querySelector(`[data-index="${index}"]`));
    point?.focus({ preventScroll: true });
  }

  /** @param {number} index @param {number[]} place */
  #tap(index, [px, py]) {
    const { x, y, left, right, top, bottom } = this.#frame;
    if (index >= 0) this.emit('point-tap', { index });
    else if (this.leading) this.#move(0, x.invert(px), y.invert(py));
    else if (px >= left && px <= right && py >= top && py <= bottom) {
      this.adding = this.points.length;
      this.emit('point-add', {
        x: placed(x.invert(px), x.domain()),
        y: placed(y.invert(py), y.domain()),
      });
    }
  }

  /** @param {KeyboardEvent} event @param {number} index */
  #onKeydown(event, index) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { x, y, fixed } = this.points[index];
    const frame = this.#frame;
    const step = (/** @type {number[]} */ [low, high]) =>
      10 ** Math.floor(Math.log10((high - low) / 15));
    const leap = { PageUp: [5, 0], PageDown: [-5, 0] }[event.key];
    const steps = (fixed && leap) ?? keySteps(event);
    const end = ['Home', 'End'].indexOf(event.key);
    if (end >= 0 && fixed) {
      this.#move(index, frame.x.domain()[end], frame.y.domain()[end]);
    } else if (steps) {
      let [dx, dy] = steps;
      // A point on a horizontal or vertical track follows all keys.
      if (fixed === 'y') dx ||= dy;
      if (fixed === 'x') dy ||= dx;
      this.#move(index, x + dx * step(frame.x.domain()), y + dy * step(frame.y.domain()));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.emit('point-remove', { index });
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.emit('point-tap', { index });
    } else {
      return;
    }
    event.preventDefault();
  }
}

customElements.define('dd-plot', Plot);
