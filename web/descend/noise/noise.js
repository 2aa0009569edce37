import { html } from 'lit';
import './noise.css';
import { decimal } from '../../app/numbers.js';
import { t } from '../../app/text.js';
import { selectField } from '../../ui/fields.js';
import { pathOf, valleyMap } from '../../ui/valley.js';
import { rateField, stateField } from '../fields.js';
import '../step-table.js';
import { tabWithRun } from '../tab.js';
import { transport } from '../transport.js';
import { fittedLines } from './fitted-lines.js';
import { kinds, NoiseRun, noiseSchema } from './run.js';

/**
 * @typedef {import('./run.js').Kind} Kind
 */

const names = ['w', 'b'];

/** Mini-batch descent on a line fit: the gradient of all points, of some and of one. */
export class DescendNoise extends tabWithRun('noise', NoiseRun) {
  render() {
    const { run, ticker } = this;
    const paths = kinds.map((kind) => ({ kind, path: run.path(kind) }));
    const shown = paths.find(({ kind }) => kind === run.state.shown) ?? paths[0];
    const largest = run.largestLearningRate();
    const lines = paths.map(({ kind, path }) => ({ kind, ...run.lineOf(path) }));
    return html`
      <div class="noise descend-columns" data-testid="descend-noise">
        <div class="descend-main">
          <p class="noise-intro">${t('descend.noiseIntro')}</p>
          <div class="noise-panels">
            ${paths.map(({ kind, path }) => this.#panel(kind, path))}
          </div>
          <div class="noise-fit">
            <h2>${t('descend.noiseLines')}</h2>
            ${fittedLines(run.points, lines)}
          </div>
        </div>
        <div class="descend-side">
          ${rateField(run, 'learningRate', { presets: [1, 0.5, 0.2, 0.05] })}
          ${transport(ticker, run)} ${this.#fields()}
          <p class="muted small">
            ${largest === null ? '' : t('descend.noiseLargestRate', { largest: decimal(largest) })}
          </p>
          <div class="noise-steps">
            ${selectField(
              t('descend.noiseTable'),
              'descend-shown',
              run.state.shown,
              kinds.map((kind) => [kind, this.#title(kind)]),
              (kind) => run.set({ shown: /** @type {Kind} */ (kind) }),
            )}
            <dd-step-table .path=${shown.path} .names=${names}></dd-step-table>
          </div>
        </div>
      </div>
    `;
  }

  /** @param {Kind} kind */
  #title(kind) {
    return t(`descend.noise_${kind}`, { count: this.run.batchSizeOf(kind) });
  }

  /** @param {Kind} kind @param {import('../../engine/descent-types.js').Descent} path */
  #panel(kind, path) {
    const { run } = this;
    const { w, b } = run.state;
    const value = path.values[path.steps];
    return html`
      <section class="noise-panel">
        <h2>${this.#title(kind)}</h2>
        ${valleyMap(run.valley, {
          testid: `descend-panel-${kind}`,
          label: t('descend.noisePicture', { name: this.#title(kind), steps: path.steps }),
          startLabel: t('descend.noiseStart'),
          start: [w, b],
          minimum: run.minimum,
          names,
          paths: [pathOf('negative', path.theta, path.state)],
          set: ([nextW, nextB]) => run.set({ w: nextW, b: nextB }),
        })}
        <p class="noise-value">
          J = <output data-testid="descend-${kind}-value" data-value=${value}>${decimal(value, 4)}</output>
        </p>
        <p class="noise-words muted small" data-testid="descend-${kind}-words" data-behaviour=${path.behaviour}>
          ${t(`descend.noise_is_${path.behaviour}`, { step: path.divergedAt })}
        </p>
      </section>
    `;
  }

  #fields() {
    const { run } = this;
    return html`
      <div class="noise-fields">
        ${stateField(run, 'batchSize', t('descend.noiseBatch'), 'descend.badWhole')}
        ${stateField(run, 'seed', t('descend.noiseSeed'), 'descend.badWhole')}
        ${selectField(
          t('descend.noiseScaling'),
          'descend-scaling',
          run.state.scaling,
          noiseSchema.scaling.choices.map((name) => [name, t(`descend.noiseScaling_${name}`)]),
          (scaling) => run.set({ scaling: /** @type {any} */ (scaling) }),
        )}
      </div>
    `;
  }
}

customElements.define('dd-descend-noise', DescendNoise);
