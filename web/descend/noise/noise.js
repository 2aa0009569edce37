import { html } from 'lit';
import { component } from '../../ui/component.js';
import '../../ui/contour-panel.js';
import { fittedLines } from './fitted-lines.js';
import { numberField, selectField } from '../../ui/fields.js';
import './noise.css';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import { rateField } from '../rate-field.js';
import '../step-table.js';
import { Ticker } from '../../ui/ticker.js';
import { transport } from '../transport.js';
import { kinds, NoiseRun, noiseSchema } from './run.js';
import { tabAddress } from '../tabs.js';

/**
 * @typedef {import('./run.js').Kind} Kind
 * @typedef {import('./run.js').NoiseState} NoiseState
 * @typedef {import('../../engine/types.js').Descent} Descent
 */

/** Mini-batch descent on a line fit: the gradient of all points, of some and of one. */
export class DescendNoise extends component({
  address: tabAddress('noise'),
}) {
  /** @type {NoiseRun | null} */
  run = null;
  ticker = new Ticker(this, (steps) => this.run?.advance(steps) ?? false);

  disconnectedCallback() {
    super.disconnectedCallback();
    this.run?.release();
    this.run = null;
  }

  willUpdate() {
    if (this.run) return;
    this.run = new NoiseRun(this.address);
    this.ticker.speed = this.run.state.speed;
    this.run.addEventListener('change', () => this.requestUpdate());
  }

  render() {
    const { run } = this;
    if (!run) return '';
    const paths = kinds.map((kind) => ({ kind, path: run.path(kind) }));
    const { state } = run;
    const shown = paths.find(({ kind }) => kind === state.shown) ?? paths[0];
    const largest = run.largestLearningRate();
    return html`
      <div class="noise" data-testid="descend-noise">
        <div class="noise-main">
          <p class="noise-intro">${t('descend.noiseIntro')}</p>
          <div class="noise-panels">
            ${paths.map(({ kind, path }) => this.#panel(run, kind, path))}
          </div>
          <div class="noise-fit">
            <h2>${t('descend.noiseLines')}</h2>
            ${this.#lines(run, paths)}
          </div>
        </div>
        <div class="noise-side">
          ${rateField(state.learningRate, (learningRate) => run.set({ learningRate }), {
            presets: [1, 0.5, 0.2, 0.05],
          })}
          ${transport(this.ticker, this.#commands(run))} ${this.#fields(run)}
          <p class="muted small">
            ${largest === null ? '' : t('descend.noiseLargestRate', { largest: decimal(largest) })}
          </p>
          <div class="noise-steps">
            <label class="field">
              <span>${t('descend.noiseTable')}</span>
              <select
                class="select"
                data-testid="descend-shown"
                @change=${(/** @type {Event} */ { target }) =>
                  run.set({
                    shown: /** @type {Kind} */ (/** @type {HTMLSelectElement} */ (target).value),
                  })}
              >
                ${kinds.map(
                  (kind) =>
                    html`<option value=${kind} .selected=${kind === state.shown}>
                      ${this.#title(run, kind)}
                    </option>`,
                )}
              </select>
            </label>
            <dd-step-table .path=${shown.path} .names=${['w', 'b']}></dd-step-table>
          </div>
        </div>
      </div>
    `;
  }

  /** @param {NoiseRun} run @param {Kind} kind */
  #title(run, kind) {
    return t(`descend.noise_${kind}`, { count: run.batchSizeOf(kind) });
  }

  /** @param {NoiseRun} run @param {Kind} kind @param {Descent} path */
  #panel(run, kind, path) {
    const { w, b } = run.state;
    const value = path.values[path.steps];
    return html`
      <section class="noise-panel">
        <h2>${this.#title(run, kind)}</h2>
        <dd-contour-panel
          testid="descend-panel-${kind}"
          label=${t('descend.noisePicture', { name: this.#title(run, kind), steps: path.steps })}
          startLabel=${t('descend.noiseStart')}
          .field=${run.field}
          .theta=${path.theta}
          .start=${[w, b]}
          .minimum=${run.minimum}
          .names=${['w', 'b']}
          .format=${decimal}
          @start=${(/** @type {CustomEvent} */ { detail }) => run.set({ w: detail[0], b: detail[1] })}
        ></dd-contour-panel>
        <p class="noise-value">
          J = <output data-testid="descend-${kind}-value" data-value=${value}>${decimal(value, 4)}</output>
        </p>
        <p class="noise-words small" data-testid="descend-${kind}-words" data-behaviour=${path.behaviour}>
          ${t(`descend.noise_is_${path.behaviour}`, { step: path.divergedAt })}
        </p>
      </section>
    `;
  }

  /** @param {NoiseRun} run @param {{ kind: Kind, path: Descent }[]} paths */
  #lines(run, paths) {
    const lines = paths.map(({ kind, path }) => ({
      name: kind,
      label: t(`descend.noiseShort_${kind}`),
      ...run.lineOf(path),
    }));
    return fittedLines(run.points, lines, [0, 21], t('descend.noiseLines'));
  }

  /** @param {NoiseRun} run */
  #fields(run) {
    const { state } = run;
    const field = (/** @type {'batchSize' | 'seed'} */ name, /** @type {string} */ label) => {
      const { min, max } = noiseSchema[name];
      const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
        Number.isInteger(number) && number >= min && number <= max
          ? ''
          : t('descend.badWhole', { typed, name: label, min, max });
      return numberField(label, `descend-${name}`, state[name], check, (value) =>
        run.set({ [name]: value }),
      );
    };
    return html`
      <div class="noise-fields">
        ${field('batchSize', t('descend.noiseBatch'))}
        ${field('seed', t('descend.noiseSeed'))}
        ${selectField(
          t('descend.noiseScaling'),
          'descend-scaling',
          state.scaling,
          noiseSchema.scaling.choices.map((name) => [name, t(`descend.noiseScaling_${name}`)]),
          (scaling) => run.set({ scaling: /** @type {any} */ (scaling) }),
        )}
      </div>
    `;
  }

  /** @param {NoiseRun} run */
  #commands(run) {
    const { ticker } = this;
    const stopped = (/** @type {() => void} */ act) => () => {
      ticker.stop();
      act();
    };
    return {
      step: stopped(() => run.step()),
      back: stopped(() => run.back()),
      reset: stopped(() => run.set({ steps: 0 })),
      run: () => (ticker.running ? ticker.stop() : ticker.start()),
      speed: (/** @type {number} */ speed) => {
        ticker.speed = speed;
        run.set({ speed });
      },
    };
  }
}

customElements.define('dd-descend-noise', DescendNoise);
