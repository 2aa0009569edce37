import { html } from 'lit';
import { t } from '../app/text.js';
import { button } from '../ui/button.js';
import { selectField } from '../ui/fields.js';

/** Steps a second that a run may have. */
const speeds = [1, 2, 5, 10, 30, 100];

/** Of a state's schema. @param {number} speed  at first */
export const speedSchema = (speed) => ({ default: speed, min: 1, max: 100 });

/**
 * Step, run or pause, back, reset, and the speed of a run. No button is ever disabled: one that can
 * do nothing now does nothing, and keeps the focus.
 * @param {import('../ui/ticker.js').Ticker} ticker @param {import('./run.js').Run<any>} run
 */
export function transport(ticker, run) {
  /** @param {string} name @param {(running: boolean) => unknown} act */
  const command = (name, act, kind = '', wording = name) =>
    button(
      t(`descend.${wording}`),
      () => {
        const { running } = ticker;
        ticker.stop();
        act(running);
      },
      `descend-${name}`,
      { kind: `button ${kind}` },
    );
  return html`
    <div class="transport" role="group" aria-label=${t('descend.transport')}>
      ${command('step', () => run.step(), 'button--primary')}
      ${command('run', (running) => running || ticker.start(), '', ticker.running ? 'pause' : 'run')}
      ${command('back', () => run.back())} ${command('reset', () => run.set({ steps: 0 }))}
      ${selectField(
        t('descend.speed'),
        'descend-speed',
        ticker.speed,
        speeds.map((speed) => [speed, t('descend.stepsPerSecond', { speed })]),
        (speed) => {
          ticker.speed = Number(speed);
          run.set({ speed: ticker.speed });
        },
      )}
    </div>
  `;
}
