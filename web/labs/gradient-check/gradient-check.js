import { html, svg } from 'lit';
import '../../ui/cell-grid.js';
import '../../ui/plot.js';
import { labs } from '../../engine/labs.js';
import { fetchModel, modelCards } from '../../engine/models.js';
import './gradient-check.css';
import '../../ui/network.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { button, choice, figures, flag, slider } from '../parts.js';

addTexts('gradient-check', { en, zh });

/**
 * @typedef {import('./types.js').GradientCheckLab} Module
 * @typedef {import('./types.js').DigitGradient} DigitGradient
 * @typedef {import('./types.js').Code} Code
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 */

const text = (/** @type {string} */ name, /** @type {any} */ values = {}) =>
  t(`gradient-check.${name}`, values);

const sampleCount = 10;
/** log₁₀ ε */
const range = { min: -12, max: 0, step: 0.1 };
const exponents = Array.from({ length: 49 }, (_, i) => range.min + i / 4);
const errorRange = [-14, 1];
/** A relative error of so much, as a power of ten, is a pass. */
const pass = -6;

/** From where the challenges depart: a pixel that matters to its unit. */
const plain = { lg: -3, layer: '1', unit: 4, input: 521, bias: false, code: 'right', seed: 1 };

/** A numeric gradient against the one of backpropagation, on the very network that reads digits. */
class GradientCheckLab extends Lab {
  static lab = 'gradient-check';
  static schema = {
    lg: { default: plain.lg, min: range.min, max: range.max },
    layer: { default: plain.layer, choices: ['1', '2', '3'] },
    unit: { default: plain.unit, min: 1, max: 4096, integer: true },
    input: { default: plain.input, min: 1, max: 4096, integer: true },
    bias: { default: plain.bias },
    code: { default: plain.code, choices: ['right', 'slope', 'sum'] },
    seed: { default: plain.seed, min: 1, max: 99, integer: true },
  };
  static formula = String.raw`\frac{\partial J}{\partial w}\approx\frac{J(w+\varepsilon)-J(w-\varepsilon)}{2\,\varepsilon}`;
  static challenges = {
    tiny: { ...plain, lg: -12 },
    huge: { ...plain, lg: 0 },
    bug: { ...plain, code: 'slope' },
    blank: { ...plain, input: 1 },
  };

  constructor() {
    super();
    /** @type {Uint8Array | null} */
    this.file = null;
    this.failed = false;
    /** @type {DigitGradient | null} */
    this.network = null;
    this.networkSeed = 0;
    /** The curve depends on all of the state but ε. @type {{ key: string, curve: any }} */
    this.kept = { key: '', curve: null };
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#free();
  }

