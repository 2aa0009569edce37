import { html } from 'lit';
import { component } from '../ui/component.js';
import { t } from '../app/text.js';
import { optimizerFacts } from '../engine/catalog.js';
import { augmentationOf } from './augmentation.js';
import { choiceField, numberField } from './fields.js';
import { defaultRecipe, schema } from './recipe.js';
import './augmentation-fields.js';
import './data-fields.js';
import './network-fields.js';

/** All settings but η. Emits `recipe`, `files`, `save` (the dtype) and `load` (a model file). */
export class TrainSettings extends component({
  recipe: defaultRecipe(),
  /** What dd-data-fields needs beside the recipe. */
  data: {
    packedBytes: /** @type {number | null} */ (null),
    drawingCount: 0,
    fileNames: /** @type {string[]} */ ([]),
    sizes: /** @type {{ train: number, test: number } | null} */ (null),
  },
  variantsOf:
    /** @type {import('./augmentation-fields.js').AugmentationFields['variantsOf'] | undefined} */ (
      undefined
    ),
  canSave: false,
  open: true,
}) {
  render() {
    const { recipe, data } = this;
    return html`
      ${this.#section(
        'dataSection',
        html`<dd-data-fields
          .recipe=${recipe}
          .packedBytes=${data.packedBytes}
          .drawingCount=${data.drawingCount}
          .fileNames=${data.fileNames}
          .sizes=${data.sizes}
        ></dd-data-fields>`,
      )}
      ${this.#section(
        'augmentationSection',
        html`<dd-augmentation-fields
          .recipe=${recipe}
          .variantsOf=${this.variantsOf}
        ></dd-augmentation-fields>`,
        augmentationOf(recipe) !== null,
      )}
      ${this.#section(
        'networkSection',
        html`<dd-network-fields .recipe=${recipe}></dd-network-fields>`,
      )}
      ${this.#section(
        'optimizerSection',
        html`
          <div class="field-pair">
            ${choiceField(
              recipe,
              'optimizer',
              t('train.optimizer'),
              schema.optimizer.choices,
              (name) => t(`train.optimizer_${name}`),
            )}
            ${numberField(recipe, 'batchSize', t('train.batchSize'))}
          </div>
          <div class="field-pair">
            ${optimizerFacts(recipe.optimizer).settings.map((name) => numberField(recipe, /** @type {any} */ (name), t(`train.${name}`)))}
            ${numberField(recipe, 'l2', t('train.l2'))}
          </div>
        `,
      )}
      ${this.#section(
        'stopSection',
        html`<div class="field-pair">
            ${numberField(recipe, 'stopEpochs', t('train.stopEpochs'), t('train.zeroNever'))}
            ${numberField(recipe, 'stopLoss', t('train.stopLoss'), t('train.zeroNever'))}
          </div>
          <p class="muted small">${t('train.zeroNever')}</p>`,
        false,
      )}
      ${this.#section('modelSection', this.#modelFields(), false)}
    `;
  }

  /**
   * @param {string} title
   * @param {unknown} content
   * @param {boolean} [main] open from the start where there is room
   */
  #section(title, content, main = true) {
    return html`<details class="settings-section" ?open=${this.open && main}>
      <summary><h2>${t(`train.${title}`)}</h2></summary>
      <div class="settings-fields">${content}</div>
    </details>`;
  }

  #modelFields() {
    const save = (/** @type {string} */ dtype) => () =>
      this.dispatchEvent(new CustomEvent('save', { detail: dtype, bubbles: true }));
    return html`
      <div class="button-row">
        <button
          class="button button--small"
          type="button"
          data-testid="save-f32"
          ?disabled=${!this.canSave}
          @click=${save('F32')}
        >
          ${t('train.saveF32')}
        </button>
        <button
          class="button button--small"
          type="button"
          data-testid="save-f16"
          ?disabled=${!this.canSave}
          @click=${save('F16')}
        >
          ${t('train.saveF16')}
        </button>
        <label class="button button--small">
          ${t('train.loadModel')}
          <input
            class="visually-hidden"
            type="file"
            accept=".safetensors"
            data-testid="load-model"
            @change=${this.#onLoad}
          />
        </label>
      </div>
      <p class="muted small">${t('train.modelHint')}</p>
    `;
  }

  /** @param {Event} event */
  #onLoad(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (file) this.dispatchEvent(new CustomEvent('load', { detail: file, bubbles: true }));
  }
}

customElements.define('dd-train-settings', TrainSettings);
