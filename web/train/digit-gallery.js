import { html } from 'lit';
import { schemeEvents } from '../app/scheme.js';
import { sharedState } from '../app/shared-state.js';
import { button } from '../ui/button.js';
import { component } from '../ui/component.js';
import { listen } from '../ui/listen.js';
import { palette, rgb } from '../ui/palette.js';

const side = 28;

/**
 * A row of 28 × 28 images, each a button with a caption that opens it in Draw.
 *
 * `items`: {image: Float32Array(784), 0 paper … 1 ink; digit: its label; caption; label: what a screen
 * reader says}.
 */
export class DigitGallery extends component({
  items:
    /** @type {{ image: Float32Array, digit: number, caption: string, label: string }[]} */ ([]),
}) {
  constructor() {
    super();
    listen(this, schemeEvents, 'change', () => this.requestUpdate());
  }

  render() {
    return html`<ul class="gallery">
      ${this.items.map(
        (item) => html`
          <li>
            ${button(
              html`<canvas width=${side} height=${side} aria-hidden="true"></canvas>
                <span aria-hidden="true">${item.caption}</span>`,
              () => sharedState.openInDraw(item.image, item.digit),
              undefined,
              { kind: 'gallery-item', label: item.label },
            )}
          </li>
        `,
      )}
    </ul>`;
  }

  updated() {
    const canvases = this.querySelectorAll('canvas');
    this.items.forEach((item, i) => drawDigit(canvases[i], item.image));
  }
}

/**
 * Ink in the canvas's text colour on a transparent ground.
 * @param {HTMLCanvasElement} canvas 28 × 28
 * @param {Float32Array} image
 */
function drawDigit(canvas, image) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const pixels = context.createImageData(side, side);
  const [red, green, blue] = rgb(palette().text);
  for (let i = 0; i < image.length; ++i)
    pixels.data.set([red, green, blue, Math.round(255 * image[i])], 4 * i);
  context.putImageData(pixels, 0, 0);
}

customElements.define('dd-digit-gallery', DigitGallery);
