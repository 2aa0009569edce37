import { LitElement, html, nothing } from 'lit';
import { Localized } from '../ui/localized.js';
import './digit-boxes.js';
import './ink-canvas.js';
import './layer-stack.js';
import './prediction.js';
import './probability-bars.js';
import { EngineError } from '../engine/module.js';
import { Recognizer } from '../engine/recognizer.js';
import { session } from '../app/session.js';
import { formatNumber, t } from '../app/text.js';
import './texts.js';
import { Sentence } from '../app/sentence.js';
import { apology, keptAs, noticeOf } from './answers.js';
import { controls, hint } from './controls.js';
import { Drawing } from './drawing.js';
import { extras, loadTeacher, openDrawings } from './extras.js';
import { keepDrawing, keptDrawing } from './kept.js';
import { Reading } from './reading.js';
import './model-choice.js';
import { FileIntake } from './file-intake.js';
import { digitMask, readPicture } from './pictures.js';
import { commandOf } from './shortcuts.js';

/**
 * @typedef {import('./ink-canvas.js').InkCanvas} InkCanvas
 * @typedef {import('./ink-canvas.js').PenDetail} PenDetail
 * @typedef {import('./layer-stack.js').LayerStack} LayerStack
 * @typedef {import('../ui/cell-grid.js').CellGrid} CellGrid
 * @typedef {import('./prediction.js').Prediction} Prediction
 * @typedef {import('./probability-bars.js').ProbabilityBars} ProbabilityBars
 * @typedef {import('./model-choice.js').ModelChoice} ModelChoice
 * @typedef {import('./labels.js').Labels} Labels
 */

/** The browser keeps every performance measure; older ones are dropped beyond this many. */
const keptMeasures = 20_000;

/** Draw a digit, or a number, and see it read while it is drawn. */
export class DrawView extends LitElement {
  static properties = {
    recognizer: { state: true },
    blocked: { state: true },
    notice: { state: true },
    kept: { state: true },
  };

