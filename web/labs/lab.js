import { html } from 'lit';
import { Address } from '../app/address.js';
import { button as pageButton } from '../ui/button.js';
import { component } from '../ui/component.js';
import { listen } from '../ui/listen.js';
import { schemeEvents } from '../app/scheme.js';
import { sentenceOf } from '../app/error-sentence.js';
import '../app/errors/texts.js';
import { describe } from '../engine/errors.js';
import { loadedModule } from '../engine/module.js';
import { addTexts, hasText, t } from '../app/text.js';
import { button } from './parts.js';
import { markTried } from './progress.js';
import { prose } from './prose.js';

/**
 * @typedef {import('../app/router.js').Schema} Schema
 * @typedef {import('../app/router.js').Values} Values
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
 * `note` (what to notice), `try_<id>` of its challenges and `same` (where the digit network does this).
 */
export class Lab extends component({}) {
  /** The lab's id. */
  static lab = '';
  /** @type {Schema} */
  static schema = {};
  /** What to try: a click on the text `try_<id>` sets the state so. @type {Readonly<Record<string, Values>>} */
  static challenges = {};
  /** The formula that stands below the idea, in LaTeX. */
  static formula = '';
  /** Where the digit network does the same: a hash of this page. */
  static same = '#/train';

  constructor() {
    super();
    listen(this, this, 'keydown', (event) => this.#onKeydown(event));
    // Fields are painted in the colours of the scheme.
    listen(this, schemeEvents, 'change', () => this.requestUpdate());
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

  connectedCallback() {
    super.connectedCallback();
    this.state = this.address.read(this.type.schema);
    this.#compute();
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

  /** The module, in which a lab computes. */
  get module() {
    return /** @type {import('./lab-of.js').LabsModule} */ (
      /** @type {unknown} */ (loadedModule('labs'))
    );
  }

  /**
   * The lab's own text of that name, or else the one that labs share, or what is said otherwise.
   * @param {string} name @param {import('../app/text.js').Parameters} [values] @param {string} [otherwise]
   */
  text(name, values, otherwise) {
    const own = `${this.type.lab}.${name}`;
    const shared = `learn.${name}`;
    if (otherwise !== undefined && !hasText(own) && !hasText(shared)) return otherwise;
    return t(hasText(own) ? own : shared, values);
  }

  /** @returns {unknown} */
  figure() {
    return '';
  }

  /** What stands in the place of the figure while there is no result. @returns {unknown} */
  waiting() {
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

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    const inText = /** @type {HTMLElement} */ (event.target).matches(
      'input[type="text"], textarea',
    );
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || inText) return;
    event.preventDefault();
    this.undo();
  }

  render() {
    const { lab, formula, challenges, same } = this.type;
    return html`
      <article class="lab" data-lab=${lab}>
        <div class="lab-idea flow">
          ${prose(this.text('idea'))}
          ${formula && html`<dd-formula class="lab-formula" display .tex=${formula}></dd-formula>`}
          ${this.aside()}
        </div>
        <div class="lab-stage flow">
          <div class="lab-figure flow">${this.result === null ? this.waiting() : this.figure()}</div>
          <p class="notice lab-problem" role="status" data-testid="lab-problem" ?hidden=${!this.problem}>${this.problem}</p>
          <div class="lab-controls">${this.result === null ? '' : this.controls()}</div>
          <div class="lab-back">
            ${button('undo', t('learn.undo'), () => this.undo())}
            ${button('reset', t('learn.reset'), () => this.reset())}
          </div>
        </div>
        <div class="lab-more flow">
          ${prose(this.text('more'))}
          <section class="lab-try">
            <h2 class="muted small">${t('learn.try')}</h2>
            <ul>
              ${Object.entries(challenges).map(
                ([id, state]) => html`
                  <li>
                    ${pageButton(
                      prose(this.text(`try_${id}`), 'span'),
                      () => this.set(state),
                      `lab-try-${id}`,
                      { kind: 'lab-challenge' },
                    )}
                  </li>
                `,
              )}
            </ul>
          </section>
          <section>
            <h2 class="muted small">${t('learn.notice')}</h2>
            ${prose(this.text('note'))}
          </section>
          <section>
            <h2 class="muted small">${t('learn.same')}</h2>
            ${prose(this.text('same'))}
            <a href=${same}>${t(same.startsWith('#/draw') ? 'learn.openDraw' : same.startsWith('#/train') ? 'learn.openTrain' : 'learn.openDescend')}</a>
          </section>
        </div>
      </article>
    `;
  }
}

/**
 * The base of the lab `name`, with its texts and its schema, from which the type of its state follows.
 * @template {Schema} const Entries
 * @param {string} name
 * @param {import('../app/text.js').Texts} en @param {import('../app/text.js').Texts} zh
 * @param {Entries} schema
 */
export function labOf(name, en, zh, schema) {
  addTexts(name, { en, zh });
  class Named extends Lab {
    static lab = name;
    static schema = schema;
  }
  return /** @type {import('./lab-of.js').LabOf<Entries>} */ (/** @type {unknown} */ (Named));
}
