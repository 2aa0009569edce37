import { html } from 'lit';
import { t } from '../app/text.js';

/** @typedef {import('./run.js').TrainingRun} TrainingRun */

/**
 * Start, pause, single steps, reset; and the state beside them.
 * @param {TrainingRun} run
 */
export function commands(run) {
  const running = run.state === 'running' || run.loading !== null;
  const started = run.figures.step > 0 && run.pending.length === 0;
  const startText =
    run.pending.length > 0 && run.figures.step > 0
      ? t('train.startNew')
      : t(started ? 'train.continueTraining' : 'train.start');
  const command = (
    /** @type {string} */ testid,
    /** @type {string} */ wording,
    /** @type {boolean} */ disabled,
    /** @type {() => void} */ act,
  ) =>
    html`<button
        class="button"
        type="button"
        data-testid=${testid}
        aria-disabled=${disabled}
        @click=${() => !disabled && act()}
      >
        ${wording}
      </button>`;
  return html`
      <div class="commands" role="group" aria-label=${t('train.commands')}>
        <button
          class="button button--big ${running ? '' : 'button--primary'}"
          type="button"
          data-testid="train-start"
          aria-disabled=${running}
          @click=${() => !running && run.start()}
        >
          ${startText}
        </button>
        <button
          class="button button--big ${running ? 'button--primary' : ''}"
          type="button"
          data-testid="train-pause"
          aria-disabled=${!running}
          @click=${() => run.pause()}
        >
          ${t('train.pause')}
        </button>
        ${command('train-sample', t('train.oneSample'), running, () => run.start('sample'))}
        ${command('train-step', t('train.oneBatch'), running, () => run.start('step'))}
        ${command('train-epoch', t('train.oneEpoch'), running, () => run.start('epoch'))}
        ${command('train-reset', t('train.reset'), run.loading !== null, () => run.reset())}
        ${status(run)}
      </div>
    `;
}

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