  constructor() {
    super();
    new Localized(this);
    /** @type {Recognizer | null} null while the module loads */
    this.recognizer = null;
    /** @type {import('../engine/module.js').EngineErrorCode | null} why nothing can be read */
    this.blocked = null;
    /** @type {Sentence | null} what went wrong last */
    this.notice = null;
    /** @type {Sentence | null} the notice that is about a model */
    this.saidOfModels = null;
    /** @type {number | null} as which digit the drawing that is shown was just kept */
    this.kept = null;
    this.drawing = new Drawing();
    this.reading = new Reading();
    this.measures = 0;
    this.frame = 0;
    /** Whether the layers on the page are those of the network that reads. */
    this.networkShown = true;
    this.openSession = () => this.open();
    /** @type {(event: KeyboardEvent) => void} */
    this.keyDown = (event) => this.obey(event);
    this.files = new FileIntake(this, (file) => this.takeFile(file));
    void this.start(); // the module compiles while the view is rendered
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('open', this.openSession);
    addEventListener('keydown', this.keyDown);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('open', this.openSession);
    removeEventListener('keydown', this.keyDown);
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  firstUpdated() {
    const find = (/** @type {string} */ selector) => this.querySelector(selector);
    this.ink = /** @type {InkCanvas} */ (find('dd-ink-canvas'));
    this.prediction = /** @type {Prediction} */ (find('dd-prediction'));
    this.bars = /** @type {ProbabilityBars} */ (find('dd-probability-bars'));
    this.seen = /** @type {CellGrid} */ (find('.seen dd-cell-grid'));
    this.layers = /** @type {LayerStack} */ (find('dd-layer-stack'));
    this.boxes = /** @type {import('./digit-boxes.js').DigitBoxes} */ (find('dd-digit-boxes'));
    this.choice = /** @type {ModelChoice} */ (find('dd-model-choice'));
    this.labels = /** @type {Labels} */ (find('dd-labels'));
    this.restore();
  }

  async start() {
    this.blocked = null;
    try {
      this.recognizer = await Recognizer.load();
    } catch (error) {
      this.blocked = error instanceof EngineError ? error.code : 'load';
    }
  }

  /** Brings back the drawing of the last visit, or what another view asked to open. */
  restore() {
    const kept = keptDrawing();
    if (kept && 'image' in kept) this.showDigit(kept.image, kept.label);
    else if (kept) this.drawing.restore(kept.strokes);
    this.drawingChanged();
    this.open();
  }

  open() {
    if (!session.opened) return;
    const { image, label } = session.opened;
    session.opened = null;
    this.showDigit(image, label);
    this.drawingChanged();
  }

  /** @param {Float32Array} image @param {number | null} label */
  showDigit(image, label) {
    this.drawing.show({ image, label, kind: 'digit', source: digitMask(image) });
  }

  /** After anything but a pen that moves. */
  drawingChanged(started = performance.now()) {
    this.recognize(started);
    this.ink?.show(this.drawing.content);
    this.requestUpdate();
  }

  /**
   * Ink → image → probabilities → attributes of the page, at once; what is seen of them follows with
   * the frame, as it could not be seen before.
   * @param {number} started performance.now() at the event that asks for it
   */
  recognize(started) {
    const { recognizer, drawing } = this;
    const ready = recognizer?.architecture;
    if (!ready) {
      this.prediction?.tell('loading');
      return;
    }
    this.reading.read(recognizer, drawing);
    this.tellReading();
    performance.measure('dd:recognize', { start: started });
    this.measures++;
    this.frame ||= requestAnimationFrame(this.showFrame);
  }

  /** What was read, for whoever reads the page. */
  tellReading() {
    const { digits, digit, picked } = this.reading;
    this.bars?.tell(digit?.probabilities ?? null);
    this.prediction?.tell(digit ? 'ready' : 'empty', digits, picked);
  }

  /** What was read, in the large. */
  drawReading() {
    this.bars?.draw();
    this.prediction?.draw();
  }

  showFrame = () => {
    this.frame = 0;
    this.drawReading();
    this.showDetails();
  };

  /** What the network sees, and its layers. */
  showDetails() {
    const { reading } = this;
    if (!this.networkShown) this.showNetwork();
    this.seen?.show(reading.digit?.image ?? null);
    this.layers?.show(reading.digit?.activations ?? null);
    if (this.boxes) Object.assign(this.boxes, { boxes: reading.boxes, picked: reading.picked });
  }

  /** @param {CustomEvent<number>} event  which digit of a number to look at */
  pickDigit({ detail }) {
    this.reading.pick(detail);
    this.tellReading();
    this.drawReading();
    this.showDetails();
  }

  /** @param {CustomEvent<PenDetail>} event */
  penDown({ detail: { points, started } }) {
    if (this.measures > keptMeasures) {
      performance.clearMeasures('dd:recognize');
      this.measures = 0;
    }
    this.withdrawNotice();
    this.kept = null;
    this.drawing.penDown(points[0], points[1]);
    this.drawingChanged(started);
  }

  /** @param {CustomEvent<PenDetail>} event */
  penMove({ detail: { points, started } }) {
    for (let i = 0; i < points.length; i += 2) this.drawing.penMove(points[i], points[i + 1]);
    this.recognize(started);
  }

  penUp() {
    this.drawing.penUp();
    this.drawReading();
    keepDrawing(this.drawing.content);
    this.prediction?.announce();
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
    this.kept = null;
    this.drawing[change]();
    keepDrawing(this.drawing.content);
    this.drawingChanged();
    this.prediction?.announce();
  }

  /** @param {KeyboardEvent} event */
  obey(event) {
    const command = this.hidden ? null : commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command === 'recognize') {
      this.recognize(performance.now());
      this.drawReading();
      this.prediction?.announce();
    } else if (typeof command === 'string') {
      this.edit(command);
    } else {
      void this.labels?.keep(command.label);
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
    this.kept = null;
    try {
      const picture = await readPicture(file);
      if (!this.recognizer) throw new Sentence('draw.notReady');
      const image = this.recognizer.imageFromBitmap(picture);
      if (!image) throw new Sentence('draw.pictureBlank');
      this.drawing.show({ image, source: picture.source, kind: 'photo', label: null });
      keepDrawing(this.drawing.content);
      this.drawingChanged();
      this.prediction?.announce();
    } catch (error) {
      this.complain(error);
    }
  }

  /** @param {unknown} error */
  complain(error) {
    if (!(error instanceof Sentence)) throw error;
    this.notice = error;
  }

  /** What went wrong is of no interest once something else is done, unless it can be tried again. */
  withdrawNotice() {
    if (!this.notice?.retry) this.notice = null;
  }

  /** @param {CustomEvent<Sentence | null>} event */
  labelNotice({ detail }) {
    if (detail) this.notice = detail;
    else this.withdrawNotice();
  }

  /**
   * A model that loads takes back what was said of models, and nothing else.
   * @param {CustomEvent<Sentence | null>} event
   */
  modelNotice({ detail }) {
    if (detail || this.notice === this.saidOfModels) this.notice = detail;
    this.saidOfModels = detail;
  }

  networkChanged() {
    this.recognize(performance.now());
    this.networkShown = false;
    this.prediction?.announceChange();
    if (this.notice?.key === 'draw.notReady') this.notice = null;
    loadTeacher();
  }

  showNetwork() {
    this.networkShown = true;
    if (this.layers) this.layers.architecture = this.recognizer?.architecture ?? null;
    this.pick(this.layers?.picked ?? { layer: 0, unit: 0 });
  }

  /** @param {import('./layer-stack.js').UnitRef} asked */
  pick(asked) {
    const layers = this.recognizer?.architecture?.layers;
    if (!layers || !this.layers) return;
    const layer = Math.min(asked.layer, layers.length - 1);
    const unit = Math.min(asked.unit, layers[layer].units - 1);
    this.layers.picked = { layer, unit };
    this.layers.showWeights(this.recognizer?.incomingWeights(layer, unit) ?? null);
  }

  render() {
    const label = this.drawing.content.picture?.label ?? null;
    return html`
      ${this.blocked ? apology(this, this.blocked) : nothing}
      <div class="draw" ?hidden=${this.blocked !== null}>
      <h1 class="visually-hidden">${t('draw.title')}</h1>
      <section class="stage" aria-label=${t('draw.stage')}>
        <div class="paper ${this.files.dragging ? 'paper--target' : ''}">
          <dd-ink-canvas
            .label=${t('draw.canvas')}
            describedBy="draw-keys"
            @pen-down=${this.penDown}
            @pen-move=${this.penMove}
            @pen-up=${this.penUp}
            @pen-cancel=${this.penCancel}
          ></dd-ink-canvas>
          <dd-digit-boxes></dd-digit-boxes>
          ${this.drawing.isEmpty ? hint() : nothing}
          ${this.files.dragging ? html`<p class="paper-drop">${t('draw.drop')}</p>` : nothing}
          <div class="paper-kept" role="status">${keptAs(this)}</div>
        </div>
        ${controls(this)}
        ${label === null ? nothing : html`<p class="small">${t('draw.labelled', { label })}</p>`}
        <div role="alert">${this.notice ? noticeOf(this, this.notice) : nothing}</div>
      </section>
      <section class="result" aria-label=${t('draw.result')}>
        <dd-prediction
          data-testid="prediction"
          data-state="loading"
          data-digit=""
          data-confidence="0"
          aria-live="polite"
          aria-atomic="true"
          @pick=${this.pickDigit}
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
            .describe=${this.describePixel}
          ></dd-cell-grid>
        </div>
        <dd-layer-stack
          @pick=${(/** @type {CustomEvent} */ event) => this.pick(event.detail)}
        ></dd-layer-stack>
      </section>
      ${extras(this)}
      </div>
    `;
  }

  /** One function for all renderings, or the grid would be rendered, and laid out, with each. */
  describePixel = (/** @type {number} */ index) =>
    t('draw.pixel', {
      row: Math.floor(index / 28),
      column: index % 28,
      value: formatNumber(this.reading.digit?.image[index] ?? 0, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
    });
}

customElements.define('dd-draw', DrawView);
