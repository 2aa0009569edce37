/**
 * @typedef {import('./ink-canvas.js').Stroke} Stroke
 * @typedef {import('./ink-canvas.js').Content} Content
 */

/** @type {Content} */
const nothing = { strokes: [], picture: null };

/** Room for this many coordinates at first; doubled when it is full. */
const initialCapacity = 4096;

/** A drawing no wider and no higher than this, in sides of the canvas, is a tap: a dot. */
const tapSize = 0.0075;

/** What is on the canvas, with its history. */
export class Drawing {
  /** @type {Content} */
  content = nothing;
  /** @type {Content[]} */
  #past = [];
  /** @type {Content[]} */
  #future = [];
  /** @type {Stroke | null} the stroke under the pen, the last of `content.strokes` */
  #open = null;

  // The same strokes as the module takes them, kept up to date point by point.
  #points = new Float32Array(initialCapacity);
  #pointsUsed = 0;
  /** @type {number[]} */
  #lengths = [];
  #bounds = noBounds();

  get isEmpty() {
    return this.content.strokes.length === 0 && this.content.picture === null;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * Points (x, y, x, y, …) of all strokes, and the number of points in each; a single point when all
   * is as small as the trembling of a tap, which would otherwise be blown up to a line.
   */
  get points() {
    const { left, right, top, bottom } = this.#bounds;
    if (Math.max(right - left, bottom - top) <= tapSize) {
      const used = Math.min(1, this.#lengths.length);
      return { points: this.#points.subarray(0, 2 * used), lengths: new Int32Array(used).fill(1) };
    }
    return {
      points: this.#points.subarray(0, this.#pointsUsed),
      lengths: Int32Array.from(this.#lengths),
    };
  }

  /**
   * Puts the pen down. Drawing over a picture begins anew; undo brings the picture back.
   * @param {number} x @param {number} y
   */
  penDown(x, y) {
    const stroke = [x, y];
    const { strokes, picture } = this.content;
    this.#change({ strokes: picture ? [stroke] : [...strokes, stroke], picture: null });
    this.#open = stroke;
  }

  /** @param {number} x @param {number} y */
  penMove(x, y) {
    const stroke = this.#open;
    if (!stroke || (stroke.at(-2) === x && stroke.at(-1) === y)) return;
    stroke.push(x, y);
    this.#append(x, y);
  }

  penUp() {
    this.#open = null;
  }

  /** @param {import('./ink-canvas.js').Picture} picture takes the place of everything */
  show(picture) {
    this.#change({ strokes: [], picture });
  }

  /** @param {readonly Stroke[]} strokes of an earlier visit; there is nothing to undo */
  restore(strokes) {
    this.#past = [];
    this.#future = [];
    this.#set({ strokes, picture: null });
  }

  clear() {
    if (!this.isEmpty) this.#change(nothing);
  }

  undo() {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.content);
    this.#set(before);
  }

  redo() {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.content);
    this.#set(after);
  }

  /** @param {Content} next */
  #change(next) {
    this.#past.push(this.content);
    this.#future = [];
    this.#set(next);
  }

  /** @param {Content} next */
  #set(next) {
    this.#open = null;
    this.content = next;
    this.#pointsUsed = 0;
    this.#lengths = [];
    this.#bounds = noBounds();
    for (const stroke of next.strokes) {
      this.#lengths.push(0);
      for (let i = 0; i < stroke.length; i += 2) this.#append(stroke[i], stroke[i + 1]);
    }
  }

  /** @param {number} x @param {number} y  a point of the last stroke */
  #append(x, y) {
    if (this.#pointsUsed + 2 > this.#points.length) {
      const larger = new Float32Array(this.#points.length * 2);
      larger.set(this.#points);
      this.#points = larger;
    }
    this.#points[this.#pointsUsed++] = x;
    this.#points[this.#pointsUsed++] = y;
    this.#lengths[this.#lengths.length - 1]++;
    const bounds = this.#bounds;
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
}

const noBounds = () => ({ left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity });
