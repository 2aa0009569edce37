import { html, nothing } from 'lit';
import { component } from './component.js';
import { schemeEvents } from '../app/scheme.js';
import { listen, sized } from './listen.js';
import { palette, rgb, writeSigned } from './palette.js';

/** Cells of a strip are about this to this wide, in CSS pixels; wider under a finger. */
const smallestCell = matchMedia('(pointer: coarse)').matches ? 17 : 10;
const largestCell = 20;

/**
 * A grid of numbers as coloured cells: the image that a network sees, the activations of a layer,
 * the weights into a unit. The pointer and the arrow keys read a cell; where cells can be picked,
 * a click or Enter picks one. Fires `cell` (detail: index, −1 for none) and `pick` (detail: index).
 */
export class CellGrid extends component({
  label: '',
  /** 0: as many as fit the width. */
  columns: 0,
  count: 0,
  /** 0 … 1 as ink on paper, or blue (+) and orange (−). */
  mode: /** @type {'ink' | 'signed'} */ ('signed'),
  pickable: false,
  picked: -1,
  /** A cell in words. */
  describe: /** @type {(index: number) => string} */ (() => ''),
  testId: '',
  /** Stands beside the cells. */
  notes: '',
}) {
  /** @type {ArrayLike<number> | null} */
  values = null;
  /** The value of full colour. */
  scale = 1;
  current = -1;
  /** @type {number} cells in a row, as drawn */
  across = 1;
  /** In CSS pixels; 0 until it is laid out. */
  width = 0;

  constructor() {
    super();
    listen(this, schemeEvents, 'change', () => this.draw());
    // Told, not asked for: asking in the middle of a rendering would lay out the page each time.
    sized(this, ({ width }) => {
      if (width === this.width) return;
      this.width = width;
      this.fit();
    });
  }

  firstUpdated() {
    this.canvas = /** @type {HTMLCanvasElement} */ (this.querySelector('canvas'));
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
  }

  updated() {
    this.fit();
  }

  /**
   * @param {ArrayLike<number> | null} values null: every cell is empty
   * @param {number} [scale] the value of full colour
   */
  show(values, scale = 1) {
    this.values = values;
    this.scale = scale || 1;
    this.draw();
    if (this.current >= 0) this.describeCurrent();
  }

  /**
   * Chooses the cells in a row, as few rows as will do and all equally long, and the size of a cell.
   * Where the columns are given, the size is the style sheet's.
   */
  fit() {
    const { width } = this;
    if (!this.canvas || this.count === 0 || width === 0) return;
    if (this.columns > 0) {
      this.across = this.columns;
      this.style.removeProperty('--cell');
    } else {
      this.across = Math.ceil(this.count / Math.ceil((this.count * smallestCell) / width));
      const cell = Math.min(largestCell, Math.floor(width / this.across));
      this.style.setProperty('--cell', `${cell}px`);
    }
    const rows = Math.ceil(this.count / this.across);
    this.style.setProperty('--across', String(this.across));
    this.style.setProperty('--rows', String(rows));
    this.canvas.width = this.across;
    this.canvas.height = rows;
    this.draw();
    this.showMarks();
  }

  draw() {
    const { canvas, context } = this;
    if (!canvas || !context || this.count === 0) return;
    const colours = palette();
    const ink = this.mode === 'ink';
    const scale = {
      zero: rgb(ink ? colours.surface : colours.sunken),
      positive: rgb(ink ? colours.text : colours.positive),
      negative: rgb(colours.negative),
    };
    const image = context.createImageData(canvas.width, canvas.height);
    for (let i = 0; i < this.count; i++) {
      writeSigned(image.data, 4 * i, (this.values?.[i] ?? 0) / this.scale, scale);
    }
    context.putImageData(image, 0, 0);
  }

  /** @param {number} index  −1: none */
  setCurrent(index) {
    if (index === this.current) return;
    this.current = index;
    this.describeCurrent();
    this.showMarks();
    this.dispatchEvent(new CustomEvent('cell', { detail: index }));
  }

  describeCurrent() {
    const text = this.current >= 0 ? this.describe(this.current) : '';
    const canvas = /** @type {HTMLCanvasElement} */ (this.canvas);
    if (this.pickable) {
      canvas.setAttribute('aria-valuenow', String(Math.max(0, this.current)));
      canvas.setAttribute('aria-valuetext', text);
    }
    const output = this.querySelector('output');
    if (output) output.textContent = text;
  }

  showMarks() {
    for (const name of /** @type {const} */ (['current', 'picked'])) {
      const index = this[name];
      const mark = /** @type {HTMLElement | null} */ (this.querySelector(`.cell-${name}`));
      if (!mark) continue;
      mark.hidden = index < 0 || index >= this.count;
      mark.style.setProperty('--column', String(index % this.across));
      mark.style.setProperty('--row', String(Math.floor(index / this.across)));
    }
  }

  /** @param {PointerEvent | MouseEvent} event */
  indexAt(event) {
    const canvas = /** @type {HTMLCanvasElement} */ (this.canvas);
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - left) / width) * canvas.width);
    const row = Math.floor(((event.clientY - top) / height) * canvas.height);
    const inside = column >= 0 && column < canvas.width && row >= 0 && row < canvas.height;
    const index = row * this.across + column;
    return inside && index < this.count ? index : -1;
  }

  /** By the keyboard. */
  get focused() {
    return this.canvas?.matches(':focus-visible') ?? false;
  }

  pick() {
    if (!this.pickable || this.current < 0) return;
    this.dispatchEvent(new CustomEvent('pick', { detail: this.current }));
  }

  /** @param {KeyboardEvent} event */
  keyDown(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, number>} */
    const targets = {
      ArrowLeft: this.current - 1,
      ArrowRight: this.current + 1,
      ArrowUp: this.current - this.across,
      ArrowDown: this.current + this.across,
      Home: 0,
      End: this.count - 1,
    };
    if (event.key in targets) {
      event.preventDefault();
      const start = this.current < 0 ? 0 : targets[event.key];
      if (start >= 0 && start < this.count) this.setCurrent(start);
    } else if (this.pickable && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      event.stopPropagation();
      this.pick();
    }
  }

  render() {
    // A slider is what screen readers let arrow keys through to, and announce at every step.
    return html`
      <div class="cells">
        <canvas
          tabindex="0"
          data-testid=${this.testId || nothing}
          role=${this.pickable ? 'slider' : 'application'}
          aria-label=${this.label}
          aria-valuemin=${this.pickable ? 0 : nothing}
          aria-valuemax=${this.pickable ? this.count - 1 : nothing}
          aria-valuenow=${this.pickable ? Math.max(0, this.current) : nothing}
          @pointermove=${(/** @type {PointerEvent} */ event) => this.setCurrent(this.indexAt(event))}
          @pointerleave=${() => this.focused || this.setCurrent(-1)}
          @click=${(/** @type {MouseEvent} */ event) => {
            this.setCurrent(this.indexAt(event));
            this.pick();
          }}
          @keydown=${this.keyDown}
          @focus=${() => {
            if (this.current < 0 && this.focused) this.setCurrent(Math.max(0, this.picked));
          }}
          @blur=${() => this.setCurrent(-1)}
        ></canvas>
        <span class="cell-current" aria-hidden="true" hidden></span>
        <span class="cell-picked" aria-hidden="true" hidden></span>
      </div>
      <div class="cell-notes small muted">
        ${this.notes ? html`<p>${this.notes}</p>` : nothing}
        <output></output>
      </div>
    `;
  }
}

customElements.define('dd-cell-grid', CellGrid);
