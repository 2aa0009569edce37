import { html } from 'lit';
import { t } from './text.js';

/**
 * Why a part of a view cannot be shown. The texts are those of Descend.
 * @param {string} code  of a CodedError
 */
export function loadError(code) {
  return html`
    <p class="notice" role="alert">
      ${t(`descend.error_${code}`)}
      ${
        code === 'load'
          ? html`<button class="button" type="button" @click=${() => location.reload()}>
              ${t('shell.retry')}
            </button>`
          : ''
      }
    </p>
  `;
}
