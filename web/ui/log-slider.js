import { html } from 'lit';
import { component } from './component.js';
import { clamp } from './clamp.js';
import { nextStop, powerOfTen, threeDigits, valueAt } from './log-scale.js';
import './range.css';

/**
 * A range input on a logarithmic scale. The input's own value is the exponent (log₁₀).
 *
 * Arrow keys go through 1, 1.5, 2, 3, 5, 7 of each decade, with Shift by 1 %; Page Up and Page Down
 * go by a decade. Emits `log-input` with the value in `detail` at every input event.
 */
export class LogSlider extends component({
  value: 1,
  minExponent: -5,
  maxExponent: 1,
  label: '',
  testid: '',
}) {
  render() {
    const exponents = Array.from(
      { length: this.maxExponent - this.minExponent + 1 },
      (_, i) => this.minExponent + i,
    );
    return html`
      <input
        class="range log-range"
        type="range"
        min=${this.minExponent}
        max=${this.maxExponent}
        step="any"
        data-testid=${this.testid}
        aria-label=${this.label}
        aria-valuetext=${threeDigits(this.value)}
        .value=${String(this.#exponent())}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
      />
      <div class="log-ticks" aria-hidden="true">
        ${exponents.map((exponent) => html`<span>${powerOfTen(exponent)}</span>`)}
      </div>
    `;
  }

  updated() {
    const share = (this.#exponent() - this.minExponent) / (this.maxExponent - this.minExponent);
    this.style.setProperty('--share', `${100 * share}%`);
  }

  #exponent() {
    return clamp(Math.log10(this.value), this.minExponent, this.maxExponent);
  }

  /** @param {Event} event */
  #onInput(event) {
    this.#choose(valueAt(Number(/** @type {HTMLInputElement} */ (event.target).value)));
  }

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const decades = { PageUp: 10, PageDown: 0.1 }[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey || (!direction && !decades)) return;
    event.preventDefault();
    let value = this.value;
    if (decades) value *= decades;
    else if (event.shiftKey) value *= direction === 1 ? 1.01 : 1 / 1.01;
    else value = nextStop(value, direction === 1 ? 1 : -1);
    this.#choose(threeDigits(clamp(value, 10 ** this.minExponent, 10 ** this.maxExponent)));
  }

  /** @param {number} value */
  #choose(value) {
    this.value = value;
    this.emit('log-input', value);
  }
}

customElements.define('dd-log-slider', LogSlider);
