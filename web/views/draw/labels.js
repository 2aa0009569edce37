import { LitElement, html, nothing } from 'lit';
import { Localized } from '../../components/localized.js';
import { addDrawing, drawings, removeDrawing, storeFailure } from '../../engine/store.js';
import { session } from '../../session.js';
import { t } from '../../text/index.js';
import { Sentence } from '../../text/sentence.js';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Keeps drawings with their digit, to train on. Fires `notice` (detail: Sentence or null) when
 * there is nothing to keep, or nothing can be kept.
 */
export class Labels extends LitElement {
  static properties = { count: { state: true }, last: { state: true } };

  constructor() {
    super();
    new Localized(this);
    /** @type {() => Float32Array | null} the image to keep */
    this.imageOf = () => null;
    this.count = 0;
    /** @type {number | null} the digit kept last in this visit */
    this.last = null;
    this.countAgain = () => void this.recount();
    /** Whether the user knows that storage fails. */
    this.toldFailure = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('drawings', this.countAgain);
    void this.recount();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('drawings', this.countAgain);
  }

  async recount() {
    this.count = (await drawings()).length;
  }

  /** @param {number} label */
  async keep(label) {
    const image = this.imageOf();
    if (!image) {
      this.notify(new Sentence('draw.nothingToKeep'));
      return;
    }
    await addDrawing({ image: image.slice(), label });
    this.last = label;
    session.drawingsChanged();
    this.tellFailure();
  }

  /** Says once that the browser does not keep what was just kept. */
  tellFailure() {
    const failure = storeFailure();
    if (!failure || this.toldFailure) return;
    this.toldFailure = true;
    this.notify(new Sentence(failure === 'full' ? 'draw.storageFull' : 'draw.storageForbidden'));
  }

  async takeBack() {
    await removeDrawing(this.count - 1);
    this.last = null;
    session.drawingsChanged();
  }

  /** @param {Sentence | null} detail */
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
          <span data-testid="own-drawings" data-value=${this.count} role="status">
            ${this.last === null ? nothing : t('draw.keptAs', { digit: this.last })}
            ${t('draw.keptCount', { count: this.count })}
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

customElements.define('dd-labels', Labels);
