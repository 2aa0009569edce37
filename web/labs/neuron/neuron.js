import { html, svg } from 'lit';
import '../../ui/neuron-diagram.js';
import '../../ui/plot.js';
import { labs } from '../../engine/labs.js';
import './neuron.css';
import '../../ui/neuron-diagram.css';
import en from './en.js';
import { addTexts, formatNumber, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { figures, slider } from '../parts.js';

addTexts('neuron', { en, zh });

/** @typedef {import('../neuron.js').NeuronLab} Module */

const sumRange = [-12, 12];
const sums = Array.from({ length: 241 }, (_, i) => sumRange[0] + i / 10);
const channels = ['red', 'green', 'blue'];
const weightNames = ['wr', 'wg', 'wb'];
const channel = { min: 0, max: 255, integer: true };
const weight = { min: -10, max: 10 };
const bias = { min: -12, max: 12 };

/** Twelve colours around the wheel, black, white and grey: how the neuron sorts them. */
const palette = [
  [255, 0, 0],
  [255, 128, 0],
  [255, 255, 0],
  [128, 255, 0],
  [0, 255, 0],
  [0, 255, 128],
  [0, 255, 255],
  [0, 128, 255],
  [0, 0, 255],
  [128, 0, 255],
  [255, 0, 255],
  [255, 0, 128],
  [255, 255, 255],
  [128, 128, 128],
  [0, 0, 0],
];

const paint = (/** @type {readonly number[]} */ parts) => `rgb(${parts.join()})`;

/** One sigmoid neuron that says whether a colour is warm; its bias as a threshold for the sum. */
class NeuronLab extends Lab {
  static lab = 'neuron';
  static schema = {
    red: { default: 170, ...channel },
    green: { default: 60, ...channel },
    blue: { default: 140, ...channel },
    wr: { default: 6, ...weight },
    wg: { default: 1, ...weight },
    wb: { default: -6, ...weight },
    b: { default: -0.5, ...bias },
  };
  static formula = String.raw`z=\sum_i w_i x_i+b,\qquad a=\sigma(z)=\frac{1}{1+e^{-z}}`;
  static challenges = {
    never: { b: -12 },
    blind: { wr: 0, wg: 0, wb: 0, b: 1 },
    swap: { wr: -6, wg: 1, wb: 6, b: -0.5 },
    grey: { red: 20, green: 20, blue: 20, wr: 6, wg: 0, wb: -6, b: -0.5 },
  };
  static same = '#/draw';

  /** @param {any} state */
  compute(state) {
    const module = /** @type {Module} */ (labs());
    const weights = weightNames.map((name) => state[name]);
    /** @param {readonly number[]} parts */
    const answer = ([red, green, blue]) =>
      module.answerOfNeuron('sigmoid', module.colorInputs(red, green, blue), weights, state.b);
    const color = channels.map((name) => state[name]);
    return {
      color,
      inputs: module.colorInputs(color[0], color[1], color[2]),
      answer: answer(color),
      palette: palette.map((parts) => answer(parts).sum),
      curve: module.answersToSums('sigmoid', sums, state.b),
      yes: module.answersToSums('step', [answer(color).sum], state.b)[0],
      half: module.answersToSums('sigmoid', [answer(color).threshold], state.b)[0],
    };
  }

  figure() {
    const { color, answer, inputs } = this.result;
    return html`
      <div class="neuron-stage">
        <dd-neuron-diagram
          label=${t('neuron.diagram')}
          .edges=${channels.map((name, i) => ({
            name: t(`neuron.${name}`),
            value: formatNumber(inputs[i], { maximumFractionDigits: 3 }),
            weight: decimal(Number(this.state[weightNames[i]]), 3),
            product: answer.products[i],
            productText: decimal(answer.products[i], 3),
          }))}
          .bias=${{ value: Number(this.state.b), text: decimal(Number(this.state.b), 3) }}
          .z=${decimal(answer.z, 3)}
          .output=${formatNumber(answer.output, { maximumFractionDigits: 2 })}
          .word=${this.#verdict()}
          .swatch=${paint(color)}
        ></dd-neuron-diagram>
        <div class="lab-controls">
          ${channels.map((name) =>
            slider(this, name, t(`neuron.${name}`), { min: 0, max: 255, step: 1 }),
          )}
        </div>
      </div>
      <div class="lab-plot neuron-plot" data-main>${this.#plot()}</div>
      ${figures([
        [
          html`<dd-formula .tex=${String.raw`\textstyle\sum_i w_i x_i`}></dd-formula>`,
          'sum',
          answer.sum,
        ],
        [t('neuron.threshold'), 'threshold', answer.threshold],
        ['z', 'z', answer.z],
        [html`<dd-formula .tex=${'a=\\sigma(z)'}></dd-formula>`, 'output', answer.output],
      ])}
    `;
  }

  #verdict() {
    const { answer, yes } = this.result;
    return t(answer.z === 0 ? 'neuron.undecided' : yes ? 'neuron.warm' : 'neuron.cold');
  }

  #plot() {
    const { answer, curve, color, half } = this.result;
    return html`
      <dd-plot
        testid="lab-plot"
        label=${t('neuron.plot')}
        xName=${t('neuron.sum')}
        yName="a"
        .xRange=${sumRange}
        .yRange=${[-0.5, 1.12]}
        .lines=${[{ x: sums, y: curve, kind: 'positive' }]}
        .points=${[{ x: answer.threshold, y: half, label: t('neuron.threshold'), fixed: 'y' }]}
        .underlay=${(/** @type {import('../../ui/plot-geometry.js').Frame} */ frame) =>
          this.#sides(frame)}
        .overlay=${(
          /** @type {import('../../ui/plot-geometry.js').Frame} */ { x, y, left, right },
        ) => svg`<circle
          class="neuron-color"
          cx=${Math.min(right, Math.max(left, x(answer.sum)))}
          cy=${y(answer.output)}
          r="9"
          fill=${paint(color)}
        />`}
        @point-move=${(/** @type {CustomEvent} */ { detail }) => this.set({ b: 0 - detail.x })}
      ></dd-plot>
    `;
  }

  /**
   * Both sides of the threshold, and the palette in rows below the curve.
   * @param {import('../../ui/plot-geometry.js').Frame} frame
   */
  #sides({ x, y, top, bottom, left, right }) {
    const edge = x(this.result.answer.threshold);
    const row = (y(0) - bottom) / 5;
    return svg`
      <line class="neuron-threshold" x1=${edge} x2=${edge} y1=${top} y2=${bottom} />
      <text class="plot-label muted" x=${Math.min(edge - 8, right - 8)} y=${top + 18} text-anchor="end">${t('neuron.cold')}</text>
      <text class="plot-label muted" x=${Math.max(edge + 8, left + 24)} y=${top + 18}>${t('neuron.warm')}</text>
      ${this.result.palette.map(
        (/** @type {number} */ sum, /** @type {number} */ i) => svg`<rect
          class="neuron-color"
          x=${Math.min(right - 7, Math.max(left + 7, x(sum))) - 5}
          y=${bottom + row * (0.7 + (i % 5) * 0.85) - 5}
          width="10" height="10" rx="2"
          fill=${paint(palette[i])}
        />`,
      )}
    `;
  }

  controls() {
    return html`
      <div class="lab-controls lab-controls--pair">
        ${weightNames.map((name, i) =>
          slider(this, name, t('neuron.weight', { name: t(`neuron.${channels[i]}`) }), {
            ...weight,
            step: 0.1,
          }),
        )}
        ${slider(this, 'b', t('neuron.bias'), { ...bias, step: 0.1 })}
      </div>
    `;
  }
}

customElements.define('dd-lab-neuron', NeuronLab);
