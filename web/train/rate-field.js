import { html } from 'lit';
import { textButton } from '../ui/button.js';
import '../ui/rate-field.js';
import { t } from '../app/text.js';
import { optimizerFacts } from '../engine/catalog.js';
import { numberInput, rangeHint } from './fields.js';
import { rate } from './format.js';
import { schema } from './recipe.js';

const presets = [0.001, 0.01, 0.03, 0.1, 0.2, 0.5, 1, 3];

/**
 * The learning rate of the run.
 * @param {import('./run.js').TrainingRun} run @param {string} [testid]
 */
export function rateField(run, testid = 'learning-rate') {
  const { learningRate, optimizer } = run.recipe;
  const delay = run.figures.rateDelay; // until the last change took effect
  const { networkRate, planeRate } = optimizerFacts(optimizer);
  // Who scales its own steps is often given the η of those that do not.
  const tooLarge = planeRate !== null && learningRate > 10 * networkRate;
  const set = (/** @type {number} */ rate) => run.set({ learningRate: rate });
  const milliseconds = Math.max(1, Math.round(delay ?? 0));
  const note = html`<p class="rate-hint small">
    ${t('train.adaptiveHint', { value: rate(networkRate) })}
    ${textButton(t('train.useRate', { value: rate(networkRate) }), () => set(networkRate))}
  </p>`;
  return html`
    <dd-rate-field
      testid=${testid}
      .value=${learningRate}
      .words=${{ label: t('train.learningRate'), presets: t('train.learningRatePresets') }}
      .format=${rate}
      .presets=${presets}
      .hint=${delay === null ? '' : t('train.rateDelay', { milliseconds })}
      .exact=${html`<label class="rate-exact">
        <span class="small muted">${t('train.exactValue')}</span>
        ${numberInput(schema.learningRate, learningRate, set, { testid: `${testid}-exact` })}
        ${rangeHint()}
      </label>`}
      .note=${tooLarge ? note : ''}
      @log-input=${(/** @type {CustomEvent} */ { detail }) => set(detail)}
    ></dd-rate-field>
  `;
}
