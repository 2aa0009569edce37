import { html } from 'lit';
import { component } from '../ui/component.js';
import { t } from '../app/text.js';
import { decimal } from '../app/numbers.js';

/** Up to so many steps all rows are there; of more, those in view and some around them. */
const wholeUpTo = 300;
const rowHeight = 28; // as in descend.css
const around = 40;

/**
 * Every step of a path: iteration, θ, J. A longer one is scrolled to its newest row whenever the
 * number of steps changes. `marked` is the step at which something happened: a rule held.
 */
export class StepTable extends component({
  path: /** @type {import('../engine/descent-types.js').Descent | null} */ (null),
  names: ['x', 'y'],
  marked: -1,
  top: 0,
}) {
  shownSteps = -1;

  render() {
    const { path } = this;
    if (!path) return '';
    const count = path.values.length;
    const dimension = path.theta.length / count;
    const { first, last } = this.#rowsThere(count);
    return html`
      <div
        class="step-table"
        tabindex="0"
        role="region"
        aria-label=${t('descend.table')}
        @scroll=${this.#onScroll}
      >
        <div class="rows-before"></div>
        <table data-testid="descend-table" aria-rowcount=${count + 1}>
          <thead>
            <tr>
              <th scope="col">${t('descend.iteration')}</th>
              ${this.names.slice(0, dimension).map((name) => html`<th scope="col">${name}</th>`)}
              <th scope="col">J</th>
            </tr>
          </thead>
          <tbody>
            ${Array.from({ length: last - first }, (_, i) => this.#row(first + i, dimension))}
          </tbody>
        </table>
        <div class="rows-after"></div>
      </div>
    `;
  }

  /** @param {number} count of all rows */
  #rowsThere(count) {
    if (count <= wholeUpTo) return { first: 0, last: count };
    const inView = Math.floor(this.top / rowHeight);
    return {
      first: Math.max(0, Math.min(inView, count) - around),
      last: Math.min(count, inView + 2 * around),
    };
  }

  /** @param {number} step @param {number} dimension */
  #row(step, dimension) {
    const { theta, values } = /** @type {import('../engine/descent-types.js').Descent} */ (
      this.path
    );
    return html`
      <tr class=${step === this.marked ? 'marked' : ''}>
        <td data-value=${step}>${step}</td>
        ${Array.from(theta.subarray(step * dimension, (step + 1) * dimension), (component) => cell(component))}
        ${cell(values[step])}
      </tr>
    `;
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    const box = this.querySelector('.step-table');
    if (!box || !this.path) return;
    const count = this.path.values.length;
    const { first, last } = this.#rowsThere(count);
    const room = (/** @type {string} */ place, /** @type {number} */ rows) =>
      /** @type {HTMLElement} */ (box.querySelector(place)).style.setProperty(
        'height',
        `${rows * rowHeight}px`,
      );
    room('.rows-before', first);
    room('.rows-after', count - last);
    if (changed.has('path') && count !== this.shownSteps) {
      this.shownSteps = count;
      box.scrollTop = box.scrollHeight;
    }
  }

  /** @param {Event} event */
  #onScroll(event) {
    if ((this.path?.values.length ?? 0) > wholeUpTo)
      this.top = /** @type {HTMLElement} */ (event.target).scrollTop;
  }
}

/** @param {number} value */
const cell = (value) => html`<td data-value=${value}>${decimal(value)}</td>`;

customElements.define('dd-step-table', StepTable);
