import { html, svg } from 'lit';
import en from './en.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { choice, evenly, figures, plot, slider } from '../parts.js';

const range = [-6, 6];
const across = evenly(range[0], range[1], 481);

/** Activation functions, their slopes, and what many layers leave of a gradient. */
export default class ActivationsLab extends labOf('activations', en, zh, {
  activation: { default: 'sigmoid', choices: ['step', 'sigmoid', 'tanh', 'relu', 'leakyRelu'] },
  z: { default: 1, min: range[0], max: range[1], step: 0.05 },
  layers: { default: 4, min: 1, max: 30, integer: true },
}) {
  static formula = String.raw`\frac{\partial J}{\partial z_1}=\Bigl(\prod_{l=1}^{L} w_l\,f'(z_l)\Bigr)\frac{\partial J}{\partial a_L}`;
  static challenges = {
    saturate: { activation: 'sigmoid', z: 6 },
    dead: { activation: 'relu', z: -2 },
    deep: { activation: 'sigmoid', z: 0, layers: 30 },
  };

  compute() {
    const { activation, z, layers } = this.state;
    const here = this.module.activationCurve(activation, [z]);
    return {
      curve: this.module.activationCurve(activation, across),
      value: here.value[0],
      slope: here.slope[0],
      left: this.module.gradientLeft(activation, z, 1, layers),
    };
  }

  figure() {
    const { curve, value, slope, left } = this.result;
    const { z, layers } = this.state;
    return html`
      ${plot(this, {
        x: ['z', range],
        y: ['f', [-1.5, 2.5]],
        lines: [
          { x: across, y: curve.slope, kind: 'negative dashed' },
          { x: across, y: curve.value, kind: 'positive' },
        ],
        points: [{ x: z, y: value, label: this.text('z'), kind: 'positive', fixed: 'y' }],
        overlay: ({ x, y, left: edge, right, top }) => svg`
          <text class="plot-label positive" x=${edge + 16} y=${top + 40}>f(z)</text>
          <text class="plot-label negative" x=${edge + 16} y=${top + 58}>f′(z)</text>
          ${
            slope === 0
              ? svg`<text class="plot-label muted" x=${Math.min(right - 112, Math.max(edge + 112, x(z)))} y=${y(-0.4)} text-anchor="middle">${this.text('silent')}</text>`
              : ''
          }`,
        move: ({ x }) => this.set({ z: x }),
      })}
      ${figures([
        ['f(z)', 'value', value],
        ['f′(z)', 'slope', slope],
        [this.text('left', { layers }), 'left', left],
      ])}
    `;
  }

  controls() {
    return html`
      ${choice(this, 'activation')}
      <div data-main>${slider(this, 'z')}</div>
      ${slider(this, 'layers')}
    `;
  }
}
