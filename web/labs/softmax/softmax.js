import { html, svg } from 'lit';
import '../../ui/plot.js';
import { labs } from '../../engine/labs.js';
import './softmax.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { choice, figure, figures, slider } from '../parts.js';

addTexts('softmax', { en, zh });

/**
 * @typedef {import('./types.js').SoftmaxLab} Module
 * @typedef {import('./types.js').SoftmaxSteps} Steps
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 * @typedef {{ h0: number, h1: number, h2: number, target: string, shift: string }} State
 */

const range = { min: -10, max: 10, step: 0.1 };
const across = Array.from({ length: 201 }, (_, i) => range.min + i / 10);
const shifts = { none: 0, up: 1000, down: -1000 };
const classes = [0, 1, 2];
const subscript = (/** @type {number} */ index) => '₀₁₂'[index];

/** Scores to probabilities to the loss, as it is written and as it is computed. */
class SoftmaxLab extends Lab {
  static lab = 'softmax';
  static schema = {
    h0: { default: 2, min: range.min, max: range.max },
    h1: { default: 5, min: range.min, max: range.max },
    h2: { default: 1, min: range.min, max: range.max },
    target: { default: '1', choices: ['0', '1', '2'] },
    shift: { default: 'none', choices: Object.keys(shifts) },
  };
  static formula = String.raw`\begin{gathered}p_i=\frac{e^{h_i}}{\sum_k e^{h_k}}\qquad J=-\ln p_c\\[4pt]\frac{\partial J}{\partial h_i}=p_i-y_i\end{gathered}`;
  /** @type {readonly import('../lab.js').Challenge[]} */
  static challenges = [
    { id: 'overflow', state: { h0: 2, h1: 5, h2: 1, target: '1', shift: 'up' } },
    { id: 'wrong', state: { h0: 8, h1: -8, h2: 0, target: '1', shift: 'none' } },
    { id: 'even', state: { h0: 0, h1: 0, h2: 0, shift: 'none' } },
    { id: 'sure', state: { h0: -5, h1: 9, h2: -6, target: '1', shift: 'none' } },
  ];
  static same = '#/draw';

  /** @param {State} state */
  compute({ h0, h1, h2, target, shift }) {
    const module = /** @type {Module} */ (labs());
    const scores = [h0, h1, h2];
    const added = shifts[/** @type {keyof typeof shifts} */ (shift)];
    const right = Number(target);
    return {
      right,
      shown: scores.map((score) => score + added),
      steps: module.softmaxSteps(
        scores.map((score) => score + added),
        right,
      ),
      curves: module.softmaxCurves(scores, right, right, across),
    };
  }

  figure() {
    const { steps, right } = this.result;
    return html`
      <div class="softmax-scores">
        ${classes.map((index) => this.#score(index, steps.probabilities[index], index === right))}
      </div>
      ${figures([[t('softmax.crossEntropy'), 'crossEntropy', steps.crossEntropy, 4]])}
    `;
  }

