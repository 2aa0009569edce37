import { LitElement, html, svg } from 'lit';

/** Half the breadth of the pen, and some air, as a fraction of the canvas's side. */
const air = 0.045;

/**
 * A frame around each digit of a number, over the canvas that it was written on.
 */
export class DigitBoxes extends LitElement {
  static properties = { boxes: { attribute: false }, picked: { type: Number } };

  constructor() {
    super();
    /** Left, top, right, bottom as fractions of the canvas's side. @type {readonly number[][]} */
    this.boxes = [];
    this.picked = 0;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`
      <svg class="digit-boxes" viewBox="0 0 1 1" aria-hidden="true">
        ${this.boxes.map(
          ([left, top, right, bottom], place) => svg`
            <rect
              class=${place === this.picked ? 'picked' : ''}
              ?data-picked=${place === this.picked}
              x=${left - air}
              y=${top - air}
              width=${right - left + 2 * air}
              height=${bottom - top + 2 * air}
              rx="0.015"
            />`,
        )}
      </svg>
    `;
  }
}

customElements.define('dd-digit-boxes', DigitBoxes);
