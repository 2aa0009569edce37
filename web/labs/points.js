import { listen } from '../ui/listen.js';
import { t } from '../app/text.js';
import { button, numbersOf, numbersText } from './parts.js';

/** A point in the plane; `label`: its class, 0 or 1. @typedef {{ x: number, y: number, label?: number }} Place */

/** x, y, x, y, … as points. @param {ArrayLike<number>} numbers @returns {Place[]} */
export const placesOf = (numbers) =>
  Array.from({ length: numbers.length / 2 }, (_, i) => ({
    x: numbers[2 * i],
    y: numbers[2 * i + 1],
  }));

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
   * @param {import('./lab.js').Lab} lab
   * @param {object} options
   * @param {number} options.most  points
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
    const { none, most, farthest, label } = this.options;
    const size = label ? 3 : 2;
    const numbers = text === none ? [] : text === '' ? null : numbersOf(text);
    const fits =
      numbers !== null &&
      numbers.length % size === 0 &&
      numbers.length <= size * most &&
      numbers.every((number, i) =>
        i % size === 2 ? number === 0 || number === 1 : Math.abs(number) <= farthest[i % size],
      );
    if (!fits) return null;
    return Array.from({ length: numbers.length / size }, (_, i) => {
      const [x, y, own] = numbers.slice(size * i, size * (i + 1));
      return label ? { x, y, label: own } : { x, y };
    });
  }

  /** @param {readonly Place[]} places */
  text(places) {
    return places.length === 0 ? this.options.none : numbersText(coordinatesOf(places));
  }

  /** @param {Place[]} places @param {number} chosen */
  #place(places, chosen) {
    this.chosen = chosen;
    this.lab.set({ ...this.options.also, points: this.text(places) });
  }

  /** One of its own to undo, however soon after another. @param {Place[]} places @param {number} chosen */
  #placeApart(places, chosen) {
    this.lab.lastChange = { time: 0, names: '' };
    this.#place(places, chosen);
  }

  /** @param {number} index @param {Partial<Place>} place */
  change(index, place) {
    this.#place(
      this.#places.map((old, i) => (i === index ? { ...old, ...place } : old)),
      index,
    );
  }

  /** @param {number} x @param {number} y */
  add(x, y) {
    const { most, label } = this.options;
    const places = this.#places;
    if (places.length < most) {
      this.#placeApart([...places, label ? { x, y, label: label() } : { x, y }], places.length);
      return;
    }
    this.lab.problem = t('learn.full', { most });
    this.lab.requestUpdate();
  }

  /** @param {number} index */
  remove(index) {
    this.#placeApart(
      this.#places.filter((_, i) => i !== index),
      -1,
    );
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
