import { html, svg } from 'lit';
import '../../ui/cell-grid.js';
import { fetchModel, modelCards } from '../../engine/models.js';
import './gradient-check.css';
import '../../ui/network.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { button, choice, evenly, figures, flag, plot, slider } from '../parts.js';

/** @typedef {import('./types.js').DigitGradient} DigitGradient */

const sampleCount = 10;
/** log₁₀ ε */
const range = [-12, 0];
const exponents = evenly(-12, 0, 49);
const errorRange = [-14, 1];
/** A relative error of so much, as a power of ten, is a pass. */
const pass = -6;

/** From where the challenges depart: a pixel that matters to its unit. */
const plain = { lg: -3, layer: '1', unit: 4, input: 521, bias: false, code: 'right', seed: 1 };

/** A numeric gradient against the one of backpropagation, on the very network that reads digits. */
export default class GradientCheckLab extends labOf('gradient-check', en, zh, {
  lg: { default: plain.lg, min: range[0], max: range[1], step: 0.1 },
  layer: { default: plain.layer, choices: ['1', '2', '3'] },
  unit: { default: plain.unit, min: 1, max: 4096, integer: true },
  input: { default: plain.input, min: 1, max: 4096, integer: true },
  bias: { default: plain.bias },
  code: { default: plain.code, choices: ['right', 'slope', 'sum'] },
  seed: { default: plain.seed, min: 1, max: 99, integer: true },
}) {
  static formula = String.raw`\frac{\partial J}{\partial w}\approx\frac{J(w+\varepsilon)-J(w-\varepsilon)}{2\,\varepsilon}`;
  static challenges = {
    tiny: { ...plain, lg: -12 },
    huge: { ...plain, lg: 0 },
    bug: { ...plain, code: 'slope' },
    blank: { ...plain, input: 1 },
  };

  /** @type {Uint8Array | null} */
  file = null;
  failed = false;
  /** @type {DigitGradient | null} */
  network = null;
  networkSeed = 0;
  /** The curve depends on all of the state but ε. @type {{ key: string, curve: any }} */
  cached = { key: '', curve: null };

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
    this.cached = { key: '', curve: null };
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

  /** @returns {any}  null until the network is there */
  compute() {
    const { lg, layer, unit, input, bias, code, seed } = this.state;
    if (!this.file) return null;
    const network = this.#open(seed);
    const { inputs, layers } = network.architecture();
    const at = Math.min(Number(layer), layers.length) - 1;
    const fanIn = at === 0 ? inputs : layers[at - 1].units;
    const { units } = layers[at];
    const of = Math.min(unit, units) - 1;
    const from = bias ? fanIn : Math.min(input, fanIn) - 1;
    const key = [seed, at, of, from, code].join();
    if (key !== this.cached.key)
      this.cached = { key, curve: network.curve(at, of, from, exponents, code) };
    return {
      layers: layers.length,
      at,
      of,
      from,
      fanIn,
      units,
      curve: this.cached.curve,
      here: network.check(at, of, from, lg, code),
      gradients: network.unitGradient(at, of, code),
    };
  }

  /**
   * With other digits or another layer the weight from before would most often be one without
   * influence: the one with the most is taken instead.
   * @type {import('../lab.js').Lab['set']}
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
    const file = /** @type {Uint8Array} */ (this.file);
    const opened = this.module.openDigitGradient(file, sampleCount, seed);
    this.#free();
    this.networkSeed = seed;
    return (this.network = opened);
  }

  updated() {
    const grid = /** @type {import('../../ui/cell-grid.js').CellGrid | null} */ (
      this.querySelector('dd-cell-grid')
    );
    if (!grid || !this.result) return;
    const { gradients } = this.result;
    let largest = 0;
    for (const value of gradients) largest = Math.max(largest, Math.abs(value));
    void grid.updateComplete.then(() => grid.show(gradients, largest));
  }

  waiting() {
    return this.failed
      ? html`<p class="notice" role="alert">
          ${this.text('failed')} ${button('retry', this.text('retry'), () => void this.#load())}
        </p>`
      : html`<p class="muted" role="status">${this.text('loading')}</p>`;
  }

  figure() {
    const { here } = this.result;
    return html`
      ${this.#plot()}
      ${figures([
        [this.text('analytic'), 'analytic', here.analytic, 7],
        [this.text('central'), 'central', here.central, 7],
        [this.text('error'), 'error', here.centralError, 3],
      ])}
      <p class="lab-verdict" role="status" data-testid="lab-verdict">${this.#verdict()}</p>
      ${this.#cells()}
    `;
  }

  #verdict() {
    const { here, curve } = this.result;
    if (here.analytic === 0 && here.central === 0) return this.text('blank');
    const [best, error] = [decimal(curve.best, 2), decimal(curve.bestError, 2)];
    const judged =
      curve.bestError < 10 ** pass ? 'passes' : curve.bestError > 0.01 ? 'wrong' : 'unclear';
    const verdict = this.text(judged, { best, error });
    return here.kinks > 0 ? this.text('kinks', { count: here.kinks, verdict }) : verdict;
  }

  #plot() {
    const { curve, here } = this.result;
    const { firstKink } = curve;
    const kinked = !Number.isNaN(firstKink);
    return plot(this, {
      main: true,
      x: ['log₁₀ ε', range],
      y: [this.text('yName'), errorRange],
      lines: [
        { x: range, y: [pass, pass], kind: 'muted dashed' },
        { x: exponents, y: curve.forward, kind: 'negative' },
        { x: exponents, y: curve.central, kind: 'positive' },
      ],
      points: [
        {
          x: this.state.lg,
          y: Math.max(errorRange[0], here.logError),
          label: 'ε',
          kind: 'positive',
          fixed: 'y',
        },
      ],
      underlay: ({ x, right, top, bottom }) =>
        kinked
          ? svg`<rect class="kinked" x=${x(firstKink)} y=${top} width=${Math.max(0, right - x(firstKink))} height=${bottom - top} />`
          : '',
      overlay: ({ y, left, right, top, bottom }) => svg`
        <text class="plot-label positive" x=${left + 12} y=${bottom - 30}>${this.text('centralLine')}</text>
        <text class="plot-label negative" x=${left + 12} y=${bottom - 12}>${this.text('forwardLine')}</text>
        <text class="plot-label muted" x=${left + 12} y=${y(pass) + 15}>${this.text('pass')}</text>
        ${kinked ? svg`<text class="plot-label muted" x=${right - 6} y=${top + 16} text-anchor="end">${this.text('kinked')}</text>` : ''}`,
      move: ({ x }) => this.set({ lg: x }),
    });
  }

  #cells() {
    const { at, of, from, fanIn, gradients } = this.result;
    return html`
      <div class="check-cells">
        <p class="small muted">${this.text(at === 0 ? 'image' : 'strip', { unit: of + 1 })}</p>
        <dd-cell-grid
          class=${at === 0 ? 'image-cells' : ''}
          testId="lab-cells"
          pickable
          .columns=${at === 0 ? 28 : 0}
          .count=${fanIn}
          .picked=${from < fanIn ? from : -1}
          .label=${this.text('cells')}
          .describe=${(/** @type {number} */ index) =>
            this.text('cell', { number: index + 1, value: decimal(gradients[index], 3) })}
          @pick=${(/** @type {CustomEvent} */ { detail }) =>
            this.set({ input: detail + 1, bias: false })}
        ></dd-cell-grid>
      </div>
    `;
  }

  controls() {
    const { layers, units, fanIn } = this.result;
    const counted = (/** @type {string} */ name, /** @type {number} */ count) =>
      slider(this, name, this.text(name, { count }), { min: 1, max: count, step: 1 });
    return html`
      ${slider(this, 'lg')} ${choice(this, 'code')}
      ${choice(this, 'layer', undefined, ['1', '2', '3'].slice(0, layers))}
      <div class="lab-controls lab-controls--pair">
        ${counted('unit', units)} ${counted('input', fanIn)} ${flag(this, 'bias')}
        ${slider(this, 'seed')}
      </div>
    `;
  }
}
