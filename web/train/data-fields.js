import { html } from 'lit';
import { component } from '../ui/component.js';
import { fileButton } from '../ui/files.js';
import { formatNumber, t } from '../app/text.js';
import { numberField, emitRecipe } from './fields.js';
import { whole } from './format.js';
import { defaultRecipe } from './recipe.js';

/**
 * Which data to learn from. Emits `recipe`, and `files` with the IDX files chosen.
 *
 * @typedef {{
 *   packedBytes?: number | null, drawingCount?: number, fileNames?: string[],
 *   sizes?: { train: number, test: number } | null,
 * }} DataFacts  `packedBytes`: of MNIST beside the page, null when it is not there; `drawingCount`:
 *   labelled drawings saved; `fileNames`: of the IDX files in use; `sizes`: of the data in use
 */
export class DataFields extends component({
  recipe: defaultRecipe(),
  data: /** @type {DataFacts} */ ({}),
}) {
  render() {
    const { recipe, data } = this;
    const { packedBytes = null, drawingCount: count = 0, fileNames = [], sizes } = data;
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
        ${fileButton(t('train.chooseFiles'), (files) => this.#emitFiles(files), 'idx-files', {
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
    emitRecipe(this, { data: /** @type {any} */ (value) });
    if (value === 'files' && !this.data.fileNames?.length) {
      /** @type {HTMLInputElement} */ (this.querySelector('[type=file]')).click();
    }
  }

  /** @param {File[]} files */
  #emitFiles(files) {
    this.dispatchEvent(new CustomEvent('files', { detail: files, bubbles: true }));
  }
}

customElements.define('dd-data-fields', DataFields);
