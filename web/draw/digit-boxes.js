import { html, svg } from 'lit';
import { component } from '../ui/component.js';

/** Half the breadth of the pen, and some air, as a fraction of the canvas's side. */
const air = 0.045;

/** A frame around each digit of a number, over the canvas that it was written on. */
export class DigitBoxes extends component({
  /** Left, top, right, bottom as fractions of the canvas's side. @type {readonly number[][]} */
  boxes: [],
  picked: 0,
}) {
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
