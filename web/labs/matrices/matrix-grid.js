import { html } from 'lit';
import { decimal } from '../../app/numbers.js';
import { arrows } from '../../ui/arrow-keys.js';

/**
 * @typedef {import('../lab.js').Lab} Lab
 * @typedef {import('./operands.js').Matrix} Matrix
 */

/** A number as it stands in a field. @param {number} value */
const written = (value) => String(value).replace('-', '−');

/**
 * A matrix between brackets, with its name and shape above.
 * @param {Lab} lab
 * @param {string} id  cells are `<id>-<row>-<column>` in `data-figure` and `data-testid`
 * @param {string} name @param {Matrix} matrix
 * @param {(index: number, label: string, testid: string, figure: string) => unknown} cell
 *   `index` counts row by row
 * @param {(row: number, column: number) => string} [lit]  the class of a cell
 */
function matrixTable(lab, id, name, { rows, columns }, cell, lit = () => '') {
  const along = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => i);
  return html`
    <div class="matrix-named">
      <span class="matrix-name muted small"><i>${name}</i> ${rows}×${columns}</span>
      <table class="matrix" data-matrix=${id} aria-label=${lab.text('matrix', { name, rows, columns })}>
        <tbody>
          ${along(rows).map(
            (row) =>
              html`<tr>
                ${along(columns).map((column) => {
                  const label = lab.text('cell', { name, row: row + 1, column: column + 1 });
                  const figure = `${id}-${row}-${column}`;
                  const content = cell(row * columns + column, label, `lab-${figure}`, figure);
                  const kind = lit(row, column);
                  return html`<td class=${kind} data-lit=${kind}>${content}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/**
 * A matrix whose entries are typed.
 * @param {Lab} lab @param {import('./operands.js').Operand} operand
 * @param {(row: number, column: number) => string} lit  the class of a cell
 * @param {(index: number, typed: string) => void} enter  `index` counts row by row
 */
export const operandTable = (lab, operand, lit, enter) =>
  matrixTable(
    lab,
    operand.name,
    operand.name,
    operand,
    (index, label, testid) => html`<input
      class="input matrix-entry"
      type="text"
      inputmode="text"
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      data-testid=${testid}
      .value=${written(operand.values[index])}
      @change=${(/** @type {Event} */ { target }) => {
        const input = /** @type {HTMLInputElement} */ (target);
        const { value } = input;
        // What is refused changes nothing in the lab, so nothing else would take it back.
        input.value = written(operand.values[index]);
        enter(index, value);
      }}
    />`,
    lit,
  );

/**
 * The result, of which a cell is chosen by click, tap or arrow keys.
 * @param {Lab} lab @param {string} name @param {Matrix} matrix
 * @param {number} picked @param {(index: number) => void} pick  both count row by row
 */
export function resultTable(lab, name, matrix, picked, pick) {
  const { rows, columns, values } = matrix;
  const onKeydown = (/** @type {KeyboardEvent} */ event, /** @type {number} */ index) => {
    if (!(event.key in arrows)) return;
    event.preventDefault();
    const [right, up] = arrows[event.key];
    const [row, column] = [Math.floor(index / columns) - up, (index % columns) + right];
    if (row < 0 || row >= rows || column < 0 || column >= columns) return;
    pick(row * columns + column);
    const cell = lab.querySelector(`[data-figure="result-${row}-${column}"]`);
    /** @type {HTMLElement} */ (cell).focus();
  };
  return matrixTable(lab, 'result', name, matrix, (index, label, testid, figure) => {
    const text = decimal(values[index], 5);
    return html`<button
      class="matrix-cell"
      type="button"
      aria-pressed=${index === picked}
      aria-label="${label}: ${text}"
      data-figure=${figure}
      data-value=${values[index]}
      data-testid=${testid}
      @click=${() => pick(index)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => onKeydown(event, index)}
    >
      ${text}
    </button>`;
  });
}
