import { html } from 'lit';
import { smallButton } from '../ui/button.js';
import { component } from '../ui/component.js';
import { fileButton, saveFile } from '../ui/files.js';
import { t } from '../app/text.js';
import { optimizerFacts } from '../engine/catalog.js';
import { augmentationOf } from './augmentation.js';
import { choiceField, numberField } from './fields.js';
import { defaultRecipe, shapeOf } from './recipe.js';
import { sharedRun } from './shared-run.js';
import './augmentation-fields.js';
import './data-fields.js';
import './network-fields.js';

/** All settings but η. */
export class TrainSettings extends component({
  recipe: defaultRecipe(),
  canSave: false,
  open: true,
}) {
  render() {
    const { recipe } = this;
    return html`
      ${this.#section('dataSection', html`<dd-data-fields .recipe=${recipe}></dd-data-fields>`)}
      ${this.#section(
        'augmentationSection',
        html`<dd-augmentation-fields .recipe=${recipe}></dd-augmentation-fields>`,
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
            ${choiceField(recipe, 'optimizer', (name) => t(`train.optimizer_${name}`))}
            ${numberField(recipe, 'batchSize')}
          </div>
          <div class="field-pair">
            ${optimizerFacts(recipe.optimizer).settings.map((name) => numberField(recipe, name))}
            ${numberField(recipe, 'l2')}
          </div>
        `,
      )}
      ${this.#section(
        'stopSection',
        html`<div class="field-pair">
            ${numberField(recipe, 'stopEpochs', t('train.zeroNever'))}
            ${numberField(recipe, 'stopLoss', t('train.zeroNever'))}
          </div>
          <p class="muted small">${t('train.zeroNever')}</p>`,
        false,
      )}
      ${this.#section('modelSection', this.#modelFields(), false)}
    `;
  }

  /**
   * @param {string} title @param {unknown} content
   * @param {boolean} [main] open from the start where there is room
   */
  #section(title, content, main = true) {
    return html`<details class="settings-section" ?open=${this.open && main}>
      <summary><h2>${t(`train.${title}`)}</h2></summary>
      <div class="settings-fields">${content}</div>
    </details>`;
  }

  #modelFields() {
    const { run } = sharedRun();
    const save = (/** @type {'F32' | 'F16'} */ dtype) => {
      const testid = `save-${dtype.toLowerCase()}`;
      return smallButton(t(`train.save${dtype}`), () => saveModel(dtype), testid, !this.canSave);
    };
    return html`
      <div class="button-row">
        ${save('F32')} ${save('F16')}
        ${fileButton(t('train.loadModel'), ([file]) => run.loadModel(file), 'load-model', {
          kind: 'button button--small',
          accept: '.safetensors',
        })}
      </div>
      <p class="muted small">${t('train.modelHint')}</p>
    `;
  }
}

/** @param {'F32' | 'F16'} dtype */
async function saveModel(dtype) {
  const { run } = sharedRun();
  const bytes = await run.saveModel(dtype);
  const name = `digit-descent-${shapeOf(run.applied ?? run.recipe)}.safetensors`;
  if (bytes) saveFile(name, bytes, 'application/octet-stream');
}

customElements.define('dd-train-settings', TrainSettings);
