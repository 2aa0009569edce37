import { html } from 'lit';
import { component } from '../ui/component.js';
import { arrows } from '../ui/arrow-keys.js';
import { clamp } from '../ui/clamp.js';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * A 10 × 10 table of counts: rows are the true digit, columns what the network read. A cell can be
 * chosen; the arrow keys move between cells. Emits `cell-choose` with {label, predicted}.
 *
 * `counts` has 100 entries, row-major. `labels`: caption, row, and cell, a sentence for a screen reader.
 *
 * @typedef {{ label: number, predicted: number }} Cell
 */
export class ConfusionMatrix extends component({
  counts: /** @type {ArrayLike<number>} */ (new Int32Array(100)),
  labels: {
    caption: '',
    row: '',
    cell: /** @type {(cell: Cell, count: number) => string} */ (() => ''),
  },
  chosen: /** @type {Cell | null} */ (null),
  tabStop: 0,
}) {
  render() {
    return html`
      <table class="confusion" role="grid" aria-label=${this.labels.caption}>
        <thead>
          <tr>
            <th class="confusion-corner" scope="col" aria-label=${this.labels.row}></th>
            ${digits.map((digit) => html`<th scope="col">${digit}</th>`)}
          </tr>
        </thead>
        <tbody @keydown=${this.#onKeydown}>
          ${digits.map(
            (label) => html`
              <tr>
                <th scope="row">${label}</th>
                ${digits.map((predicted) => this.#cell(label, predicted))}
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  /** @param {number} label @param {number} predicted */
  #cell(label, predicted) {
    const index = 10 * label + predicted;
    const count = this.counts[index];
    const chosen = this.chosen?.label === label && this.chosen.predicted === predicted;
    return html`<td
      role="gridcell"
      class=${label === predicted ? 'positive' : 'negative'}
      data-value=${count}
      aria-selected=${chosen}
      aria-label=${this.labels.cell({ label, predicted }, count)}
      tabindex=${index === this.tabStop ? 0 : -1}
      @click=${() => this.#choose(index)}
    >
      ${count || ''}
    </td>`;
  }

  updated() {
    this.querySelectorAll('td').forEach((cell, index) =>
      cell.style.setProperty('--depth', `${this.#depth(Math.floor(index / 10), index % 10)}%`),
    );
  }

  /**
   * How deep a cell's colour is, in percent, by one of six steps. The diagonal is measured against its row; a mistake against
   * a tenth of its row, or rare mistakes could not be seen.
   * @param {number} label @param {number} predicted
   */
  #depth(label, predicted) {
    const count = this.counts[10 * label + predicted];
    if (count === 0) return 0;
    let row = 0;
    for (const column of digits) row += this.counts[10 * label + column];
    const full = label === predicted ? row : row / 10;
    return 4 + 6 * Math.min(6, Math.max(1, Math.round((6 * count) / full)));
  }

  /** @param {number} index */
  #choose(index) {
    this.tabStop = index;
    this.emit('cell-choose', { label: Math.floor(index / 10), predicted: index % 10 });
  }

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#choose(this.tabStop);
      return;
    }
    if (!(event.key in arrows)) return;
    event.preventDefault();
    const [right, up] = arrows[event.key];
    const row = clamp(Math.floor(this.tabStop / 10) - up, 0, 9);
    const column = clamp((this.tabStop % 10) + right, 0, 9);
    this.tabStop = 10 * row + column;
    this.querySelectorAll('td')[10 * row + column].focus();
  }
}

customElements.define('dd-confusion-matrix', ConfusionMatrix);
