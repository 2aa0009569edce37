import { LitElement, html } from 'lit';
import { schemeEvents } from '../app/scheme.js';
import { palette, rgb } from '../ui/palette.js';

const side = 28;
const gap = 2;
const unitsShown = 64;

/**
 * The incoming weights of the first layer's units as 28 × 28 images in one canvas: blue positive,
 * orange negative, transparent at zero; each image is scaled to its own largest magnitude.
 *
 * `weights`: (784 × units), row-major as in the network's θ; `units` the number of columns.
 */
export class WeightImages extends LitElement {
  static properties = {
    weights: { attribute: false },
    units: { type: Number },
    label: {},
  };

  constructor() {
    super();
    /** @type {Float32Array | null} */
    this.weights = null;
    this.units = 0;
    this.label = '';
    this.frame = 0;
  }

  #redraw = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    schemeEvents.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    schemeEvents.removeEventListener('change', this.#redraw);
  }

  render() {
    return html`<canvas class="weights" role="img" aria-label=${this.label}></canvas>`;
  }

  updated() {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.frame = 0;
    const canvas = this.querySelector('canvas');
    if (!canvas || !this.weights) return;
    const shown = Math.min(this.units, unitsShown);
    const columns = shown <= 16 ? Math.min(shown, 5) : 8;
    const width = columns * (side + gap) - gap;
    const height = Math.ceil(shown / columns) * (side + gap) - gap;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const pixels = context.createImageData(width, height);
    const colours = palette();
    const positive = rgb(colours.positive);
    const negative = rgb(colours.negative);
    for (let unit = 0; unit < shown; ++unit) {
      const left = (unit % columns) * (side + gap);
      const top = Math.floor(unit / columns) * (side + gap);
      drawUnit(pixels, this.weights, this.units, unit, left, top, positive, negative);
    }
    context.putImageData(pixels, 0, 0);
  }
}

/**
 * @param {ImageData} pixels
 * @param {Float32Array} weights
 * @param {number} units
 * @param {number} unit
 * @param {number} left
 * @param {number} top
 * @param {number[]} positive red, green, blue
 * @param {number[]} negative red, green, blue
 */
function drawUnit(pixels, weights, units, unit, left, top, positive, negative) {
  let largest = 1e-12;
  for (let i = 0; i < side * side; ++i)
    largest = Math.max(largest, Math.abs(weights[i * units + unit]));
  const { data, width } = pixels;
  for (let i = 0; i < side * side; ++i) {
    const weight = weights[i * units + unit];
    const colour = weight >= 0 ? positive : negative;
    const at = 4 * ((top + Math.floor(i / side)) * width + left + (i % side));
    data[at] = colour[0];
    data[at + 1] = colour[1];
    data[at + 2] = colour[2];
    data[at + 3] = (255 * Math.abs(weight)) / largest;
  }
}

customElements.define('dd-weight-images', WeightImages);
