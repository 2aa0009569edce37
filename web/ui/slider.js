import { html } from 'lit';
import { component } from './component.js';
import './number-field.js';
import './range.css';

/**
 * A number on a linear slider that can also be typed. Emits `number` with it in `detail` at every
 * input event. What is typed may be any number of min … max; `problem` is the sentence for others.
 */
export class Slider extends component({
  label: '',
  value: 0,
  min: 0,
  max: 1,
  step: 0.01,
  testid: '',
  /** The sentence for what was typed and is no number of min … max. */
  problem: /** @type {(typed: string) => string} */ ((typed) => typed),
}) {
  render() {
    return html`
      <input
        class="range"
        type="range"
        min=${this.min}
        max=${this.max}
        step=${this.step}
        data-testid=${this.testid}
        aria-label=${this.label}
        .value=${String(this.value)}
        @input=${this.#onInput}
      />
      <dd-number-field
        label=${this.label}
        testid=${`${this.testid}-typed`}
        .value=${this.value}
        .check=${this.#check}
      ></dd-number-field>
    `;
  }

  updated() {
    const share = (this.value - this.min) / (this.max - this.min);
    this.style.setProperty('--share', `${100 * Math.min(1, Math.max(0, share))}%`);
  }

  /** @param {number} number @param {string} typed */
  #check = (number, typed) => {
    const fits = number >= this.min && number <= this.max;
    const whole = !Number.isInteger(this.step) || Number.isInteger(number);
    return fits && whole ? '' : this.problem(typed);
  };

  /** @param {Event} event */
  #onInput(event) {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    this.value = Number(value);
    this.emit('number', this.value);
  }
}

customElements.define('dd-slider', Slider);
