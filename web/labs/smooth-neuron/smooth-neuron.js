import { html, svg } from 'lit';
import '../../ui/plot.js';
import { labs } from '../../engine/labs.js';
import './smooth-neuron.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { figure, figures, slider } from '../parts.js';

addTexts('smooth-neuron', { en, zh });

/** @typedef {import('../neuron.js').NeuronLab} Module */
/** @typedef {import('../../ui/plot-geometry.js').Frame} Frame */

const nudgeRange = [-4, 4];
const across = Array.from({ length: 801 }, (_, i) => nudgeRange[0] + i / 100);
const input = { min: -3, max: 3 };
const weight = { min: -8, max: 8 };
const bias = { min: -10, max: 10 };
const nudge = { min: nudgeRange[0], max: nudgeRange[1] };
const changes = ['dw1', 'dw2', 'db'];
const still = { dw1: 0, dw2: 0, db: 0 };

/** The same small change in a step neuron and in a sigmoid neuron, and what the gradient foretells. */
class SmoothNeuronLab extends Lab {
  static lab = 'smooth-neuron';
  static schema = {
    x1: { default: 1, ...input },
    x2: { default: 0.5, ...input },
    w1: { default: 0.6, ...weight },
    w2: { default: -0.8, ...weight },
    b: { default: -0.3, ...bias },
    dw1: { default: 0.4, ...nudge },
    dw2: { default: 0, ...nudge },
    db: { default: 0, ...nudge },
  };
  static formula = String.raw`\Delta a\approx\frac{\partial a}{\partial w_1}\Delta w_1+\frac{\partial a}{\partial w_2}\Delta w_2+\frac{\partial a}{\partial b}\Delta b`;
  static challenges = {
    small: { x1: 1, x2: 0.5, w1: 0.6, w2: -0.8, b: -0.3, ...still, dw1: 0.05 },
    across: { x1: 1, x2: 0.5, w1: 0.6, w2: -0.8, b: -0.3, ...still, dw1: 0.11 },
    far: { x1: 1, x2: 0.5, w1: 0.6, w2: -0.8, b: -0.3, ...still, dw1: 4 },
    deaf: { x1: 1, x2: 0.5, w1: 0.6, w2: -0.8, b: -8, ...still, dw1: 1 },
  };

  /** @param {any} state */
  compute({ x1, x2, w1, w2, b, dw1, dw2, db }) {
    const module = /** @type {Module} */ (labs());
    const [inputs, weights, change] = [
      [x1, x2],
      [w1, w2],
      [dw1, dw2, db],
    ];
    const of = (/** @type {string} */ activation) => ({
      ...module.nudgeNeuron(activation, inputs, weights, b, change),
      curve: module.nudgeCurve(activation, inputs, weights, b, change, 0, across),
    });
    const { predicted } = module.nudgeCurve('sigmoid', inputs, weights, b, change, 0, [dw1]);
    return { step: of('step'), sigmoid: of('sigmoid'), foretold: predicted[0] };
  }

  figure() {
    const { step, sigmoid } = this.result;
    return html`
      <div class="lab-plot" data-main>${this.#plot()}</div>
      ${figures([
        [t('smooth-neuron.stepChange'), 'stepChange', step.change],
        [t('smooth-neuron.change'), 'change', sigmoid.change],
        [t('smooth-neuron.predicted'), 'predicted', sigmoid.predicted],
        [t('smooth-neuron.error'), 'error', sigmoid.error],
      ])}
    `;
  }

  #plot() {
    const { step, sigmoid, foretold } = this.result;
    const x = Number(this.state.dw1);
    return html`
      <dd-plot
        testid="lab-plot"
        label=${t('smooth-neuron.plot')}
        xName="Δw₁"
        yName="a"
        .xRange=${nudgeRange}
        .yRange=${[-0.6, 1.6]}
        .lines=${[
          { x: across, y: sigmoid.curve.predicted, kind: 'dashed thin' },
          { x: across, y: step.curve.output, kind: 'negative' },
          { x: across, y: sigmoid.curve.output, kind: 'positive' },
        ]}
        .points=${[
          { x: 0, y: sigmoid.before, label: '', kind: 'open', fixed: 'both' },
          { x, y: step.after, label: '', kind: 'negative', fixed: 'both' },
          { x, y: sigmoid.after, label: t('smooth-neuron.nudged'), kind: 'positive', fixed: 'y' },
        ]}
        .overlay=${(/** @type {Frame} */ frame) => svg`
          <line class="nudge-gap" x1=${frame.x(x)} x2=${frame.x(x)} y1=${this.#level(frame, foretold)} y2=${this.#level(frame, sigmoid.after)} />
          ${this.#names(frame)}
        `}
        @point-move=${(/** @type {CustomEvent} */ { detail }) => this.set({ dw1: detail.x })}
      ></dd-plot>
    `;
  }

  /** @param {Frame} frame @param {number} value */
  #level({ y, top, bottom }, value) {
    return Math.min(bottom, Math.max(top, y(value)));
  }

  /** @param {Frame} frame */
  #names({ left, top }) {
    const lines = [
      ['positive', t('smooth-neuron.sigmoid')],
      ['negative', t('smooth-neuron.step')],
      ['', t('smooth-neuron.foretold')],
    ];
    return lines.map(
      ([kind, name], i) =>
        svg`<text class="plot-label ${kind}" x=${left + 12} y=${top + 36 + 17 * i}>${name}</text>`,
    );
  }

  controls() {
    return html`
      <div class="lab-scroll">${this.#table()}</div>
      <div class="lab-controls lab-controls--pair">
        ${changes.map((name) =>
          slider(this, name, t(`smooth-neuron.${name}`), { ...nudge, step: 0.01 }),
        )}
      </div>
      <details class="nudge-neuron">
        <summary>${t('smooth-neuron.neuron')}</summary>
        <div class="lab-controls lab-controls--pair">
          ${slider(this, 'x1', t('smooth-neuron.input', { number: '₁' }), { ...input, step: 0.1 })}
          ${slider(this, 'x2', t('smooth-neuron.input', { number: '₂' }), { ...input, step: 0.1 })}
          ${slider(this, 'w1', t('smooth-neuron.weight', { number: '₁' }), { ...weight, step: 0.1 })}
          ${slider(this, 'w2', t('smooth-neuron.weight', { number: '₂' }), { ...weight, step: 0.1 })}
          ${slider(this, 'b', t('smooth-neuron.bias'), { ...bias, step: 0.1 })}
        </div>
      </details>
    `;
  }

  #table() {
    const { partials, shares, predicted } = this.result.sigmoid;
    return html`
      <table class="lab-table nudge-table">
        <thead>
          <tr>
            <th scope="col">${t('smooth-neuron.parameter')}</th>
            <th scope="col">${t('smooth-neuron.delta')}</th>
            <th scope="col">${t('smooth-neuron.partial')}</th>
            <th scope="col">${t('smooth-neuron.share')}</th>
          </tr>
        </thead>
        <tbody>
          ${['w₁', 'w₂', 'b'].map(
            (name, i) => html`
              <tr>
                <td>${name}</td>
                <td>${decimal(Number(this.state[changes[i]]), 4)}</td>
                <td>${figure(`partial-${i}`, partials[i])}</td>
                <td>${figure(`share-${i}`, shares[i])}</td>
              </tr>
            `,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="3">${t('smooth-neuron.predicted')}</th>
            <td>${figure('sum', predicted)}</td>
          </tr>
        </tfoot>
      </table>
    `;
  }
}

customElements.define('dd-lab-smooth-neuron', SmoothNeuronLab);
