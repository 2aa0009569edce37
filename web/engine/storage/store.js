/**
 * What the browser keeps between visits: labelled drawings, the last training run and what a network
 * learned from the drawings. When storage is forbidden (a private window) or full, the page goes on
 * in memory and says so once.
 *
 * @typedef {{ image: Float32Array, label: number, strokes?: number[][] }} Drawing  784 values, 0 … 1,
 *   and its digit; where it was drawn by pen, x, y, x, y, … of each stroke, in sides of the canvas
 */
import { createStore, get, set } from 'idb-keyval';
import { fingerprint } from './drawing-split.js';

/** @typedef {'drawings' | 'run' | 'lessons'} Key  `run`: to continue after a reload; null for none */

/**
 * Whether something read is x, y, x, y, … of each stroke.
 * @param {unknown} strokes @returns {strokes is number[][]}
 */
export const areStrokes = (strokes) =>
  Array.isArray(strokes) &&
  strokes.every((stroke) => isNumbers(stroke) && stroke.length > 0 && stroke.length % 2 === 0);

/** @param {unknown} list @returns {list is number[]} */
export const isNumbers = (list) => Array.isArray(list) && list.every(Number.isFinite);

/** Stands in for IndexedDB once that has failed. @type {Map<string, unknown>} */
const memory = new Map();

/** @type {ReturnType<typeof createStore> | undefined} */
let database;
const open = () => (database ??= createStore('digit-descent', 'kept'));

/** @type {'forbidden' | 'full' | null} why things are stored in memory only */
let failure = null;

/** Dispatches `failure` the first time that something could not be stored. */
export const storeEvents = new EventTarget();

/** Why nothing is stored beyond this visit; null while everything is. */
export const storeFailure = () => failure;

/** @param {unknown} error */
function fail(error) {
  if (failure) return;
  failure =
    error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  storeEvents.dispatchEvent(new Event('failure'));
}

/** @param {Key} key @returns {Promise<any>} as it was written, by whatever version of the page */
export async function readRecord(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return await get(key, open());
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** @param {Key} key @param {unknown} value  anything that can be cloned */
export async function writeRecord(key, value) {
  try {
    await set(key, value, open());
    memory.delete(key);
  } catch (error) {
    memory.set(key, value);
    fail(error);
  }
}

/** @returns {Promise<Drawing[]>} oldest first */
export async function drawings() {
  return (await readRecord('drawings')) ?? [];
}

/** Writes follow one another, so that two quick additions do not lose one. */
let lastWrite = Promise.resolve();

/** @param {(stored: Drawing[]) => Drawing[]} change */
function changeDrawings(change) {
  lastWrite = lastWrite.then(async () => writeRecord('drawings', change(await drawings())));
  return lastWrite;
}

/** @param {Drawing} drawing */
export const addDrawing = (drawing) => changeDrawings((stored) => [...stored, drawing]);

/**
 * Adds the drawings that are not there yet.
 * @param {Drawing[]} list
 * @returns {Promise<{ added: number, known: number }>} how many of the list were new, and were not
 */
export async function addNewDrawings(list) {
  let added = 0;
  await changeDrawings((stored) => {
    const known = new Set(stored.map(fingerprint));
    const fresh = list.filter((drawing) => {
      const print = fingerprint(drawing);
      return !known.has(print) && known.add(print);
    });
    added = fresh.length;
    return [...stored, ...fresh];
  });
  return { added, known: list.length - added };
}

/**
 * Drawings as the core takes them.
 * @param {Drawing[]} list @returns {import('../worker/data-sets.js').LabelledImages}
 */
export function labelledImages(list) {
  const images = new Float32Array(784 * list.length);
  list.forEach(({ image }, i) => images.set(image, 784 * i));
  return { images, labels: Uint8Array.from(list, ({ label }) => label) };
}

/** @param {number} index in the order of `drawings()` */
export const removeDrawing = (index) =>
  changeDrawings((stored) => stored.filter((_, i) => i !== index));
