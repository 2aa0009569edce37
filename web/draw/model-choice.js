import { html, nothing } from 'lit';
import { fileButton } from '../ui/files.js';
import { icon } from '../ui/icons.js';
import { listen } from '../ui/listen.js';
import { component } from '../ui/component.js';
import { CodedError, checkSize, isWorded } from '../engine/errors.js';
import { fetchModel, modelCards } from '../engine/models.js';
import { sharedState } from '../app/shared-state.js';
import { formatNumber, language, t } from '../app/text.js';
import { readStored, store } from '../engine/storage/local.js';
import { lessons } from './lessons.js';

/** @typedef {import('../engine/recognizer.js').Recognizer} Recognizer */

/** Names of the choices that are no card's. */
const inTraining = 'training';
const taught = 'hand';
const fromFile = 'file';

const largestFile = 100e6; // bytes

/**
 * Chooses the network that reads: a model beside the page, the network in training, the one that
 * learned the user's hand, or a file.
 * Fires `attempt` when the user asks for another network, `change-network` when the recognizer reads
 * with other weights, and `notice` (detail: CodedError or null) when it could not be done; the network
 * from before then stays.
 */
export class ModelChoice extends component({
  recognizer: /** @type {Recognizer | null} */ (null),
  chosen: '',
  /** The file that was opened last. */
  file: /** @type {{ name: string, bytes: Uint8Array } | null} */ (null),
}) {
  constructor() {
    super();
    this.chosen = readStored('model', String) ?? '';
    /** What was asked for last, and may still be on its way. */
    this.asked = this.chosen;
    /** Counts choices, so that a slow download does not override a later one. */
    this.attempt = 0;
    listen(this, sharedState, 'snapshot', () => {
      this.requestUpdate();
      if (this.asked === inTraining) void this.choose(inTraining);
    });
    listen(this, lessons, 'lesson', () => this.chosenByUser(taught));
    listen(this, lessons, 'undo', () => {
      this.requestUpdate();
      if (this.chosen === taught) void this.choose(taught);
    });
  }

  connectedCallback() {
    super.connectedCallback();
    void lessons.load().then(() => this.requestUpdate());
    if (this.chosen === taught) return;
    // The model comes while the module loads; `choose` tells when it does not.
    this.download(this.nameFor(this.chosen)).catch(() => {});
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    // Not a binding: after a choice that failed, the list has to go back to an unchanged one.
    const select = /** @type {HTMLSelectElement} */ (this.querySelector('select'));
    select.value = this.nameFor(this.chosen);
    if (changed.has('recognizer') && this.recognizer) void this.choose(this.chosen);
  }

  /** @param {string} name */
  chosenByUser(name) {
    this.dispatchEvent(new Event('attempt'));
    void this.choose(name);
  }

  /** @param {string} asked  a card's name, or one of those above */
  async choose(asked) {
    const { recognizer } = this;
    if (!recognizer) return;
    const attempt = ++this.attempt;
    this.asked = asked;
    if (asked === taught) {
      await lessons.load();
      if (attempt !== this.attempt) return;
    }
    const name = this.nameFor(asked);
    this.asked = name;
    try {
      if (name === inTraining && sharedState.snapshot) {
        recognizer.useSnapshot(sharedState.snapshot);
      } else if (name === fromFile && this.file) {
        recognizer.useModel(this.file.bytes);
      } else if (name === taught && lessons.last) {
        if (!(await this.useLesson(recognizer, lessons.last.model))) {
          this.asked = this.chosen;
          return;
        }
      } else {
        const bytes = await this.download(name);
        if (attempt !== this.attempt) return;
        recognizer.useModel(bytes);
      }
      this.chosen = name;
      this.requestUpdate(); // the choice of an earlier visit is no change
      if (name !== fromFile) store('model', name);
      this.emit('notice', null);
      this.dispatchEvent(new Event('change-network'));
    } catch (error) {
      if (attempt !== this.attempt) return;
      this.asked = this.chosen;
      const retry = () => this.choose(name);
      this.emit('notice', isWorded(error) ? error : new CodedError('draw.modelFailed', {}, retry));
      this.requestUpdate();
    }
  }

  /**
   * @param {Recognizer} recognizer @param {Uint8Array} model  as an earlier version may have stored it
   * @returns {Promise<boolean>} false: it cannot be read; the network from before stays, or the
   *   default one comes
   */
  async useLesson(recognizer, model) {
    try {
      recognizer.useModel(model);
      return true;
    } catch (error) {
      if (!recognizer.architecture) await this.choose('');
      const reason = /** @type {Error} */ (error);
      this.emit('notice', new CodedError('draw.handRefused', { reason }));
      this.requestUpdate();
      return false;
    }
  }

  /** @param {string} asked  of an earlier visit, perhaps; what is not there becomes the default */
  nameFor(asked) {
    const available =
      (asked === inTraining && sharedState.snapshot !== null) ||
      (asked === fromFile && this.file !== null) ||
      (asked === taught && lessons.last !== null) ||
      modelCards.some((card) => card.name === asked);
    return available ? asked : (modelCards[0]?.name ?? '');
  }

  /** @param {string} name */
  async download(name) {
    const card = modelCards.find((one) => one.name === name);
    if (!card) throw new CodedError('draw.noModels');
    return fetchModel(card);
  }

  /** @param {File} file  a safetensors file */
  async takeFile(file) {
    this.dispatchEvent(new Event('attempt'));
    const { recognizer } = this;
    if (!recognizer) {
      this.emit('notice', new CodedError('draw.notReady'));
      return;
    }
    const attempt = ++this.attempt;
    this.asked = fromFile;
    try {
      checkSize(file, largestFile, 'draw.modelTooHeavy');
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (attempt !== this.attempt) return;
      recognizer.useModel(bytes);
      this.file = { name: file.name, bytes };
      this.chosen = fromFile;
      this.emit('notice', null);
      this.dispatchEvent(new Event('change-network'));
    } catch (error) {
      this.asked = this.chosen;
      this.emit('notice', refusal(file.name, /** @type {Error} */ (error)));
    }
  }

  /** What is known of the network that reads. */
  facts() {
    const { architecture } = this.recognizer ?? {};
    if (!architecture) return nothing;
    if (this.chosen === inTraining) {
      return t('draw.trainingFacts', { step: formatNumber(sharedState.snapshot?.step ?? 0) });
    }
    const layers = layersOf(architecture);
    if (this.chosen === taught && lessons.last) {
      return t('draw.handFacts', { layers, count: lessons.last.drawings });
    }
    const card = modelCards.find(({ name }) => name === this.chosen);
    return card ? t('draw.modelFacts', { layers, accuracy: percent(card.accuracy.t10k) }) : layers;
  }

  render() {
    const { snapshot } = sharedState;
    const option = (/** @type {string} */ name, /** @type {string} */ text) =>
      html`<option value=${name}>${text}</option>`;
    return html`
      <div class="model">
        <div class="model-head">
        <label class="strong" for="model-select">${t('draw.network')}</label>
        <p class="model-facts small muted" data-testid="model-facts">
          ${this.facts()}
        </p>
        </div>
        <div class="model-row">
        <select
          class="select"
          id="model-select"
          data-testid="model-select"
          @change=${(/** @type {Event} */ event) =>
            this.chosenByUser(/** @type {HTMLSelectElement} */ (event.target).value)}
        >
          ${modelCards.map(({ name, title }) => option(name, title[language()]))}
          ${lessons.last ? option(taught, t('draw.hand')) : nothing}
          ${snapshot ? option(inTraining, t('draw.inTraining')) : nothing}
          ${this.file ? option(fromFile, this.file.name) : nothing}
        </select>
        ${fileButton(
          html`${icon('file')} <span>${t('draw.modelFile')}</span>`,
          ([file]) => this.takeFile(file),
          'model-upload',
          { accept: '.safetensors', title: t('draw.modelFileHow') },
        )}
        </div>
      </div>
    `;
  }
}

/** Why a file is not used. @param {string} name @param {Error} error */
function refusal(name, error) {
  if (isWorded(error)) return error;
  if (error instanceof CodedError && error.code === 'networkShape') {
    return new CodedError('draw.networkShape', { name, ...error.parameters });
  }
  return new CodedError('draw.modelRefused', { name, reason: error });
}

/** As "784-64-16-10". @param {import('../engine/types.js').Architecture} architecture */
const layersOf = ({ inputs, layers }) => [inputs, ...layers.map(({ units }) => units)].join('-');

/** @param {number} fraction */
const percent = (fraction) => `${(100 * fraction).toFixed(2)}%`;

customElements.define('dd-model-choice', ModelChoice);
