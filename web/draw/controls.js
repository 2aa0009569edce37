import { html } from 'lit';
import { icon } from '../ui/icons.js';
import { t } from '../app/text.js';

/** What an empty canvas says. */
export function hint() {
  return html`
    <div class="paper-hint" aria-hidden="true">
      <svg viewBox="0 0 100 100">
        <path
          pathLength="1"
          d="M36 32c4-9 14-12 21-9 9 4 9 16 1 21-4 3-9 4-13 4 7-1 18 3 18 14 0 12-12 18-22 15-5-1-9-5-11-9"
        />
      </svg>
      <p>${t('draw.hint')}</p>
    </div>
  `;
}

/** @param {import('./draw.js').DrawView} view */
export function controls(view) {
  return html`
    <div class="toolbar">
      <button
        class="button"
        type="button"
        data-testid="undo"
        aria-keyshortcuts="Control+Z Meta+Z"
        ?disabled=${!view.drawing.canUndo}
        @click=${() => view.edit('undo')}
      >
        ${icon('undo')} <span>${t('draw.undo')}</span>
      </button>
      <button
        class="button"
        type="button"
        data-testid="redo"
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        ?disabled=${!view.drawing.canRedo}
        @click=${() => view.edit('redo')}
      >
        ${icon('redo')} <span>${t('draw.redo')}</span>
      </button>
      <button
        class="button"
        type="button"
        data-testid="clear"
        aria-keyshortcuts="Backspace Delete"
        ?disabled=${view.drawing.isEmpty}
        @click=${() => view.edit('clear')}
      >
        ${icon('clear')} <span>${t('draw.clear')}</span>
      </button>
      <label class="button toolbar-file" title=${t('draw.imageHow')}>
        ${icon('image')} <span>${t('draw.image')}</span>
        <input
          class="visually-hidden"
          type="file"
          accept="image/*"
          data-testid="image-upload"
          @change=${(/** @type {Event} */ event) => takeInput(event, (f) => view.openPicture(f))}
        />
      </label>
    </div>
  `;
}

/**
 * Hands on the file of an input, which then takes the same file again.
 * @param {Event} event @param {(file: File) => unknown} take
 */
export function takeInput(event, take) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  if (file) take(file);
  input.value = '';
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
