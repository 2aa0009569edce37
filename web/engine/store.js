/**
 * What the browser keeps between visits: labelled drawings and the last training run. When storage
 * is forbidden (a private window) or full, the page goes on in memory and says so once.
 *
 * @typedef {{ image: Float32Array, label: number }} Drawing  784 values, 0 … 1, and its digit
 */
import { createStore, get, set } from 'idb-keyval';

const drawingsKey = 'drawings';
const runKey = 'run';

/** Stands in for IndexedDB once that has failed. @type {Map<string, unknown>} */
const memory = new Map();

/** @type {ReturnType<typeof createStore> | undefined} */
let database;

/** @type {'forbidden' | 'full' | null} why things are kept in memory only */
let failure = null;

/** Dispatches `failure` the first time that something could not be kept. */
export const storeEvents = new EventTarget();

/** Why nothing is kept beyond this visit; null while everything is. */
export function storeFailure() {
  return failure;
}

/** @param {unknown} error */
function fail(error) {
  if (failure) return;
  failure =
    error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  storeEvents.dispatchEvent(new Event('failure'));
}

/** @param {string} key */
async function read(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    database ??= createStore('digit-descent', 'kept');
    return await get(key, database);
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
async function write(key, value) {
  try {
    database ??= createStore('digit-descent', 'kept');
    await set(key, value, database);
    memory.delete(key);
  } catch (error) {
    memory.set(key, value);
    fail(error);
  }
}

/** @returns {Promise<Drawing[]>} oldest first */
export async function drawings() {
  return /** @type {Drawing[] | undefined} */ (await read(drawingsKey)) ?? [];
}

/** Writes follow one another, so that two quick additions do not lose one. */
let lastWrite = Promise.resolve();

/** @param {(kept: Drawing[]) => Drawing[]} change */
function changeDrawings(change) {
  lastWrite = lastWrite.then(async () => write(drawingsKey, change(await drawings())));
  return lastWrite;
}

/** @param {Drawing} drawing */
export const addDrawing = (drawing) => changeDrawings((kept) => [...kept, drawing]);

/** @param {number} index in the order of `drawings()` */
export const removeDrawing = (index) =>
  changeDrawings((kept) => kept.filter((_, i) => i !== index));

/**
 * The run to continue after a reload, as `saveRun` was given it.
 * @returns {Promise<any>} undefined when there is none
 */
export const savedRun = () => read(runKey);

/** @param {unknown} run anything that can be cloned; null forgets it */
export const saveRun = (run) => write(runKey, run ?? undefined);
