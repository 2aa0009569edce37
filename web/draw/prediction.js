import { html } from 'lit';
import { percentText, t } from '../app/text.js';
import { component } from '../ui/component.js';
import { numberText, rankingOf, verdictOf } from './verdict.js';

/** From this probability on, a digit is named without a doubt, as probable, or as one of two. */
const certain = 0.95;
const probable = 0.7;
const possible = 0.4;

/**
 * The digit that was read, large, and how sure the network is, in words; or the digits of a number,
 * each a button that picks it: `pick` (detail: its place). At every pen event `set` writes what was
 * read to the element's attributes, with each frame `draw` shows it, both straight to the DOM; screen
 * readers are told by `announce`, once the pen is up.
 *
 * @typedef {{ probabilities: Float32Array }} Digit  each 0 … 1: of 0 … 9, and maybe of no digit
 */
export class Prediction extends component({}) {
  /** @type {'loading' | 'empty' | 'ready'} */
  state = 'loading';
  /** What was read, from left to right. @type {readonly Digit[]} */
  digits = [];
  /** What they say. @type {import('./verdict.js').Verdict[]} */
  verdicts = [];
  picked = 0;
  /** The element's data-* attributes, as reading them takes longer. @type {Record<string, string>} */
  written = {};
  /** State and digits of what screen readers were told last. */
  announced = '';

  firstUpdated() {
    const find = (/** @type {string} */ selector) =>
      /** @type {HTMLElement} */ (this.querySelector(selector));
    this.digit = find('.prediction-digit');
    this.number = find('.prediction-number');
    this.words = find('.prediction-words');
    this.spoken = find('.visually-hidden');
  }

  updated() {
    this.draw();
  }

  /**
   * @param {'loading' | 'empty' | 'ready'} state @param {readonly Digit[]} [digits]  that were read
   * @param {number} [picked]  which of them is looked at
   */
  set(state, digits = [], picked = 0) {
    this.state = state;
    this.digits = digits;
    this.picked = picked;
    this.verdicts = digits.map(({ probabilities }) => verdictOf(probabilities));
    const [only, second] = this.verdicts;
    const confidence = this.verdicts.reduce((least, one) => Math.min(least, one.confidence), 1);
    this.#write('state', state);
    this.#write('digit', only && !second ? String(only.digit ?? '') : '');
    this.#write('number', numberText(this.verdicts));
    this.#write('confidence', only ? String(confidence) : '0');
    this.#write('doubt', String(state === 'ready' && confidence < probable));
  }

  /** @param {string} name @param {string} value  what is the same is not written again */
  #write(name, value) {
    if (this.written[name] === value) return;
    this.written[name] = value;
    this.dataset[name] = value;
  }

  /** Shows what was set. */
  draw() {
    if (!this.digit || !this.number || !this.words) return;
    const { digit = '', number = '' } = this.written;
    const isNumber = this.digits.length > 1;
    writeText(this.digit, digit);
    this.digit.hidden = isNumber;
    this.#showNumber(isNumber ? number : '');
    writeText(this.words, this.sentence());
  }

  /** @param {string} number  '' unless it has several digits */
  #showNumber(number) {
    const row = /** @type {HTMLElement} */ (this.number);
    if (row.hidden && number === '') return;
    row.hidden = number === '';
    row.dataset.size = number.length > 8 ? 'small' : number.length > 4 ? 'middle' : 'large';
    // New buttons only where there are new digits: a click spans two events.
    while (row.childElementCount > number.length) row.lastElementChild?.remove();
    while (row.childElementCount < number.length) {
      const button = document.createElement('button');
      const place = row.childElementCount;
      button.type = 'button';
      button.addEventListener('click', () => this.emit('pick', place));
      row.append(button);
    }
    Array.from(row.children, (button, place) => {
      button.textContent = number[place];
      button.setAttribute('aria-pressed', String(place === this.picked));
      const doubt = this.verdicts[place].confidence < probable;
      button.classList.toggle('doubtful', doubt);
    });
  }

  /** Tells screen readers what is shown, again if asked again. */
  announce() {
    if (!this.spoken) return;
    const text = this.sentence();
    const again = this.spoken.textContent === text;
    this.spoken.textContent = again ? `${text}\u00a0` : text;
    this.announced = this.gist();
  }

  /** Tells screen readers only when the state or what was read is another than they were told. */
  announceChange() {
    if (this.gist() !== this.announced) this.announce();
  }

  gist() {
    return `${this.state} ${this.written.number}`;
  }

  /** What is shown, in words. */
  sentence() {
    if (this.state === 'loading') return t('draw.loading');
    if (this.digits.length === 0) return t('draw.empty');
    if (this.digits.length > 1) return this.#numberSentence();
    const [{ digit, confidence }] = this.verdicts;
    const [{ probabilities }] = this.digits;
    const [first, second, third] = rankingOf(probabilities);
    if (digit === null) {
      const likeliest = probabilities[first];
      const parameters = { first, percent: percentText(likeliest) };
      return t(likeliest >= 0.1 ? 'draw.hardlyDigit' : 'draw.noDigit', parameters);
    }
    const parameters = { first, second, third, percent: percentText(confidence) };
    if (confidence >= certain) return t('draw.certain', parameters);
    if (confidence >= probable) return t('draw.probable', parameters);
    return t(confidence >= possible ? 'draw.possible' : 'draw.unsure', parameters);
  }

  #numberSentence() {
    const { verdicts } = this;
    const least = verdicts.reduce((a, b) => (b.confidence < a.confidence ? b : a));
    const parameters = {
      number: numberText(verdicts),
      digit: least.digit ?? '?',
      percent: percentText(least.confidence),
    };
    if (verdicts.some(({ digit }) => digit === null)) return t('draw.numberPartly', parameters);
    return t(least.confidence >= certain ? 'draw.number' : 'draw.numberDoubt', parameters);
  }

  render() {
    return html`
      <span class="prediction-digit" aria-hidden="true"></span>
      <span class="prediction-number" role="group" aria-live="off" aria-label=${t('draw.numberDigits')} hidden></span>
      <span class="prediction-words" data-testid="prediction-words" aria-hidden="true"></span>
      <span class="visually-hidden" data-testid="prediction-spoken"></span>
    `;
  }
}

/** @param {HTMLElement} element @param {string} text  what is the same is not written again */
function writeText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

customElements.define('dd-prediction', Prediction);
