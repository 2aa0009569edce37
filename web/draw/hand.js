import { savedLessons, saveLessons } from '../engine/storage/store.js';

/**
 * @typedef {{
 *   model: Uint8Array, measures: import('../engine/worker/teaching.js').Measure[],
 *   drawings: number, heldOut: boolean, seen: import('../engine/storage/drawing-split.js').Seen,
 * }} Lesson  what a network learned in one lesson: its file afterwards, what was measured, how many
 *   drawings there were, and whether those measured were held out
 */

/** Each takes as much room as its network. */
const maxLessons = 10;

/**
 * What a network has learned of the user's hand, kept in the browser: one lesson upon the other.
 * Dispatches `lesson` when another one was learned, and `undo` when the last one was taken back.
 */
class Hand extends EventTarget {
  /** @type {Lesson[]} newest last; the one before the first is the default network */
  lessons = [];
  /** @type {Promise<void> | null} */
  #loaded = null;

  /** Brings the lessons of earlier visits. */
  load() {
    this.#loaded ??= this.#read();
    return this.#loaded;
  }

  async #read() {
    const kept = await savedLessons();
    this.lessons = Array.isArray(kept) ? kept.filter(isLesson) : [];
  }

  /** The last lesson; null when there is none. */
  get current() {
    return this.lessons.at(-1) ?? null;
  }

  /** @param {Lesson} lesson */
  async add(lesson) {
    await this.#change((lessons) => [...lessons, lesson].slice(-maxLessons));
    this.dispatchEvent(new Event('lesson'));
  }

  async undo() {
    await this.#change((lessons) => lessons.slice(0, -1));
    this.dispatchEvent(new Event('undo'));
  }

  /** @param {(lessons: Lesson[]) => Lesson[]} change */
  async #change(change) {
    await this.#read(); // another tab may have learned, too
    this.lessons = change(this.lessons);
    await saveLessons(this.lessons);
  }
}

/** @param {any} kept  perhaps by another version of the page */
const isLesson = (kept) =>
  kept?.model instanceof Uint8Array &&
  Array.isArray(kept.measures) &&
  Array.isArray(kept.seen?.trained);

export const hand = new Hand();
