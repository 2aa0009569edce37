import { html, nothing } from 'lit';
import { t } from '../app/text.js';

/**
 * A sentence about something that went wrong, with a way to try it again and one to be rid of it.
 * @param {unknown} content
 * @param {{ retry?: (() => unknown) | undefined, dismiss?: () => unknown }} [ways]
 */
export function notice(content, { retry, dismiss } = {}) {
  return html`
    <p class="notice">
      <span>${content}</span>
      ${
        retry
          ? html`<button class="button" type="button" @click=${retry}>${t('shell.retry')}</button>`
          : nothing
      }
      ${
        dismiss
          ? html`<button class="button button--quiet" type="button" @click=${dismiss}>
              ${t('shell.dismiss')}
            </button>`
          : nothing
      }
    </p>
  `;
}