  /** @param {number} index @param {number} probability @param {boolean} isRight */
  #score(index, probability, isRight) {
    return html`
      <div class="softmax-score" ?data-main=${index === 0}>
        <div class="softmax-share ${isRight ? 'softmax-share--right' : ''}">
          <span class="softmax-class">
            ${t('softmax.class', { index })}${isRight ? ` · ${t('softmax.right')}` : ''}
          </span>
          <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width=${probability} height="1"></rect>
          </svg>
          ${figure(`p-${index}`, probability, 4)}
        </div>
        ${slider(this, `h${index}`, t('softmax.score', { index: subscript(index) }), range)}
      </div>
    `;
  }

  controls() {
    return html`
      <div class="lab-controls lab-controls--pair">
        ${choice(this, 'target', t('softmax.target'), ['0', '1', '2'])}
        ${choice(this, 'shift', t('softmax.shift'), Object.keys(shifts))}
      </div>
      ${this.#table()} ${this.#push()}
    `;
  }

  /** The computation on numbers, naive and shifted beside each other. */
  #table() {
    const { shown, right } = this.result;
    /** @type {Steps} */
    const steps = this.result.steps;
    const broken = Number.isNaN(steps.naive[0]);
    const m = steps.largest;
    const taken = m < 0 ? `+ ${decimal(-m)}` : `− ${decimal(m)}`;
    return html`
      <div class="lab-scroll" tabindex="0" role="region" aria-label=${t('softmax.table')}>
        <table class="lab-table" data-testid="lab-table">
          <thead>
            <tr>
              <th></th>
              <th scope="col">h</th>
              <th scope="col">e<sup>h</sup></th>
              <th scope="col">e<sup>h</sup>/Σ<br />${t('softmax.asWritten')}</th>
              <th scope="col">e<sup>h ${taken}</sup></th>
              <th scope="col">p<br />${t('softmax.asComputed')}</th>
            </tr>
          </thead>
          <tbody>
            ${classes.map(
              (i) => html`
                <tr class=${i === right ? 'right' : ''}>
                  <td>${i}</td>
                  <td>${decimal(shown[i])}</td>
                  <td>${figure(`power-${i}`, steps.powers[i], 4)}</td>
                  <td>${naive(steps, i)}</td>
                  <td>${figure(`shifted-${i}`, steps.shiftedPowers[i], 4)}</td>
                  <td>${figure(`probability-${i}`, steps.probabilities[i], 4)}</td>
                </tr>
              `,
            )}
          </tbody>
          <tfoot>
            <tr>
              <td>${t('softmax.sum')}</td>
              <td></td>
              <td>${figure('powerSum', steps.powerSum, 4)}</td>
              <td></td>
              <td>${figure('shiftedSum', steps.shiftedSum, 4)}</td>
              <td></td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="notice" role="status" data-testid="lab-say" ?hidden=${!broken}>
        ${t(steps.powerSum === 0 ? 'softmax.underflow' : 'softmax.overflow')}
      </p>
    `;
  }

  /** What both losses do to the score of the right class. */
  #push() {
    const { curves, right, steps } = this.result;
    const score = Number(this.state[`h${right}`]);
    const slope = steps.crossEntropyGradient[right];
    const stalled = steps.squaredErrorGradient[right];
    const index = subscript(right);
    return html`
      <h2>${t('softmax.push')}</h2>
      <div class="lab-plot">
        <dd-plot
          testid="lab-plot"
          label=${t('softmax.plot')}
          xName=${`h${index}`}
          yName=""
          .xRange=${[range.min, range.max]}
          .yRange=${[-1.1, 0.1]}
          .lines=${[
            { x: across, y: curves.squaredErrorSlope, kind: 'negative dashed' },
            { x: across, y: curves.crossEntropySlope, kind: 'positive' },
          ]}
          .points=${[
            { x: score, y: stalled, label: '', kind: 'negative', fixed: 'both' },
            { x: score, y: slope, label: t('softmax.point'), kind: 'positive', fixed: 'y' },
          ]}
          .overlay=${(/** @type {Frame} */ { left, y }) => svg`
            <text class="plot-label positive" x=${left + 12} y=${y(-0.92)}>${t('softmax.curve_crossEntropy')}</text>
            <text class="plot-label negative" x=${left + 12} y=${y(-0.09)}>${t('softmax.curve_squaredError')}</text>`}
          @point-move=${(/** @type {CustomEvent} */ { detail }) =>
            this.set({ [`h${right}`]: detail.x })}
        ></dd-plot>
      </div>
      ${figures([
        [t('softmax.slope_crossEntropy', { index }), 'crossEntropySlope', slope, 4],
        [t('softmax.slope_squaredError', { index }), 'squaredErrorSlope', stalled, 4],
        [t('softmax.squaredError'), 'squaredError', steps.squaredError, 4],
      ])}
    `;
  }
}

/** e^h divided by the sum, or what stands there instead. @param {Steps} steps @param {number} i */
function naive(steps, i) {
  const value = steps.naive[i];
  if (!Number.isNaN(value)) return figure(`naive-${i}`, value, 4);
  const wording = `${decimal(steps.powers[i])}/${decimal(steps.powerSum)}`;
  return html`<output class="value softmax-broken" data-figure="naive-${i}" data-value=${value}
    >${wording}</output
  >`;
}

customElements.define('dd-lab-softmax', SoftmaxLab);
