import { schemeEvents } from '../app/scheme.js';

/**
 * The page's colours as canvases need them.
 *
 * @typedef {{
 *   paper: string, surface: string, sunken: string, text: string, muted: string,
 *   hairline: string, positive: string, negative: string,
 * }} Palette
 */

/** @type {Palette | null} reading them costs a computation of styles */
let known = null;
schemeEvents.addEventListener('change', () => (known = null));

/** @returns {Palette} the colours of the current scheme, as CSS colours */
export function palette() {
  known ??= read();
  return known;
}

function read() {
  const style = getComputedStyle(document.documentElement);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour('paper'),
    surface: colour('surface'),
    sunken: colour('sunken'),
    text: colour('text'),
    muted: colour('muted'),
    hairline: colour('hairline'),
    positive: colour('positive'),
    negative: colour('negative'),
  };
}

/**
 * Red, green and blue (0…255) of a colour written as #rgb or #rrggbb.
 * @param {string} colour
 * @returns {number[]}
 */
export function rgb(colour) {
  const hex = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Expected #rgb or #rrggbb, got "${colour}".`);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/**
 * Writes the colour of a signed value into RGBA pixels: 0 is `zero`, 1 `positive`, −1 `negative`,
 * linear in between, values outside clipped.
 * @param {Uint8ClampedArray} pixels @param {number} offset
 * @param {number} value
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
