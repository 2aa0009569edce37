import { html } from 'lit';
import { button } from '../ui/button.js';
import { fileButton } from '../ui/files.js';
import { icon } from '../ui/icons.js';
import { t } from '../app/text.js';

/** @param {import('./draw.js').DrawView} view */
export function toolbar(view) {
  const { canUndo, canRedo, isEmpty } = view.drawing;
  const edit = (
    /** @type {'undo' | 'redo' | 'clear'} */ change,
    /** @type {boolean} */ enabled,
    /** @type {string} */ keys,
  ) =>
    button(html`${icon(change)} <span>${t(`draw.${change}`)}</span>`, () => view.edit(change), {
      testid: change,
      disabled: !enabled,
      keys,
    });
  return html`
    <div class="toolbar">
      ${edit('undo', canUndo, 'Control+Z Meta+Z')}
      ${edit('redo', canRedo, 'Control+Shift+Z Meta+Shift+Z')}
      ${edit('clear', !isEmpty, 'Backspace Delete')}
      ${fileButton(
        html`${icon('image')} <span>${t('draw.image')}</span>`,
        ([file]) => view.openPicture(file),
        { testid: 'image-upload', accept: 'image/*', title: t('draw.imageHow') },
      )}
    </div>
  `;
}
