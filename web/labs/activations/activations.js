import { html, svg } from 'lit';
import '../../ui/plot.js';
import { labs } from '../../engine/labs.js';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { choice, figures, slider } from '../parts.js';

addTexts('activations', { en, zh });

/** @typedef {import('./types.js').ActivationsLab} Module */

const names = ['step', 'sigmoid', 'tanh', 'relu', 'leakyRelu'];
const range = [-6, 6];
const pointCount = 481;
const across = Array.from(
  { length: pointCount },
  (_, i) => range[0] + ((range[1] - range[0]) * i) / (pointCount - 1),
);

/** Activation functions, their slopes, and what many layers leave of a gradient. */
class ActivationsLab extends Lab {
  static lab = 'activations';
  static schema = {
    activation: { default: 'sigmoid', choices: names },
    z: { default: 1, min: range[0], max: range[1] },
    layers: { default: 4, min: 1, max: 30, integer: true },
  };
  static formula = String.raw`\frac{\partial J}{\partial z_1}=\Bigl(\prod_{l=1}^{L} w_l\,f'(z_l)\Bigr)\frac{\partial J}{\partial a_L}`;
  static challenges = {
    saturate: { activation: 'sigmoid', z: 6 },
    dead: { activation: 'relu', z: -2 },
    deep: { activation: 'sigmoid', z: 0, layers: 30 },
  };

  /** @param {{ activation: string, z: number, layers: number }} state */
  compute({ activation, z, layers }) {
    const module = /** @type {Module} */ (labs());
    const here = module.activationCurve(activation, [z]);
    return {
      curve: module.activationCurve(activation, across),
      value: here.value[0],
      slope: here.slope[0],
      left: module.gradientLeft(activation, z, 1, layers),
    };
  }

  figure() {
    const { curve, value, slope, left } = this.result;
    const z = Number(this.state.z);
    return html`
      <div class="lab-plot">
        <dd-plot
          testid="lab-plot"
          label=${t('activations.plot')}
          xName="z"
          yName="f"
          .xRange=${range}
          .yRange=${[-1.5, 2.5]}
          .lines=${[
            { x: across, y: curve.slope, kind: 'negative dashed' },
            { x: across, y: curve.value, kind: 'positive' },
          ]}
          .points=${[{ x: z, y: value, label: t('activations.sum'), kind: 'positive', fixed: 'y' }]}
          .overlay=${(
            /** @type {import('../../ui/plot-geometry.js').Frame} */ {
              x,
              y,
              left: edge,
              right,
              top,
            },
          ) => svg`
            <text class="plot-label positive" x=${edge + 16} y=${top + 40}>f(z)</text>
            <text class="plot-label negative" x=${edge + 16} y=${top + 58}>f′(z)</text>
            ${
              slope === 0
                ? svg`<text class="plot-label muted" x=${Math.min(right - 112, Math.max(edge + 112, x(z)))} y=${y(-0.4)} text-anchor="middle">${t('activations.silent')}</text>`
                : ''
            }`}
          @point-move=${(/** @type {CustomEvent} */ { detail }) => this.set({ z: detail.x })}
        ></dd-plot>
      </div>
      ${figures([
        ['f(z)', 'value', value],
        ['f′(z)', 'slope', slope],
        [t('activations.left', { layers: Number(this.state.layers) }), 'left', left],
      ])}
    `;
  }

  controls() {
    return html`
      ${choice(this, 'activation', t('activations.activation'), names)}
      <div data-main>
        ${slider(this, 'z', t('activations.sum'), { min: range[0], max: range[1], step: 0.05 })}
      </div>
      ${slider(this, 'layers', t('activations.layers'), { min: 1, max: 30, step: 1 })}
    `;
  }
}

customElements.define('dd-lab-activations', ActivationsLab);
