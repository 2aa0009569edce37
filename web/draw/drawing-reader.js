import { formatNumber, t } from '../app/text.js';

/** @typedef {import('./layer-stack.js').UnitRef} UnitRef */

/** The browser keeps every performance measure; older ones are dropped beyond this many. */
const keptMeasures = 20_000;

/**
 * A Lit controller that has the drawing of Draw read: ink → digits → attributes of the page, at once;
 * what is seen of them follows with the frame, as it could not be seen before.
 */
export class DrawingReader {
  /** What was read, from left to right. @type {import('../engine/recognizer.js').Digit[]} */
  digits = [];
  /** The digit that is looked at; null: the last, which is being written. @type {number | null} */
  #picked = null;

  // Parts of the view, once they are rendered.
  /** @type {import('./prediction.js').Prediction | undefined} */
  prediction;
  /** @type {import('./probability-bars.js').ProbabilityBars | undefined} */
  bars;
  /** @type {import('../ui/cell-grid.js').CellGrid | undefined} what the network sees */
  seen;
  /** @type {import('./layer-stack.js').LayerStack | undefined} */
  layers;
  /** @type {import('./digit-boxes.js').DigitBoxes | undefined} */
  boxes;

  #measures = 0;
  #frame = 0;
  /** Whether the layers on the page are those of the network that reads. */
  #networkShown = true;

  /** @param {import('./draw.js').DrawView} view */
  constructor(view) {
    this.view = view;
    view.addController(this);
  }

  hostUpdated() {
    if (this.bars) return;
    const find = (/** @type {string} */ selector) =>
      /** @type {any} */ (this.view.querySelector(selector));
    this.prediction = find('dd-prediction');
    this.bars = find('dd-probability-bars');
    this.seen = find('.seen dd-cell-grid');
    this.layers = find('dd-layer-stack');
    this.boxes = find('dd-digit-boxes');
  }

  hostDisconnected() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The place of the digit that is looked at. */
  get picked() {
    return this.#picked ?? Math.max(0, this.digits.length - 1);
  }

  /** The digit that is looked at; null when nothing is drawn. */
  get digit() {
    return this.digits[this.picked] ?? null;
  }

  /** @param {CustomEvent<import('./ink-canvas.js').PenDetail>} event */
  penMove = ({ detail: { points, started } }) => {
    const { drawing } = this.view;
    for (let i = 0; i < points.length; i += 2) drawing.penMove(points[i], points[i + 1]);
    this.read(started);
  };

  /** @param {number} started  performance.now() at the event that asks for it */
  read(started = performance.now()) {
    const network = this.view.recognizer?.network;
    if (!network) {
      this.prediction?.set('loading');
      return;
    }
    const { content, points } = this.view.drawing;
    const image = content.picture?.image;
    const before = this.digits.length;
    this.digits = image
      ? [{ image, ...network.recognize(image), bounds: null }]
      : network.readNumber(points.points, points.lengths);
    if (this.digits.length !== before) this.#picked = null;
    this.#setResult();
    performance.measure('dd:recognize', { start: started });
    this.#measures++;
    this.#frame ||= requestAnimationFrame(this.#showFrame);
  }

  /** Reads with another network than before. */
  networkChanged() {
    this.read();
    this.#networkShown = false;
    this.prediction?.announceChange();
  }

  /** What was read, for whoever reads the page. */
  #setResult() {
    this.bars?.set(this.digit?.probabilities ?? null);
    this.prediction?.set(this.digit ? 'ready' : 'empty', this.digits, this.picked);
  }

  /** What was read, in the large. */
  draw() {
    this.bars?.draw();
    this.prediction?.draw();
  }

  #showFrame = () => {
    this.#frame = 0;
    this.draw();
    this.#showDetails();
    if (this.#measures <= keptMeasures) return;
    performance.clearMeasures('dd:recognize');
    this.#measures = 0;
  };

  /** What the network sees, its layers, and the digits of a number. */
  #showDetails() {
    if (!this.#networkShown) this.#showNetwork();
    this.seen?.show(this.digit?.image ?? null);
    this.layers?.show(this.digit?.activations ?? null);
    if (!this.boxes) return;
    this.boxes.boxes = this.digits.length < 2 ? [] : this.digits.map(({ bounds }) => bounds ?? []);
    this.boxes.picked = this.picked;
  }

  /** @param {CustomEvent<number>} event  which digit of a number to look at */
  pickDigit = ({ detail }) => {
    this.#picked = detail;
    this.#setResult();
    this.draw();
    this.#showDetails();
  };

  #showNetwork() {
    this.#networkShown = true;
    if (!this.layers) return;
    this.layers.architecture = this.view.recognizer?.architecture ?? null;
    this.#pick(this.layers.picked);
  }

  /** @param {CustomEvent<UnitRef>} event  whose weights to show */
  pickUnit = ({ detail }) => this.#pick(detail);

  /** @param {UnitRef} asked  the network of before may have had more units */
  #pick(asked) {
    const { network, architecture } = this.view.recognizer ?? {};
    if (!network || !architecture || !this.layers) return;
    const layer = Math.min(asked.layer, architecture.layers.length - 1);
    const unit = Math.min(asked.unit, architecture.layers[layer].units - 1);
    this.layers.picked = { layer, unit };
    this.layers.showWeights(network.incomingWeights(layer, unit));
  }

  /** One function for all renderings, or the grid would be rendered, and laid out, with each. */
  describePixel = (/** @type {number} */ index) =>
    t('draw.pixel', {
      row: Math.floor(index / 28),
      column: index % 28,
      value: formatNumber(this.digit?.image[index] ?? 0, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
    });
}
