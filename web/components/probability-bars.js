import { LitElement, html } from 'lit';
import { percentFormat, t } from '../text/index.js';
import { Localized } from './localized.js';
import { noneClass, verdictOf } from './verdict.js';

const classes = [...Array(noneClass).keys(), 'none'];

/** @param {number | string} name */
const testId = (name) => (name === 'none' ? 'no-digit-probability' : `probability-${name}`);

/**
 * The probabilities of the ten digits as bars, and that of no digit where the network has it. `show` writes them straight to the DOM: it runs at
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
    this.rows = classes.map((name) => {
      const row = /** @type {HTMLElement} */ (
        this.querySelector(`[data-testid="${testId(name)}"]`)
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

  /** @param {Float32Array | null} probabilities of 0 … 9, and maybe of no
   *   digit, each 0 … 1; null: nothing to tell */
  show(probabilities) {
    this.probabilities = probabilities;
    const likeliest = probabilities ? (verdictOf(probabilities).digit ?? noneClass) : -1;
    this.rows?.forEach(({ row, bar, percentage }, place) => {
      const value = probabilities?.[place] ?? 0;
      // Which networks know it is known once one has read something.
      if (place === noneClass && probabilities) row.hidden = probabilities.length <= noneClass;
      row.dataset.value = String(value);
      row.classList.toggle('bar--likeliest', place === likeliest);
      bar.style.setProperty('--share', value.toFixed(4));
      percentage.textContent = probabilities ? (this.percent?.format(value) ?? '') : '';
    });
  }

  render() {
    return html`
      <ol class="bars" aria-label=${this.label}>
        ${classes.map(
          (name) => html`
            <li
              class="bar"
              data-testid=${testId(name)}
              data-value="0"
              ?hidden=${name === 'none'}
            >
              <span class="bar-digit">
                ${
                  name === 'none'
                    ? html`<span aria-hidden="true" title=${t('draw.none')}>?</span
                        ><span class="visually-hidden">${t('draw.none')}</span>`
                    : name
                }
              </span>
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
