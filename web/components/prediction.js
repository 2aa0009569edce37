import { LitElement, html } from 'lit';
import { percentFormat, t } from '../text/index.js';
import { Localized } from './localized.js';

/** From this probability on, a digit is named without a doubt, as probable, or as one of two. */
const certain = 0.95;
const probable = 0.7;
const possible = 0.4;

/**
 * The digit that was read, large, and how sure the network is, in words. `show` writes straight to
 * the DOM, as it runs at every pen event; screen readers are told by `announce`, once the pen is up.
 */
export class Prediction extends LitElement {
  constructor() {
    super();
    new Localized(this);
    /** @type {'loading' | 'empty' | 'ready'} */
    this.state = 'loading';
    /** @type {Float32Array | null} */
    this.probabilities = null;
    /** State and digit of what screen readers were told last. */
    this.told = '';
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    const find = (/** @type {string} */ selector) =>
      /** @type {HTMLElement} */ (this.querySelector(selector));
    this.digit = find('.prediction-digit');
    this.words = find('.prediction-words');
    this.spoken = find('.visually-hidden');
  }

  updated() {
    this.percent = percentFormat();
    this.show(this.state, this.probabilities);
  }

  /**
   * @param {'loading' | 'empty' | 'ready'} state
   * @param {Float32Array | null} [probabilities] ten, each 0 … 1, when ready
   */
  show(state, probabilities = null) {
    this.state = state;
    this.probabilities = probabilities;
    const confidence = probabilities ? Math.max(...probabilities) : 0;
    const digit = probabilities ? String(probabilities.indexOf(confidence)) : '';
    this.dataset.state = state;
    this.dataset.digit = digit;
    this.dataset.confidence = String(confidence);
    this.dataset.doubt = String(state === 'ready' && confidence < probable);
    if (!this.digit || !this.words) return;
    this.digit.textContent = digit;
    this.words.textContent = this.sentence();
  }

  /** Tells screen readers what is shown, again if asked again. */
  announce() {
    if (!this.spoken) return;
    const text = this.sentence();
    const again = this.spoken.textContent === text;
    this.spoken.textContent = again ? `${text}\u00a0` : text;
    this.told = this.gist();
  }

  /** Tells screen readers only when the state or the digit is another than they were told. */
  announceChange() {
    if (this.gist() !== this.told) this.announce();
  }

  gist() {
    return `${this.dataset.state} ${this.dataset.digit}`;
  }

  /** What is shown, in words. */
  sentence() {
    if (this.state === 'loading') return t('draw.loading');
    const { probabilities } = this;
    if (!probabilities) return t('draw.empty');
    const [first, second, third] = [...probabilities.keys()].sort(
      (a, b) => probabilities[b] - probabilities[a],
    );
    const confidence = probabilities[first];
    const parameters = { first, second, third, percent: this.percent?.format(confidence) ?? '' };
    if (confidence >= certain) return t('draw.certain', parameters);
    if (confidence >= probable) return t('draw.probable', parameters);
    if (confidence >= possible) return t('draw.possible', parameters);
    return t('draw.unsure', parameters);
  }

  render() {
    return html`
      <span class="prediction-digit" aria-hidden="true"></span>
      <span class="prediction-words" aria-hidden="true"></span>
      <span class="visually-hidden"></span>
    `;
  }
}

customElements.define('dd-prediction', Prediction);
