import { html, svg } from 'lit';
import { t } from '../../app/text.js';
import { component } from '../../ui/component.js';
import { schemeEvents } from '../../app/scheme.js';
import { listen, sized } from '../../ui/listen.js';
import { classKinds, classShapes, markPath } from '../../ui/marks.js';
import { palette, rgb, writeSigned } from '../../ui/palette.js';

/**
 * Values of −1 … 1 in `cells`² cells as RGBA: blue above zero, orange below.
 * @param {number} cells @param {(cell: number) => number} value
 */
export function signedField(cells, value) {
  const { surface, positive, negative } = palette();
  const scale = { zero: rgb(surface), positive: rgb(positive), negative: rgb(negative) };
  const pixels = new Uint8ClampedArray(4 * cells ** 2);
  for (let cell = 0; cell < cells ** 2; cell++) writeSigned(pixels, 4 * cell, value(cell), scale);
  return { columns: cells, rows: cells, pixels };
}

/** Height of a row of units: a target for a finger. */
const row = 44;
const largest = 38;
const margin = 24;

/**
 * A small network as it sees the plane: every hidden unit is the field of its answers, a link is as
 * wide as its weight is large, blue above zero and orange below. Emits `unit-choose` when a unit is
 * clicked or Enter is pressed on it, and `unit-hover` when the pointer or the focus comes to one or
 * leaves it (`unit: null`); `detail` is { unit: "layer-number", both from 1 }.
 */
export class NetworkFields extends component({
  /** Units of each hidden layer. */
  layers: /** @type {readonly number[]} */ ([]),
  classes: 2,
  /** −1 … 1, `cells`² for each hidden unit. */
  fields: new Float32Array(),
  cells: 20,
  /** Layer after layer W (fan-in × units, row by row), then b. */
  theta: new Float32Array(),
  silent: new Uint8Array(),
  chosen: '',
  width: 600,
}) {
  constructor() {
    super();
    listen(this, schemeEvents, 'change', () => this.requestUpdate());
    sized(this, ({ width }) => (this.width = width));
  }

  /** Units of each column: inputs, hidden layers, outputs. */
  get #columns() {
    return [2, ...this.layers, this.classes];
  }

  /** All hidden units; layer and unit from 1. */
  get #hidden() {
    return this.layers.flatMap((units, i) =>
      Array.from({ length: units }, (_, unit) => ({ layer: i + 1, unit: unit + 1 })),
    );
  }

  get #height() {
    return row * Math.max(...this.#columns);
  }

  /** The middle of a unit. @param {number} column @param {number} unit */
  #place(column, unit) {
    const columns = this.#columns;
    const span = this.width - 2 * margin;
    return [
      margin + (span * column) / (columns.length - 1),
      this.#height / 2 + row * (unit - (columns[column] - 1) / 2),
    ];
  }

  get #side() {
    const pitch = (this.width - 2 * margin) / (this.#columns.length - 1);
    return Math.min(largest, Math.max(20, pitch * 0.6));
  }

  render() {
    const height = this.#height;
    return html`
      <canvas aria-hidden="true"></canvas>
      <svg
        viewBox="0 0 ${this.width} ${height}"
        width=${this.width}
        height=${height}
        role="group"
        aria-label=${t('playground.network')}
      >
        ${this.#hidden.map((hidden, index) => this.#unit(hidden, index))}
        ${['x₁', 'x₂'].map((name, unit) => {
          const [x, y] = this.#place(0, unit);
          return svg`<text class="network-name" x=${x} y=${y + 4} text-anchor="middle">${name}</text>`;
        })}
        ${Array.from({ length: this.classes }, (_, k) => {
          const [x, y] = this.#place(this.#columns.length - 1, k);
          return svg`<path class="class-mark ${classKinds[k]}" d=${markPath(classShapes[k], x, y, 8)} />`;
        })}
      </svg>
    `;
  }

  /** @param {{ layer: number, unit: number }} hidden  from 1 @param {number} index */
  #unit({ layer, unit }, index) {
    const side = this.#side;
    const target = Math.max(side, Math.min(row, (this.width - 2 * margin) / this.#columns.length));
    const [x, y] = this.#place(layer, unit - 1);
    const name = `${layer}-${unit}`;
    const silent = this.silent[index] === 1;
    return svg`
      <g
        class="network-unit ${silent ? 'silent' : ''}"
        role="button"
        tabindex="0"
        data-unit=${name}
        aria-pressed=${name === this.chosen}
        aria-label=${t(silent ? 'playground.unitSilent' : 'playground.unit', { layer, unit })}
        @click=${() => this.emit('unit-choose', { unit: name })}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          this.emit('unit-choose', { unit: name });
        }}
        @pointerenter=${(/** @type {PointerEvent} */ { pointerType }) =>
          pointerType === 'mouse' && this.emit('unit-hover', { unit: name })}
        @pointerleave=${() => this.emit('unit-hover', { unit: null })}
      >
        <rect fill="transparent" x=${x - target / 2} y=${y - row / 2} width=${target} height=${row} />
        <rect class="network-frame" x=${x - side / 2} y=${y - side / 2} width=${side} height=${side} rx="3" />
        ${silent ? svg`<path class="network-cross" d="M${x - side / 2} ${y + side / 2}l${side} ${-side}" />` : ''}
      </g>`;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.querySelector('canvas'));
    const density = Math.min(2, devicePixelRatio || 1);
    canvas.width = Math.round(this.width * density);
    canvas.height = Math.round(this.#height * density);
    canvas.style.setProperty('width', `${this.width}px`);
    canvas.style.setProperty('height', `${this.#height}px`);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(density, density);
    this.#drawLinks(context);
    this.#drawUnits(context);
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawLinks(context) {
    const { positive, negative } = palette();
    const columns = this.#columns;
    let offset = 0;
    for (let column = 1; column < columns.length; column++) {
      const [before, here] = [columns[column - 1], columns[column]];
      for (let from = 0; from < before; from++) {
        for (let to = 0; to < here; to++) {
          const weight = this.theta[offset + from * here + to] ?? 0;
          const size = Math.min(1, Math.abs(weight) / 4);
          const [x0, y0] = this.#place(column - 1, from);
          const [x1, y1] = this.#place(column, to);
          const bend = (x1 - x0) / 2;
          context.beginPath();
          context.moveTo(x0, y0);
          context.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
          context.lineWidth = 0.5 + 5 * size;
          context.globalAlpha = 0.12 + 0.7 * size;
          context.strokeStyle = weight < 0 ? negative : positive;
          context.stroke();
        }
      }
      offset += (before + 1) * here;
    }
    context.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawUnits(context) {
    const { cells, fields } = this;
    const side = this.#side;
    const small = document.createElement('canvas');
    small.width = small.height = cells;
    /** @param {number} column @param {number} unit @param {(cell: number) => number} value */
    const paint = (column, unit, value) => {
      const { pixels } = signedField(cells, value);
      small.getContext('2d')?.putImageData(new ImageData(pixels, cells), 0, 0);
      const [x, y] = this.#place(column, unit);
      context.drawImage(small, x - side / 2, y - side / 2, side, side);
    };
    paint(0, 0, (cell) => (2 * ((cell % cells) + 0.5)) / cells - 1);
    paint(0, 1, (cell) => 1 - (2 * (Math.floor(cell / cells) + 0.5)) / cells);
    this.#hidden.forEach(({ layer, unit }, i) =>
      paint(layer, unit - 1, (cell) => fields[i * cells * cells + cell] ?? 0),
    );
    // What lies behind the marks of the classes.
    context.fillStyle = palette().surface;
    for (let k = 0; k < this.classes; k++) {
      const [x, y] = this.#place(this.#columns.length - 1, k);
      context.beginPath();
      context.arc(x, y, 14, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

customElements.define('dd-unit-fields', NetworkFields);
