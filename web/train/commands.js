import { html } from 'lit';
import { button } from '../ui/button.js';
import { t } from '../app/text.js';

/** @typedef {import('./run.js').TrainingRun} TrainingRun */

/** Start, pause, single steps, reset; and the state beside them. @param {TrainingRun} run */
export function commands(run) {
  const running = isRunning(run);
  const started = run.figures.step > 0 && run.pending.length === 0;
  const startText =
    run.pending.length > 0 && run.figures.step > 0
      ? t('train.startNew')
      : t(started ? 'train.continueTraining' : 'train.start');
  const start = (/** @type {'run' | 'sample' | 'step' | 'epoch'} */ command) => () =>
    running || run.start(command);
  const reset = () => run.loading || run.reset();
  return html`
      <div class="button-row commands" role="group" aria-label=${t('train.commands')}>
        ${startAndPause(run, 'train', startText, 'button--big')}
        ${button(t('train.oneSample'), start('sample'), 'train-sample', { inactive: running })}
        ${button(t('train.oneBatch'), start('step'), 'train-step', { inactive: running })}
        ${button(t('train.oneEpoch'), start('epoch'), 'train-epoch', { inactive: running })}
        ${button(t('train.reset'), reset, 'train-reset', { inactive: run.loading !== null })}
        ${status(run)}
      </div>
    `;
}

/**
 * @param {TrainingRun} run @param {string} prefix  of the test ids
 * @param {string} startText @param {string} [size]  a class
 */
export function startAndPause(run, prefix, startText, size = '') {
  const running = isRunning(run);
  const kind = (/** @type {boolean} */ next) => `button ${size} ${next ? 'button--primary' : ''}`;
  const start = () => running || run.start();
  // Pause is heard even before the first news of the run.
  return html`
    ${button(startText, start, `${prefix}-start`, { inactive: running, kind: kind(!running) })}
    ${button(t('train.pause'), () => run.pause(), `${prefix}-pause`, {
      inactive: !running,
      kind: kind(running),
    })}
  `;
}

/** @param {TrainingRun} run */
const isRunning = (run) => run.state === 'running' || run.loading !== null;

/** @param {TrainingRun} run */
function status(run) {
  const { state, figures } = run;
  return html`<span
      class="state state--${state}"
      data-testid="train-status"
      data-state=${state}
      data-epoch=${figures.epoch}
      data-step=${figures.step}
      data-samples-per-second=${Math.round(figures.samplesPerSecond)}
      data-threads=${figures.threads}
      >${stateText(run)}</span
    >`;
}

/** @param {TrainingRun} run */
export function stateText({ state, figures }) {
  if (figures.finished) return t('train.stateFinished');
  return t(`train.state${state[0].toUpperCase()}${state.slice(1)}`);
}
