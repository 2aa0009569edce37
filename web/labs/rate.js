import { html } from 'lit';
import '../ui/log-slider.js';
import '../ui/number-field.js';
import '../ui/learning-rate.css';
import './plane.css';
import { rangeOf, rangeSentence } from './parts.js';

/**
 * A positive number of a lab's state, as a learning rate, on a logarithmic slider with a field. The
 * schema has its limits, powers of ten.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name  of the value in the state
 * @param {string} [label]  the text `<lab>.<name>` if nothing else is said
 */
export function rate(lab, name, label = lab.text(name)) {
  const value = Number(lab.state[name]);
  const { min, max } = rangeOf(lab, name);
  const set = (/** @type {CustomEvent} */ { detail }) => lab.set({ [name]: detail });
  return html`
    <div class="lab-rate">
      <dd-number-field
        label=${label}
        testid="lab-${name}-typed"
        .value=${value}
        .check=${(/** @type {number} */ number, /** @type {string} */ typed) =>
          number >= min && number <= max ? '' : rangeSentence(typed, min, max)}
        @number=${set}
      ></dd-number-field>
      <dd-log-slider
        testid="lab-${name}"
        label=${label}
        .minExponent=${Math.log10(min)}
        .maxExponent=${Math.log10(max)}
        .value=${value}
        @log-input=${set}
      ></dd-log-slider>
    </div>
  `;
}
