import { html, nothing } from 'lit';
import { button, textButton } from '../ui/button.js';
import { listen } from '../ui/listen.js';
import { component } from '../ui/component.js';
import { addDrawing, drawings, removeDrawing, storeFailure } from '../engine/storage/store.js';
import { sharedState } from '../app/shared-state.js';
import { t } from '../app/text.js';
import { CodedError, isWorded } from '../engine/errors.js';

/** @typedef {import('../engine/storage/store.js').Drawing} Drawing */

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Saves drawings with their digit, to train on. Fires `saved` when one was saved or removed, and
 * `notice` (detail: CodedError or null) when there is nothing to save, or nothing can be saved.
 */
export class Labels extends component({
  count: 0,
  /** Saved last in this visit. */
  last: /** @type {Drawing | null} */ (null),
  /** Whether the drawings outlast this visit. */
  lasting: true,
}) {
  constructor() {
    super();
    /**
     * What to save; throws a CodedError when there is nothing.
     * @type {() => Omit<Drawing, 'label'>}
     */
    this.drawingOf = () => {
      throw new CodedError('draw.nothingToKeep');
    };
    /** Removals follow one another, so that each finds the list as the one before left it. */
    this.removal = Promise.resolve();
    listen(this, sharedState, 'drawings', () => this.countDrawings());
    /** Whether the user knows that storage fails. */
    this.failureReported = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.countDrawings();
  }

  async countDrawings() {
    this.count = (await drawings()).length;
    this.lasting = storeFailure() === null;
  }

  /** @param {number} label */
  async save(label) {
    let drawing;
    try {
      drawing = { ...this.drawingOf(), label };
    } catch (error) {
      if (!isWorded(error)) throw error;
      this.emit('notice', error);
      return;
    }
    await addDrawing(drawing);
    this.setLast(drawing);
    this.emit('notice', null);
    this.reportFailure();
  }

  /** @param {Drawing | null} drawing */
  setLast(drawing) {
    this.last = drawing;
    sharedState.drawingsChanged();
    this.dispatchEvent(new Event('saved'));
  }

  /** Says once that the browser does not keep what was just saved. */
  reportFailure() {
    const failure = storeFailure();
    if (!failure || this.failureReported) return;
    this.failureReported = true;
    this.emit(
      'notice',
      new CodedError(failure === 'full' ? 'draw.storageFull' : 'draw.storageForbidden'),
    );
  }

  /** Removes what was saved last in this visit; without that, the newest there is. */
  removeLast() {
    this.removal = this.removal.then(async () => {
      // Another tab may have saved or removed some since they were counted.
      const saved = await drawings();
      const { last } = this;
      await removeDrawing(last ? saved.findLastIndex((one) => same(one, last)) : saved.length - 1);
      this.setLast(null);
    });
  }

  render() {
    return html`
      <fieldset class="labels">
        <legend>${t('draw.keepAs')}</legend>
        <div class="labels-digits">
          ${digits.map((digit) =>
            button(digit, () => this.save(digit), `label-${digit}`, {
              label: t('draw.keepAsDigit', { digit }),
              keys: String(digit),
            }),
          )}
        </div>
        <p class="labels-count small muted">
          <span data-testid="own-drawings" data-value=${this.count}>
            ${this.last ? t('draw.keptAs', { digit: this.last.label }) : nothing}
            ${t(this.lasting ? 'draw.keptCount' : 'draw.keptForVisit', { count: this.count })}
          </span>
          ${this.count > 0 ? textButton(t('draw.takeBack'), this.removeLast, 'take-back') : nothing}
        </p>
      </fieldset>
    `;
  }
}

/** @param {Drawing} a @param {Drawing} b */
const same = (a, b) => a.label === b.label && a.image.every((value, i) => value === b.image[i]);

customElements.define('dd-labels', Labels);
