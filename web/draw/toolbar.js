import { html } from 'lit';
import { button } from '../ui/button.js';
import { fileButton } from '../ui/files.js';
import { icon } from '../ui/icons.js';
import { t } from '../app/text.js';

/** @param {import('./draw.js').DrawView} view */
export function toolbar(view) {
  const { canUndo, canRedo, isEmpty } = view.drawing;
  /** @param {'undo' | 'redo' | 'clear'} change @param {boolean} enabled @param {string} keys */
  const edit = (change, enabled, keys) => {
    const content = html`${icon(change)} <span>${t(`draw.${change}`)}</span>`;
    return button(content, () => view.edit(change), change, { disabled: !enabled, keys });
  };
  return html`
    <div class="toolbar">
      ${edit('undo', canUndo, 'Control+Z Meta+Z')}
      ${edit('redo', canRedo, 'Control+Shift+Z Meta+Shift+Z')}
      ${edit('clear', !isEmpty, 'Backspace Delete')}
      ${fileButton(
        html`${icon('image')} <span>${t('draw.image')}</span>`,
        ([file]) => view.openPicture(file),
        'image-upload',
        { accept: 'image/*', title: t('draw.imageHow') },
      )}
    </div>
  `;
}
