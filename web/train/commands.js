import { html } from 'lit';
import { t } from '../app/text.js';

/** @typedef {import('./run.js').TrainingRun} TrainingRun */

/**
 * Start, pause, single steps, reset; and the state beside them.
 * @param {TrainingRun} run
 */
export function commands(run) {
  const running = isRunning(run);
  const started = run.figures.step > 0 && run.pending.length === 0;
  const startText =
    run.pending.length > 0 && run.figures.step > 0
      ? t('train.startNew')
      : t(started ? 'train.continueTraining' : 'train.start');
  const start = (/** @type {'run' | 'sample' | 'step' | 'epoch'} */ command) => () =>
    running || run.start(command);
  return html`
      <div class="commands button-row" role="group" aria-label=${t('train.commands')}>
        ${startAndPause(run, 'train', startText, 'button--big')}
        ${button('train-sample', t('train.oneSample'), running, start('sample'))}
        ${button('train-step', t('train.oneBatch'), running, start('step'))}
        ${button('train-epoch', t('train.oneEpoch'), running, start('epoch'))}
        ${button('train-reset', t('train.reset'), run.loading !== null, () => run.loading || run.reset())}
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
  const kind = (/** @type {boolean} */ next) => `${size} ${next ? 'button--primary' : ''}`;
  // Pause is heard even before the first news of the run.
  return html`
    ${button(`${prefix}-start`, startText, running, () => running || run.start(), kind(!running))}
    ${button(`${prefix}-pause`, t('train.pause'), !running, () => run.pause(), kind(running))}
  `;
}

/** @param {TrainingRun} run */
const isRunning = (run) => run.state === 'running' || run.loading !== null;

/**
 * @param {string} testid @param {string} wording @param {boolean} disabled
 * @param {() => unknown} act @param {string} [kind] classes
 */
const button = (testid, wording, disabled, act, kind = '') => html`
  <button
    class="button ${kind}"
    type="button"
    data-testid=${testid}
    aria-disabled=${disabled}
    @click=${act}
  >
    ${wording}
  </button>
`;

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
