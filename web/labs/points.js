import { listen } from '../ui/listen.js';
import { t } from '../app/text.js';
import { button, numbersOf, numbersText } from './parts.js';

/** A point in the plane; `label`: its class, 0 or 1. @typedef {{ x: number, y: number, label?: number }} Place */

/**
 * x, y, x, y, … or, in threes, x, y, label, … as points.
 * @param {ArrayLike<number>} numbers @param {2 | 3} [size]  numbers of a point
 */
export const placesOf = (numbers, size = 2) =>
  Array.from({ length: numbers.length / size }, (_, i) => {
    const first = size * i;
    const label = size === 3 ? numbers[first + 2] : undefined;
    return /** @type {Place} */ ({ x: numbers[first], y: numbers[first + 1], label });
  });

/** x, y, x, y, … or, with classes, x, y, label, … @param {readonly Place[]} places */
export const coordinatesOf = (places) =>
  places.flatMap(({ x, y, label }) => (label === undefined ? [x, y] : [x, y, label]));

/**
 * The points of a lab that the reader drags, adds, taps and removes in its plot, by mouse, touch and
 * keys. They stand in the lab's result as `places`, and in its state as the text `points`.
 */
export class PointEditor {
  /** The point that was touched last, or −1. */
  chosen = -1;

  /**
   * @param {import('./lab.js').Lab} lab @param {object} options
   * @param {number} options.max  number of points
   * @param {readonly [x: number, y: number]} options.farthest  the largest |x| and |y|
   * @param {string} [options.none]  the text for no points
   * @param {() => number} [options.label]  the class of a new point; a tap turns a point over to the
   *   other one. Without classes a tap chooses a point, or no longer
   * @param {import('../app/router.js').Values} [options.also]  what changes of the state with them
   */
  constructor(lab, options) {
    this.lab = lab;
    this.options = { none: 'none', ...options };
    listen(lab, lab, 'point-move', ({ detail: { index, x, y } }) => this.change(index, { x, y }));
    listen(lab, lab, 'point-tap', ({ detail }) => this.#tap(detail.index));
    listen(lab, lab, 'point-add', ({ detail }) => this.add(detail.x, detail.y));
    listen(lab, lab, 'point-remove', ({ detail }) => this.remove(detail.index));
  }

  /** @returns {Place[]} */
  get #places() {
    return this.lab.result.places;
  }

  /** The points of a text; null where it is no list of such points. @param {string} text */
  read(text) {
    const { none, max, farthest, label } = this.options;
    const size = label ? 3 : 2;
    const numbers = text === none ? [] : text === '' ? null : numbersOf(text);
    const fits =
      numbers !== null &&
      numbers.length % size === 0 &&
      numbers.length <= size * max &&
      numbers.every((number, i) =>
        i % size === 2 ? number === 0 || number === 1 : Math.abs(number) <= farthest[i % size],
      );
    return fits ? placesOf(numbers, size) : null;
  }

  /** @param {readonly Place[]} places */
  text(places) {
    return places.length === 0 ? this.options.none : numbersText(coordinatesOf(places));
  }

  /** @param {Place[]} places @param {number} chosen @param {{ apart?: boolean }} [options]  one of its own to undo, however soon after another */
  #place(places, chosen, { apart = false } = {}) {
    if (apart) this.lab.lastChange = { time: 0, names: '' };
    this.chosen = chosen;
    this.lab.set({ ...this.options.also, points: this.text(places) });
  }

  /** @param {number} index @param {Partial<Place>} place */
  change(index, place) {
    const moved = this.#places.map((old, i) => (i === index ? { ...old, ...place } : old));
    this.#place(moved, index);
  }

  /** @param {number} x @param {number} y */
  add(x, y) {
    const { max, label } = this.options;
    const places = this.#places;
    if (places.length < max) {
      this.#place([...places, { x, y, label: label?.() }], places.length, { apart: true });
      return;
    }
    this.lab.problem = t('learn.full', { max });
    this.lab.requestUpdate();
  }

  /** @param {number} index */
  remove(index) {
    const others = this.#places.filter((_, i) => i !== index);
    this.#place(others, -1, { apart: true });
  }

  /** @param {number} index */
  #tap(index) {
    const { label } = this.#places[index];
    if (label !== undefined) {
      this.change(index, { label: 1 - label });
      return;
    }
    this.chosen = index === this.chosen ? -1 : index;
    this.lab.requestUpdate();
  }

  /** The points as ui/plot.js draws them; the chosen one is open. */
  marks() {
    return this.#places.map(({ x, y }, i) => ({
      x,
      y,
      label: t('learn.point', { number: i + 1 }),
      kind: i === this.chosen ? 'open' : '',
    }));
  }

  /** For those without a Delete key. @param {string} [wording] */
  removeButton(wording = t('learn.removePoint', { number: this.chosen + 1 })) {
    return this.#places[this.chosen]
      ? button('remove', wording, () => this.remove(this.chosen))
      : '';
  }
}
