import { scaleLinear } from 'd3-scale';
import { html, svg } from 'lit';
import { component } from '../../ui/component.js';
import { arrow, linePath, pathMarks, tangentEnds, verticalRange } from './curve-geometry.js';
import { Sized } from '../../ui/sized.js';

/**
 * @typedef {{ theta: ArrayLike<number>, values: ArrayLike<number> }} Points
 * @typedef {{
 *   range: number[], curve: Float64Array, path: Points, ahead: Points, slope: number,
 *   minima: { x: number, value: number }[], start: number,
 * }} Picture
 *   `curve`: J at even points of `range`; `path`: from the start to now; `ahead`: from now on, as it
 *   would go; `slope`: dJ/dx now
 * @typedef {import('./curve-geometry.js').Frame} Frame
 */

const margin = { left: 48, right: 12, top: 14, bottom: 28 };
/** So many pixels for each minimum, and it is called one; below, its x has to do. */
const roomForName = 240;
/** A finger takes hold of the start from so many pixels away. */
const grip = 32;

/**
 * A curve, the path of a descent on it, the tangent and the next step. The start is dragged by
 * mouse, touch and arrow keys: `start` is emitted with its x in `detail`.
 */
export class CurvePlot extends component({
  picture: /** @type {Picture | null} */ (null),
  format: /** @type {(value: number, digits?: number) => string} */ (String),
  words: { picture: '', start: '', minimum: '', step: '' },
  size: { width: 640, height: 400 },
}) {
  /** The pointer that drags the start. @type {number | null} */
  dragging = null;

  constructor() {
    super();
    new Sized(this, (size) => (this.size = size));
  }

  /** @param {Picture} picture @returns {Frame} */
  #frame({ range, curve }) {
    const { width, height } = this.size;
    return {
      x: scaleLinear(range, [margin.left, width - margin.right]),
      y: scaleLinear(verticalRange(curve), [height - margin.bottom, margin.top]),
      left: margin.left,
      right: width - margin.right,
      top: margin.top,
      bottom: height - margin.bottom,
    };
  }

  render() {
    const { picture, size } = this;
    if (!picture) return '';
    const frame = this.#frame(picture);
    return html`
      <svg
        class="curve-plot"
        viewBox="0 0 ${size.width} ${size.height}"
        width=${size.width}
        height=${size.height}
        @pointerdown=${this.#onPointerDown}
        @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerUp}
        @pointercancel=${this.#onPointerUp}
      >
        <title>${this.words.picture}</title>
        <clipPath id="curve-clip">
          <rect
            x=${frame.left}
            y="0"
            width=${frame.right - frame.left}
            height=${frame.bottom}
          ></rect>
        </clipPath>
        ${this.#axes(frame)}
        <g clip-path="url(#curve-clip)">
          ${picture.minima.map((minimum) =>
            this.#minimum(frame, minimum, size.width / picture.minima.length > roomForName),
          )}
          <path class="curve-line" d=${linePath(frame, picture.range, picture.curve)} />
          ${this.#path(frame, picture)}
        </g>
        ${this.#step(frame, picture)} ${this.#start(frame, picture)}
      </svg>
    `;
  }

  /** @param {Frame} frame */
  #axes(frame) {
    const { x, y, left, right, top, bottom } = frame;
    const xTicks = x.ticks(Math.max(3, Math.round((right - left) / 90)));
    const yTicks = y.ticks(Math.max(3, Math.round((bottom - top) / 60)));
    const [xName, yName] = [x.tickFormat(xTicks.length), y.tickFormat(yTicks.length)];
    return svg`
      <g class="curve-axes" aria-hidden="true">
        ${yTicks.map(
          (value) => svg`
          <line class="grid" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
          <text x=${left - 8} y=${y(value)} dy="0.32em" text-anchor="end">${yName(value)}</text>`,
        )}
        ${xTicks.map(
          (value) => svg`
          <line class="tick" x1=${x(value)} x2=${x(value)} y1=${bottom} y2=${bottom + 4} />
          <text x=${x(value)} y=${bottom + 18} text-anchor="middle">${xName(value)}</text>`,
        )}
        <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
        <text class="axis-name" x=${right - 4} y=${bottom - 6} text-anchor="end">x</text>
        <text class="axis-name" x=${left + 6} y=${top + 6}>J</text>
      </g>
    `;
  }

  /** @param {Frame} frame @param {{ x: number, value: number }} minimum @param {boolean} named */
  #minimum({ x, y, right, bottom }, minimum, named) {
    const [px, py] = [x(minimum.x), y(minimum.value)];
    const left = px > right - 110;
    return svg`
      <g class="curve-minimum" data-minimum>
        <line x1=${px} x2=${px} y1=${py} y2=${bottom} />
        <text x=${left ? px - 6 : px + 6} y=${bottom - 7} text-anchor=${left ? 'end' : 'start'}>
          ${named ? this.words.minimum : ''} ${this.format(minimum.x, 4)}
        </text>
      </g>
    `;
  }

  /** @param {Frame} frame @param {Picture} picture */
  #path(frame, { path, ahead }) {
    const past = pathMarks(frame, path);
    const coming = pathMarks(frame, ahead);
    return svg`
      <g class="curve-ahead">
        <polyline points=${coming.chords} />
        ${coming.points.slice(1, 40).map(([x, y]) => svg`<circle cx=${x} cy=${y} r="2.5" />`)}
      </g>
      <g class="curve-path">
        <polyline class="older" points=${past.chords} />
        <polyline points=${past.recentChords} />
        ${past.points.map(
          ([x, y], i) => svg`
            <circle cx=${x} cy=${y} r="4" opacity=${0.25 + (0.75 * (i + 1)) / past.points.length} />`,
        )}
      </g>
    `;
  }

  /** The tangent and the next step, from where the path is now. @param {Frame} frame @param {Picture} picture */
  #step(frame, { path, ahead, slope }) {
    const last = path.values.length - 1;
    const [theta, value] = [path.theta[last], path.values[last]];
    const here = [frame.x(theta), frame.y(value)];
    if (!Number.isFinite(here[1])) return '';
    const inside =
      here[0] >= frame.left && here[0] <= frame.right && here[1] >= 0 && here[1] <= frame.bottom;
    if (!inside) return this.#outside(frame, here);
    const tangent = tangentEnds(frame, theta, value, slope);
    const step = ahead.values.length > 1 ? arrow(frame, here, ahead.theta[1]) : null;
    return svg`
      <g clip-path="url(#curve-clip)">
        ${!tangent ? '' : svg`<line class="curve-tangent" x1=${tangent[0]} y1=${tangent[1]} x2=${tangent[2]} y2=${tangent[3]} />`}
        ${
          step &&
          svg`
            <path class="curve-arrow" d=${step.shaft} />
            <path class="curve-arrow-head" d=${step.head} />
            ${!step.drop ? '' : svg`<line class="curve-drop" x1=${step.tip} x2=${step.tip} y1=${here[1]} y2=${frame.y(ahead.values[1])} />`}
            ${step.length <= 44 ? '' : svg`<text class="curve-step-name" x=${step.middle} y=${here[1] - 10} text-anchor="middle">${this.words.step}</text>`}`
        }
      </g>
      <circle class="curve-ball" cx=${here[0]} cy=${here[1]} r="8" />
    `;
  }

  /** The ball at the edge that the path has left by. @param {Frame} frame @param {number[]} here */
  #outside({ left, right, top, bottom }, here) {
    const x = Math.min(right - 10, Math.max(left + 10, here[0]));
    const y = Math.min(bottom - 10, Math.max(top + 10, here[1]));
    const angle = (Math.atan2(here[1] - y, here[0] - x) * 180) / Math.PI;
    return svg`
      <g class="curve-outside" data-testid="descend-outside-mark" transform="translate(${x} ${y}) rotate(${angle || 0})">
        <circle class="curve-ball" r="6" cx="-6" />
        <path class="curve-arrow-head" d="M4 -6 L14 0 L4 6Z" />
      </g>
    `;
  }

  /** @param {Frame} frame @param {Picture} picture */
  #start(frame, { range, start, path }) {
    const x = Math.min(frame.right, Math.max(frame.left, frame.x(start)));
    const y = Math.min(frame.bottom, Math.max(frame.top, frame.y(path.values[0])));
    return svg`
      <g
        class="curve-start"
        role="slider"
        tabindex="0"
        data-testid="descend-start-handle"
        aria-label=${this.words.start}
        aria-valuemin=${range[0]}
        aria-valuemax=${range[1]}
        aria-valuenow=${start}
        aria-valuetext=${`x = ${this.format(start)}`}
        @keydown=${this.#onKeydown}
      >
        <circle class="grip" cx=${x} cy=${Number.isFinite(y) ? y : frame.bottom} r="20" />
        <circle class="ring" cx=${x} cy=${Number.isFinite(y) ? y : frame.bottom} r="11" />
      </g>
    `;
  }

  /** @param {number} x */
  #emit(x) {
    this.dispatchEvent(new CustomEvent('start', { detail: x, bubbles: true }));
  }

  /** @param {PointerEvent} event */
  #place(event) {
    if (!this.picture) return;
    const { range } = this.picture;
    const { left, width } = this.getBoundingClientRect();
    const { x, left: first, right } = this.#frame(this.picture);
    const pixel = ((event.clientX - left) / width) * this.size.width;
    const place = x.invert(Math.min(right, Math.max(first, pixel)));
    // A pixel is not finer than a two-thousandth of the picture; round numbers are easier to read.
    const unit = 10 ** Math.floor(Math.log10((range[1] - range[0]) / 200));
    this.#emit(Number((Math.round(place / unit) * unit).toPrecision(12)));
  }

  /** @param {PointerEvent} event */
  #onPointerDown(event) {
    if (event.button !== 0 || !this.picture) return;
    if (event.pointerType === 'touch' && !this.#near(event)) return;
    this.dragging = event.pointerId;
    this.querySelector('svg')?.setPointerCapture(event.pointerId);
    /** @type {HTMLElement | null} */ (this.querySelector('.curve-start'))?.focus({
      preventScroll: true,
    });
    event.preventDefault();
    this.#place(event);
  }

  /** @param {PointerEvent} event */
  #near(event) {
    const box = this.querySelector('.curve-start .ring')?.getBoundingClientRect();
    return (
      box &&
      Math.hypot(event.clientX - box.x - box.width / 2, event.clientY - box.y - box.height / 2) <=
        grip
    );
  }

  /** @param {PointerEvent} event */
  #onPointerMove(event) {
    if (event.pointerId === this.dragging) this.#place(event);
  }

  /** A finger that did not drag has tapped: the start goes there. @param {PointerEvent} event */
  #onPointerUp(event) {
    if (event.pointerId === this.dragging) this.dragging = null;
    else if (event.type === 'pointerup' && event.pointerType === 'touch') this.#place(event);
  }

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    if (!this.picture || event.ctrlKey || event.altKey || event.metaKey) return;
    const { range, start } = this.picture;
    const unit = 10 ** Math.floor(Math.log10((range[1] - range[0]) / 20));
    const step = event.shiftKey ? unit / 10 : unit;
    const next = {
      ArrowRight: start + step,
      ArrowUp: start + step,
      ArrowLeft: start - step,
      ArrowDown: start - step,
      PageUp: start + 5 * unit,
      PageDown: start - 5 * unit,
      Home: range[0],
      End: range[1],
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#emit(Number(Math.min(range[1], Math.max(range[0], next)).toPrecision(12)));
  }
}

customElements.define('dd-curve-plot', CurvePlot);
