/** What Draw keeps in the browser for the next visit: the drawing and the choice of model. */

const drawingKey = 'digit-descent.drawing';
const modelKey = 'digit-descent.model';

/** @typedef {import('./drawing.js').Content} Content */

/** @param {Content} content */
export function keepDrawing({ strokes, picture }) {
  const kept = picture
    ? { image: Array.from(picture.image, round), label: picture.label }
    : { strokes: strokes.map((stroke) => stroke.map(round)) };
  write(drawingKey, JSON.stringify(kept));
}

/**
 * @returns {{ strokes: number[][] } | { image: Float32Array, label: number | null } | null}
 *   a picture comes back as the 28×28 image that the network saw; null: nothing acceptable is kept
 */
export function keptDrawing() {
  try {
    const kept = JSON.parse(read(drawingKey) ?? 'null');
    if (isNumbers(kept?.image) && kept.image.length === 784) {
      const label = Number.isInteger(kept.label) ? kept.label : null;
      return { image: Float32Array.from(kept.image), label };
    }
    const strokes = kept?.strokes;
    const acceptable =
      Array.isArray(strokes) &&
      strokes.every((s) => isNumbers(s) && s.length > 0 && s.length % 2 === 0);
    return acceptable ? { strokes } : null;
  } catch {
    return null;
  }
}

/** @param {string} name */
export const keepModel = (name) => write(modelKey, name);
export const keptModel = () => read(modelKey);

/** @param {number} value  a canvas of 2,000 pixels needs no more digits */
export const round = (value) => Math.round(value * 1e4) / 1e4;

/** @param {unknown} list */
const isNumbers = (list) => Array.isArray(list) && list.every(Number.isFinite);

/** @param {string} key @param {string} value */
function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Forbidden or full: this visit goes on without it.
  }
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
