import uPlot from 'uplot';
import { LossCurve } from './loss-curve.js';
import { Chart, axis, curve, drawable, verticalLine } from '../ui/chart.js';
import { palette } from '../ui/palette.js';

/** What the axes show before there is anything to show. */
const emptyRange = { steps: 100, loss: 2.5 };

/**
 * Training loss (each mini-batch faint, running strong) and test loss against the step, with a thin
 * vertical line wherever the learning rate changed.
 *
 * `labels` are the names of the curves in the reader's language; `formatStep` formats a step.
 */
export class LossChart extends Chart {
  static properties = {
    curve: { attribute: false },
    logarithmic: { type: Boolean },
    labels: { attribute: false },
    formatStep: { attribute: false },
  };

  constructor() {
    super();
    this.curve = new LossCurve();
    this.logarithmic = false;
    this.labels = { step: '', running: '', batch: '', test: '' };
    this.formatStep = (/** @type {number} */ step) => String(step);
  }

  /** @returns {uPlot.AlignedData} */
  get data() {
    const { steps, batch, running, testSteps, testLoss } = this.curve;
    const losses = (/** @type {number[]} */ values) => values.map(drawable(this.logarithmic));
    const curves = [steps, losses(batch), losses(running)];
    if (testSteps.length === 0) return /** @type {any} */ ([...curves, steps.map(() => null)]);
    return uPlot.join([/** @type {any} */ (curves), [testSteps, losses(testLoss)]]);
  }

  get shape() {
    return [this.logarithmic, this.labels];
  }

  /** @param {number | null} first @param {number | null} last @returns {[number, number]} */
  #steps(first, last) {
    if (first === null || last === null) return [0, emptyRange.steps];
    return [first, Math.max(last, first + 10)];
  }

  /**
   * Top of the linear axis. A run that blew up once would flatten all the rest, so the axis ends at
   * three times the loss at the start or now, whichever is larger.
   * @param {number} largest
   */
  #ceiling(largest) {
    const { running } = this.curve;
    if (running.length === 0) return emptyRange.loss;
    const typical = Math.max(running[0] || 0, running.at(-1) || 0);
    return 1.05 * Math.max(1e-6, Math.min(largest, 3 * typical));
  }

  /** @returns {ReturnType<() => Chart['options']>} */
  get options() {
    const { positive, negative } = palette();
    const { step, batch, running, test } = this.labels;
    return {
      scales: {
        x: { time: false, range: (_, min, max) => this.#steps(min, max) },
        y: this.logarithmic
          ? { distr: 3 }
          : { range: (_, __, max) => [0, this.#ceiling(max || 0)] },
      },
      axes: [
        axis({
          space: 70,
          size: 26,
          label: step,
          labelSize: 18,
          labelGap: 0,
          values: (_, splits) => splits.map((split) => this.formatStep(split)),
        }),
        axis({ size: 52 }),
      ],
      series: [
        {},
        curve(`${positive}40`, 1, { label: batch, spanGaps: true }),
        curve(positive, 2, { label: running, spanGaps: true }),
        curve(negative, 2, { label: test, spanGaps: true }),
      ],
    };
  }

  /** @param {uPlot} plot */
  drawMarks(plot) {
    const { muted, paper } = palette();
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    const marks = this.curve.marks
      .map(({ step, value }) => ({
        x: Math.round(plot.valToPos(step, 'x', true)) + 0.5,
        label: `η ${value}`,
      }))
      .filter(({ x }) => x >= bbox.left && x <= bbox.left + bbox.width);
    for (const { x } of marks) verticalLine(plot, x, muted, 1, [3, 3]);
    ctx.save();
    ctx.font = `${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = 'top';
    ctx.textAlign = 'left';
    // Labels that would cover each other are left out, their lines stay; a label covers the lines
    // that would strike it through.
    let free = -Infinity;
    for (const { x, label } of marks) {
      const width = ctx.measureText(label).width;
      const left = Math.min(x + 4 * ratio, bbox.left + bbox.width - width);
      if (left < free) continue;
      ctx.fillStyle = paper;
      ctx.fillRect(left - 2 * ratio, bbox.top, width + 4 * ratio, 15 * ratio);
      ctx.fillStyle = muted;
      ctx.fillText(label, left, bbox.top + 2 * ratio);
      free = left + width + 6 * ratio;
    }
    ctx.restore();
  }

  /** @param {uPlot} plot @param {number} index */
  readout({ data, series }, index) {
    const parts = [`${this.labels.step} ${this.formatStep(data[0][index])}`];
    for (const i of [2, 3]) {
      const value = data[i][index];
      if (typeof value === 'number') parts.push(`${series[i].label} ${value.toPrecision(3)}`);
    }
    return parts;
  }
}

customElements.define('dd-loss-chart', LossChart);
