import { html } from 'lit';
import { numberField } from '../../ui/fields.js';
import '../../ui/plot.js';
import { labs } from '../../engine/labs.js';
import './backprop.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import zh from './zh.js';
import { drawing } from './drawing.js';
import { count, initial, limit, parametersOf } from './parameters.js';
import { last, steps } from './steps.js';
import { Lab } from '../lab.js';
import { button, figure, figures, numbersText, rangeSentence, slider } from '../parts.js';

addTexts('backprop', { en, zh });

/** @typedef {import('./types.js').BackpropLab} Module */

const text = (/** @type {string} */ name, /** @type {any} */ values = {}) =>
  t(`backprop.${name}`, values);

const maxRate = 50;
const rates = Array.from({ length: 101 }, (_, i) => (i * maxRate) / 100);
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
class BackpropLab extends Lab {
  static lab = 'backprop';
  static schema = {
    step: { default: 0, min: 0, max: last, integer: true },
    x1: { default: 1, ...inputRange },
    x2: { default: 0.5, ...inputRange },
    y1: { default: 1, ...targetRange },
    y2: { default: 0, ...targetRange },
    eta: { default: 5, min: 0, max: maxRate },
    theta: { default: numbersText(initial) },
  };
  static challenges = {
    saturate: { step: 6, y1: 1, y2: 0, theta: numbersText([...initial.slice(0, 15), -10, 10]) },
    zeros: { step: 7, theta: numbersText(initial.map(() => 0)) },
    overshoot: {
      step: last,
      x1: 1,
      x2: 0.5,
      y1: 0.5,
      y2: 0.5,
      eta: maxRate,
      theta: numbersText(initial),
    },
  };

  /** @param {any} state */
  compute({ x1, x2, y1, y2, eta, theta: text }) {
    const module = /** @type {Module} */ (labs());
    const given = { x: [x1, x2], y: [y1, y2], theta: parametersOf(text), eta };
    return {
      given,
      walk: module.backpropWalk(given.x, given.y, given.theta, eta),
      losses: module.backpropLosses(given.x, given.y, given.theta, rates),
    };
  }

  figure() {
    const { given, walk } = this.result;
    const step = Number(this.state.step);
    const { tex, lines } = steps[step];
    return html`
      <div class="lab-row walk-way">
        ${button('back', text('back'), () => this.#go(step - 1))}
        <span data-main
          >${
            step < last
              ? button('next', text('next'), () => this.#go(step + 1), { primary: true })
              : button('next', text('take'), () => this.#take(), { primary: true })
          }</span
        >
        <span class="muted" data-testid="lab-step" data-value=${step}
          >${text('at', { step, last })}</span
        >
      </div>
      <div class="walk-step" aria-live="polite">
        <h2>${text(`step_${step}`)}</h2>
        <dd-formula display .tex=${tex}></dd-formula>
        <p>${text(`say_${step}`)}</p>
      </div>
      ${drawing(step, walk, given, text('drawing', { step: text(`step_${step}`) }))}
      <ul class="walk-lines ${lines(walk, given).length > 3 ? 'walk-lines--short' : ''}" data-testid="lab-lines">
        ${lines(walk, given).map(
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
    const eta = Number(this.state.eta);
    const highest = Math.max(...losses, walk.loss, walk.nextLoss, 1e-6);
    return html`
      <div class="lab-plot walk-plot">
        <dd-plot
          testid="lab-descent"
          label=${text('plot')}
          xName="η"
          yName="J"
          .xRange=${[0, maxRate]}
          .yRange=${[0, highest * 1.1]}
          .lines=${[
            {
              x: [0, maxRate],
              y: [walk.loss, walk.loss + walk.slopeAtZero * maxRate],
              kind: 'negative dashed',
            },
            { x: rates, y: losses, kind: 'positive' },
          ]}
          .points=${[{ x: eta, y: walk.nextLoss, label: 'η', kind: 'positive', fixed: 'y' }]}
          @point-move=${(/** @type {CustomEvent} */ { detail }) => this.set({ eta: detail.x })}
        ></dd-plot>
      </div>
      ${figures([
        [text('before'), 'loss-before', walk.loss],
        [text('after'), 'loss-after', walk.nextLoss],
        [text('difference'), 'difference', walk.difference, 3],
      ])}
      <p class="notice" role="status" data-testid="lab-worse" ?hidden=${walk.nextLoss <= walk.loss}>
        ${text('worse')}
      </p>
    `;
  }

  controls() {
    return html`
      <div class="lab-controls lab-controls--pair">
        ${slider(this, 'x1', text('input', { number: 1 }), inputRange)}
        ${slider(this, 'x2', text('input', { number: 2 }), inputRange)}
        ${slider(this, 'y1', text('target', { number: 1 }), targetRange)}
        ${slider(this, 'y2', text('target', { number: 2 }), targetRange)}
      </div>
      ${slider(this, 'eta', text('eta'), { min: 0, max: maxRate, step: 0.5 })}
      <details class="walk-parameters" data-testid="lab-parameters">
        <summary>${text('parameters', { count })}</summary>
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
        <legend>${text(name)}</legend>
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

customElements.define('dd-lab-backprop', BackpropLab);
