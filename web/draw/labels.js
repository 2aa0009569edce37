import { html, nothing } from 'lit';
import { listen } from '../ui/listen.js';
import { component } from '../ui/component.js';
import { addDrawing, drawings, removeDrawing, storeFailure } from '../engine/storage/store.js';
import { session } from '../app/session.js';
import { t } from '../app/text.js';
import { CodedError, isWorded } from '../engine/errors.js';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Keeps drawings with their digit, to train on. Fires `kept` when one was kept or taken back, and
 * `notice` (detail: CodedError or null) when there is nothing to keep, or nothing can be kept.
 */
export class Labels extends component({
  count: 0,
  /** Kept last in this visit. */
  last: /** @type {import('../engine/storage/store.js').Drawing | null} */ (null),
  /** Whether the drawings outlast this visit. */
  lasting: true,
}) {
  constructor() {
    super();
    /**
     * What to keep; throws a CodedError when there is nothing.
     * @type {() => Omit<Drawing, 'label'>}
     */
    this.drawingOf = () => {
      throw new CodedError('draw.nothingToKeep');
    };
    /** Removals follow one another, so that each finds the list as the one before left it. */
    this.removal = Promise.resolve();
    listen(this, session, 'drawings', () => this.recount());
    /** Whether the user knows that storage fails. */
    this.toldFailure = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.recount();
  }

  async recount() {
    this.count = (await drawings()).length;
    this.lasting = storeFailure() === null;
  }

  /** @param {number} label */
  async keep(label) {
    let drawing;
    try {
      drawing = { ...this.drawingOf(), label };
    } catch (error) {
      if (!isWorded(error)) throw error;
      this.notify(error);
      return;
    }
    await addDrawing(drawing);
    this.setLast(drawing);
    this.notify(null);
    this.tellFailure();
  }

  /** @param {import('../engine/storage/store.js').Drawing | null} drawing */
  setLast(drawing) {
    this.last = drawing;
    session.drawingsChanged();
    this.dispatchEvent(new Event('kept'));
  }

  /** Says once that the browser does not keep what was just kept. */
  tellFailure() {
    const failure = storeFailure();
    if (!failure || this.toldFailure) return;
    this.toldFailure = true;
    this.notify(new CodedError(failure === 'full' ? 'draw.storageFull' : 'draw.storageForbidden'));
  }

  /** Takes back what was kept last in this visit; without that, the newest there is. */
  takeBack() {
    this.removal = this.removal.then(async () => {
      // Another tab may have kept or removed some since they were counted.
      const kept = await drawings();
      const { last } = this;
      await removeDrawing(last ? kept.findLastIndex((one) => same(one, last)) : kept.length - 1);
      this.setLast(null);
    });
  }

  /** @param {CodedError | null} detail */
  notify(detail) {
    this.dispatchEvent(new CustomEvent('notice', { detail }));
  }

  render() {
    return html`
      <fieldset class="labels">
        <legend>${t('draw.keepAs')}</legend>
        <div class="labels-digits">
          ${digits.map(
            (digit) => html`
              <button
                class="button"
                type="button"
                data-testid="label-${digit}"
                aria-label=${t('draw.keepAsDigit', { digit })}
                aria-keyshortcuts=${digit}
                @click=${() => this.keep(digit)}
              >
                ${digit}
              </button>
            `,
          )}
        </div>
        <p class="labels-count small muted">
          <span data-testid="own-drawings" data-value=${this.count}>
            ${this.last ? t('draw.keptAs', { digit: this.last.label }) : nothing}
            ${t(this.lasting ? 'draw.keptCount' : 'draw.keptForVisit', { count: this.count })}
          </span>
          ${
            this.count > 0
              ? html`
                  <button
                    class="text-button"
                    type="button"
                    data-testid="take-back"
                    @click=${this.takeBack}
                  >
                    ${t('draw.takeBack')}
                  </button>
                `
              : nothing
          }
        </p>
      </fieldset>
    `;
  }
}

/** @typedef {import('../engine/storage/store.js').Drawing} Drawing */

/** @param {Drawing} a @param {Drawing} b */
const same = (a, b) => a.label === b.label && a.image.every((value, i) => value === b.image[i]);

customElements.define('dd-labels', Labels);
