import { html, nothing } from 'lit';
import { button, textButton } from '../../ui/button.js';
import { fileButton, saveFile } from '../../ui/files.js';
import { listen } from '../../ui/listen.js';
import { component } from '../../ui/component.js';
import { notice } from '../../ui/notice.js';
import { splitDrawings } from '../../engine/storage/drawing-split.js';
import { CodedError, checkSize, isWorded } from '../../engine/errors.js';
import { sentenceOf } from '../../app/error-sentence.js';
import { fetchModel, modelCards } from '../../engine/models.js';
import {
  largestDrawingsFile,
  readDrawings,
  writeDrawings,
} from '../../engine/storage/drawings-file.js';
import {
  addNewDrawings,
  drawings,
  labelledImages,
  storeFailure,
} from '../../engine/storage/store.js';
import { teachInWorker } from '../../engine/teacher.js';
import { sharedState } from '../../app/shared-state.js';
import '../../ui/progress.css';
import './teach.css';
import en from './en.js';
import { addTexts, hasText, t } from '../../app/text.js';
import zh from './zh.js';
import { lessons } from '../lessons.js';
import { report } from './teach-report.js';

addTexts('teach', { en, zh });

/** Teaches the network the user's hand, and carries the drawings to a file and back. */
export class Teacher extends component({
  /** The digits of the drawings that are saved. */
  labels: /** @type {number[]} */ ([]),
  /** Of the lesson under way, 0…1; null: there is none. */
  share: /** @type {number | null} */ (null),
  /** What went wrong last. */
  problem: /** @type {CodedError | null} */ (null),
  /** What an import did. */
  answer: /** @type {CodedError | null} */ (null),
}) {
  constructor() {
    super();
    this.cancellation = new AbortController();
    listen(this, sharedState, 'drawings', () => this.readLabels());
    listen(this, lessons, 'undo', () => this.requestUpdate());
  }

  connectedCallback() {
    super.connectedCallback();
    void this.readLabels();
    void lessons.load().then(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.cancel();
  }

  async readLabels() {
    this.labels = (await drawings()).map(({ label }) => label);
  }

  get busy() {
    return this.share !== null;
  }

  async teach() {
    if (this.busy) return;
    this.share = 0;
    this.problem = this.answer = null;
    this.cancellation = new AbortController();
    const { signal } = this.cancellation;
    try {
      const own = await drawings();
      if (own.length === 0) throw new CodedError('teach.nothing');
      await lessons.load();
      const { training, measured, heldOut, seen } = splitDrawings(own, lessons.last?.seen);
      const lesson = {
        model: lessons.last?.model ?? (await defaultModel()),
        training: labelledImages(training),
        measured: labelledImages(measured),
      };
      if (signal.aborted) return;
      const onProgress = (/** @type {number} */ share) => (this.share = share);
      const { model, measures } = await teachInWorker(lesson, { onProgress, signal });
      await lessons.add({ model, measures, drawings: own.length, heldOut, seen });
    } catch (error) {
      this.problem = worded(error, () => this.teach());
    } finally {
      this.share = null;
    }
  }

  cancel() {
    this.cancellation.abort();
  }

  async undo() {
    this.problem = this.answer = null;
    await lessons.undo();
  }

  async export() {
    const text = writeDrawings(await drawings());
    saveFile('digit-descent-drawings.json', text, 'application/json');
  }

  /** @param {File} file */
  async import(file) {
    this.problem = this.answer = null;
    try {
      this.answer = await importDrawings(file);
    } catch (error) {
      this.problem = worded(error);
    }
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' }); // the file may have been dropped elsewhere
  }

  render() {
    const none = this.labels.length === 0;
    return html`
      <section class="teach" aria-label=${t('teach.title')}>
        <div class="teach-row">
          ${button(t('teach.start'), this.teach, 'teach', { disabled: none || this.busy })}
          <div class="teach-files">
            ${textButton(t('teach.export'), this.export, 'drawings-export', none)}
            ${fileButton(t('teach.import'), ([file]) => this.import(file), 'drawings-import', {
              kind: 'text-button',
              accept: '.json,application/json',
            })}
          </div>
        </div>
        <div role="alert" data-testid="teach-problem">
          ${this.problem ? notice(sentenceOf(this.problem), { retry: this.problem.retry }) : nothing}
        </div>
        <div role="status" data-testid="teach-status" class="small">
          ${this.answer ? html`<p data-testid="import-answer">${sentenceOf(this.answer)}</p>` : nothing}
          ${this.busy ? nothing : this.rest()}
        </div>
        ${this.share === null ? nothing : this.progress(this.share)}
      </section>
    `;
  }

  /** What there is to say while nothing is being learned. */
  rest() {
    const { last } = lessons;
    const { labels } = this;
    const ofOneDigit = labels.length > 1 && new Set(labels).size === 1;
    const hint = t(labels.length === 0 ? 'teach.nothing' : 'teach.how');
    return html`
      ${last ? report(last, { onUndo: () => this.undo(), lasting: !storeFailure() }) : nothing}
      ${last ? nothing : html`<p class="muted">${hint}</p>`}
      ${ofOneDigit ? html`<p class="muted">${t('teach.oneDigit', { digit: labels[0] })}</p>` : nothing}
    `;
  }

  /** @param {number} share */
  progress(share) {
    return html`
      <div class="teach-progress">
        <progress
          class="progress"
          max="1"
          data-testid="teach-progress"
          aria-label=${t('teach.learning')}
          .value=${share}
        ></progress>
        ${button(t('teach.cancel'), this.cancel, 'teach-cancel')}
      </div>
    `;
  }
}

/**
 * Adds the drawings of a file to those that are saved; all of them, or none when one is wrong.
 * @param {File} file
 * @returns {Promise<CodedError>} what was done; rejects with the CodedError that says what is wrong
 */
async function importDrawings(file) {
  const { name } = file;
  checkSize(file, largestDrawingsFile, 'teach.drawingsTooLarge');
  let list;
  try {
    list = readDrawings(await file.text());
  } catch (error) {
    if (error instanceof CodedError)
      throw new CodedError(`teach.${error.code}`, { name, ...error.parameters });
    throw new CodedError('teach.drawingsUnreadable', { name });
  }
  const counts = await addNewDrawings(list);
  sharedState.drawingsChanged();
  return new CodedError(storeFailure() ? 'teach.importedForVisit' : 'teach.imported', counts);
}

/** The file of the network that the page begins with. */
async function defaultModel() {
  if (modelCards.length === 0) throw new CodedError('draw.noModels');
  try {
    return await fetchModel(modelCards[0]);
  } catch {
    throw new CodedError('teachDownload');
  }
}

/**
 * @param {unknown} error @param {() => unknown} [retry] for what may go better another time
 * @returns {CodedError | null} null: it was the user's wish
 */
function worded(error, retry) {
  if (isWorded(error)) return error;
  if (!(error instanceof CodedError)) throw error;
  const { code, parameters } = error;
  if (code === 'cancelled') return null;
  if (!hasText(`teach.${code}`)) return new CodedError('teach.core', { reason: error });
  return new CodedError(`teach.${code}`, parameters, retry);
}

customElements.define('dd-teacher', Teacher);
