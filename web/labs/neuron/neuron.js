import { html, svg } from 'lit';
import '../../ui/neuron-diagram.js';
import './neuron.css';
import '../../ui/neuron-diagram.css';
import en from './en.js';
import { rgb } from '../../ui/palette.js';
import { formatNumber } from '../../app/text.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { evenly, figures, plot, slider } from '../parts.js';

const sumRange = [-12, 12];
const sums = evenly(-12, 12, 241);
const channels = /** @type {const} */ (['red', 'green', 'blue']);
const weightNames = /** @type {const} */ (['wr', 'wg', 'wb']);
const channel = { min: 0, max: 255, integer: true };
const weight = { min: -10, max: 10, step: 0.1 };

/** Twelve colours around the wheel, black, white and grey: how the neuron sorts them. */
const palette =
  '#f00 #ff8000 #ff0 #80ff00 #0f0 #00ff80 #0ff #0080ff #00f #8000ff #f0f #ff0080 #fff #808080 #000'
    .split(' ')
    .map(rgb);

const paint = (/** @type {readonly number[]} */ parts) => `rgb(${parts.join()})`;

/** One sigmoid neuron that says whether a colour is warm; its bias as a threshold for the sum. */
export default class NeuronLab extends labOf('neuron', en, zh, {
  red: { default: 170, ...channel },
  green: { default: 60, ...channel },
  blue: { default: 140, ...channel },
  wr: { default: 6, ...weight },
  wg: { default: 1, ...weight },
  wb: { default: -6, ...weight },
  b: { default: -0.5, min: -12, max: 12, step: 0.1 },
}) {
  static formula = String.raw`z=\sum_i w_i x_i+b,\qquad a=\sigma(z)=\frac{1}{1+e^{-z}}`;
  static challenges = {
    never: { b: -12 },
    blind: { wr: 0, wg: 0, wb: 0, b: 1 },
    swap: { wr: -6, wg: 1, wb: 6, b: -0.5 },
    grey: { red: 20, green: 20, blue: 20, wr: 6, wg: 0, wb: -6, b: -0.5 },
  };
  static same = '#/draw';

  compute() {
    const { module, state } = this;
    const { b } = state;
    const weights = weightNames.map((name) => state[name]);
    const color = channels.map((name) => state[name]);
    const inputsOf = (/** @type {readonly number[]} */ [red, green, blue]) =>
      module.colorInputs(red, green, blue);
    const sumOf = (/** @type {readonly number[]} */ parts) =>
      module.answerOfNeuron('sigmoid', inputsOf(parts), weights, b).sum;
    const inputs = inputsOf(color);
    const answer = module.answerOfNeuron('sigmoid', inputs, weights, b);
    return {
      color,
      inputs,
      answer,
      palette: palette.map(sumOf),
      curve: module.answersToSums('sigmoid', sums, b),
      yes: module.answersToSums('step', [answer.sum], b)[0],
      half: module.answersToSums('sigmoid', [answer.threshold], b)[0],
    };
  }

  figure() {
    const { color, answer, inputs, yes } = this.result;
    return html`
      <div class="neuron-stage">
        <dd-neuron-diagram
          label=${this.text('diagram')}
          .edges=${channels.map((name, i) => ({
            name: this.text(name),
            value: formatNumber(inputs[i], { maximumFractionDigits: 3 }),
            weight: this.state[weightNames[i]],
            product: answer.products[i],
          }))}
          .bias=${this.state.b}
          .z=${answer.z}
          .output=${formatNumber(answer.output, { maximumFractionDigits: 2 })}
          .word=${this.text(answer.z === 0 ? 'undecided' : yes ? 'warm' : 'cold')}
          .swatch=${paint(color)}
        ></dd-neuron-diagram>
        <div class="lab-controls">${channels.map((name) => slider(this, name))}</div>
      </div>
      ${this.#plot()}
      ${figures([
        [
          html`<dd-formula .tex=${String.raw`\textstyle\sum_i w_i x_i`}></dd-formula>`,
          'sum',
          answer.sum,
        ],
        [this.text('threshold'), 'threshold', answer.threshold],
        ['z', 'z', answer.z],
        [html`<dd-formula .tex=${'a=\\sigma(z)'}></dd-formula>`, 'output', answer.output],
      ])}
    `;
  }

  #plot() {
    const { answer, curve, color, half } = this.result;
    return plot(this, {
      frame: 'lab-plot neuron-plot',
      main: true,
      x: [this.text('sum'), sumRange],
      y: ['a', [-0.5, 1.12]],
      lines: [{ x: sums, y: curve, kind: 'positive' }],
      points: [{ x: answer.threshold, y: half, label: this.text('threshold'), fixed: 'y' }],
      underlay: (frame) => this.#sides(frame),
      overlay: ({ x, y, left, right }) => svg`<circle
        class="neuron-color"
        cx=${Math.min(right, Math.max(left, x(answer.sum)))}
        cy=${y(answer.output)}
        r="9"
        fill=${paint(color)}
      />`,
      move: ({ x }) => this.set({ b: 0 - x }),
    });
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
      <text class="plot-label muted" x=${Math.min(edge - 8, right - 8)} y=${top + 18} text-anchor="end">${this.text('cold')}</text>
      <text class="plot-label muted" x=${Math.max(edge + 8, left + 24)} y=${top + 18}>${this.text('warm')}</text>
      ${this.result.palette.map(
        (sum, i) => svg`<rect
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
          slider(this, name, this.text('weight', { name: this.text(channels[i]) })),
        )}
        ${slider(this, 'b')}
      </div>
    `;
  }
}
