/** What Draw answers: that a drawing was kept, what went wrong, why nothing can be read. */

import { html, nothing } from 'lit';
import { t } from '../app/text.js';

/** @typedef {import('./draw.js').DrawView} DrawView */

/**
 * A digit key is pressed quickly: what it kept is said where the eyes are, and taken back there.
 * @param {DrawView} view
 */
export function keptAs(view) {
  if (view.kept === null) return nothing;
  return html`
    <p>
      ${t('draw.keptAs', { digit: view.kept })}
      <button
        class="text-button"
        type="button"
        data-testid="undo-keep"
        @click=${() => view.labels?.takeBack()}
      >
        ${t('draw.undoKeep')}
      </button>
    </p>
  `;
}

/** @param {DrawView} view @param {import('../app/sentence.js').Sentence} notice */
export function noticeOf(view, notice) {
  const { retry } = notice;
  return html`
    <p class="notice">
      <span>${notice}</span>
      ${
        retry
          ? html`<button class="button" type="button" @click=${retry}>${t('shell.retry')}</button>`
          : nothing
      }
      <button class="button button--quiet" type="button" @click=${() => (view.notice = null)}>
        ${t('draw.dismiss')}
      </button>
    </p>
  `;
}

/** @param {DrawView} view @param {import('../engine/module.js').EngineErrorCode} code */
export function apology(view, code) {
  return html`
    <div class="apology" role="alert">
      <h1>${t('draw.apology')}</h1>
      <p>${t(`draw.apology-${code}`)}</p>
      ${
        code === 'load'
          ? html`
              <button
                class="button button--primary"
                type="button"
                @click=${() => view.start()}
              >
                ${t('shell.retry')}
              </button>
            `
          : nothing
      }
    </div>
  `;
}
