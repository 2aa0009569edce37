import { LitElement, html } from 'lit';
import { percentFormat } from '../text/index.js';
import { Localized } from './localized.js';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * The probabilities of the ten digits as bars. `show` writes them straight to the DOM: it runs at
 * every pen event.
 */
export class ProbabilityBars extends LitElement {
  static properties = { label: {} };

  constructor() {
    super();
    new Localized(this);
    this.label = '';
    /** @type {Float32Array | null} */
    this.probabilities = null;
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.rows = digits.map((digit) => {
      const row = /** @type {HTMLElement} */ (
        this.querySelector(`[data-testid="probability-${digit}"]`)
      );
      const [bar, percentage] = /** @type {HTMLElement[]} */ ([
        row.querySelector('.bar-fill'),
        row.querySelector('.bar-percent'),
      ]);
      return { row, bar, percentage };
    });
  }

  updated() {
    this.percent = percentFormat();
    this.show(this.probabilities);
  }

  /** @param {Float32Array | null} probabilities ten, each 0 … 1; null: nothing to tell */
  show(probabilities) {
    this.probabilities = probabilities;
    const likeliest = probabilities ? probabilities.indexOf(Math.max(...probabilities)) : -1;
    this.rows?.forEach(({ row, bar, percentage }, digit) => {
      const value = probabilities?.[digit] ?? 0;
      row.dataset.value = String(value);
      row.classList.toggle('bar--likeliest', digit === likeliest);
      bar.style.setProperty('--share', value.toFixed(4));
      percentage.textContent = probabilities ? (this.percent?.format(value) ?? '') : '';
    });
  }

  render() {
    return html`
      <ol class="bars" aria-label=${this.label}>
        ${digits.map(
          (digit) => html`
            <li class="bar" data-testid="probability-${digit}" data-value="0">
              <span class="bar-digit">${digit}</span>
              <span class="bar-track"><span class="bar-fill"></span></span>
              <span class="bar-percent"></span>
            </li>
          `,
        )}
      </ol>
    `;
  }
}

customElements.define('dd-probability-bars', ProbabilityBars);
