import { html, nothing } from 'lit';
import './fields.css';
import './number-field.js';

/**
 * A number that is typed.
 * @param {string} label @param {string} testid @param {number} value
 * @param {(number: number, typed: string) => string} check  as of ui/number-field.js
 * @param {(number: number) => void} set
 */
export const numberField = (label, testid, value, check, set) => html`
  <dd-number-field
    label=${label}
    testid=${testid}
    .value=${value}
    .check=${check}
    @number=${(/** @type {CustomEvent} */ { detail }) => set(detail)}
  ></dd-number-field>
`;

/** @typedef {readonly (readonly [value: string | number, wording: string])[]} Options */

/**
 * One of a list, without a visible label.
 * @param {string | number} value @param {Options} options @param {(value: string) => void} set
 * @param {{ testid?: string, name?: string, label?: string }} attributes
 */
export const select = (value, options, set, { testid, name, label }) => html`
  <select
    class="select"
    name=${name ?? nothing}
    data-testid=${testid ?? nothing}
    aria-label=${label ?? nothing}
    @change=${(/** @type {Event} */ { target }) =>
      set(/** @type {HTMLSelectElement} */ (target).value)}
  >
    ${options.map(
      ([option, wording]) =>
        html`<option value=${option} .selected=${option === value}>${wording}</option>`,
    )}
  </select>
`;

/**
 * One of a list.
 * @param {string} label @param {string | undefined} testid @param {string | number} value
 * @param {Options} options @param {(value: string) => void} set @param {string} [name]
 */
export const selectField = (label, testid, value, options, set, name) => html`
  <label class="field">
    <span>${label}</span>
    ${select(value, options, set, { testid, name })}
  </label>
`;

/**
 * Yes or no.
 * @param {string} label @param {string} testid @param {boolean} value
 * @param {(value: boolean) => void} set
 */
export const checkField = (label, testid, value, set) => html`
  <label class="check">
    <input
      type="checkbox"
      data-testid=${testid}
      .checked=${value}
      @change=${(/** @type {Event} */ { target }) =>
        set(/** @type {HTMLInputElement} */ (target).checked)}
    />
    ${label}
  </label>
`;
