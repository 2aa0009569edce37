import { LitElement, html } from 'lit';
import { Address } from '../app/address.js';
import { localized } from '../ui/localized.js';
import { schemeEvents } from '../app/scheme.js';
import { sentenceOf } from '../app/error-sentence.js';
import '../app/errors/texts.js';
import { describe } from '../engine/errors.js';
import { t } from '../app/text.js';
import { prose } from './parts.js';
import { markTried } from './progress.js';

/**
 * @typedef {import('../app/router.js').Schema} Schema
 * @typedef {import('../app/router.js').Values} Values
 * @typedef {{ id: string, state: Values }} Challenge
 *   `id`: the text `<lab>.try_<id>` says what to try; a click on it sets `state`
 */

/** Changes of the same values within so many milliseconds are one to undo, as a drag is. */
const oneGesture = 700;
const undoLimit = 200;

/**
 * What all labs share: a text, a formula, a figure with its controls, things to try, what to notice
 * and where the digit network does the same; the state in the page's address, undo and reset, and a
 * sentence for what the module objects to.
 *
 * A lab says its `name`, its `schema` (the whole state, in numbers, texts and flags), `compute`
 * (state → result, by the module alone), `figure` and `controls`. Its texts are in
 * <name>/en.js and zh.js: `idea` (the paragraphs before the figure), `more` (those after),
 * `notice`, `try_<id>` of its challenges and `same` (where the digit network does this).
 */
export class Lab extends LitElement {
  static properties = { address: { attribute: false } };

  /** The lab's id. */
  static lab = '';
  /** @type {Schema} */
  static schema = {};
  /** @type {readonly Challenge[]} */
  static challenges = [];
  /** The formula that stands below the idea, in LaTeX. */
  static formula = '';
  /** Where the digit network does the same: a hash of this page. */
  static same = '#/train';

  constructor() {
    super();
    localized(this);
    this.address = new Address(`learn/${this.type.lab}`);
    /** @type {Values} */
    this.state = {};
    /** What `compute` gave last. @type {any} */
    this.result = null;
    this.problem = '';
    /** @type {Values[]} states to go back to */
    this.past = [];
    this.lastChange = { time: 0, names: '' };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('keydown', this.#onKeydown);
    schemeEvents.addEventListener('change', this.#repaint);
    this.state = this.address.read(this.type.schema);
    this.#compute();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKeydown);
    schemeEvents.removeEventListener('change', this.#repaint);
  }

  get type() {
    return /** @type {typeof Lab} */ (this.constructor);
  }

  /**
   * The figures of a state. What it throws is shown as a sentence; the figures from before stay.
   * @param {any} state @returns {any}
   */
  compute(state) {
    return state;
  }

  /** @returns {unknown} */
  figure() {
    return '';
  }

  /** @returns {unknown} */
  controls() {
    return '';
  }

  /** What stands in the text besides formula and idea. @returns {unknown} */
  aside() {
    return '';
  }

  /**
   * Changes the state, and with it the figures and the address.
   * @param {Values} changes
   * @param {{ undoable?: boolean }} [options]  false for what is not the reader's doing, as a run
   */
  set(changes, { undoable = true } = {}) {
    if (undoable) this.#remember(changes);
    this.#become({ ...this.state, ...changes });
  }

  undo() {
    this.#stopRun();
    const before = this.past.pop();
    if (!before) return;
    this.lastChange = { time: 0, names: '' };
    this.#become(before);
  }

  reset() {
    this.#stopRun();
    const defaults = Object.entries(this.type.schema).map(([name, entry]) => [name, entry.default]);
    this.set(Object.fromEntries(defaults));
  }

  /** Labs that run by themselves have a `ticker`. */
  #stopRun() {
    /** @type {{ ticker?: import('../ui/ticker.js').Ticker }} */ (this).ticker?.stop();
  }

  /** Computes again, as when something outside the state has changed. */
  refresh() {
    this.#compute();
    this.requestUpdate();
  }

  /** @param {Values} changes */
  #remember(changes) {
    const time = performance.now();
    const names = Object.keys(changes).join();
    const goesOn = names === this.lastChange.names && time - this.lastChange.time < oneGesture;
    if (!goesOn) this.past = [...this.past.slice(-undoLimit + 1), this.state];
    this.lastChange = { time, names };
    markTried(this.type.lab);
  }

  /** @param {Values} state */
  #become(state) {
    this.state = state;
    this.address.keep(this.type.schema, state);
    this.refresh();
  }

  #compute() {
    this.problem = '';
    try {
      this.result = this.compute(this.state);
    } catch (error) {
      this.problem = sentenceOf(describe(error));
    }
  }

  /** Fields are painted in the colours of the scheme. */
  #repaint = () => this.requestUpdate();

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    const inText = /** @type {HTMLElement} */ (event.target).matches(
      'input[type="text"], textarea',
    );
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || inText) return;
    event.preventDefault();
    this.undo();
  };

  render() {
    const { lab, formula, challenges, same } = this.type;
    return html`
      <article class="lab" data-lab=${lab}>
        <div class="lab-idea">
          ${prose(t(`${lab}.idea`))}
          ${formula && html`<dd-formula class="lab-formula" display .tex=${formula}></dd-formula>`}
          ${this.aside()}
        </div>
        <div class="lab-stage">
          <div class="lab-figure">${this.result === null ? '' : this.figure()}</div>
          <p class="notice lab-problem" role="status" data-testid="lab-problem" ?hidden=${!this.problem}>${this.problem}</p>
          <div class="lab-controls">${this.result === null ? '' : this.controls()}</div>
          <div class="lab-back">
            ${this.#button('lab-undo', 'learn.undo', () => this.undo())}
            ${this.#button('lab-reset', 'learn.reset', () => this.reset())}
          </div>
        </div>
        <div class="lab-more">
          ${prose(t(`${lab}.more`))}
          <section class="lab-try">
            <h2>${t('learn.try')}</h2>
            <ul>
              ${challenges.map(
                ({ id, state }) => html`
                  <li>
                    <button
                      class="lab-challenge"
                      type="button"
                      data-testid="lab-try-${id}"
                      @click=${() => this.set(state)}
                    >
                      ${prose(t(`${lab}.try_${id}`), 'span')}
                    </button>
                  </li>
                `,
              )}
            </ul>
          </section>
          <section>
            <h2>${t('learn.notice')}</h2>
            ${prose(t(`${lab}.notice`))}
          </section>
          <section>
            <h2>${t('learn.same')}</h2>
            ${prose(t(`${lab}.same`))}
            <a href=${same}>${t(same.startsWith('#/draw') ? 'learn.openDraw' : same.startsWith('#/train') ? 'learn.openTrain' : 'learn.openDescend')}</a>
          </section>
        </div>
      </article>
    `;
  }

  /** @param {string} testid @param {string} wording @param {() => void} act */
  #button(testid, wording, act) {
    return html`<button class="button" type="button" data-testid=${testid} @click=${act}>
      ${t(wording)}
    </button>`;
  }
}
