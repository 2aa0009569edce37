import { html } from 'lit';
import { t } from '../app/text.js';

/** @typedef {'recognize' | 'clear' | 'undo' | 'redo' | { label: number }} Command */

/** Elements with an undo of their own. */
const texts =
  'input:not([type="file"]), textarea, [contenteditable]:not([contenteditable="false"])';
const fields = `${texts}, input, select`;
/** Elements where a digit may be meant for the element, so that it keeps no drawing. */
const adjusted = '[role="slider"], [role="spinbutton"], [role="textbox"], [role="combobox"]';
/** Elements that Enter already does something with. */
const pressed = 'button, a, summary, [role="button"]';

/**
 * What a key press means in Draw; null for a key that is not Draw's, or that goes to a field.
 * @param {KeyboardEvent} event @returns {Command | null}
 */
export function commandOf(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.altKey || target?.closest(texts)) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !event.shiftKey ? 'redo' : null;
  }
  if (target?.closest(fields)) return null;
  if (key === 'enter') return target?.closest(pressed) ? null : 'recognize';
  if (key === 'backspace' || key === 'delete') return 'clear';
  if (!/^[0-9]$/.test(key) || event.repeat || target?.closest(adjusted)) return null;
  return { label: Number(key) };
}

export function keyboardHelp() {
  const rows = [
    [['←', '↑', '↓', '→'], 'draw.keyMove'],
    [['Space'], 'draw.keyPen'],
    [['Enter'], 'draw.keyRecognize'],
    [['Backspace'], 'draw.keyClear'],
    [['Ctrl', 'Z'], 'draw.keyUndo'],
    [['Ctrl', 'Shift', 'Z'], 'draw.keyRedo'],
    [['0', '…', '9'], 'draw.keyLabel'],
  ];
  return html`
    <details class="help">
      <summary>${t('draw.keys')}</summary>
      <dl>
        ${rows.map(
          ([keys, text]) => html`
            <dt>${/** @type {string[]} */ (keys).map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${t(/** @type {string} */ (text))}</dd>
          `,
        )}
      </dl>
    </details>
    <p class="visually-hidden" id="draw-keys">${t('draw.keysSpoken')}</p>
  `;
}
