import { readRecord, writeRecord } from '../engine/storage/store.js';

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
 * What a network has learned of the user's hand, stored in the browser: one lesson upon the other.
 * Dispatches `lesson` when another one was learned, and `undo` when the last one was taken back.
 */
class Lessons extends EventTarget {
  /** @type {Lesson[]} newest last; the one before the first is the default network */
  #all = [];
  /** @type {Promise<void> | null} */
  #loaded = null;

  /** Brings the lessons of earlier visits. */
  load() {
    this.#loaded ??= this.#read();
    return this.#loaded;
  }

  async #read() {
    const stored = await readRecord('lessons');
    this.#all = Array.isArray(stored) ? stored.filter(isLesson) : [];
  }

  /** The last lesson; null when there is none. */
  get last() {
    return this.#all.at(-1) ?? null;
  }

  /** @param {Lesson} lesson */
  async add(lesson) {
    await this.#change((lessons) => [...lessons, lesson].slice(-maxLessons), 'lesson');
  }

  async undo() {
    await this.#change((lessons) => lessons.slice(0, -1), 'undo');
  }

  /** @param {(lessons: Lesson[]) => Lesson[]} change @param {string} event  that tells of it */
  async #change(change, event) {
    await this.#read(); // another tab may have learned, too
    this.#all = change(this.#all);
    await writeRecord('lessons', this.#all);
    this.dispatchEvent(new Event(event));
  }
}

/** @param {any} stored  perhaps by another version of the page */
const isLesson = (stored) =>
  stored?.model instanceof Uint8Array &&
  Array.isArray(stored.measures) &&
  Array.isArray(stored.seen?.trained);

export const lessons = new Lessons();
