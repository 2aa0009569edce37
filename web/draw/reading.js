/**
 * What was read of the drawing, and which digit of it is looked at.
 *
 * @typedef {import('../engine/recognizer.js').Recognizer} Recognizer
 * @typedef {import('../engine/recognizer.js').Digit} Digit
 */
export class Reading {
  /** From left to right. @type {Digit[]} */
  digits = [];

  /** @type {number | null} null: the last, which is being written */
  #picked = null;

  /**
   * @param {Recognizer} recognizer
   * @param {import('./drawing.js').Drawing} drawing
   */
  read(recognizer, drawing) {
    const { picture } = drawing.content;
    const before = this.digits.length;
    this.digits = picture
      ? recognizer.readImage(picture.image)
      : recognizer.readStrokes(drawing.points);
    if (this.digits.length !== before) this.#picked = null;
  }

  clear() {
    this.digits = [];
    this.#picked = null;
  }

  /** @param {number} place */
  pick(place) {
    this.#picked = place;
  }

  /** The place of the digit that is looked at. */
  get picked() {
    return this.#picked ?? Math.max(0, this.digits.length - 1);
  }

  /** The digit that is looked at; null when nothing is drawn. */
  get digit() {
    return this.digits[this.picked] ?? null;
  }

  /** Frames around the digits of a number; none around a single one. */
  get boxes() {
    if (this.digits.length < 2) return [];
    return this.digits.map(({ bounds }) => bounds ?? []);
  }
}
