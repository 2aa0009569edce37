import { html } from 'lit';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { schemeEvents } from '../app/scheme.js';
import './chart.css';
import { component } from './component.js';
import { listen, sized } from './listen.js';
import { palette } from './palette.js';

/**
 * The base of charts of curves: it draws at most once per animation frame, follows size and scheme,
 * and writes the values under the pointer. A chart says what its curves are: `data`, `options`, and
 * in `shape` what a change of which needs new options.
 */
export class Chart extends component({
  /** What is drawn, of a form that each chart has for itself. */
  picture: /** @type {any} */ (null),
}) {
  /** @type {uPlot | null} */
  plot = null;
  built = '';
  frame = 0;

  constructor() {
    super();
    listen(this, schemeEvents, 'change', () => {
      this.built = '';
      this.refresh();
    });
    sized(this, () => {
      if (this.plot) this.plot.setSize(this.#size);
      this.refresh();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.plot?.destroy();
    this.plot = null;
  }

  render() {
    return html`<div class="chart-plot"></div>
      <p class="chart-readout" aria-hidden="true"></p>`;
  }

  updated() {
    this.refresh();
  }

  /** Draws the curves as they are now, in the next animation frame. */
  refresh() {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.#draw());
  }

  get #size() {
    const { clientWidth: width, clientHeight: height } = /** @type {Element} */ (
      this.querySelector('.chart-plot')
    );
    return { width, height };
  }

  #draw() {
    this.frame = 0;
    if (!this.isConnected || this.clientWidth === 0) return;
    const shape = JSON.stringify(this.shape);
    if (this.plot && shape === this.built) {
      this.plot.setData(this.data);
      return;
    }
    this.plot?.destroy();
    this.built = shape;
    const target = /** @type {HTMLElement} */ (this.querySelector('.chart-plot'));
    this.plot = new uPlot(
      {
        ...this.#size,
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, points: { size: 6 } },
        hooks: {
          draw: [(plot) => this.drawMarks(plot)],
          setCursor: [(plot) => this.#showReadout(plot)],
        },
        ...this.options,
      },
      this.data,
      target,
    );
  }

  /** @param {uPlot} plot */
  #showReadout(plot) {
    const readout = /** @type {HTMLElement | null} */ (this.querySelector('.chart-readout'));
    const { idx = null } = plot.cursor;
    if (readout) readout.textContent = idx === null ? '' : this.readout(plot, idx).join(' · ');
  }

  /** @returns {uPlot.AlignedData} */
  get data() {
    return [[]];
  }

  /** @returns {unknown} */
  get shape() {
    return null;
  }

  /** @returns {Pick<uPlot.Options, 'scales' | 'axes' | 'series' | 'padding' | 'cursor'>} */
  get options() {
    return { series: [{}] };
  }

  /** What lies over the curves. @type {(plot: uPlot) => void} */
  drawMarks() {}

  /** What is read at a column of the data. @type {(plot: uPlot, index: number) => string[]} */
  readout() {
    return [];
  }
}

const font = '12px system-ui, sans-serif';

/** An axis as all charts draw it. @param {uPlot.Axis} more @returns {uPlot.Axis} */
export function axis(more) {
  const { muted, hairline } = palette();
  const line = { stroke: hairline, width: 1 };
  return {
    font,
    labelFont: font,
    stroke: muted,
    ticks: { ...line, size: 4 },
    ...more,
    grid: { ...line, ...more.grid },
  };
}

/** @param {string} stroke @param {number} width @param {uPlot.Series} [more] @returns {uPlot.Series} */
export const curve = (stroke, width, more) => ({
  stroke,
  width,
  points: { show: false },
  ...more,
});

/** Values that an axis has a place for, null for others. @param {boolean} logarithmic */
export const drawable = (logarithmic) => (/** @type {number} */ value) =>
  Number.isFinite(value) && (!logarithmic || value > 0) ? value : null;

/**
 * A vertical line through the whole chart.
 * @param {uPlot} plot @param {number} x in canvas pixels
 * @param {string} colour @param {number} width @param {number[]} dash  in CSS pixels
 */
export function verticalLine({ ctx, bbox }, x, colour, width, dash) {
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width * ratio;
  ctx.setLineDash(dash.map((length) => length * ratio));
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
