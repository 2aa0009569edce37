/** Losses against the margin, with samples of two classes that are dragged along it. */
import { html, svg } from 'lit';
import { decimal, percent } from '../../app/numbers.js';
import { choice, evenly, figure, numbersOf, numbersText, plot, row, table } from '../parts.js';

/** @typedef {import('../lab.js').Lab} Lab */

export const lossNames = ['zeroOne', 'absolute', 'squared', 'hinge', 'ramp', 'log', 'exponential'];

const marginRange = [-4, 4];
const across = evenly(-4, 4, 401);

/** @type {Record<string, string>} */
const formulas = {
  zeroOne: String.raw`L=\begin{cases}1&m\le 0\\0&m>0\end{cases}`,
  absolute: String.raw`L=\lvert y-\hat y\rvert=\lvert 1-m\rvert`,
  squared: String.raw`L=(y-\hat y)^2=(1-m)^2`,
  hinge: String.raw`L=\max(0,\,1-m)`,
  ramp: String.raw`L=\min\bigl(1,\,\max(0,\,1-m)\bigr)`,
  log: String.raw`L=\ln\bigl(1+e^{-m}\bigr)=-\ln\sigma(m)`,
  exponential: String.raw`L=e^{-m}`,
};

/** The margin at which a curve has its name, and the side of the curve. @type {[string, number, string][]} */
const names = [
  ['squared', 2.95, 'end'],
  ['absolute', 3.3, 'end'],
  ['hinge', -2.6, 'start'],
  ['ramp', -2.6, 'start'],
  ['log', -2.3, 'start'],
  ['exponential', -1.5, 'end'],
];

/** @param {Lab} lab */
export function computeClasses({ module, state }) {
  const [labels, scores] = [state.labels, state.scores].map(
    (text) => /** @type {number[]} */ (numbersOf(String(text))),
  );
  const margins = module.marginsOf(labels, scores);
  return {
    labels,
    scores,
    margins,
    losses: module.labelLossCurve(String(state.loss), margins),
    heights: names.map(([name, m]) => module.labelLossCurve(name, [m])[0]),
    curves: lossNames.map((name) => module.labelLossCurve(name, across)),
    summaries: lossNames.map((name) => module.labelLossSummary(name, margins)),
  };
}

/** @param {Lab} lab @param {ReturnType<typeof computeClasses>} result */
export function classesFigure(lab, { labels, scores, margins: m, losses, curves, heights }) {
  const loss = String(lab.state.loss);
  return html`
    ${choice(lab, 'loss')}
    <dd-formula class="lab-formula" display .tex=${formulas[loss]}></dd-formula>
    ${plot(lab, {
      frame: 'lab-plot losses-plot',
      main: true,
      x: ['m', marginRange],
      y: ['L', [-0.4, 5.6]],
      lines: [
        ...curves.map((y) => ({ x: across, y, kind: 'muted' })),
        { x: across, y: curves[lossNames.indexOf(loss)], kind: 'positive thick' },
      ],
      points: Array.from(m, (x, i) => ({
        x,
        y: losses[i],
        label: lab.text('sample', {
          number: i + 1,
          label: labels[i] > 0 ? '+1' : '−1',
          score: decimal(scores[i]),
        }),
        kind: labels[i] > 0 ? 'positive' : 'negative',
        shape: labels[i] > 0 ? undefined : 'square',
        fixed: 'y',
      })),
      overlay: ({ x, y }) =>
        names.map(
          ([name, at, side], i) =>
            svg`<text class="plot-label muted" x=${x(at) + (side === 'end' ? -8 : 8)} y=${y(heights[i]) - 4} text-anchor=${side}>${lab.text(name === 'ramp' ? 'zeroOneAndRamp' : `loss_${name}`)}</text>`,
        ),
      move: ({ index, x }) => {
        // y² = 1: the score is the label times the margin.
        const next = lab.module.marginsOf(labels, Array.from(m).with(index, x));
        lab.set({ scores: numbersText(scores.with(index, next[index])) });
      },
      tap: ({ index }) => lab.set({ labels: numbersText(labels.with(index, -labels[index])) }),
    })}
    <p class="muted small">${lab.text('key')}</p>
  `;
}

/** @param {Lab} lab @param {ReturnType<typeof computeClasses>} result */
export const classesTable = (lab, { summaries }) =>
  table(
    [...['loss', 'mean', 'share'].map((name) => lab.text(name)), ''],
    lossNames.map((name, i) => {
      const { mean, largestShare } = summaries[i];
      return row(
        [
          lab.text(`loss_${name}`),
          figure(`mean-${name}`, mean, 4),
          figure(`share-${name}`, largestShare, percent(largestShare)),
          html`<svg class="losses-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width=${100 * largestShare} height="8"></rect>
          </svg>`,
        ],
        name === lab.state.loss ? 'now' : '',
      );
    }),
    { kind: 'losses-table' },
  );
