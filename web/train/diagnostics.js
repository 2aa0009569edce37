import { html } from 'lit';
import { textButton } from '../ui/button.js';
import { listen } from '../ui/listen.js';
import './confusion-matrix.js';
import './digit-gallery.js';
import './weight-images.js';
import { component } from '../ui/component.js';
import { t } from '../app/text.js';
import { percent, whole } from './format.js';
import { architectureOf } from './recipe.js';
import { sharedRun } from './shared-run.js';

/** @typedef {import('./confusion-matrix.js').Cell} Cell */

const mistakesShown = 24;
/** While training, the gallery changes no more often than this, so that it can be looked at. */
const galleryMilliseconds = 3000;
/** The images of the weights are drawn no more often than this. */
const weightsMilliseconds = 400;

/** What the network has learned: confusion matrix, first-layer weights, mistakes. */
export class TrainDiagnostics extends component({
  cell: /** @type {Cell | null} */ (null),
  mistakes: /** @type {Awaited<ReturnType<import('./run.js').TrainingRun['mistakes']>>} */ ([]),
  weights: /** @type {{ values: Float32Array, units: number } | null} */ (null),
}) {
  constructor() {
    super();
    this.run = sharedRun().run;
    this.galleryAt = -Infinity;
    this.weightsAt = -Infinity;
    listen(this, this.run, 'evaluation', () => this.#onEvaluation());
    listen(this, this.run, 'progress', () => this.#onProgress());
    listen(this, this.run, 'change', () => this.#onChange());
  }

  #onEvaluation() {
    this.requestUpdate();
    const now = performance.now();
    if (this.run.state === 'running' && now - this.galleryAt < galleryMilliseconds) return;
    this.galleryAt = now;
    this.#fetchMistakes();
  }

  #onProgress() {
    const now = performance.now();
    const resting = this.run.state !== 'running';
    if (this.offsetParent === null && !resting) return; // hidden: another view is shown
    if (!resting && now - this.weightsAt < weightsMilliseconds) return;
    this.weightsAt = now;
    this.#takeWeights();
  }

  #onChange() {
    if (this.run.figures.confusion === null) {
      this.mistakes = [];
      this.cell = null;
    }
    this.#takeWeights();
    this.requestUpdate();
  }

  #takeWeights() {
    const { theta, applied } = this.run;
    const { weights } = this;
    if (!theta || !applied || theta === weights?.values) return;
    this.weights = { values: theta, units: architectureOf(applied).layers[0].units };
  }

  async #fetchMistakes() {
    this.mistakes = await this.run.mistakes(this.cell, mistakesShown);
  }

  render() {
    const { confusion } = this.run.figures;
    const units = this.weights?.units ?? 0;
    const confusionLabels = {
      caption: t('train.confusion'),
      row: t('train.confusionRow'),
      cell: (/** @type {Cell} */ cell, /** @type {number} */ count) =>
        t('train.confusionCell', { ...cell, count: whole(count) }),
    };
    const notYet = html`<p class="muted small">${t('train.notYet')}</p>`;
    return html`
      <section class="diagnostics-part flow">
        <h2>${t('train.confusion')}</h2>
        ${
          confusion
            ? html`<dd-confusion-matrix
                  data-testid="confusion-matrix"
                  .counts=${confusion}
                  .chosen=${this.cell}
                  .labels=${confusionLabels}
                  @cell-choose=${(/** @type {CustomEvent} */ { detail }) => this.#choose(detail)}
                ></dd-confusion-matrix>
                <p class="muted small">${t('train.confusionHint')}</p>`
            : notYet
        }
      </section>
      <section class="diagnostics-part flow">
        <h2>${t('train.weights')}</h2>
        ${
          this.weights
            ? html`<dd-weight-images
                  data-testid="weight-images"
                  .weights=${this.weights.values}
                  .units=${units}
                  label=${t('train.weightsLabel', { shown: Math.min(64, units), units })}
                ></dd-weight-images>
                <p class="muted small">${t('train.weightsHint')} ${t('train.tryInDraw')}</p>`
            : notYet
        }
      </section>
      <section class="diagnostics-part flow" data-testid="mistakes">
        <h2>${t('train.mistakes')}</h2>
        ${confusion ? this.#gallery() : notYet}
      </section>
    `;
  }

  #gallery() {
    const items = this.mistakes.map(({ image, label, predicted, confidence }) => ({
      image,
      digit: label,
      caption: `${label} → ${predicted}`,
      label: t('train.mistakeLabel', { label, predicted, confidence: percent(confidence) }),
    }));
    return html`
      ${
        this.cell
          ? html`<p class="small">
              ${t('train.mistakesOf', this.cell)}
              ${textButton(t('train.allMistakes'), () => this.#choose(null))}
            </p>`
          : ''
      }
      ${items.length === 0 ? html`<p class="muted small">${t('train.noMistakes')}</p>` : ''}
      <dd-digit-gallery .items=${items}></dd-digit-gallery>
      ${items.length > 0 ? html`<p class="muted small">${t('train.mistakesHint')}</p>` : ''}
    `;
  }

  /** @param {Cell | null} cell the diagonal has no mistakes; it shows all */
  #choose(cell) {
    this.cell = cell && cell.label !== cell.predicted ? cell : null;
    this.#fetchMistakes();
  }
}

customElements.define('dd-train-diagnostics', TrainDiagnostics);
