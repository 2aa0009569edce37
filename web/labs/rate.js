import { html } from 'lit';
import '../ui/log-slider.js';
import '../ui/number-field.js';
import '../ui/learning-rate.css';
import './plane.css';
import { rangeSentence } from './parts.js';

/**
 * A positive number of a lab's state, as a learning rate, on a logarithmic slider with a field.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name  of the value in the state
 * @param {string} label
 * @param {{ min: number, max: number }} exponents  powers of ten
 */
export function rate(lab, name, label, { min, max }) {
  const value = Number(lab.state[name]);
  const [low, high] = [10 ** min, 10 ** max];
  const set = (/** @type {CustomEvent} */ { detail }) => lab.set({ [name]: detail });
  return html`
    <div class="lab-rate">
      <dd-number-field
        label=${label}
        testid="lab-${name}-typed"
        .value=${value}
        .check=${(/** @type {number} */ number, /** @type {string} */ typed) =>
          number >= low && number <= high ? '' : rangeSentence(typed, low, high)}
        @number=${set}
      ></dd-number-field>
      <dd-log-slider
        testid="lab-${name}"
        label=${label}
        .minExponent=${min}
        .maxExponent=${max}
        .value=${value}
        @log-input=${set}
      ></dd-log-slider>
    </div>
  `;
}
