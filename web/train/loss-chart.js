import { LitElement, html } from 'lit';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { schemeEvents } from '../app/scheme.js';
import { LossCurve } from './loss-curve.js';
import { palette } from '../ui/palette.js';

/** What the axes show before there is anything to show. */
const emptyRange = { steps: 100, loss: 2.5 };
const axisFont = '12px system-ui, sans-serif';

/**
 * Training loss (each mini-batch faint, running strong) and test loss against the step, with a thin
 * vertical line wherever the learning rate changed. Redraws at most once per animation frame.
 *
 * `labels` are the names of the curves in the reader's language; `formatStep` formats a step.
 */
export class LossChart extends LitElement {
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
    /** @type {uPlot | null} */
    this.plot = null;
    this.frame = 0;
    this.sizes = new ResizeObserver(() => this.#resize());
  }

  #rebuild = () => {
    this.plot?.destroy();
    this.plot = null;
    this.refresh();
  };

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
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.plot?.destroy();
    this.plot = null;
  }

  render() {
    return html`<div class="plot"></div>
      <p class="plot-readout" aria-hidden="true"></p>`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('logarithmic') || changed.has('labels')) this.#rebuild();
    else this.refresh();
  }

  /** Draws the curve as it is now, in the next animation frame. */
  refresh() {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.frame = 0;
    if (!this.isConnected || this.clientWidth === 0) return;
    const data = this.#data();
    if (this.plot) this.plot.setData(data);
    else {
      const target = /** @type {HTMLElement} */ (this.querySelector('.plot'));
      this.plot = new uPlot(this.#options(target), data, target);
    }
  }

  /** @returns {uPlot.AlignedData} */
  #data() {
    const { steps, batch, running, testSteps, testLoss } = this.curve;
    // A logarithmic axis has no place for zero or for what is not a number.
    const drawable = (/** @type {number[]} */ values) =>
      values.map((value) =>
        Number.isFinite(value) && (!this.logarithmic || value > 0) ? value : null,
      );
    const curves = [steps, drawable(batch), drawable(running)];
    if (testSteps.length === 0) return /** @type {any} */ ([...curves, steps.map(() => null)]);
    return uPlot.join([/** @type {any} */ (curves), [testSteps, drawable(testLoss)]]);
  }

  /**
   * @param {number | null} first
   * @param {number | null} last
   * @returns {[number, number]}
   */
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
    const telling = Math.max(running[0] || 0, running.at(-1) || 0);
    return 1.05 * Math.max(1e-6, Math.min(largest, 3 * telling));
  }

  #resize() {
    const target = /** @type {HTMLElement | null} */ (this.querySelector('.plot'));
    if (!this.plot || !target || target.clientWidth === 0) return this.refresh();
    this.plot.setSize({ width: target.clientWidth, height: target.clientHeight });
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
    const curve = (
      /** @type {string} */ label,
      /** @type {string} */ stroke,
      /** @type {number} */ width,
    ) => ({ label, stroke, width, spanGaps: true, points: { show: false } });
    return {
      width: target.clientWidth,
      height: target.clientHeight,
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { size: 6 } },
      scales: {
        x: { time: false, range: (_, min, max) => this.#steps(min, max) },
        y: this.logarithmic
          ? { distr: 3 }
          : { range: (_, __, max) => [0, this.#ceiling(max || 0)] },
      },
      axes: [
        {
          ...axis,
          space: 70,
          size: 26,
          label: this.labels.step,
          labelSize: 18,
          labelFont: axisFont,
          labelGap: 0,
          values: (_, splits) => splits.map((split) => this.formatStep(split)),
        },
        { ...axis, size: 52 },
      ],
      series: [
        { label: this.labels.step },
        curve(this.labels.batch, `${colours.positive}40`, 1),
        curve(this.labels.running, colours.positive, 2),
        curve(this.labels.test, colours.negative, 2),
      ],
      hooks: {
        draw: [(plot) => this.#drawMarks(plot, colours)],
        setCursor: [(plot) => this.#showReadout(plot)],
      },
    };
  }

  /**
   * @param {uPlot} plot
   * @param {import('../ui/palette.js').Palette} colours
   */
  #drawMarks(plot, { muted, paper }) {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    const marks = this.curve.marks
      .map(({ step, value }) => ({
        x: Math.round(plot.valToPos(step, 'x', true)) + 0.5,
        label: `η ${value}`,
      }))
      .filter(({ x }) => x >= bbox.left && x <= bbox.left + bbox.width);
    ctx.save();
    ctx.strokeStyle = muted;
    ctx.lineWidth = ratio;
    ctx.setLineDash([3 * ratio, 3 * ratio]);
    for (const { x } of marks) {
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    }
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

  /** @param {uPlot} plot */
  #showReadout(plot) {
    const readout = /** @type {HTMLElement | null} */ (this.querySelector('.plot-readout'));
    if (!readout) return;
    const index = plot.cursor.idx;
    if (index === null || index === undefined) {
      readout.textContent = '';
      return;
    }
    const parts = [`${this.labels.step} ${this.formatStep(plot.data[0][index])}`];
    for (const i of [2, 3]) {
      const value = plot.data[i][index];
      if (typeof value === 'number') parts.push(`${plot.series[i].label} ${value.toPrecision(3)}`);
    }
    readout.textContent = parts.join(' · ');
  }
}

customElements.define('dd-loss-chart', LossChart);
