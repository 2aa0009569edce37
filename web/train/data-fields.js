import { html } from 'lit';
import { component } from '../ui/component.js';
import { formatNumber, t } from '../app/text.js';
import { numberField, emitRecipe } from './fields.js';
import { whole } from './format.js';
import { defaultRecipe } from './recipe.js';

/**
 * Which data to learn from. Emits `recipe`, and `files` with the IDX files chosen.
 *
 * `packedBytes`: of MNIST beside the page, null when it is not there; `drawingCount`: labelled
 * drawings kept; `fileNames`: of the IDX files in use; `sizes`: of the data in use.
 */
export class DataFields extends component({
  recipe: defaultRecipe(),
  packedBytes: /** @type {number | null} */ (null),
  drawingCount: 0,
  fileNames: /** @type {string[]} */ ([]),
  sizes: /** @type {{ train: number, test: number } | null} */ (null),
}) {
  render() {
    const { recipe, packedBytes, drawingCount: count, fileNames } = this;
    const option = (
      /** @type {string} */ value,
      /** @type {string} */ wording,
      /** @type {boolean} */ offered,
    ) =>
      html`<option
        value=${value}
        .selected=${recipe.data === value}
        ?disabled=${!offered && recipe.data !== value}
      >
        ${wording}
      </option>`;
    const size =
      packedBytes === null
        ? '11'
        : formatNumber(packedBytes / 2 ** 20, { maximumFractionDigits: 0 });
    return html`
      <label class="field">
        <span>${t('train.dataSet')}</span>
        <select class="select" data-testid="dataset-select" @change=${this.#onChoice}>
          ${option('synthetic', t('train.synthetic'), true)}
          ${packedBytes !== null || recipe.data === 'mnist' ? option('mnist', t('train.mnist', { size }), true) : ''}
          ${option('files', t('train.files'), true)}
          ${option('drawings', t('train.drawings', { count }), count > 0)}
          ${option('mixed', t('train.mixed', { count }), count > 0)}
        </select>
      </label>
      ${
        recipe.data === 'synthetic' || recipe.data === 'mixed'
          ? numberField(recipe, 'count', t('train.count'))
          : ''
      }
      <div class="drop">
        <label class="button button--small">
          ${t('train.chooseFiles')}
          <input
            class="visually-hidden"
            type="file"
            multiple
            data-testid="idx-files"
            @change=${this.#onFiles}
          />
        </label>
        <span class="muted small">${t('train.dropHint')}</span>
      </div>
      ${
        recipe.data === 'files' && fileNames.length > 0
          ? html`<p class="small">${t('train.filesChosen', { names: fileNames.join(', ') })}</p>`
          : ''
      }
      ${count === 0 ? html`<p class="muted small">${t('train.drawingsHint')}</p>` : ''}
      ${
        this.sizes
          ? html`<p class="muted small" data-testid="data-sizes">
              ${t('train.sizes', { train: whole(this.sizes.train), test: whole(this.sizes.test) })}
            </p>`
          : ''
      }
    `;
  }

  /** @param {Event} event */
  #onChoice(event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    emitRecipe(this, { data: /** @type {any} */ (value) });
    if (value === 'files' && this.fileNames.length === 0) {
      /** @type {HTMLInputElement} */ (this.querySelector('[type=file]')).click();
    }
  }

  /** @param {Event} event */
  #onFiles(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length === 0) return;
    this.dispatchEvent(new CustomEvent('files', { detail: files, bubbles: true }));
  }
}

customElements.define('dd-data-fields', DataFields);
