import { html } from 'lit';
import { schemeEvents } from '../app/scheme.js';
import { t } from '../app/text.js';
import { component } from '../ui/component.js';
import { arrows } from '../ui/arrow-keys.js';
import { listen } from '../ui/listen.js';
import { clamp } from '../ui/clamp.js';
import { InkPainter } from './ink-painter.js';

/**
 * @typedef {number[]} Stroke  x0, y0, x1, y1, … as fractions of the canvas's side, so that a resize
 *   loses nothing; may leave 0 … 1 where the pen left the canvas
 * @typedef {{
 *   image: Float32Array, source: HTMLCanvasElement, kind: 'photo' | 'digit',
 *   label: number | null,
 * }} Picture  `image`: its 28×28 values, 0 … 1; `source`: what the canvas shows of it; a `digit` is
 *   a 28×28 image itself, its source an alpha mask; `label`: what it is known to be
 * @typedef {{ strokes: readonly Stroke[], picture: Picture | null }} Content
 * @typedef {{ points: number[], started: number }} PenDetail  `points`: x0, y0, … as fractions of
 *   the side; `started`: performance.now() when the browser handed the event over
 */

/** One press of an arrow key, as a fraction of the side. */
const keyStep = 0.02;

/**
 * A square to draw on by mouse, touch, pen or arrow keys. Fires `pen-down`, `pen-move`, `pen-up`
 * and `pen-cancel` (detail: PenDetail); whoever listens keeps the strokes and hands them back
 * through `show`. Strokes go on when the pen leaves the canvas; a second finger is ignored.
 */
