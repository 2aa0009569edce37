import { html } from 'lit';
import { component } from './component.js';
import './learning-rate.css';
import './log-slider.js';

/** The learning rate: slider, values to choose from, exact value. Emits `log-input` with η. */
export class RateField extends component({
  value: 0.1,
  words: { label: '', presets: '' },
  format: (/** @type {number} */ value) => String(value),
  presets: /** @type {readonly number[]} */ ([]),
  minExponent: -5,
  maxExponent: 1,
  /** What is known of this η, beside its value. */
  hint: '',
  testid: '',
  /** The field to type η in; `below` the slider or above it. */
  exact: /** @type {unknown} */ (''),
  below: false,
  /** What is to be said of this η below all. */
  note: /** @type {unknown} */ (''),
}) {
  render() {
    const { value, words, exact, below } = this;
    const presets = html`<div
      class=${below ? 'rate-presets' : 'button-row rate-choices'}
      role="group"
      aria-label=${words.presets}
    >
      ${this.presets.map(
        (preset) =>
          html`<button
            class="chip"
            type="button"
            data-rate=${preset}
            aria-pressed=${preset === value}
            @click=${() => this.emit('log-input', preset)}
          >
            ${below && preset === 1 ? '1.0' : this.format(preset)}
          </button>`,
      )}
    </div>`;
    return html`
      <div class="rate-head">
        <span class="strong">${words.label}</span>
        <span class="rate-value"
          >η =
          <output data-testid="${this.testid}-value" data-value=${value}
            >${this.format(value)}</output
          ></span
        >
        <span class="rate-delay muted small" data-testid="${this.testid}-delay">${this.hint}</span>
        ${below ? '' : exact}
      </div>
      <dd-log-slider
        testid=${this.testid}
        label=${words.label}
        .minExponent=${this.minExponent}
        .maxExponent=${this.maxExponent}
        .value=${value}
      ></dd-log-slider>
      ${below ? html`<div class="rate-row">${presets} ${exact}</div>` : presets} ${this.note}
    `;
  }
}

customElements.define('dd-rate-field', RateField);
