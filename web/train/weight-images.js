import { html } from 'lit';
import { schemeEvents } from '../app/scheme.js';
import { component } from '../ui/component.js';
import { listen } from '../ui/listen.js';
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
export class WeightImages extends component({
  weights: /** @type {Float32Array | null} */ (null),
  units: 0,
  label: '',
}) {
  constructor() {
    super();
    this.frame = 0;
    listen(this, schemeEvents, 'change', () => this.requestUpdate());
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
    const { positive, negative } = palette();
    const colours = { positive: rgb(positive), negative: rgb(negative) };
    for (let unit = 0; unit < shown; ++unit) {
      const left = (unit % columns) * (side + gap);
      const top = Math.floor(unit / columns) * (side + gap);
      this.#drawUnit(pixels, this.weights, unit, left, top, colours);
    }
    context.putImageData(pixels, 0, 0);
  }

  /**
   * @param {ImageData} pixels @param {Float32Array} weights @param {number} unit
   * @param {number} left @param {number} top
   * @param {Record<'positive' | 'negative', number[]>} colours  red, green, blue of each
   */
  #drawUnit({ data, width }, weights, unit, left, top, { positive, negative }) {
    const incoming = Array.from({ length: side * side }, (_, i) => weights[i * this.units + unit]);
    const largest = Math.max(1e-12, ...incoming.map(Math.abs));
    incoming.forEach((weight, i) => {
      const at = 4 * ((top + Math.floor(i / side)) * width + left + (i % side));
      data.set([...(weight >= 0 ? positive : negative), (255 * Math.abs(weight)) / largest], at);
    });
  }
}

customElements.define('dd-weight-images', WeightImages);
