import { html, svg } from 'lit';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import { figure, table } from '../parts.js';

/**
 * How answers to guesses are said, drawn and listed.
 *
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 * @typedef {{ guesses: ArrayLike<number>, errors: ArrayLike<number>, losses: ArrayLike<number> }} Answers
 */

/** @param {number} error */
export function answer(error) {
  if (error === 0) return t('guessing.exact');
  const by = decimal(Math.abs(error), 5);
  return error < 0
    ? html`<span class="text-positive">${t('guessing.tooLow', { by })}</span>`
    : html`<span class="text-negative">${t('guessing.tooHigh', { by })}</span>`;
}

/** A guess tells the height of the curve and its slope, and nothing of the rest. @param {Frame} frame @param {Answers} answers */
export function slopes({ x, y }, { guesses, errors, losses }) {
  return Array.from(guesses, (guess, i) => {
    // The slope in pixels; the piece of the tangent is 44 pixels long whatever it is.
    const [px, py] = [x(guess), y(losses[i])];
    const dx = x(guess + 1) - px;
    const dy = y(losses[i] + errors[i]) - py;
    const half = 22 / Math.hypot(dx, dy);
    return svg`
      <line class="guess-slope" x1=${px - dx * half} y1=${py - dy * half} x2=${px + dx * half} y2=${py + dy * half} />
      <circle class="guess-dot" cx=${px} cy=${py} r="5" />`;
  });
}

/** @param {Frame} frame @param {Answers} path */
export const dots = ({ x, y }, { guesses, losses }) =>
  Array.from(guesses, (guess, i) =>
    Math.abs(guess) < 1e4
      ? svg`<circle class="guess-dot" cx=${x(guess)} cy=${y(losses[i])} r="3" />`
      : '',
  );

/**
 * The guesses from number `first` on, newest first.
 * @param {import('../lab.js').Lab} lab @param {Answers} answers @param {number} first
 */
export function answersTable(lab, { guesses, errors, losses }, first) {
  const rows = Array.from(guesses, (_, i) => i).slice(first);
  if (rows.length === 0) return '';
  return table(
    ['number', 'column_guess', 'column_answer', 'loss'].map((name) => lab.text(name)),
    rows.reverse().map(
      (i) => html`
        <tr>
          <td>${i + 1}</td>
          <td>${figure(`guess-${i}`, guesses[i])}</td>
          <td data-value=${errors[i]}>${answer(errors[i])}</td>
          <td>${figure(`loss-${i}`, losses[i])}</td>
        </tr>
      `,
    ),
    { testid: 'lab-table', caption: t('guessing.table') },
  );
}
