import { LitElement, html } from 'lit';
import { Localized } from '../ui/localized.js';
import '../ui/log-slider.js';
import '../ui/number-field.js';
import '../ui/learning-rate.css';
import { t } from '../app/text.js';
import { decimal } from '../app/numbers.js';

/** The learning rate: slider, presets, exact value. Emits `rate` with η, finite and above 0. */
export class DescentRate extends LitElement {
  static properties = {
    value: { type: Number },
    presets: { attribute: false },
    minExponent: { type: Number },
    maxExponent: { type: Number },
    hint: {},
  };

  constructor() {
    super();
    new Localized(this);
    this.value = 0.1;
    this.presets = [1, 0.8, 0.4, 0.1];
    this.minExponent = -4;
    this.maxExponent = 1;
    /** What is known of this η, beside its value. */
    this.hint = '';
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`
      <div class="rate-head">
        <span class="rate-label">${t('descend.rate')}</span>
        <span class="rate-value"
          >η =
          <output data-testid="descend-rate-value" data-value=${this.value}
            >${decimal(this.value)}</output
          ></span
        >
        <span class="rate-delay muted small">${this.hint}</span>
      </div>
      <dd-log-slider
        testid="descend-rate"
        label=${t('descend.rate')}
        .minExponent=${this.minExponent}
        .maxExponent=${this.maxExponent}
        .value=${this.value}
        @log-input=${(/** @type {CustomEvent} */ { detail }) => this.#set(detail)}
      ></dd-log-slider>
      <div class="rate-row">
        <div class="rate-presets" role="group" aria-label=${t('descend.ratePresets')}>
          ${this.presets.map(
            (preset) =>
              html`<button
                class="chip"
                type="button"
                data-rate=${preset}
                aria-pressed=${preset === this.value}
                @click=${() => this.#set(preset)}
              >
                ${preset === 1 ? '1.0' : decimal(preset)}
              </button>`,
          )}
        </div>
        <dd-number-field
          label=${t('descend.exactRate')}
          testid="descend-rate-exact"
          .value=${this.value}
          .check=${checkRate}
          @number=${(/** @type {CustomEvent} */ { detail }) => this.#set(detail)}
        ></dd-number-field>
      </div>
    `;
  }

  /** @param {number} rate */
  #set(rate) {
    this.value = rate;
    this.dispatchEvent(new CustomEvent('rate', { detail: rate, bubbles: true }));
  }
}

/** @param {number} rate @param {string} typed */
const checkRate = (rate, typed) =>
  rate > 0 && Number.isFinite(rate) ? '' : t('descend.badRate', { typed });

customElements.define('dd-descent-rate', DescentRate);
