import { html } from 'lit';
import { component } from '../../ui/component.js';

/**
 * A matrix between brackets. Emits, with `index` counting row by row:
 * - `entry` { index, typed }: something was typed into an entry, if `editable`;
 * - `pick` { index }: a cell was chosen by click, tap or arrow keys, if `pickable`.
 *
 * An entry whose text was refused is shown as it was once `values` are set again.
 */
export class MatrixGrid extends component({
  rows: 1,
  columns: 1,
  values: /** @type {ArrayLike<number>} */ ([0]),
  editable: false,
  pickable: false,
  picked: -1,
  /** The class of a cell. */
  lit: /** @type {(row: number, column: number) => string} */ (() => ''),
  label: '',
  cellLabel: /** @type {(row: number, column: number) => string} */ (String),
  format: /** @type {(value: number) => string} */ (String),
  /** Cells are `<name>-<row>-<column>` in `data-figure` and `data-testid`. */
  name: '',
}) {
  render() {
    const along = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => i);
    return html`
      <table class="matrix" aria-label=${this.label}>
        <tbody>
          ${along(this.rows).map(
            (row) => html`
              <tr>
                ${along(this.columns).map(
                  (column) =>
                    html`<td class=${this.lit(row, column)} data-lit=${this.lit(row, column)}>${this.#cell(row, column)}</td>`,
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
    const index = row * this.columns + column;
    const value = this.values[index];
    const id = `${this.name}-${row}-${column}`;
    if (this.editable) {
      return html`<input
        class="input matrix-entry"
        type="text"
        inputmode="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.cellLabel(row, column)}
        data-testid="lab-${id}"
        .value=${String(value).replace('-', '−')}
        @change=${(/** @type {Event} */ { target }) => this.#onChange(index, target)}
      />`;
    }
    if (!this.pickable) {
      return html`<output data-figure=${id} data-value=${value}>${this.format(value)}</output>`;
    }
    return html`<button
      class="matrix-cell"
      type="button"
      aria-pressed=${index === this.picked}
      aria-label="${this.cellLabel(row, column)}: ${this.format(value)}"
      data-figure=${id}
      data-value=${value}
      data-testid="lab-${id}"
      @click=${() => this.#emit('pick', { index })}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.#onKeydown(event, row, column)}
    >
      ${this.format(value)}
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
    // What was refused does not change `values`, so nothing else would take it back.
    input.value = String(this.values[index]).replace('-', '−');
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
    const [to, at] = [row + step[0], column + step[1]];
    if (to < 0 || to >= this.rows || at < 0 || at >= this.columns) return;
    this.#emit('pick', { index: to * this.columns + at });
    const id = `lab-${this.name}-${to}-${at}`;
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-testid="${id}"]`))?.focus();
  }
}

customElements.define('dd-matrix', MatrixGrid);
