import { html, nothing } from 'lit';
import { t } from '../app/text.js';
import { button } from './button.js';

const quiet = { kind: 'button button--quiet' };

/**
 * A sentence about something that went wrong, with a way to try it again and one to be rid of it.
 * @param {unknown} content
 * @param {{ retry?: (() => unknown) | undefined, dismiss?: () => unknown }} [ways]
 */
export function notice(content, { retry, dismiss } = {}) {
  return html`
    <p class="notice">
      <span>${content}</span>
      ${retry ? button(t('shell.retry'), retry) : nothing}
      ${dismiss ? button(t('shell.dismiss'), dismiss, undefined, quiet) : nothing}
    </p>
  `;
}
