import { html } from 'lit';
import { t } from '../app/text.js';

/** Steps a second that a run may have. */
export const speeds = [1, 2, 5, 10, 30, 100];

/**
 * Step, run or pause, back, reset, and the speed of a run. No button is ever disabled: one that can
 * do nothing now does nothing, and keeps the focus.
 * @param {import('../ui/ticker.js').Ticker} ticker
 * @param {{ step: () => void, back: () => void, run: () => void, reset: () => void,
 *   speed: (speed: number) => void }} commands  `run` is called to start as well as to pause
 */
export function transport(ticker, commands) {
  const button = (
    /** @type {string} */ testid,
    /** @type {string} */ wording,
    /** @type {() => void} */ act,
    kind = '',
  ) =>
    html`<button class="button ${kind}" type="button" data-testid=${testid} @click=${act}>
      ${wording}
    </button>`;
  const { running } = ticker;
  return html`
    <div class="transport" role="group" aria-label=${t('descend.transport')}>
      ${button('descend-step', t('descend.step'), commands.step, 'button--primary')}
      ${button('descend-run', t(running ? 'descend.pause' : 'descend.run'), commands.run, 'transport-run')}
      ${button('descend-back', t('descend.back'), commands.back)}
      ${button('descend-reset', t('descend.reset'), commands.reset)}
      <label class="speed">
        <span class="muted small">${t('descend.speed')}</span>
        <select
          class="select"
          data-testid="descend-speed"
          @change=${(/** @type {Event} */ { target }) =>
            commands.speed(Number(/** @type {HTMLSelectElement} */ (target).value))}
        >
          ${speeds.map(
            (speed) =>
              html`<option value=${speed} .selected=${speed === ticker.speed}>
                ${t('descend.stepsPerSecond', { speed })}
              </option>`,
          )}
        </select>
      </label>
    </div>
  `;
}
