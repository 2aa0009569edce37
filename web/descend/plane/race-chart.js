import { superscript } from '../../ui/log-scale.js';
import { Chart, axis, curve, drawable } from '../../ui/chart.js';
import { colour } from '../../ui/palette.js';
import { pathMarks } from '../../ui/path-marks.js';
import { clamp } from '../../ui/clamp.js';
import { apart } from '../../ui/plot-geometry.js';
import { markOf, optimizerName } from './words.js';

/**
 * @typedef {ReturnType<typeof chartCurves>['curves'][number]} Curve  values: one for each step from 0
 * @typedef {{ curves: Curve[], steps: number, logarithmic: boolean, stepLabel: string }} Picture
 */

/**
 * J over the steps, as the chart draws it: J − J* where J* is known; on a logarithmic axis unless some
 * values are not above 0.
 * @param {import('./race.js').Racer[]} racers @param {string} follow
 * @param {number | null} lowest J*
 */
export function chartCurves(racers, follow, lowest) {
  const over = lowest !== null && lowest !== 0;
  const curves = racers.map(({ name, descent }) => ({
    mark: markOf(name),
    label: optimizerName(name),
    values: over ? descent.values.map((value) => value - lowest) : descent.values,
    selected: name === follow,
  }));
  const logarithmic =
    lowest !== null || curves.every(({ values }) => values.every((value) => !(value <= 0)));
  return { curves, logarithmic, over };
}

/** So far above the highest start the axis goes: a path that diverges leaves the chart. */
const headroom = 1e3;

/**
 * Curves over the steps with their names at their ends; a logarithmic axis leaves out what is not
 * above 0.
 */
export class RaceChart extends Chart {
  /** @type {Picture} */
  get shown() {
    return this.picture;
  }

  /** @returns {import('uplot').AlignedData} */
  get data() {
    const { curves, logarithmic } = this.shown;
    const count = Math.max(1, ...curves.map(({ values }) => values.length));
    const steps = Array.from({ length: count }, (_, i) => i);
    const value = drawable(logarithmic);
    return /** @type {any} */ ([
      steps,
      ...curves.map(({ values }) =>
        steps.map((step) => (step < values.length ? value(values[step]) : null)),
      ),
    ]);
  }

  get shape() {
    const { curves, logarithmic } = this.shown;
    return [logarithmic, curves.map(({ label, selected }) => [label, selected])];
  }

  /** @returns {ReturnType<() => Chart['options']>} */
  get options() {
    const { curves, logarithmic } = this.shown;
    return {
      padding: [8, 84, 0, 0],
      scales: {
        x: { time: false, range: () => [0, Math.max(10, this.shown.steps)] },
        y: {
          distr: logarithmic ? 3 : 1,
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
          ...(logarithmic && { filter: decades, grid: { filter: decades } }),
        }),
      ],
      series: [
        {},
        ...curves.map(({ mark, selected }) =>
          curve(colour(mark), selected ? 2.5 : 1.5, { dash: [...pathMarks[mark].dash] }),
        ),
      ],
    };
  }

  /** @param {number} low @param {number} high @returns {[number, number]} */
  #range(low, high) {
    const { curves, logarithmic } = this.shown;
    const starts = curves.map(({ values }) => values[0]).filter(Number.isFinite);
    if (!logarithmic) {
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
    const ends = this.shown.curves
      .map(({ mark, label }, i) => {
        const column = plot.data[i + 1];
        const last = column.findLastIndex((value) => value !== null);
        if (last < 0) return null;
        const y = clamp(
          plot.valToPos(Number(column[last]), 'y', true),
          bbox.top,
          bbox.top + bbox.height,
        );
        const x = Math.min(plot.valToPos(last, 'x', true), bbox.left + bbox.width);
        return { mark, label, x, y };
      })
      .filter((end) => end !== null)
      .sort((a, b) => a.y - b.y);
    const heights = apart(
      ends.map(({ y }) => y),
      13 * ratio,
      bbox.top + bbox.height,
    );
    ctx.save();
    ctx.font = `600 ${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    ctx.strokeStyle = colour('paper');
    ctx.lineWidth = 3 * ratio;
    ctx.lineJoin = 'round';
    ends.forEach(({ mark, label, x }, i) => {
      ctx.strokeText(label, x + 6 * ratio, heights[i]);
      ctx.fillStyle = colour(mark);
      ctx.fillText(label, x + 6 * ratio, heights[i]);
    });
    ctx.restore();
  }

  /** @param {import('uplot')} plot @param {number} index */
  readout({ data }, index) {
    const { curves, stepLabel } = this.shown;
    const parts = curves.flatMap(({ label }, i) => {
      const value = data[i + 1][index];
      return typeof value === 'number' ? [`${label} ${value.toPrecision(3)}`] : [];
    });
    return [`${stepLabel} ${index}`, ...parts];
  }
}

/**
 * Of the ticks of a logarithmic axis, the powers of ten; every second one and so on where there are
 * many.
 * @param {import('uplot')} _ @param {readonly number[]} splits
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
