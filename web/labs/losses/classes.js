/** Losses against the margin, with samples of two classes that are dragged along it. */
import { html, svg } from 'lit';
import '../../ui/plot.js';
import { t } from '../../app/text.js';
import { decimal, percent } from '../../app/numbers.js';
import { choice, figure, numbersOf, numbersText } from '../parts.js';

/** @typedef {import('./types.js').LossesLab} Module */
/** @typedef {import('../lab.js').Lab} Lab */
/** @typedef {import('../../ui/plot-geometry.js').Frame} Frame */

export const lossNames = ['zeroOne', 'absolute', 'squared', 'hinge', 'ramp', 'log', 'exponential'];

const marginRange = [-4, 4];
const margins = Array.from({ length: 401 }, (_, i) => marginRange[0] + i / 50);

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

/** @param {Frame} frame @param {readonly { name: string, m: number, side: string, y: number }[]} places */
const curveNames = ({ x, y }, places) =>
  places.map(
    (place) =>
      svg`<text class="plot-label muted" x=${x(place.m) + (place.side === 'end' ? -8 : 8)} y=${y(place.y) - 4} text-anchor=${place.side}>${t(`losses.curve_${place.name}`)}</text>`,
  );

/** @param {Module} module @param {any} state */
export function computeClasses(module, { loss, labels, scores }) {
  const y = /** @type {number[]} */ (numbersOf(labels));
  const score = /** @type {number[]} */ (numbersOf(scores));
  const margin = module.marginsOf(y, score);
  return {
    labels: y,
    scores: score,
    margins: margin,
    losses: module.labelLossCurve(loss, margin),
    places: names.map(([name, m, side]) => ({
      name,
      m,
      side,
      y: module.labelLossCurve(name, [m])[0],
    })),
    curves: lossNames.map((name) => module.labelLossCurve(name, margins)),
    summaries: lossNames.map((name) => module.labelLossSummary(name, margin)),
  };
}

/** @param {Lab} lab @param {Module} module @param {ReturnType<typeof computeClasses>} result */
export function classesFigure(lab, module, { labels, scores, margins: m, losses, curves, places }) {
  const chosen = lossNames.indexOf(String(lab.state.loss));
  const sign = (/** @type {number} */ label) => (label > 0 ? '+1' : '−1');
  const move = (/** @type {{ index: number, x: number }} */ { index, x }) => {
    // y² = 1: the score is the label times the margin.
    const next = module.marginsOf(labels, Array.from(m).with(index, x));
    lab.set({ scores: numbersText(scores.with(index, next[index])) });
  };
  const flip = (/** @type {{ index: number }} */ { index }) =>
    lab.set({ labels: numbersText(labels.with(index, -labels[index])) });
  return html`
    ${choice(lab, 'loss', t('losses.loss'), lossNames)}
    <dd-formula class="lab-formula" display .tex=${formulas[lossNames[chosen]]}></dd-formula>
    <div class="lab-plot losses-plot" data-main>
      <dd-plot
        testid="lab-plot"
        label=${t('losses.plot')}
        xName=${t('losses.margin')}
        yName="L"
        .xRange=${marginRange}
        .yRange=${[-0.4, 5.6]}
        .lines=${[
          ...curves.map((y) => ({ x: margins, y, kind: 'muted' })),
          { x: margins, y: curves[chosen], kind: 'positive thick' },
        ]}
        .points=${Array.from(m, (x, i) => ({
          x,
          y: losses[i],
          label: t('losses.sample', {
            number: i + 1,
            label: sign(labels[i]),
            score: decimal(scores[i]),
          }),
          kind: labels[i] > 0 ? 'positive' : 'negative',
          shape: labels[i] > 0 ? undefined : 'square',
          fixed: 'y',
        }))}
        .overlay=${(/** @type {Frame} */ frame) => curveNames(frame, places)}
        @point-move=${(/** @type {CustomEvent} */ { detail }) => move(detail)}
        @point-tap=${(/** @type {CustomEvent} */ { detail }) => flip(detail)}
      ></dd-plot>
    </div>
    <p class="muted small">${t('losses.key')}</p>
  `;
}

/** @param {Lab} lab @param {ReturnType<typeof computeClasses>} result */
export const classesTable = (lab, { summaries }) => html`
  <table class="lab-table losses-table">
    <thead>
      <tr>
        <th scope="col">${t('losses.loss')}</th>
        <th scope="col">${t('losses.mean')}</th>
        <th scope="col">${t('losses.share')}</th>
        <td class="losses-bar" aria-hidden="true"></td>
      </tr>
    </thead>
    <tbody>
      ${lossNames.map((name, i) => {
        const { mean, largestShare } = summaries[i];
        return html`
          <tr class=${name === lab.state.loss ? 'now' : ''}>
            <td>${t(`losses.loss_${name}`)}</td>
            <td>${figure(`mean-${name}`, mean, 4)}</td>
            <td>
              <output class="value" data-figure=${`share-${name}`} data-value=${largestShare}
                >${percent(largestShare)}</output
              >
            </td>
            <td class="losses-bar" aria-hidden="true">
              <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                <rect width=${100 * largestShare} height="8"></rect>
              </svg>
            </td>
          </tr>
        `;
      })}
    </tbody>
  </table>
`;
