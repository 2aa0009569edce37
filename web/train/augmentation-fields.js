import { html } from 'lit';
import './digit-gallery.js';
import { smallButton } from '../ui/button.js';
import { component } from '../ui/component.js';
import { t } from '../app/text.js';
import { augmentationOf, kinds } from './augmentation.js';
import { setRecipe } from './fields.js';
import { defaultRecipe } from './recipe.js';
import { sharedRun } from './shared-run.js';

const shownVariants = 11;

/** Which variants of its images the network is trained on, and what they look like. */
export class AugmentationFields extends component({
  recipe: defaultRecipe(),
  /** The image itself, then its variants. */
  shown: /** @type {{ label: number, images: Float32Array[] } | null} */ (null),
  sample: 0,
}) {
  /** What `shown` was asked for. */
  asked = '';

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (changed.has('recipe') || changed.has('sample')) void this.#ask();
  }

  async #ask() {
    const augmentation = augmentationOf(this.recipe);
    const question = augmentation ? JSON.stringify([augmentation, this.sample]) : '';
    if (question === this.asked) return;
    this.asked = question;
    if (!augmentation) {
      this.shown = null;
      return;
    }
    try {
      const { client } = sharedRun().run;
      const answer = await client.call('variants', this.sample, shownVariants, augmentation);
      if (question === this.asked) this.shown = answer;
    } catch {
      // The run itself says what is wrong with the worker; the next change asks again.
      this.asked = '';
    }
  }

  render() {
    const { recipe } = this;
    return html`
      <fieldset class="augmentation-kinds">
        <legend class="muted small">${t('train.varyHow')}</legend>
        ${kinds.map(
          (kind) => html`
            <label class="check">
              <input
                type="checkbox"
                name=${kind}
                data-testid=${kind}
                .checked=${recipe[kind]}
                @change=${(/** @type {Event} */ { target }) =>
                  setRecipe({
                    [kind]: /** @type {HTMLInputElement} */ (target).checked,
                  })}
              />
              <span>${t(`train.${kind}`)}</span>
            </label>
          `,
        )}
      </fieldset>
      ${augmentationOf(recipe) ? this.#preview() : ''}
    `;
  }

  #preview() {
    const { recipe, shown } = this;
    const { images, label: digit } = shown ?? { images: [], label: 0 };
    const percent = Math.round(100 * recipe.varyStrength);
    return html`
      <label class="field">
        <span>${t('train.varyStrength', { percent })}</span>
        <input
          class="augmentation-strength"
          type="range"
          min="0.1"
          max="2"
          step="0.1"
          name="varyStrength"
          data-testid="varyStrength"
          aria-valuetext=${`${percent} %`}
          .value=${String(recipe.varyStrength)}
          @input=${(/** @type {Event} */ { target }) =>
            setRecipe({
              varyStrength: Number(/** @type {HTMLInputElement} */ (target).value),
            })}
        />
      </label>
      <dd-digit-gallery
        data-testid="variants"
        .items=${images.map((image, number) => ({
          image,
          digit,
          caption: number === 0 ? t('train.varyOriginal') : '',
          label: t(number === 0 ? 'train.varyOriginalOf' : 'train.variant', { number, digit }),
        }))}
      ></dd-digit-gallery>
      ${smallButton(t('train.varyAnother'), () => this.sample++, 'vary-another')}
      <p class="muted small">${t('train.varyWhy')}</p>
    `;
  }
}

customElements.define('dd-augmentation-fields', AugmentationFields);
