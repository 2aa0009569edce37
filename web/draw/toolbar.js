import { html } from 'lit';
import { icon } from '../ui/icons.js';
import { t } from '../app/text.js';

/** @param {import('./draw.js').DrawView} view */
export function toolbar(view) {
  const { canUndo, canRedo, isEmpty } = view.drawing;
  return html`
    <div class="toolbar">
      ${button(view, 'undo', canUndo, 'Control+Z Meta+Z')}
      ${button(view, 'redo', canRedo, 'Control+Shift+Z Meta+Shift+Z')}
      ${button(view, 'clear', !isEmpty, 'Backspace Delete')}
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
 * @param {import('./draw.js').DrawView} view @param {'undo' | 'redo' | 'clear'} change
 * @param {boolean} enabled @param {string} keys
 */
function button(view, change, enabled, keys) {
  return html`
    <button
      class="button"
      type="button"
      data-testid=${change}
      aria-keyshortcuts=${keys}
      ?disabled=${!enabled}
      @click=${() => view.edit(change)}
    >
      ${icon(change)} <span>${t(`draw.${change}`)}</span>
    </button>
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
