import { LitElement, html } from 'lit';
import '../ui/log-slider.js';
import { Localized } from '../ui/localized.js';
import { t } from '../app/text.js';
import { emitRecipe, numberTyped, rangeHint } from './fields.js';
import { rate } from './format.js';
import { defaultRecipe, schema, suitedRates } from './recipe.js';

const choices = [0.001, 0.01, 0.03, 0.1, 0.2, 0.5, 1, 3];
/** Optimizers that scale their own steps, and are often given the η of those that do not. */
const adaptive = ['adagrad', 'rmsprop', 'adam'];

/** The learning rate: slider, values to choose from, exact value. Emits `recipe`. */
export class RateField extends LitElement {
  static properties = {
    recipe: { attribute: false },
    delay: { attribute: false },
    testid: {},
  };

  constructor() {
    super();
    new Localized(this);
    this.recipe = defaultRecipe();
    /** @type {number | null} milliseconds until the last change took effect */
    this.delay = null;
    this.testid = 'learning-rate';
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { learningRate, optimizer } = this.recipe;
    const suited = suitedRates[optimizer];
    return html`
      <div class="rate-head">
        <span class="rate-label">${t('train.learningRate')}</span>
        <span class="rate-value"
          >η =
          <output data-testid="${this.testid}-value" data-value=${learningRate}
            >${rate(learningRate)}</output
          ></span
        >
        <span class="muted small rate-delay"
          >${
            this.delay === null
              ? ''
              : t('train.rateDelay', { milliseconds: Math.max(1, Math.round(this.delay)) })
          }</span
        >
        <label class="rate-exact">
          <span class="small muted">${t('train.exactValue')}</span>
          <input
            class="input"
            type="number"
            min=${schema.learningRate.min}
            max=${schema.learningRate.max}
            step="any"
            data-testid="${this.testid}-exact"
            .value=${String(learningRate)}
            @change=${this.#onExact}
          />
          ${rangeHint()}
        </label>
      </div>
      <dd-log-slider
        testid=${this.testid}
        label=${t('train.learningRate')}
        .value=${learningRate}
        @log-input=${(/** @type {CustomEvent} */ { detail }) => this.#set(detail)}
      ></dd-log-slider>
      <div class="rate-choices" role="group" aria-label=${t('train.learningRatePresets')}>
        ${choices.map(
          (choice) =>
            html`<button
              class="chip"
              type="button"
              aria-pressed=${choice === learningRate}
              @click=${() => this.#set(choice)}
            >
              ${rate(choice)}
            </button>`,
        )}
      </div>
      ${
        adaptive.includes(optimizer) && learningRate > 10 * suited
          ? html`<p class="rate-hint small">
              ${t('train.adaptiveHint', { value: rate(suited) })}
              <button class="link" type="button" @click=${() => this.#set(suited)}>
                ${t('train.useRate', { value: rate(suited) })}
              </button>
            </p>`
          : ''
      }
    `;
  }

  /** @param {number} learningRate */
  #set(learningRate) {
    emitRecipe(this, { learningRate });
  }

  /** @param {Event} event */
  #onExact(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const value = numberTyped(input, schema.learningRate, this.recipe.learningRate);
    if (value !== null) this.#set(value);
  }
}

customElements.define('dd-rate-field', RateField);
