import { html } from 'lit';
import { button, smallButton, textButton } from '../ui/button.js';
import { storeFailure } from '../engine/storage/store.js';
import { t } from '../app/text.js';
import { optimizerFacts } from '../engine/catalog.js';
import { settingName } from './fields.js';
import { percent, rate, sentence, whole } from './format.js';
import { schema, shapeOf } from './recipe.js';

/** @typedef {import('./run.js').TrainingRun} TrainingRun */

/** η and Pause act between mini-batches; one that takes longer than this is felt. */
const slowMilliseconds = 50;

/**
 * What is to be said before anything else: data on their way, problems, runs that are saved.
 * @param {TrainingRun} run
 * @param {string[]} refused names in the link that had no acceptable value
 * @param {boolean} lastVisit whether the run kept is one of the last visit
 */
export function notices(run, refused, lastVisit) {
  const notice = (/** @type {unknown} */ content, role = 'status') =>
    html`<p class="notice" role=${role} data-testid="train-notice">${content}</p>`;
  const failure = storeFailure();
  return html`
      ${run.loading ? loading(run) : ''}
      ${
        run.problem
          ? html`<div data-testid="train-message">
              ${notice(
                html`<span>${sentence(run.problem)}</span>
                  ${run.problem.code === 'diverged' ? smallerRate(run, run.problem) : ''}`,
                'alert',
              )}
            </div>`
          : ''
      }
      ${
        refused.length > 0
          ? notice(t('train.refused', { names: refused.join(', '), count: refused.length }))
          : ''
      }
      ${failure ? notice(t(failure === 'full' ? 'train.storageFull' : 'train.storageForbidden')) : ''}
      ${slowBatch(run)} ${run.previous && !run.loading ? previousRun(run, run.previous, lastVisit) : ''}
    `;
}

/** @param {TrainingRun} run */
function slowBatch({ state, figures }) {
  if (state !== 'running' || figures.batchMilliseconds <= slowMilliseconds) return '';
  // Two digits, so that the sentence does not flicker.
  const milliseconds = whole(Number(figures.batchMilliseconds.toPrecision(2)));
  return html`<p class="muted small" data-testid="slow-batch">
      ${t('train.slowBatch', { milliseconds })}
    </p>`;
}

/**
 * A much smaller η than the one that diverged, unless the present one is as small.
 * @param {TrainingRun} run @param {import('../engine/errors.js').Description} problem
 */
function smallerRate(run, { parameters }) {
  const tenth = Number((Number(parameters.learningRate) / 10).toPrecision(3));
  const { optimizer, learningRate } = run.recipe;
  const value = Math.max(
    schema.learningRate.min,
    Math.min(tenth, optimizerFacts(optimizer).networkRate),
  );
  if (learningRate <= value) return '';
  const use = () => run.set({ learningRate: value });
  return textButton(t('train.useRate', { value: rate(value) }), use, 'smaller-rate');
}

/** @type {Record<string, string>} */
const loadingTexts = {
  mnist: 'train.loadingMnist',
  synthetic: 'train.loadingSynthetic',
  mixed: 'train.loadingSynthetic',
};

/** @param {TrainingRun} run */
function loading(run) {
  const { done, total } = /** @type {{ done: number, total: number }} */ (run.loading);
  const share = total > 0 ? done / total : 0;
  const wording = loadingTexts[run.recipe.data] ?? 'train.loadingOther';
  return html`<div class="loading" data-testid="loading">
      <span>${t(wording, { share: total > 0 ? percent(share) : '' })}</span>
      <progress class="progress" max="1" .value=${share} aria-label=${t(wording, { share: '' })}></progress>
      ${smallButton(t('train.cancel'), () => run.cancelLoading(), 'cancel-loading')}
    </div>`;
}

/**
 * @param {TrainingRun} run @param {import('./run.js').RunRecord} record @param {boolean} lastVisit
 */
function previousRun(run, record, lastVisit) {
  const accuracy =
    record.testAccuracy === null
      ? ''
      : t('train.accuracySuffix', { accuracy: percent(record.testAccuracy) });
  return html`<div class="previous-run" role="status" data-testid="kept-run">
      <span
        >${t(lastVisit ? 'train.savedRun' : 'train.previousRun', {
          name: shapeOf(record.recipe),
          epoch: whole(record.epoch),
          accuracy,
        })}</span
      >
      ${textButton(
        t(lastVisit ? 'train.continueSaved' : 'train.bringBack'),
        () => run.restore(),
        'restore-run',
      )}
      ${textButton(t('train.forget'), () => run.forgetPrevious(), 'forget-run')}
    </div>`;
}

/** Settings that wait for a new run. @param {TrainingRun} run */
export function pendingSettings(run) {
  if (run.pending.length === 0) return '';
  const names = run.pending.map(settingName);
  return html`<div class="pending" role="status" data-testid="pending">
      <p>${t('train.pending', { names: names.join(', ') })}</p>
      <div class="button-row">
        ${button(t('train.apply'), () => run.restart(), 'apply-restart', {
          kind: 'button button--small button--primary',
        })}
        ${smallButton(t('train.revert'), () => run.revert(), 'revert-settings')}
      </div>
    </div>`;
}
