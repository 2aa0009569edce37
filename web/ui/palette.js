import { schemeEvents } from '../app/scheme.js';

/**
 * The page's colours as canvases need them.
 *
 * @typedef {'paper' | 'surface' | 'sunken' | 'text' | 'muted' | 'hairline' | 'positive' | 'negative' |
 *   'map-low' | 'map-high' | 'map-line' | import('./path-marks.js').PathMark} Colour
 *   the name of the custom property; those of maps and paths are in maps.css
 */

/** @type {Map<Colour, string>} reading one costs a computation of styles */
const known = new Map();
schemeEvents.addEventListener('change', () => known.clear());

/** @param {Colour} name @returns {string} in the current scheme, as CSS writes it */
export function colour(name) {
  const value =
    known.get(name) ||
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  known.set(name, value);
  return value;
}

/** The colours of the current scheme that all pictures share. */
export const palette = () => ({
  paper: colour('paper'),
  surface: colour('surface'),
  sunken: colour('sunken'),
  text: colour('text'),
  muted: colour('muted'),
  hairline: colour('hairline'),
  positive: colour('positive'),
  negative: colour('negative'),
});

/**
 * Red, green and blue (0…255) of a colour written as #rgb or #rrggbb.
 * @param {string} colour @returns {number[]}
 */
export function rgb(colour) {
  const hex = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Expected #rgb or #rrggbb, got "${colour}".`);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/**
 * Writes the colour of a signed value into RGBA pixels: 0 is `zero`, 1 `positive`, −1 `negative`,
 * linear in between, values outside clipped.
 * @param {Uint8ClampedArray} pixels @param {number} offset @param {number} value
 * @param {{ zero: number[], positive: number[], negative: number[] }} scale
 */
export function writeSigned(pixels, offset, value, scale) {
  const end = value < 0 ? scale.negative : scale.positive;
  const share = Math.min(1, Math.abs(value));
  for (let channel = 0; channel < 3; channel++) {
    pixels[offset + channel] = scale.zero[channel] + share * (end[channel] - scale.zero[channel]);
  }
  pixels[offset + 3] = 255;
}
