import { Chart, axis, curve, verticalLine } from '../../ui/chart.js';
import { powerOfTen } from '../../ui/log-scale.js';
import { palette } from '../../ui/palette.js';

/**
 * @typedef {{ rates: ArrayLike<number>, losses: ArrayLike<number>, smoothed: ArrayLike<number> }} Curve
 * @typedef {{ curve: Curve, suggestion: number | null, current: number,
 *   labels: { suggestion: string, current: string } }} Picture
 */

/** The range of η that is swept. @type {[number, number]} */
const range = [1e-5, 10];

/**
 * Loss against a growing learning rate, on a logarithmic axis: of each mini-batch faint, smoothed
 * strong; the suggested η and the one in use as vertical lines.
 */
export class FinderChart extends Chart {
  /** @type {Picture} */
  get shown() {
    return this.picture;
  }

  /** @returns {import('uplot').AlignedData} */
  get data() {
    const { rates, losses, smoothed } = this.shown.curve;
    return [Array.from(rates), Array.from(losses), Array.from(smoothed)];
  }

  /** The smoothed curve fills the axis; a single batch may leave it. @returns {[number, number]} */
  #heights() {
    const values = Array.from(this.shown.curve.smoothed);
    return [0, values.length === 0 ? 2.5 : 1.15 * Math.max(...values)];
  }

  /** @returns {ReturnType<() => Chart['options']>} */
  get options() {
    const { positive } = palette();
    return {
      cursor: { show: false },
      scales: {
        x: { time: false, distr: 3, range: () => range },
        y: { range: () => this.#heights() },
      },
      axes: [
        axis({
          size: 30,
          filter: (_, splits) => splits, // uPlot would leave some out
          splits: () => [-5, -4, -3, -2, -1, 0, 1].map((exponent) => 10 ** exponent),
          values: (_, splits) => splits.map((split) => powerOfTen(Math.round(Math.log10(split)))),
        }),
        axis({ size: 44 }),
      ],
      series: [{}, curve(`${positive}50`, 1), curve(positive, 2)],
    };
  }

  /** @param {import('uplot')} plot */
  drawMarks(plot) {
    const { muted, negative } = palette();
    const { current, labels, suggestion } = this.shown;
    this.#mark(plot, current, labels.current, muted, [3, 3], 1);
    if (suggestion !== null) this.#mark(plot, suggestion, labels.suggestion, negative, [], 0);
  }

  /**
   * @param {import('uplot')} plot
   * @param {number} value @param {string} label @param {string} colour
   * @param {number[]} dash in CSS pixels
   * @param {number} row of the label, from the top
   */
  #mark(plot, value, label, colour, dash, row) {
    if (!(value >= range[0] && value <= range[1])) return;
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    const x = Math.round(plot.valToPos(value, 'x', true)) + 0.5;
    verticalLine(plot, x, colour, 1.5, dash);
    ctx.save();
    ctx.fillStyle = colour;
    ctx.font = `${12 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = 'top';
    const fits = x + 6 * ratio + ctx.measureText(label).width < bbox.left + bbox.width;
    ctx.textAlign = fits ? 'left' : 'right';
    ctx.fillText(label, x + (fits ? 6 : -6) * ratio, bbox.top + (2 + 16 * row) * ratio);
    ctx.restore();
  }
}

customElements.define('dd-finder-chart', FinderChart);
