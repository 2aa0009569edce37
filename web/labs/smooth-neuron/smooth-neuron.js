import { html, svg } from 'lit';
import './smooth-neuron.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { evenly, figure, figures, plot, row, slider, table } from '../parts.js';

const nudgeRange = [-4, 4];
const across = evenly(-4, 4, 801);
const input = { min: -3, max: 3, step: 0.1 };
const weight = { min: -8, max: 8, step: 0.1 };
const nudge = { min: nudgeRange[0], max: nudgeRange[1], step: 0.01 };
const changes = /** @type {const} */ (['dw1', 'dw2', 'db']);
/** From where the challenges depart. */
const still = { x1: 1, x2: 0.5, w1: 0.6, w2: -0.8, b: -0.3, dw1: 0, dw2: 0, db: 0 };

/** The same small change in a step neuron and in a sigmoid neuron, and what the gradient foretells. */
export default class SmoothNeuronLab extends labOf('smooth-neuron', en, zh, {
  x1: { default: still.x1, ...input },
  x2: { default: still.x2, ...input },
  w1: { default: still.w1, ...weight },
  w2: { default: still.w2, ...weight },
  b: { default: still.b, min: -10, max: 10, step: 0.1 },
  dw1: { default: 0.4, ...nudge },
  dw2: { default: 0, ...nudge },
  db: { default: 0, ...nudge },
}) {
  static formula = String.raw`\Delta a\approx\frac{\partial a}{\partial w_1}\Delta w_1+\frac{\partial a}{\partial w_2}\Delta w_2+\frac{\partial a}{\partial b}\Delta b`;
  static challenges = {
    small: { ...still, dw1: 0.05 },
    across: { ...still, dw1: 0.11 },
    far: { ...still, dw1: 4 },
    deaf: { ...still, b: -8, dw1: 1 },
  };

  compute() {
    const { x1, x2, w1, w2, b, dw1, dw2, db } = this.state;
    const { module } = this;
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
    const { step, sigmoid, foretold } = this.result;
    const { dw1 } = this.state;
    const names = [
      ['positive', 'activation_sigmoid'],
      ['negative', 'step'],
      ['', 'foretold'],
    ];
    return html`
      ${plot(this, {
        main: true,
        x: ['Δw₁', nudgeRange],
        y: ['a', [-0.6, 1.6]],
        lines: [
          { x: across, y: sigmoid.curve.predicted, kind: 'dashed thin' },
          { x: across, y: step.curve.output, kind: 'negative' },
          { x: across, y: sigmoid.curve.output, kind: 'positive' },
        ],
        points: [
          { x: 0, y: sigmoid.before, label: '', kind: 'open', fixed: 'both' },
          { x: dw1, y: step.after, label: '', kind: 'negative', fixed: 'both' },
          { x: dw1, y: sigmoid.after, label: this.text('nudged'), kind: 'positive', fixed: 'y' },
        ],
        overlay: ({ x, y, left, top, bottom }) => {
          const level = (/** @type {number} */ a) => Math.min(bottom, Math.max(top, y(a)));
          return svg`
            <line class="nudge-gap" x1=${x(dw1)} x2=${x(dw1)} y1=${level(foretold)} y2=${level(sigmoid.after)} />
            ${names.map(
              ([kind, name], i) =>
                svg`<text class="plot-label ${kind}" x=${left + 12} y=${top + 36 + 17 * i}>${this.text(name)}</text>`,
            )}`;
        },
        move: ({ x }) => this.set({ dw1: x }),
      })}
      ${figures([
        [this.text('stepChange'), 'stepChange', step.change],
        [this.text('change'), 'change', sigmoid.change],
        [this.text('predicted'), 'predicted', sigmoid.predicted],
        [this.text('error'), 'error', sigmoid.error],
      ])}
    `;
  }

  controls() {
    const { partials, shares, predicted } = this.result.sigmoid;
    return html`
      <div class="lab-scroll">
        ${table(
          ['parameter', 'delta', 'partial', 'share'].map((name) => this.text(name)),
          ['w₁', 'w₂', 'b'].map((name, i) =>
            row([
              name,
              decimal(this.state[changes[i]], 4),
              figure(`partial-${i}`, partials[i]),
              figure(`share-${i}`, shares[i]),
            ]),
          ),
          {
            kind: 'nudge-table',
            foot: html`<tr>
              <th scope="row" colspan="3">${this.text('predicted')}</th>
              <td>${figure('sum', predicted)}</td>
            </tr>`,
          },
        )}
      </div>
      <div class="lab-controls lab-controls--pair">${changes.map((name) => slider(this, name))}</div>
      <details class="lab-details">
        <summary>${this.text('neuron')}</summary>
        <div class="lab-controls lab-controls--pair">
          ${['x1', 'x2', 'w1', 'w2', 'b'].map((name) => slider(this, name))}
        </div>
      </details>
    `;
  }
}
