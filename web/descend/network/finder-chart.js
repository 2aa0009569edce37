import { LitElement, html } from 'lit';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { schemeEvents } from '../../app/scheme.js';
import { powerOfTen } from '../../ui/log-scale.js';
import { palette } from '../../ui/palette.js';

/**
 * @typedef {{ rates: ArrayLike<number>, losses: ArrayLike<number>, smoothed: ArrayLike<number> }} Curve
 */

/** The range of η that is swept. */
const range = [1e-5, 10];
const axisFont = '12px system-ui, sans-serif';

/**
 * Loss against a growing learning rate, on a logarithmic axis: of each mini-batch faint, smoothed
 * strong; the suggested η and the one in use as vertical lines.
 */
export class FinderChart extends LitElement {
  static properties = {
    curve: { attribute: false },
    suggestion: { attribute: false },
    current: { attribute: false },
    labels: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Curve} */
    this.curve = { rates: [], losses: [], smoothed: [] };
    /** @type {number | null} */
    this.suggestion = null;
    this.current = 0;
    this.labels = { suggestion: '', current: '' };
    /** @type {uPlot | null} */
    this.plot = null;
    this.sizes = new ResizeObserver(() => this.#resize());
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
    schemeEvents.addEventListener('change', this.#rebuild);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    schemeEvents.removeEventListener('change', this.#rebuild);
    this.plot?.destroy();
    this.plot = null;
  }

  render() {
    return html`<div class="finder-plot"></div>`;
  }

  updated() {
    if (this.plot) this.plot.setData(this.#data());
    else this.#rebuild();
  }

  #rebuild = () => {
    this.plot?.destroy();
    this.plot = null;
    const target = /** @type {HTMLElement | null} */ (this.querySelector('.finder-plot'));
    if (!target || target.clientWidth === 0) return;
    this.plot = new uPlot(this.#options(target), this.#data(), target);
  };

  #resize() {
    const target = /** @type {HTMLElement | null} */ (this.querySelector('.finder-plot'));
    if (!this.plot) this.#rebuild();
    else if (target && target.clientWidth > 0)
      this.plot.setSize({ width: target.clientWidth, height: target.clientHeight });
  }

  /** @returns {uPlot.AlignedData} */
  #data() {
    const { rates, losses, smoothed } = this.curve;
    return [Array.from(rates), Array.from(losses), Array.from(smoothed)];
  }

  /** The smoothed curve fills the axis; a single batch may leave it. @returns {[number, number]} */
  #heights() {
    const values = Array.from(this.curve.smoothed);
    if (values.length === 0) return [0, 2.5];
    return [0, 1.15 * Math.max(...values)];
  }

  /**
   * @param {HTMLElement} target
   * @returns {uPlot.Options}
   */
  #options(target) {
    const colours = palette();
    const axis = {
      stroke: colours.muted,
      font: axisFont,
      grid: { stroke: colours.hairline, width: 1 },
      ticks: { stroke: colours.hairline, width: 1, size: 4 },
    };
    const curve = (/** @type {string} */ stroke, /** @type {number} */ width) => ({
      stroke,
      width,
      points: { show: false },
    });
    return {
      width: target.clientWidth,
      height: target.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, distr: 3, range: () => /** @type {[number, number]} */ (range) },
        y: { range: () => this.#heights() },
      },
      axes: [
        {
          ...axis,
          size: 30,
          filter: (_, splits) => splits, // uPlot would leave some out
          splits: () => [-5, -4, -3, -2, -1, 0, 1].map((exponent) => 10 ** exponent),
          values: (_, splits) => splits.map((split) => powerOfTen(Math.round(Math.log10(split)))),
        },
        { ...axis, size: 44 },
      ],
      series: [{}, curve(`${colours.positive}50`, 1), curve(colours.positive, 2)],
      hooks: {
        draw: [
          (plot) => {
            this.#mark(plot, this.current, this.labels.current, colours.muted, [3, 3], 1);
            if (this.suggestion !== null)
              this.#mark(plot, this.suggestion, this.labels.suggestion, colours.negative, [], 0);
          },
        ],
      },
    };
  }

  /**
   * @param {uPlot} plot
   * @param {number} value @param {string} label @param {string} colour
   * @param {number[]} dash in CSS pixels
   * @param {number} row of the label, from the top
   */
  #mark({ ctx, bbox, valToPos }, value, label, colour, dash, row) {
    if (!(value >= range[0] && value <= range[1])) return;
    const ratio = devicePixelRatio;
    const x = Math.round(valToPos(value, 'x', true)) + 0.5;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = 1.5 * ratio;
    ctx.setLineDash(dash.map((length) => length * ratio));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.font = `${12 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = 'top';
    const fits = x + 6 * ratio + ctx.measureText(label).width < bbox.left + bbox.width;
    ctx.textAlign = fits ? 'left' : 'right';
    ctx.fillText(label, x + (fits ? 6 : -6) * ratio, bbox.top + (2 + 16 * row) * ratio);
    ctx.restore();
  }
}

customElements.define('dd-finder-chart', FinderChart);
