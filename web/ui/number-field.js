import { html } from 'lit';
import { component } from './component.js';
import './fields.css';

/**
 * A number that is typed. What is no number, or what `check` objects to, stays in the field with a
 * sentence below it; otherwise `number` is emitted with the number in `detail`.
 *
 * It is no <input type="number">, which swallows what it cannot read: a person who types "-" or
 * "Infinity" is to be told what is wrong with it.
 */
export class NumberField extends component({
  label: '',
  value: 0,
  testid: '',
  /** * The sentence that says what is wrong with a number, '' for nothing; NaN: none was typed. */
  check: /** @type {(number: number, typed: string) => string} */ (() => ''),
  problem: '',
  /** What was refused. */
  typed: /** @type {string | null} */ (null),
}) {
  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!changed.has('value')) return;
    this.typed = null;
    this.problem = '';
  }

  render() {
    return html`
      <label class="field">
        <span>${this.label}</span>
        <input
          class="input"
          type="text"
          inputmode="text"
          autocomplete="off"
          spellcheck="false"
          data-testid=${this.testid}
          aria-invalid=${this.problem !== ''}
          aria-describedby=${`${this.testid}-problem`}
          .value=${this.typed ?? String(this.value)}
          @change=${this.#onChange}
          @keydown=${this.#onKeydown}
        />
      </label>
      <p class="field-problem" id=${`${this.testid}-problem`} role="status">${this.problem}</p>
    `;
  }

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    if (event.key === 'Enter') this.#onChange(event);
  }

  /** @param {Event} event */
  #onChange(event) {
    const { value: typed } = /** @type {HTMLInputElement} */ (event.target);
    const text = typed.trim().replace('−', '-').replace('∞', 'Infinity');
    const number = text === '' ? NaN : Number(text);
    this.problem = this.check(number, typed.trim());
    this.typed = this.problem ? typed : null;
    const { value } = this;
    if (!this.problem && number !== value) {
      this.value = number;
      this.emit('number', number);
    }
  }
}

customElements.define('dd-number-field', NumberField);