export class InkCanvas extends component({ label: '', describedBy: '' }) {
  constructor() {
    super();
    /** @type {number | 'keys' | null} what draws: a pointerId, the keyboard, nothing */
    this.pen = null;
    /** @type {DOMRect | null} of the canvas while a pointer draws: reading it costs a layout */
    this.rect = null;
    /** Where the keyboard's pen is. */
    this.cursor = { x: 0.5, y: 0.5 };
    /** @type {Set<string>} arrow keys held down */
    this.held = new Set();
    this.frame = 0;
    this.painter = new InkPainter();
    const forgetRect = () => (this.rect = null);
    listen(this, window, 'scroll', forgetRect, { capture: true, passive: true });
    listen(this, window, 'resize', forgetRect);
    listen(this, schemeEvents, 'change', () => this.painter.draw());
    this.resizes = new ResizeObserver(() => this.fit());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resizes.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  firstUpdated() {
    this.canvas = /** @type {HTMLCanvasElement} */ (this.querySelector('canvas'));
    this.resizes.observe(this.canvas);
  }

  /** @param {Content} content  drawn with the next frame */
  show(content) {
    this.painter.show(content);
    this.requestFrame();
  }

  requestFrame() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.painter.drawNew();
    });
  }

  /** Gives the canvas one pixel for each pixel of the screen. */
  fit() {
    if (!this.canvas) return;
    const side = Math.round(this.canvas.clientWidth * devicePixelRatio);
    this.rect = null;
    // What is hidden has no place to draw at: the stroke ends.
    if (side === 0 && this.pen !== null) this.lift('pen-up', performance.now());
    if (side > 0) this.painter.fit(this.canvas, side);
  }

  /** @param {PointerEvent[]} events @returns {number[]} */
  pointsOf(events) {
    this.rect ??= /** @type {HTMLCanvasElement} */ (this.canvas).getBoundingClientRect();
    const { left, top, width, height } = this.rect;
    return events.flatMap((event) => [
      (event.clientX - left) / width,
      (event.clientY - top) / height,
    ]);
  }

  /** @param {string} type @param {number[]} points @param {number} started */
  fire(type, points, started) {
    this.dispatchEvent(new CustomEvent(type, { detail: { points, started } }));
    if (type === 'pen-move') this.requestFrame();
  }

  /** @param {PointerEvent} event */
  pointerDown(event) {
    const started = performance.now();
    if (typeof this.pen === 'number' || !event.isPrimary || event.button !== 0) return;
    if (this.pen === 'keys') this.lift('pen-up', started);
    this.capture(event.pointerId);
    this.pen = event.pointerId;
    this.rect = null;
    this.fire('pen-down', this.pointsOf([event]), started);
  }

  /** Keeps the pen's events coming when it leaves the canvas. @param {number} pointer */
  capture(pointer) {
    try {
      this.canvas?.setPointerCapture(pointer);
    } catch {
      // The pen was lifted before its event came, or a script made the event.
    }
  }

  /** @param {PointerEvent} event */
  pointerMove(event) {
    const started = performance.now();
    if (event.pointerId !== this.pen) return;
    const events = event.getCoalescedEvents?.() ?? [];
    this.fire('pen-move', this.pointsOf(events.length > 0 ? events : [event]), started);
  }

  /** @param {PointerEvent} event  `pointercancel`: the system took the pointer: a palm, a gesture */
  pointerEnd({ type, pointerId }) {
    const started = performance.now();
    if (pointerId !== this.pen) return;
    this.lift(type === 'pointercancel' ? 'pen-cancel' : 'pen-up', started);
  }

  /** @param {'pen-up' | 'pen-cancel'} type @param {number} started */
  lift(type, started) {
    this.release();
    this.fire(type, [], started);
    this.painter.draw();
  }

  /** Lets go of the pen, as when the stroke that it draws was taken back. */
  release() {
    this.pen = null;
    this.showCursor();
  }

  /** @param {KeyboardEvent} event */
  keyDown(event) {
    const started = performance.now();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in arrows) {
      event.preventDefault();
      this.held.add(event.key);
      this.moveCursor(event.shiftKey ? keyStep / 4 : keyStep, started);
    } else if (event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) this.toggleKeyPen(started);
    } else if (event.key === 'Escape' && this.pen === 'keys') {
      this.lift('pen-up', started);
    }
    this.showCursor();
  }

  /** @param {number} step @param {number} started */
  moveCursor(step, started) {
    for (const key of this.held) {
      const [right, up] = arrows[key];
      this.cursor.x = clamp(this.cursor.x + right * step, 0, 1);
      this.cursor.y = clamp(this.cursor.y - up * step, 0, 1);
    }
    if (this.pen === 'keys') this.fire('pen-move', [this.cursor.x, this.cursor.y], started);
  }

  /** @param {number} started */
  toggleKeyPen(started) {
    if (this.pen === 'keys') {
      this.lift('pen-up', started);
    } else if (this.pen === null) {
      this.pen = 'keys';
      this.fire('pen-down', [this.cursor.x, this.cursor.y], started);
    }
  }

  /** @param {KeyboardEvent} event */
  keyUp(event) {
    this.held.delete(event.key);
  }

  blurred() {
    this.held.clear();
    if (this.pen === 'keys') this.lift('pen-up', performance.now());
    this.showCursor();
  }

  /** The keyboard's pen shows while the keyboard is at work. */
  showCursor() {
    const mark = /** @type {HTMLElement} */ (this.querySelector('.ink-cursor'));
    mark.hidden = !this.canvas?.matches(':focus-visible');
    mark.toggleAttribute('data-down', this.pen === 'keys');
    mark.style.setProperty('--x', String(this.cursor.x));
    mark.style.setProperty('--y', String(this.cursor.y));
  }

  render() {
    return html`
      <canvas
        data-testid="draw-canvas"
        tabindex="0"
        role="application"
        aria-label=${this.label}
        aria-describedby=${this.describedBy}
        @pointerdown=${this.pointerDown}
        @pointermove=${this.pointerMove}
        @pointerup=${this.pointerEnd}
        @pointercancel=${this.pointerEnd}
        @lostpointercapture=${this.pointerEnd}
        @keydown=${this.keyDown}
        @keyup=${this.keyUp}
        @focus=${this.showCursor}
        @blur=${this.blurred}
      ></canvas>
      <span class="ink-cursor" data-testid="pen-mark" aria-hidden="true" hidden></span>
    `;
  }
}

/** What an empty canvas says. */
export const hint = () => html`
  <div class="paper-hint" aria-hidden="true">
    <svg viewBox="0 0 100 100">
      <path
        pathLength="1"
        d="M36 32c4-9 14-12 21-9 9 4 9 16 1 21-4 3-9 4-13 4 7-1 18 3 18 14 0 12-12 18-22 15-5-1-9-5-11-9"
      />
    </svg>
    <p>${t('draw.hint')}</p>
  </div>
`;

customElements.define('dd-ink-canvas', InkCanvas);
