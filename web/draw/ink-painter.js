import { palette } from '../ui/palette.js';

/**
 * @typedef {import('./ink-canvas.js').Stroke} Stroke
 * @typedef {import('./ink-canvas.js').Content} Content
 */

/** Breadth of the pen as a fraction of the canvas's side. */
const penWidth = 0.068;

/** So many points are drawn anew with every frame; of more only what is new. */
const fewPoints = 1000;

/** Draws strokes and pictures on a square canvas. */
export class InkPainter {
  /** @type {Content} */
  content = { strokes: [], picture: null };
  /** @type {CanvasRenderingContext2D | null} of the canvas, once that has a size */
  #context = null;
  #side = 0;
  #ink = '';
  /** How many points of the last stroke are on the canvas; −1: all has to be drawn again. */
  #drawn = -1;

  /** @param {HTMLCanvasElement} canvas @param {number} side  in pixels of the screen, > 0 */
  fit(canvas, side) {
    if (side === this.#side) return;
    this.#side = canvas.width = canvas.height = side;
    this.#context = canvas.getContext('2d');
    this.draw();
  }

  /** @param {Content} content  drawn by the next `drawNew` */
  show(content) {
    this.content = content;
    this.#drawn = -1;
  }

  /** Draws everything. */
  draw() {
    const { strokes, picture } = this.content;
    const context = this.#context;
    if (!context) return;
    this.#ink = palette().text;
    context.clearRect(0, 0, this.#side, this.#side);
    if (picture) this.#drawPicture(context, picture);
    for (const stroke of strokes) this.#drawStroke(context, stroke);
    this.#drawn = pointsIn(strokes.at(-1));
  }

  /** Draws what the last stroke was prolonged by; everything, where that is quick or needed. */
  drawNew() {
    const { strokes } = this.content;
    const last = strokes.at(-1);
    if (last && pointsIn(last) === this.#drawn) return; // since the pen was lifted, say
    const count = strokes.reduce((sum, stroke) => sum + pointsIn(stroke), 0);
    if (!this.#context || !last || this.#drawn < 0 || count <= fewPoints) {
      this.draw();
    } else {
      this.#drawStroke(this.#context, last, this.#drawn);
      this.#drawn = pointsIn(last);
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {import('./ink-canvas.js').Picture} picture */
  #drawPicture(context, { source, kind }) {
    const side = this.#side;
    const scale = side / Math.max(source.width, source.height);
    const width = source.width * scale;
    const height = source.height * scale;
    const photo = kind === 'photo';
    context.save();
    context.imageSmoothingEnabled = photo;
    context.globalAlpha = photo ? 0.45 : 1;
    context.drawImage(source, (side - width) / 2, (side - height) / 2, width, height);
    if (!photo) {
      context.globalCompositeOperation = 'source-in';
      context.fillStyle = this.#ink;
      context.fillRect(0, 0, side, side);
    }
    context.restore();
  }

  /**
   * Draws a stroke as quadratic curves through the middles between its points.
   * @param {CanvasRenderingContext2D} context @param {Stroke} stroke
   * @param {number} [from] index of the first point that is not on the canvas yet; what is added to
   *   a stroke ends in the middle before its last point, from where the next curve goes on
   */
  #drawStroke(context, stroke, from = 0) {
    const side = this.#side;
    const at = (/** @type {number} */ i) => [stroke[2 * i] * side, stroke[2 * i + 1] * side];
    const count = pointsIn(stroke);
    context.beginPath();
    if (count === 1) {
      const [x, y] = at(0);
      context.arc(x, y, (penWidth * side) / 2, 0, 2 * Math.PI);
      context.fillStyle = this.#ink;
      context.fill();
      return;
    }
    const first = Math.max(1, from - 1);
    const [x, y] = first === 1 ? at(0) : middle(at(first - 2), at(first - 1));
    context.moveTo(x, y);
    for (let i = first; i < count; i++) {
      const [controlX, controlY] = at(i - 1);
      const [endX, endY] = middle(at(i - 1), at(i));
      context.quadraticCurveTo(controlX, controlY, endX, endY);
    }
    if (from === 0) {
      const [lastX, lastY] = at(count - 1);
      context.lineTo(lastX, lastY);
    }
    context.lineWidth = penWidth * side;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = this.#ink;
    context.stroke();
  }
}

/** @param {Stroke} [stroke] */
const pointsIn = (stroke) => (stroke?.length ?? 0) / 2;

/** @param {number[]} a @param {number[]} b */
const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];
