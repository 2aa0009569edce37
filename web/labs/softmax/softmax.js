import { html, svg } from 'lit';
import './softmax.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import {
  choice,
  evenly,
  figure,
  figures,
  notice,
  plot,
  row,
  scrolling,
  slider,
  table,
} from '../parts.js';

/** @typedef {import('./types.js').SoftmaxSteps} Steps */

const range = { min: -10, max: 10, step: 0.1 };
const across = evenly(range.min, range.max, 201);
const shifts = { none: 0, up: 1000, down: -1000 };
const subscript = (/** @type {number} */ index) => '₀₁₂'[index];

/** Scores to probabilities to the loss, as it is written and as it is computed. */
export default class SoftmaxLab extends labOf('softmax', en, zh, {
  h0: { default: 2, ...range },
  h1: { default: 5, ...range },
  h2: { default: 1, ...range },
  target: { default: '1', choices: ['0', '1', '2'] },
  shift: { default: 'none', choices: ['none', 'up', 'down'] },
}) {
  static formula = String.raw`\begin{gathered}p_i=\frac{e^{h_i}}{\sum_k e^{h_k}}\qquad J=-\ln p_c\\[4pt]\frac{\partial J}{\partial h_i}=p_i-y_i\end{gathered}`;
  static challenges = {
    overflow: { h0: 2, h1: 5, h2: 1, target: '1', shift: 'up' },
    wrong: { h0: 8, h1: -8, h2: 0, target: '1', shift: 'none' },
    even: { h0: 0, h1: 0, h2: 0, shift: 'none' },
    sure: { h0: -5, h1: 9, h2: -6, target: '1', shift: 'none' },
  };
  static same = '#/draw';

  compute() {
    const { module, state } = this;
    const { h0, h1, h2, target, shift } = state;
    const scores = [h0, h1, h2];
    const shown = scores.map((score) => score + shifts[shift]);
    const right = Number(target);
    const steps = module.softmaxSteps(shown, right);
    const curves = module.softmaxCurves(scores, right, right, across);
    return { shown, right, steps, curves };
  }

  figure() {
    const { steps } = this.result;
    return html`
      <div class="softmax-scores">${Array.from(steps.probabilities, this.#score)}</div>
      ${figures([[this.text('crossEntropy'), 'crossEntropy', steps.crossEntropy, 4]])}
    `;
  }

  #score = (/** @type {number} */ probability, /** @type {number} */ index) => {
    const isRight = index === this.result.right;
    return html`
      <div ?data-main=${index === 0}>
        <div class="softmax-share ${isRight ? 'softmax-share--right' : ''}">
          <span class="softmax-class">
            ${this.text('class', { index })}${isRight ? ` · ${this.text('right')}` : ''}
          </span>
          <svg class="share-bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width=${probability} height="1"></rect>
          </svg>
          ${figure(`p-${index}`, probability, 4)}
        </div>
        ${slider(this, `h${index}`, this.text('score', { index: subscript(index) }))}
      </div>
    `;
  };

  controls() {
    return html`
      <div class="lab-controls lab-controls--pair">
        ${choice(this, 'target')} ${choice(this, 'shift')}
      </div>
      ${this.#table()} ${this.#push()}
    `;
  }

  /** The computation on numbers, naive and shifted beside each other. */
  #table() {
    const { shown, right, steps } = this.result;
    const broken = Number.isNaN(steps.naive[0]);
    const m = steps.largest;
    const taken = m < 0 ? `+ ${decimal(-m)}` : `− ${decimal(m)}`;
    const heads = [
      '',
      'h',
      html`e<sup>h</sup>`,
      html`e<sup>h</sup>/Σ<br />${this.text('asWritten')}`,
      html`e<sup>h ${taken}</sup>`,
      html`p<br />${this.text('asComputed')}`,
    ];
    const rows = shown.map((score, i) =>
      row(
        [
          i,
          decimal(score),
          figure(`power-${i}`, steps.powers[i], 4),
          naive(steps, i),
          figure(`shifted-${i}`, steps.shiftedPowers[i], 4),
          figure(`probability-${i}`, steps.probabilities[i], 4),
        ],
        i === right ? 'right' : '',
      ),
    );
    const sum = (/** @type {'powerSum' | 'shiftedSum'} */ name) => figure(name, steps[name], 4);
    const foot = row([this.text('sum'), '', sum('powerSum'), '', sum('shiftedSum'), '']);
    return html`
      ${scrolling(this.text('table'), table(heads, rows, { kind: 'unbroken', testid: 'lab-table', foot }))}
      ${notice(broken ? this.text(steps.powerSum === 0 ? 'underflow' : 'overflow') : '')}
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
      <h2 class="muted small">${this.text('push')}</h2>
      ${plot(this, {
        x: [`h${index}`, [range.min, range.max]],
        y: ['', [-1.1, 0.1]],
        lines: [
          { x: across, y: curves.squaredErrorSlope, kind: 'negative dashed' },
          { x: across, y: curves.crossEntropySlope, kind: 'positive' },
        ],
        points: [
          { x: score, y: stalled, label: '', kind: 'negative', fixed: 'both' },
          { x: score, y: slope, label: this.text('point'), kind: 'positive', fixed: 'y' },
        ],
        overlay: ({ left, y }) => svg`
          <text class="plot-label positive" x=${left + 12} y=${y(-0.92)}>${this.text('curve_crossEntropy')}</text>
          <text class="plot-label negative" x=${left + 12} y=${y(-0.09)}>${this.text('curve_squaredError')}</text>`,
        move: ({ x }) => this.set({ [`h${right}`]: x }),
      })}
      ${figures([
        [this.text('slope_crossEntropy', { index }), 'crossEntropySlope', slope, 4],
        [this.text('slope_squaredError', { index }), 'squaredErrorSlope', stalled, 4],
        [this.text('squaredError'), 'squaredError', steps.squaredError, 4],
      ])}
    `;
  }
}

/** e^h divided by the sum, or what stands there instead. @param {Steps} steps @param {number} i */
function naive({ naive: shares, powers, powerSum }, i) {
  if (!Number.isNaN(shares[i])) return figure(`naive-${i}`, shares[i], 4);
  const wording = `${decimal(powers[i])}/${decimal(powerSum)}`;
  return html`<span class="text-negative">${figure(`naive-${i}`, shares[i], wording)}</span>`;
}
