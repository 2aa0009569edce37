import { html } from 'lit';
import { percentText, t } from '../app/text.js';
import { component } from '../ui/component.js';
import { noneClass } from './verdict.js';

const classes = [...Array(noneClass).keys(), 'none'];

/** What a row says, and shows of it, before anything; the share is rounded to 1/10000. */
const nothing = { value: NaN, share: NaN, percent: '', likeliest: false };

/** @param {number | string} name */
const testId = (name) => (name === 'none' ? 'no-digit-probability' : `probability-${name}`);

/**
 * The probabilities of the ten digits as bars, and that of no digit where the network has it.
 * At every pen event `set` writes them to the rows' data-value, with each frame `draw` shows them,
 * both straight to the DOM.
 */
export class ProbabilityBars extends component({
  label: '',
}) {
  /** @type {Float32Array | null} */
  probabilities = null;

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
    for (const { shown } of this.rows ?? []) Object.assign(shown, nothing);
    this.set(this.probabilities);
    this.draw();
  }

  /** @param {Float32Array | null} probabilities of 0 … 9, and maybe of no
   *   digit, each 0 … 1; null: nothing was read */
  set(probabilities) {
    this.probabilities = probabilities;
    this.rows?.forEach(({ row, shown }, place) => {
      const value = probabilities?.[place] ?? 0;
      if (value === shown.value) return; // writing costs far more than comparing
      shown.value = value;
      row.setAttribute('data-value', String(value));
    });
  }

  /** Shows what was set. */
  draw() {
    const { probabilities } = this;
    const likeliest = probabilities?.indexOf(Math.max(...probabilities));
    this.rows?.forEach((bar, place) => {
      // Which networks know it is known once one has read something.
      if (place === noneClass && probabilities) {
        const unknown = probabilities.length <= noneClass;
        if (bar.row.hidden !== unknown) bar.row.hidden = unknown;
      }
      this.#drawBar(bar, probabilities?.[place], place === likeliest);
    });
  }

  /**
   * @param {NonNullable<ProbabilityBars['rows']>[number]} bar
   * @param {number | undefined} probability @param {boolean} likeliest
   */
  #drawBar({ row, bar, text, shown }, probability, likeliest) {
    const share = Math.round(1e4 * (probability ?? 0));
    const percent = probability === undefined ? '' : percentText(probability);
    if (share !== shown.share) {
      shown.share = share;
      bar.style.setProperty('--share', String(share / 1e4));
    }
    if (percent !== shown.percent) {
      shown.percent = percent;
      text.data = percent;
    }
    if (likeliest !== shown.likeliest) {
      shown.likeliest = likeliest;
      row.classList.toggle('bar--likeliest', likeliest);
    }
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
