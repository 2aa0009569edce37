import { html } from 'lit';
import { numberField } from '../../ui/fields.js';
import './backprop.css';
import en from './en.js';
import zh from './zh.js';
import { drawing } from './drawing.js';
import { count, initial, limit, parametersOf } from './parameters.js';
import { last, steps } from './steps.js';
import { labOf } from '../lab.js';
import {
  button,
  evenly,
  figure,
  figures,
  notice,
  numbersText,
  plot,
  rangeSentence,
  slider,
} from '../parts.js';

const begin = numbersText(initial);
const maxRate = 50;
const rates = evenly(0, maxRate, 101);
const inputRange = { min: -3, max: 3, step: 0.1 };
const targetRange = { min: 0, max: 1, step: 0.01 };

/** The parameters as matrices: the places of each row in θ. */
const matrices = [
  { name: 'W1', rows: [[0, 1, 2], [3, 4, 5]] }, // prettier-ignore
  { name: 'b1', rows: [[6, 7, 8]] },
  { name: 'W2', rows: [[9, 10], [11, 12], [13, 14]] }, // prettier-ignore
  { name: 'b2', rows: [[15, 16]] },
];

/** The four equations of backpropagation on a network small enough to write out. */
export default class BackpropLab extends labOf('backprop', en, zh, {
  step: { default: 0, min: 0, max: last, integer: true },
  x1: { default: 1, ...inputRange },
  x2: { default: 0.5, ...inputRange },
  y1: { default: 1, ...targetRange },
  y2: { default: 0, ...targetRange },
  eta: { default: 5, min: 0, max: maxRate, step: 0.5 },
  theta: { default: begin },
}) {
  static challenges = {
    saturate: { step: 6, y1: 1, y2: 0, theta: numbersText([...initial.slice(0, 15), -10, 10]) },
    zeros: { step: 7, theta: numbersText(initial.map(() => 0)) },
    overshoot: { step: last, x1: 1, x2: 0.5, y1: 0.5, y2: 0.5, eta: maxRate, theta: begin },
  };

  compute() {
    const { x1, x2, y1, y2, eta, theta } = this.state;
    const given = { x: [x1, x2], y: [y1, y2], theta: parametersOf(theta), eta };
    return {
      given,
      walk: this.module.backpropWalk(given.x, given.y, given.theta, eta),
      losses: this.module.backpropLosses(given.x, given.y, given.theta, rates),
    };
  }

  figure() {
    const { given, walk } = this.result;
    const { step } = this.state;
    const { tex, lines: linesOf } = steps[step];
    const lines = linesOf(walk, given);
    const forward =
      step < last
        ? button('next', this.text('next'), () => this.#go(step + 1), { primary: true })
        : button('next', this.text('take'), () => this.#take(), { primary: true });
    return html`
      <div class="lab-row walk-way">
        ${button('back', this.text('back'), () => this.#go(step - 1))}
        <span data-main>${forward}</span>
        <span class="muted" data-testid="lab-step" data-value=${step}
          >${this.text('at', { step, last })}</span
        >
      </div>
      <div class="walk-step" aria-live="polite">
        <h2>${this.text(`step_${step}`)}</h2>
        <dd-formula display .tex=${tex}></dd-formula>
        <p>${this.text(`say_${step}`)}</p>
      </div>
      ${drawing(step, walk, given, this.text('drawing', { step: this.text(`step_${step}`) }))}
      <ul class="walk-lines ${lines.length > 3 ? 'walk-lines--short' : ''}" data-testid="lab-lines">
        ${lines.map(
          ({ tex: symbol, terms, name, value }) =>
            html`<li>
              <dd-formula .tex=${symbol}></dd-formula>
              <span>= ${terms && `${terms} =`} ${figure(name, value, 4)}</span>
            </li>`,
        )}
      </ul>
      ${step === last ? this.#descent() : ''}
    `;
  }

  /** @param {number} step */
  #go(step) {
    this.set({ step: Math.min(last, Math.max(0, step)) });
  }

  /** The next round begins with the weights that this one has found. */
  #take() {
    const next = Array.from(/** @type {Float64Array} */ (this.result.walk.next));
    // The address and the fields hold no more than `limit`.
    const theta = next.map((value) => Math.min(limit, Math.max(-limit, value)));
    this.set({ step: 1, theta: numbersText(theta) });
  }

  #descent() {
    const { walk, losses } = this.result;
    const promised = [walk.loss, walk.loss + walk.slopeAtZero * maxRate];
    const highest = Math.max(...losses, walk.loss, walk.nextLoss, 1e-6);
    return html`
      ${plot(this, {
        frame: 'lab-plot walk-plot',
        testid: 'lab-descent',
        x: ['η', [0, maxRate]],
        y: ['J', [0, highest * 1.1]],
        lines: [
          { x: [0, maxRate], y: promised, kind: 'negative dashed' },
          { x: rates, y: losses, kind: 'positive' },
        ],
        points: [{ x: this.state.eta, y: walk.nextLoss, label: 'η', kind: 'positive', fixed: 'y' }],
        move: ({ x }) => this.set({ eta: x }),
      })}
      ${figures([
        [this.text('before'), 'loss-before', walk.loss],
        [this.text('after'), 'loss-after', walk.nextLoss],
        [this.text('difference'), 'difference', walk.difference, 3],
      ])}
      ${notice(walk.nextLoss > walk.loss ? this.text('worse') : '', 'lab-worse')}
    `;
  }

  controls() {
    return html`
      <div class="lab-controls lab-controls--pair">
        ${['x1', 'x2'].map((name, i) => slider(this, name, this.text('input', { number: i + 1 })))}
        ${['y1', 'y2'].map((name, i) => slider(this, name, this.text('target', { number: i + 1 })))}
      </div>
      ${slider(this, 'eta', this.text('rate'))}
      <details class="walk-parameters" data-testid="lab-parameters">
        <summary>${this.text('parameters', { count })}</summary>
        ${matrices.map(({ name, rows }) => this.#matrix(name, rows))}
      </details>
    `;
  }

  /** @param {string} name @param {number[][]} rows  places in θ */
  #matrix(name, rows) {
    const { theta } = this.result.given;
    const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
      Math.abs(number) <= limit ? '' : rangeSentence(typed, -limit, limit);
    return html`
      <fieldset class="walk-matrix walk-matrix--${rows[0].length}">
        <legend class="muted small">${this.text(name)}</legend>
        ${rows.map((row, i) =>
          row.map((at, j) =>
            numberField(
              `${name.charAt(0).toLowerCase()}${rows.length > 1 ? i + 1 : ''}${j + 1}`,
              `lab-theta-${at}`,
              theta[at],
              check,
              (value) => this.set({ theta: numbersText(theta.with(at, value)) }),
            ),
          ),
        )}
      </fieldset>
    `;
  }
}
