import { readStored, store } from '../engine/storage/local.js';
import { areStrokes, isNumbers } from '../engine/storage/store.js';

/** The drawing that Draw stores for the next visit. @param {import('./drawing.js').Content} content */
export function storeDrawing({ strokes, picture }) {
  const stored = picture
    ? { image: Array.from(picture.image, round), label: picture.label }
    : { strokes: strokes.map((stroke) => stroke.map(round)) };
  store('drawing', JSON.stringify(stored));
}

/**
 * @typedef {{ strokes: number[][] } | { image: Float32Array, label: number | null }} StoredDrawing
 *   a picture comes back as the 28×28 image that the network saw
 */
export const storedDrawing = () => readStored('drawing', readDrawing);

/** @param {string} text @returns {StoredDrawing | null} */
function readDrawing(text) {
  const { image, label, strokes } = JSON.parse(text);
  if (isNumbers(image) && image.length === 784) {
    return { image: Float32Array.from(image), label: Number.isInteger(label) ? label : null };
  }
  return areStrokes(strokes) ? { strokes } : null;
}

/** @param {number} value  a canvas of 2,000 pixels needs no more digits */
export const round = (value) => Math.round(value * 1e4) / 1e4;