  #free() {
    this.network?.delete();
    this.network = null;
    this.kept = { key: '', curve: null };
  }

  async #load() {
    this.failed = false;
    this.requestUpdate();
    try {
      this.file = await fetchModel(modelCards[0]);
    } catch {
      this.failed = true;
    }
    if (this.isConnected) this.refresh();
  }

  /** @param {any} state */
  compute({ lg, layer, unit, input, bias, code, seed }) {
    if (!this.file) return { loading: true };
    const network = this.#open(seed);
    const { inputs, layers } = network.architecture();
    const at = Math.min(Number(layer), layers.length) - 1;
    const fanIn = at === 0 ? inputs : layers[at - 1].units;
    const { units } = layers[at];
    const of = Math.min(unit, units) - 1;
    const from = bias ? fanIn : Math.min(input, fanIn) - 1;
    const key = [seed, at, of, from, code].join();
    if (key !== this.kept.key)
      this.kept = { key, curve: network.curve(at, of, from, exponents, code) };
    return {
      layers: layers.length,
      at,
      of,
      from,
      fanIn,
      units,
      curve: this.kept.curve,
      here: network.check(at, of, from, lg, code),
      gradients: network.unitGradient(at, of, code),
      loss: network.loss(),
    };
  }

  /**
   * With other digits or another layer the weight from before would most often be one without
   * influence: the one with the most is taken instead.
   * @param {import('../../app/router.js').Values} changes
   * @param {{ undoable?: boolean }} [options]
   */
  set(changes, options) {
    const elsewhere = 'layer' in changes || 'seed' in changes;
    if (this.network && elsewhere && !('input' in changes)) {
      const { layer, seed } = { ...this.state, ...changes };
      const { unit, input } = this.#open(Number(seed)).strongest(Number(layer) - 1);
      changes = { ...changes, unit: unit + 1, input: input + 1, bias: false };
    }
    super.set(changes, options);
  }

  /** @param {number} seed @returns {DigitGradient} */
  #open(seed) {
    if (this.network && this.networkSeed === seed) return this.network;
    const module = /** @type {Module} */ (labs());
    const file = /** @type {Uint8Array} */ (this.file);
    const opened = module.openDigitGradient(file, sampleCount, seed);
    this.#free();
    this.networkSeed = seed;
    return (this.network = opened);
  }

  updated() {
    const grid = /** @type {import('../../ui/cell-grid.js').CellGrid | null} */ (
      this.querySelector('dd-cell-grid')
    );
    if (!grid || !this.result?.gradients) return;
    const { gradients } = this.result;
    let largest = 0;
    for (const value of gradients) largest = Math.max(largest, Math.abs(value));
    void grid.updateComplete.then(() => grid.show(gradients, largest));
  }

  figure() {
    if (this.result.loading) return this.#waiting();
    const { here } = this.result;
    return html`
      ${this.#plot()}
      ${figures([
        [text('analytic'), 'analytic', here.analytic, 7],
        [text('central'), 'central', here.central, 7],
        [text('error'), 'error', here.centralError, 3],
      ])}
      <p class="lab-verdict" role="status" data-testid="lab-verdict">${this.#verdict()}</p>
      ${this.#cells()}
    `;
  }

  #waiting() {
    return this.failed
      ? html`<p class="notice" role="alert">
          ${text('failed')} ${button('retry', text('retry'), () => void this.#load())}
        </p>`
      : html`<p class="muted" role="status">${text('loading')}</p>`;
  }

  #verdict() {
    const { here, curve } = this.result;
    if (here.analytic === 0 && here.central === 0) return text('blank');
    const [best, error] = [decimal(curve.best, 2), decimal(curve.bestError, 2)];
    const judged =
      curve.bestError < 10 ** pass ? 'passes' : curve.bestError > 0.01 ? 'wrong' : 'unclear';
    const verdict = text(judged, { best, error });
    return here.kinks > 0 ? text('kinks', { count: here.kinks, verdict }) : verdict;
  }

  #plot() {
    const { curve, here } = this.result;
    const lg = Number(this.state.lg);
    const lowest = errorRange[0];
    return html`
      <div class="lab-plot" data-main>
        <dd-plot
          testid="lab-plot"
          label=${text('plot')}
          xName="log₁₀ ε"
          yName=${text('yName')}
          .xRange=${[range.min, range.max]}
          .yRange=${errorRange}
          .lines=${[
            { x: [range.min, range.max], y: [pass, pass], kind: 'muted dashed' },
            { x: exponents, y: curve.forward, kind: 'negative' },
            { x: exponents, y: curve.central, kind: 'positive' },
          ]}
          .points=${[
            {
              x: lg,
              y: Math.max(lowest, here.logError),
              label: 'ε',
              kind: 'positive',
              fixed: 'y',
            },
          ]}
          .underlay=${(/** @type {Frame} */ { x, right, top, bottom }) =>
            Number.isNaN(curve.firstKink)
              ? ''
              : svg`<rect class="kinked" x=${x(curve.firstKink)} y=${top} width=${Math.max(0, right - x(curve.firstKink))} height=${bottom - top} />`}
          .overlay=${(/** @type {Frame} */ { y, left, right, top, bottom }) => svg`
            <text class="plot-label positive" x=${left + 12} y=${bottom - 30}>${text('centralLine')}</text>
            <text class="plot-label negative" x=${left + 12} y=${bottom - 12}>${text('forwardLine')}</text>
            <text class="plot-label muted" x=${left + 12} y=${y(pass) + 15}>${text('pass')}</text>
            ${
              Number.isNaN(curve.firstKink)
                ? ''
                : svg`<text class="plot-label muted" x=${right - 6} y=${top + 16} text-anchor="end">${text('kinked')}</text>`
            }`}
          @point-move=${(/** @type {CustomEvent} */ { detail }) => this.set({ lg: detail.x })}
        ></dd-plot>
      </div>
    `;
  }

  #cells() {
    const { at, of, from, fanIn, gradients } = this.result;
    return html`
      <div class="check-cells">
        <p class="small muted">${text(at === 0 ? 'image' : 'strip', { unit: of + 1 })}</p>
        <dd-cell-grid
          class=${at === 0 ? 'image-cells' : ''}
          testId="lab-cells"
          pickable
          .columns=${at === 0 ? 28 : 0}
          .count=${fanIn}
          .picked=${from < fanIn ? from : -1}
          .label=${text('cells')}
          .describe=${(/** @type {number} */ index) =>
            text('cell', { number: index + 1, value: decimal(gradients[index], 3) })}
          @pick=${(/** @type {CustomEvent} */ { detail }) =>
            this.set({ input: detail + 1, bias: false })}
        ></dd-cell-grid>
      </div>
    `;
  }

  controls() {
    if (this.result.loading) return '';
    const { layers, units, fanIn } = this.result;
    const whole = (/** @type {number} */ max) => ({ min: 1, max, step: 1 });
    return html`
      ${slider(this, 'lg', text('lg'), range)}
      ${choice(this, 'code', text('code'), ['right', 'slope', 'sum'])}
      ${choice(this, 'layer', text('layer'), ['1', '2', '3'].slice(0, layers))}
      <div class="lab-controls lab-controls--pair">
        ${slider(this, 'unit', text('unit', { count: units }), whole(units))}
        ${slider(this, 'input', text('input', { count: fanIn }), whole(fanIn))}
        ${flag(this, 'bias', text('bias'))} ${slider(this, 'seed', text('seed'), whole(99))}
      </div>
    `;
  }
}

customElements.define('dd-lab-gradient-check', GradientCheckLab);
