import { html } from 'lit';
import { numberField } from '../ui/fields.js';
import '../ui/log-slider.js';
import '../ui/learning-rate.css';
import './plane.css';
import { rangeOf, rangeSentence } from './parts.js';

/**
 * The learning rate of a lab's state, `rate`, on a logarithmic slider with a field. The schema has its
 * limits, powers of ten.
 * @param {import('./lab.js').Lab} lab
 */
export function rate(lab) {
  const label = lab.text('rate');
  const value = Number(lab.state.rate);
  const { min, max } = rangeOf(lab, 'rate');
  const set = (/** @type {number} */ number) => lab.set({ rate: number });
  const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
    number >= min && number <= max ? '' : rangeSentence(typed, min, max);
  return html`
    <div class="lab-rate">
      ${numberField(label, 'lab-rate-typed', value, check, set)}
      <dd-log-slider
        testid="lab-rate"
        label=${label}
        .minExponent=${Math.log10(min)}
        .maxExponent=${Math.log10(max)}
        .value=${value}
        @log-input=${(/** @type {CustomEvent} */ { detail }) => set(detail)}
      ></dd-log-slider>
    </div>
  `;
}
