import { html } from 'lit';
import { sharedState } from '../app/shared-state.js';
import { component } from '../ui/component.js';
import { fileButton } from '../ui/files.js';
import { listen } from '../ui/listen.js';
import { formatNumber, t } from '../app/text.js';
import { drawings } from '../engine/storage/store.js';
import { numberField, setRecipe } from './fields.js';
import { whole } from './format.js';
import { defaultRecipe } from './recipe.js';
import { sharedRun } from './shared-run.js';

/** Which data to learn from. */
export class DataFields extends component({
  recipe: defaultRecipe(),
  /** Of MNIST beside the page; null: it is not there. */
  packedBytes: /** @type {number | null} */ (null),
  /** Labelled drawings saved. */
  drawingCount: 0,
}) {
  constructor() {
    super();
    this.shared = sharedRun();
    listen(this, this.shared.run, 'change', () => this.requestUpdate());
    listen(this, sharedState, 'drawings', () => this.#countDrawings());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#countDrawings();
    this.#findPacked();
  }

  async #countDrawings() {
    this.drawingCount = (await drawings()).length;
  }

  async #findPacked() {
    const { mnist } = await this.shared.sources.packed();
    if (!mnist) return;
    this.packedBytes = Object.values(mnist).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  render() {
    const { recipe, packedBytes, drawingCount: count } = this;
    const { run, sources } = this.shared;
    const { sizes } = run;
    const { fileNames } = sources;
    /** @param {string} value @param {Record<string, string | number>} [figures] */
    const option = (value, figures = {}, offered = true) =>
      html`<option
        value=${value}
        .selected=${recipe.data === value}
        ?disabled=${!offered && recipe.data !== value}
      >
        ${t(`train.${value}`, figures)}
      </option>`;
    const size =
      packedBytes === null
        ? '11'
        : formatNumber(packedBytes / 2 ** 20, { maximumFractionDigits: 0 });
    return html`
      <label class="field">
        <span>${t('train.data')}</span>
        <select class="select" data-testid="dataset-select" @change=${this.#onChoice}>
          ${option('synthetic')}
          ${packedBytes !== null || recipe.data === 'mnist' ? option('mnist', { size }) : ''}
          ${option('files')} ${option('drawings', { count }, count > 0)}
          ${option('mixed', { count }, count > 0)}
        </select>
      </label>
      ${recipe.data === 'synthetic' || recipe.data === 'mixed' ? numberField(recipe, 'count') : ''}
      <div class="drop">
        ${fileButton(t('train.chooseFiles'), (files) => run.useFiles(files), 'idx-files', {
          kind: 'button button--small',
          multiple: true,
        })}
        <span class="muted small">${t('train.dropHint')}</span>
      </div>
      ${
        recipe.data === 'files' && fileNames.length > 0
          ? html`<p class="small">${t('train.filesChosen', { names: fileNames.join(', ') })}</p>`
          : ''
      }
      ${count === 0 ? html`<p class="muted small">${t('train.drawingsHint')}</p>` : ''}
      ${
        sizes
          ? html`<p class="muted small" data-testid="data-sizes">
              ${t('train.sizes', { train: whole(sizes.train), test: whole(sizes.test) })}
            </p>`
          : ''
      }
    `;
  }

  /** @param {Event} event */
  #onChoice(event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    setRecipe({ data: /** @type {any} */ (value) });
    if (value === 'files' && this.shared.sources.fileNames.length === 0) {
      /** @type {HTMLInputElement} */ (this.querySelector('[type=file]')).click();
    }
  }
}

customElements.define('dd-data-fields', DataFields);
