import { html, nothing } from 'lit';
import { listen } from '../ui/listen.js';
import { button } from '../ui/button.js';
import { component } from '../ui/component.js';
import { FileDrop } from '../ui/files.js';
import { notice } from '../ui/notice.js';
import '../ui/cell-grid.js';
import './digit-boxes.js';
import { hint } from './ink-canvas.js';
import './layer-stack.js';
import './prediction.js';
import './probability-bars.js';
import { CodedError, isWorded } from '../engine/errors.js';
import { sentenceOf } from '../app/error-sentence.js';
import { loadModule } from '../engine/module.js';
import { Recognizer } from '../engine/recognizer.js';
import { sharedState } from '../app/shared-state.js';
import { addTexts, t } from '../app/text.js';
import { Drawing } from './drawing.js';
import { DrawingReader } from './drawing-reader.js';
import en from './en.js';
import './model-choice.js';
import { loadTeacher, openDrawings, ownDrawings, savedAs } from './own-drawings.js';
import { digitMask, readPicture } from './pictures.js';
import { commandOf } from './shortcuts.js';
import { storeDrawing, storedDrawing } from './stored-drawing.js';
import { toolbar } from './toolbar.js';
import zh from './zh.js';

addTexts('draw', { en, zh });

/** Draw a digit, or a number, and see it read while it is drawn. */
export class DrawView extends component({
  /** Null while the module loads. */
  recognizer: /** @type {Recognizer | null} */ (null),
  /** Why nothing can be read: a LoadErrorCode. */
  blocked: /** @type {string | null} */ (null),
  /** What went wrong last. */
  notice: /** @type {CodedError | null} */ (null),
  /** As which digit the drawing that is shown was just saved. */
  savedAs: /** @type {number | null} */ (null),
}) {
  constructor() {
    super();
    /** @type {CodedError | null} the notice that is about a model */
    this.saidOfModels = null;
    this.drawing = new Drawing();
    this.reader = new DrawingReader(this);
    listen(this, sharedState, 'open', () => this.open());
    listen(this, window, 'keydown', (event) => this.obey(event));
    this.files = new FileDrop(this, ([file]) => this.takeFile(file), { pasted: true });
    void this.start(); // the module compiles while the view is rendered
  }

  firstUpdated() {
    const find = (/** @type {string} */ selector) =>
      /** @type {any} */ (this.querySelector(selector));
    /** @type {import('./ink-canvas.js').InkCanvas} */
    this.ink = find('dd-ink-canvas');
    /** @type {import('./model-choice.js').ModelChoice} */
    this.choice = find('dd-model-choice');
    /** @type {import('./labels.js').Labels} */
    this.labels = find('dd-labels');
    this.restore();
  }

  async start() {
    this.blocked = null;
    try {
      this.recognizer = new Recognizer(await loadModule('recognition'));
    } catch (error) {
      this.blocked = error instanceof CodedError ? error.code : 'load';
    }
  }

  /** Brings back the drawing of the last visit, or what another view asked to open. */
  restore() {
    const stored = storedDrawing();
    if (stored && 'image' in stored) this.showDigit(stored.image, stored.label);
    else if (stored) this.drawing.restore(stored.strokes);
    this.drawingChanged();
    this.open();
  }

  open() {
    if (!sharedState.opened) return;
    const { image, label } = sharedState.opened;
    sharedState.opened = null;
    this.showDigit(image, label);
    this.drawingChanged();
  }

  /** @param {Float32Array} image @param {number | null} label */
  showDigit(image, label) {
    this.drawing.show({ image, label, kind: 'digit', source: digitMask(image) });
  }

  /** After anything but a pen that moves. @param {number} [started]  as in `reader.read` */
  drawingChanged(started) {
    this.reader.read(started);
    this.ink?.show(this.drawing.content);
    this.requestUpdate();
  }

  /** @param {CustomEvent<import('./ink-canvas.js').PenDetail>} event */
  penDown({ detail: { points, started } }) {
    this.withdrawNotice();
    this.savedAs = null;
    this.drawing.penDown(points[0], points[1]);
    this.drawingChanged(started);
  }

  penUp() {
    this.drawing.penUp();
    this.reader.draw();
    storeDrawing(this.drawing.content);
    this.reader.prediction?.announce();
  }

  /** The system took the pen away, as when a palm rests on the screen; redo brings the stroke. */
  penCancel() {
    this.drawing.penUp();
    this.edit('undo');
  }

  /** @param {'undo' | 'redo' | 'clear'} change */
  edit(change) {
    this.ink?.release();
    this.withdrawNotice();
    this.savedAs = null;
    this.drawing[change]();
    storeDrawing(this.drawing.content);
    this.drawingChanged();
    this.reader.prediction?.announce();
  }

  /** @param {KeyboardEvent} event */
  obey(event) {
    const command = this.hidden ? null : commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command === 'recognize') {
      this.reader.read();
      this.reader.draw();
      this.reader.prediction?.announce();
    } else if (typeof command === 'string') {
      this.edit(command);
    } else {
      void this.labels?.save(command.label);
    }
  }

  /** @param {File} file  pasted or dropped */
  takeFile(file) {
    if (file.name.endsWith('.safetensors')) void this.choice?.takeFile(file);
    else if (file.name.endsWith('.json')) void openDrawings(this, file);
    else void this.openPicture(file);
  }

  /** @param {File} file */
  async openPicture(file) {
    this.notice = null;
    this.savedAs = null;
    try {
      const { rgba, width, height, source } = await readPicture(file);
      if (!this.recognizer) throw new CodedError('draw.notReady');
      const image = this.recognizer.engine.imageFromBitmap(rgba, width, height);
      if (!image) throw new CodedError('draw.pictureBlank');
      this.drawing.show({ image, source, kind: 'photo', label: null });
      storeDrawing(this.drawing.content);
      this.drawingChanged();
      this.reader.prediction?.announce();
    } catch (error) {
      if (!isWorded(error)) throw error;
      this.notice = error;
    }
  }

  /** What went wrong is of no interest once something else is done, unless it can be tried again. */
  withdrawNotice() {
    if (!this.notice?.retry) this.notice = null;
  }

  /** @param {CustomEvent<CodedError | null>} event */
  labelNotice({ detail }) {
    if (detail) this.notice = detail;
    else this.withdrawNotice();
  }

  /**
   * A model that loads takes back what was said of models, and nothing else.
   * @param {CustomEvent<CodedError | null>} event
   */
  modelNotice({ detail }) {
    if (detail || this.notice === this.saidOfModels) this.notice = detail;
    this.saidOfModels = detail;
  }

  networkChanged() {
    this.reader.networkChanged();
    if (this.notice?.code === 'draw.notReady') this.notice = null;
    loadTeacher();
  }

  render() {
    const label = this.drawing.content.picture?.label ?? null;
    const { retry } = this.notice ?? {};
    const dismiss = () => (this.notice = null);
    return html`
      ${this.blocked ? this.#loadError(this.blocked) : nothing}
      <div class="draw" ?hidden=${this.blocked !== null}>
      <h1 class="visually-hidden">${t('draw.title')}</h1>
      <section class="stage" aria-label=${t('draw.stage')}>
        <div class="paper ${this.files.dragging ? 'paper--target' : ''}">
          <dd-ink-canvas
            .label=${t('draw.canvas')}
            describedBy="draw-keys"
            @pen-down=${this.penDown}
            @pen-move=${this.reader.penMove}
            @pen-up=${this.penUp}
            @pen-cancel=${this.penCancel}
          ></dd-ink-canvas>
          <dd-digit-boxes></dd-digit-boxes>
          ${this.drawing.isEmpty ? hint() : nothing}
          ${this.files.dragging ? html`<p class="paper-drop">${t('draw.drop')}</p>` : nothing}
          <div class="paper-saved" role="status" data-testid="saved-answer">${savedAs(this)}</div>
        </div>
        ${toolbar(this)}
        ${label === null ? nothing : html`<p class="small">${t('draw.labelled', { label })}</p>`}
        <div role="alert" data-testid="notice">${this.notice ? notice(sentenceOf(this.notice), { retry, dismiss }) : nothing}</div>
      </section>
      <section class="result" aria-label=${t('draw.result')}>
        <dd-prediction
          data-testid="prediction"
          data-state="loading"
          data-digit=""
          data-confidence="0"
          aria-live="polite"
          aria-atomic="true"
          @pick=${this.reader.pickDigit}
        ></dd-prediction>
        <dd-probability-bars .label=${t('draw.probabilities')}></dd-probability-bars>
      </section>
      <section class="inside" aria-label=${t('draw.inside')}>
        <dd-model-choice
          .recognizer=${this.recognizer}
          @attempt=${() => (this.notice = null)}
          @change-network=${this.networkChanged}
          @notice=${this.modelNotice}
        ></dd-model-choice>
        <div class="seen">
          <h2>${t('draw.sees')}</h2>
          <dd-cell-grid
            class="image-cells"
            testId="network-input"
            mode="ink"
            .columns=${28}
            .count=${784}
            .label=${t('draw.seesLabel')}
            .notes=${t('draw.seesHow')}
            .describe=${this.reader.describePixel}
          ></dd-cell-grid>
        </div>
        <dd-layer-stack @pick=${this.reader.pickUnit}></dd-layer-stack>
      </section>
      ${ownDrawings(this)}
      </div>
    `;
  }

  /** Why nothing can be read. @param {string} code */
  #loadError(code) {
    return html`
      <div class="load-error" role="alert" data-testid="load-error">
        <h1>${t('draw.loadError')}</h1>
        <p>${t(`draw.loadError-${code}`)}</p>
        ${
          code === 'load'
            ? button(t('shell.retry'), this.start, undefined, { kind: 'button button--primary' })
            : nothing
        }
      </div>
    `;
  }
}

customElements.define('dd-draw', DrawView);
