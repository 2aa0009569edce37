import { html } from 'lit';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import { component } from '../../ui/component.js';

/**
 * A matrix between brackets, with its name and shape above. Emits, with `index` counting row by row:
 * - `entry` { index, typed }: something was typed into an entry, unless a cell is picked;
 * - `pick` { index }: a cell was chosen by click, tap or arrow keys, if one is picked.
 *
 * An entry whose text was refused is shown as it was once `matrix` is set again.
 */
export class MatrixGrid extends component({
  matrix: /** @type {import('./operands.js').Matrix} */ ({ rows: 1, columns: 1, values: [0] }),
  /** The cell of a result; −1: entries are typed. */
  picked: -1,
  /** The class of a cell. */
  lit: /** @type {(row: number, column: number) => string} */ (() => ''),
  symbol: '',
  /** Cells are `<name>-<row>-<column>` in `data-figure` and `data-testid`. */
  name: '',
}) {
  render() {
    const { rows, columns } = this.matrix;
    const { symbol } = this;
    const along = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => i);
    return html`
      <span class="matrix-name"><i>${symbol}</i> ${rows}×${columns}</span>
      <table class="matrix" aria-label=${t('matrices.matrix', { name: symbol, rows, columns })}>
        <tbody>
          ${along(rows).map(
            (row) => html`
              <tr>
                ${along(columns).map(
                  (column) =>
                    html`<td class=${this.lit(row, column)}>${this.#cell(row, column)}</td>`,
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  /** @param {number} row @param {number} column */
  #cell(row, column) {
    const index = row * this.matrix.columns + column;
    const value = this.matrix.values[index];
    const id = `${this.name}-${row}-${column}`;
    const label = t('matrices.cell', { name: this.symbol, row: row + 1, column: column + 1 });
    if (this.picked < 0) {
      return html`<input
        class="input matrix-entry"
        type="text"
        inputmode="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${label}
        data-testid="lab-${id}"
        .value=${String(value).replace('-', '−')}
        @change=${(/** @type {Event} */ { target }) => this.#onChange(index, target)}
      />`;
    }
    const text = decimal(value, 5);
    return html`<button
      class="matrix-cell"
      type="button"
      aria-pressed=${index === this.picked}
      aria-label="${label}: ${text}"
      data-figure=${id}
      data-value=${value}
      data-testid="lab-${id}"
      @click=${() => this.#emit('pick', { index })}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.#onKeydown(event, row, column)}
    >
      ${text}
    </button>`;
  }

  /** @param {string} type @param {object} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  /** @param {number} index @param {EventTarget | null} target */
  #onChange(index, target) {
    const input = /** @type {HTMLInputElement} */ (target);
    const typed = input.value;
    this.#emit('entry', { index, typed });
    // What was refused does not change `matrix`, so nothing else would take it back.
    input.value = String(this.matrix.values[index]).replace('-', '−');
  }

  /** @param {KeyboardEvent} event @param {number} row @param {number} column */
  #onKeydown(event, row, column) {
    const step = {
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
    }[event.key];
    if (!step) return;
    event.preventDefault();
    const { rows, columns } = this.matrix;
    const [to, at] = [row + step[0], column + step[1]];
    if (to < 0 || to >= rows || at < 0 || at >= columns) return;
    this.#emit('pick', { index: to * columns + at });
    const id = `lab-${this.name}-${to}-${at}`;
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-testid="${id}"]`))?.focus();
  }
}

customElements.define('dd-matrix', MatrixGrid);
