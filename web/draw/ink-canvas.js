import { LitElement, html } from 'lit';
import { schemeEvents } from '../app/scheme.js';
import { palette } from '../ui/palette.js';

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

/** Breadth of the pen as a fraction of the canvas's side. */
const penWidth = 0.068;

/** So many points are drawn anew with every frame; of more only what is new. */
const fewPoints = 1000;

/** One press of an arrow key, as a fraction of the side. */
const keyStep = 0.02;

/** @type {Record<string, [number, number]>} */
const arrows = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A square to draw on by mouse, touch, pen or arrow keys. Fires `pen-down`, `pen-move`, `pen-up`
 * and `pen-cancel` (detail: PenDetail); whoever listens keeps the strokes and hands them back
 * through `show`. Strokes go on when the pen leaves the canvas; a second finger is ignored.
 */
export class InkCanvas extends LitElement {
  static properties = { label: {}, describedBy: {} };

  constructor() {
    super();
    this.label = '';
    this.describedBy = '';
    /** @type {Content} */
    this.content = { strokes: [], picture: null };
    /** @type {number | 'keys' | null} what draws: a pointerId, the keyboard, nothing */
    this.pen = null;
    /** @type {DOMRect | null} of the canvas while a pointer draws: reading it costs a layout */
    this.rect = null;
    /** Where the keyboard's pen is. */
    this.cursor = { x: 0.5, y: 0.5 };
    /** @type {Set<string>} arrow keys held down */
    this.held = new Set();
    this.side = 0;
    /** How many points of the last stroke are on the canvas; −1: all has to be drawn again. */
    this.drawn = -1;
    this.frame = 0;
    this.redraw = () => this.draw();
    this.forgetRect = () => (this.rect = null);
    this.resizes = new ResizeObserver(() => this.fit());
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    schemeEvents.addEventListener('change', this.redraw);
    addEventListener('scroll', this.forgetRect, { capture: true, passive: true });
    addEventListener('resize', this.forgetRect);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    schemeEvents.removeEventListener('change', this.redraw);
    removeEventListener('scroll', this.forgetRect, { capture: true });
    removeEventListener('resize', this.forgetRect);
    this.resizes.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  firstUpdated() {
    this.canvas = /** @type {HTMLCanvasElement} */ (this.querySelector('canvas'));
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    this.resizes.observe(this.canvas);
  }

  focusCanvas() {
    this.canvas?.focus();
  }

  /** @param {Content} content  drawn with the next frame */
  show(content) {
    this.content = content;
    this.drawn = -1;
    this.requestFrame();
  }

  requestFrame() {
    this.frame ||= requestAnimationFrame(this.drawFrame);
  }

  /** Gives the canvas one pixel for each pixel of the screen. */
  fit() {
    if (!this.canvas) return;
    const side = Math.round(this.canvas.clientWidth * devicePixelRatio);
    this.rect = null;
    // What is hidden has no place to draw at: the stroke ends.
    if (side === 0 && this.pen !== null) this.lift('pen-up', performance.now());
    if (side === 0 || side === this.side) return;
    this.side = side;
    this.canvas.width = side;
    this.canvas.height = side;
    this.draw();
  }

  draw() {
    const { context, side } = this;
    if (!context || side === 0) return;
    this.ink = palette().text;
    context.clearRect(0, 0, side, side);
    if (this.content.picture) this.drawPicture(this.content.picture);
    for (const stroke of this.content.strokes) this.drawStroke(stroke);
    this.drawn = pointsIn(this.content.strokes.at(-1));
  }

  drawFrame = () => {
    this.frame = 0;
    const { strokes } = this.content;
    const last = strokes.at(-1);
    if (last && pointsIn(last) === this.drawn) return; // since the pen was lifted, say
    const count = strokes.reduce((sum, stroke) => sum + pointsIn(stroke), 0);
    if (!last || this.drawn < 0 || count <= fewPoints) {
      this.draw();
    } else {
      this.drawStroke(last, this.drawn);
      this.drawn = pointsIn(last);
    }
  };

  /** @param {Picture} picture */
  drawPicture({ source, kind }) {
    const context = /** @type {CanvasRenderingContext2D} */ (this.context);
    const scale = this.side / Math.max(source.width, source.height);
    const width = source.width * scale;
    const height = source.height * scale;
    const photo = kind === 'photo';
    context.save();
    context.imageSmoothingEnabled = photo;
    context.globalAlpha = photo ? 0.45 : 1;
    context.drawImage(source, (this.side - width) / 2, (this.side - height) / 2, width, height);
    if (!photo) {
      context.globalCompositeOperation = 'source-in';
      context.fillStyle = this.ink ?? '';
      context.fillRect(0, 0, this.side, this.side);
    }
    context.restore();
  }

  /**
   * Draws a stroke as quadratic curves through the middles between its points.
   * @param {Stroke} stroke
   * @param {number} [from] index of the first point that is not on the canvas yet; what is added to
   *   a stroke ends in the middle before its last point, from where the next curve goes on
   */
  drawStroke(stroke, from = 0) {
    const context = /** @type {CanvasRenderingContext2D} */ (this.context);
    const at = (/** @type {number} */ i) => [
      stroke[2 * i] * this.side,
      stroke[2 * i + 1] * this.side,
    ];
    const count = pointsIn(stroke);
    context.beginPath();
    if (count === 1) {
      const [x, y] = at(0);
      context.arc(x, y, (penWidth * this.side) / 2, 0, 2 * Math.PI);
      context.fillStyle = this.ink ?? '';
      context.fill();
      return;
    }
    const first = Math.max(1, from - 1);
    const [x, y] = first === 1 ? at(0) : middle(at(first - 2), at(first - 1));
    context.moveTo(x, y);
    for (let i = first; i < count; i++) {
      const [controlX, controlY] = at(i - 1);
      const [endX, endY] = middle(at(i - 1), at(i));
      context.quadraticCurveTo(controlX, controlY, endX, endY);
    }
    if (from === 0) {
      const [lastX, lastY] = at(count - 1);
      context.lineTo(lastX, lastY);
    }
    context.lineWidth = penWidth * this.side;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = this.ink ?? '';
    context.stroke();
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

  /** @param {PointerEvent} event */
  pointerUp(event) {
    const started = performance.now();
    if (event.pointerId === this.pen) this.lift('pen-up', started);
  }

  /** @param {PointerEvent} event  the system took the pointer: a palm, a gesture */
  pointerCancel(event) {
    const started = performance.now();
    if (event.pointerId === this.pen) this.lift('pen-cancel', started);
  }

  /** @param {'pen-up' | 'pen-cancel'} type @param {number} started */
  lift(type, started) {
    this.release();
    this.fire(type, [], started);
    this.draw();
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
      this.cursor.x = Math.min(1, Math.max(0, this.cursor.x + arrows[key][0] * step));
      this.cursor.y = Math.min(1, Math.max(0, this.cursor.y + arrows[key][1] * step));
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
    mark.classList.toggle('ink-cursor--down', this.pen === 'keys');
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
        @pointerup=${this.pointerUp}
        @pointercancel=${this.pointerCancel}
        @lostpointercapture=${this.pointerUp}
        @keydown=${this.keyDown}
        @keyup=${this.keyUp}
        @focus=${this.showCursor}
        @blur=${this.blurred}
      ></canvas>
      <span class="ink-cursor" aria-hidden="true" hidden></span>
    `;
  }
}

/** @param {Stroke} [stroke] */
const pointsIn = (stroke) => (stroke?.length ?? 0) / 2;

/** @param {number[]} a @param {number[]} b */
const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];

customElements.define('dd-ink-canvas', InkCanvas);
