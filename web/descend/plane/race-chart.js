import { Chart, axis, curve, drawable } from '../../ui/chart.js';
import { superscript } from '../../ui/log-scale.js';
import { optimizerMarks, pathColour } from '../../ui/optimizer-marks.js';
import { palette } from '../../ui/palette.js';

/**
 * @typedef {{ name: string, label: string, values: Float64Array, selected: boolean }} Curve
 *   values: one for each step from 0
 */

/** So far above the highest start the axis goes: a path that diverges leaves the chart. */
const headroom = 1e3;

/**
 * Curves over the steps with their names at their ends; a logarithmic axis leaves out what is not
 * above 0.
 */
export class RaceChart extends Chart {
  static properties = {
    curves: { attribute: false },
    steps: { type: Number },
    logarithmic: { type: Boolean },
    stepLabel: {},
  };

  constructor() {
    super();
    /** @type {Curve[]} */
    this.curves = [];
    this.steps = 0;
    this.logarithmic = true;
    this.stepLabel = '';
  }

  /** @returns {import('uplot').AlignedData} */
  get data() {
    const count = Math.max(1, ...this.curves.map(({ values }) => values.length));
    const steps = Array.from({ length: count }, (_, i) => i);
    const value = drawable(this.logarithmic);
    return /** @type {any} */ ([
      steps,
      ...this.curves.map(({ values }) =>
        steps.map((step) => (step < values.length ? value(values[step]) : null)),
      ),
    ]);
  }

  get shape() {
    return [this.logarithmic, this.curves.map(({ label, selected }) => [label, selected])];
  }

  /** @returns {ReturnType<() => Chart['options']>} */
  get options() {
    return {
      padding: [8, 84, 0, 0],
      scales: {
        x: { time: false, range: () => [0, Math.max(10, this.steps)] },
        y: {
          distr: this.logarithmic ? 3 : 1,
          range: (_, low, high) => this.#range(low ?? 0.1, high ?? 1),
        },
      },
      axes: [
        axis({
          space: 50,
          size: 26,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
        }),
        axis({
          size: 52,
          space: 24,
          values: (_, splits) => splits.map(tickText),
          ...(this.logarithmic && { filter: decades, grid: { filter: decades } }),
        }),
      ],
      series: [
        {},
        ...this.curves.map(({ name, selected }) =>
          curve(pathColour(name), selected ? 2.5 : 1.5, { dash: [...optimizerMarks[name].dash] }),
        ),
      ],
    };
  }

  /** @param {number} low @param {number} high @returns {[number, number]} */
  #range(low, high) {
    const starts = this.curves.map(({ values }) => values[0]).filter(Number.isFinite);
    if (!this.logarithmic) {
      const span = Math.max(1, ...starts.map(Math.abs));
      const bottom = Math.max(low, -headroom * span);
      const top = Math.min(high, headroom * span);
      const room = (top - bottom || 1) * 0.06;
      return [bottom - room, top + room];
    }
    const top = Math.min(high, headroom * Math.max(...starts.filter((value) => value > 0), low));
    const decade = (/** @type {number} */ value, /** @type {'floor' | 'ceil'} */ round) =>
      10 ** Math[round](Math.log10(value));
    const ends = [decade(low, 'floor'), decade(top, 'ceil')];
    return ends[0] < ends[1] ? [ends[0], ends[1]] : [ends[0] / 10, ends[1] * 10];
  }

  /** Names at the ends of the curves, apart from each other. @param {import('uplot')} plot */
  drawMarks(plot) {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    const ends = this.curves
      .map(({ name, label }, i) => {
        const column = plot.data[i + 1];
        let last = column.length - 1;
        while (last >= 0 && column[last] === null) last -= 1;
        if (last < 0) return null;
        const y = plot.valToPos(Number(column[last]), 'y', true);
        return {
          name,
          label,
          x: Math.min(plot.valToPos(last, 'x', true), bbox.left + bbox.width),
          y: Math.min(bbox.top + bbox.height, Math.max(bbox.top, y)),
        };
      })
      .filter((end) => end !== null)
      .sort((a, b) => a.y - b.y);
    ctx.save();
    ctx.font = `600 ${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    const distance = 13 * ratio;
    const lowest = bbox.top + bbox.height;
    ends.forEach((end, i) => {
      if (i > 0) end.y = Math.max(end.y, ends[i - 1].y + distance);
    });
    for (let i = ends.length - 1; i >= 0; i--)
      ends[i].y = Math.min(ends[i].y, lowest - (ends.length - 1 - i) * distance);
    for (const { name, label, x, y } of ends) {
      ctx.strokeStyle = palette().paper;
      ctx.lineWidth = 3 * ratio;
      ctx.lineJoin = 'round';
      ctx.strokeText(label, x + 6 * ratio, y);
      ctx.fillStyle = pathColour(name);
      ctx.fillText(label, x + 6 * ratio, y);
    }
    ctx.restore();
  }

  /** @param {import('uplot')} plot @param {number} index */
  readout({ data }, index) {
    const parts = this.curves.flatMap(({ label }, i) => {
      const value = data[i + 1][index];
      return typeof value === 'number' ? [`${label} ${value.toPrecision(3)}`] : [];
    });
    return [`${this.stepLabel} ${index}`, ...parts];
  }
}

/**
 * Of the ticks of a logarithmic axis, the powers of ten; every second one and so on where there are
 * many.
 * @param {import('uplot')} _
 * @param {readonly number[]} splits
 */
function decades(_, splits) {
  const exponents = splits.map((value) => Math.log10(value));
  const whole = (/** @type {number} */ value) => Math.abs(value - Math.round(value)) < 1e-6;
  const step = Math.max(1, Math.ceil(exponents.filter(whole).length / 7));
  return splits.map((value, i) =>
    whole(exponents[i]) && Math.round(exponents[i]) % step === 0 ? value : null,
  );
}

/** @param {number | null} value */
function tickText(value) {
  if (value === null) return '';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3))
    return `10${superscript(Math.round(Math.log10(size)))}`;
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

customElements.define('dd-race-chart', RaceChart);
