import { LitElement, html } from 'lit';
import { percentFormat, t } from '../text/index.js';
import { Localized } from './localized.js';
import { noneClass, verdictOf } from './verdict.js';

const classes = [...Array(noneClass).keys(), 'none'];

/** What a row shows before anything: its value, share in 1/10000, percentage in 1/1000. */
const nothing = { value: NaN, share: NaN, percent: NaN, likeliest: false };

/** @param {number | string} name */
const testId = (name) => (name === 'none' ? 'no-digit-probability' : `probability-${name}`);

/**
 * The probabilities of the ten digits as bars, and that of no digit where the network has it.
 * `show` writes them straight to the DOM: it runs at every pen event.
 */
export class ProbabilityBars extends LitElement {
  static properties = { label: {} };

  constructor() {
    super();
    new Localized(this);
    this.label = '';
    /** @type {Float32Array | null} */
    this.probabilities = null;
    /** By thousandths, as formatting takes longer than all else. @type {string[]} */
    this.percents = [];
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
      const text = percentage.appendChild(document.createTextNode(''));
      return { row, bar, text, shown: { ...nothing } };
    });
  }

  updated() {
    this.percent = percentFormat();
    this.percents.length = 0;
    for (const { shown } of this.rows ?? []) Object.assign(shown, nothing);
    this.show(this.probabilities);
  }

  /** @param {Float32Array | null} probabilities of 0 … 9, and maybe of no
   *   digit, each 0 … 1; null: nothing to tell */
  show(probabilities) {
    this.probabilities = probabilities;
    const likeliest = probabilities ? (verdictOf(probabilities).digit ?? noneClass) : -1;
    this.rows?.forEach((bar, place) => {
      // Which networks know it is known once one has read something.
      if (place === noneClass && probabilities) {
        const unknown = probabilities.length <= noneClass;
        if (bar.row.hidden !== unknown) bar.row.hidden = unknown;
      }
      this.#showBar(bar, probabilities?.[place], place === likeliest);
    });
  }

  /**
   * Touches only what another value changes: most of the digits stay at 0 % from one pen event to
   * the next, and writing costs far more than comparing.
   * @param {NonNullable<ProbabilityBars['rows']>[number]} bar
   * @param {number | undefined} probability @param {boolean} likeliest
   */
  #showBar({ row, bar, text, shown }, probability, likeliest) {
    const value = probability ?? 0;
    const share = Math.round(1e4 * value);
    const percent = probability === undefined ? -1 : Math.floor(1e3 * probability);
    if (value !== shown.value) {
      shown.value = value;
      row.setAttribute('data-value', String(value));
    }
    if (share !== shown.share) {
      shown.share = share;
      bar.style.setProperty('--share', String(share / 1e4));
    }
    if (percent !== shown.percent) {
      shown.percent = percent;
      text.data = probability === undefined ? '' : this.#percentText(percent);
    }
    if (likeliest !== shown.likeliest) {
      shown.likeliest = likeliest;
      row.classList.toggle('bar--likeliest', likeliest);
    }
  }

  /** @param {number} thousandths  0 … 1000 */
  #percentText(thousandths) {
    return (this.percents[thousandths] ??= this.percent?.format(thousandths / 1e3) ?? '');
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
