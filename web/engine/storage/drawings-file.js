/**
 * The user's drawings as a file: JSON,
 * {"format": "digit-descent drawings", "version": 1, "drawings": [{"label": 0…9, "image": 784 whole
 * numbers 0 (paper) … 255 (ink), row by row, "strokes": [[x, y, x, y, …], …]}, …]}.
 * The strokes, in sides of the canvas, may be missing.
 *
 * @typedef {import('./store.js').Drawing} Drawing
 */
import { CodedError } from '../errors.js';
import { areStrokes } from './store.js';

const format = 'digit-descent drawings';
const version = 1;
const pixels = 784;
export const largestDrawingsFile = 20e6; // bytes

/** @param {Drawing[]} drawings @returns {string} one drawing a line */
export function writeDrawings(drawings) {
  const lines = drawings.map(({ label, image, strokes }) =>
    JSON.stringify({
      label,
      image: Array.from(image, (value) => Math.round(255 * value)),
      ...(strokes && { strokes }),
    }),
  );
  const head = `"format": ${JSON.stringify(format)}, "version": ${version}`;
  return `{${head}, "drawings": [\n${lines.join(',\n')}\n]}\n`;
}

/**
 * @param {string} text @returns {Drawing[]} at least one
 * @throws {CodedError} saying what was expected and what came; `number` counts drawings from 1
 */
export function readDrawings(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new CodedError('drawingsNoJson');
  }
  if (file?.format !== format) throw new CodedError('drawingsFormat');
  if (file.version !== version)
    throw new CodedError('drawingsVersion', { found: shown(file.version) });
  if (!Array.isArray(file.drawings)) throw new CodedError('drawingsFormat');
  if (file.drawings.length === 0) throw new CodedError('drawingsNone');
  return file.drawings.map(readDrawing);
}

/** @param {any} drawing @param {number} index @returns {Drawing} */
function readDrawing(drawing, index) {
  const number = index + 1;
  const { label, image, strokes } = drawing ?? {};
  if (!isWhole(label, 9)) throw new CodedError('drawingsLabel', { number, found: shown(label) });
  if (!Array.isArray(image) || image.length !== pixels) {
    const found = Array.isArray(image) ? String(image.length) : shown(image);
    throw new CodedError('drawingsImage', { number, found });
  }
  const wrong = image.findIndex((value) => !isWhole(value, 255));
  if (wrong >= 0) throw new CodedError('drawingsPixel', { number, found: shown(image[wrong]) });
  if (image.every((value) => value === 0)) throw new CodedError('drawingsBlank', { number });
  if (strokes !== undefined && !areStrokes(strokes)) {
    throw new CodedError('drawingsStrokes', { number });
  }
  return {
    label,
    image: Float32Array.from(image, (value) => value / 255),
    ...(strokes && { strokes }),
  };
}

/** @param {unknown} value @param {number} max */
const isWhole = (value, max) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;

/** A wrong value as a sentence shows it. @param {unknown} value */
function shown(value) {
  const text = JSON.stringify(value) ?? '–';
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
