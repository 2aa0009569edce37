import { html } from 'lit';
import { t } from '../app/text.js';
import { figure, percent, whole } from './format.js';

/**
 * The row of figures and how far the epoch is.
 * @param {import('./run-events.js').Figures} figures
 */
export function figuresRow(figures) {
  const cell = (
    /** @type {string} */ label,
    /** @type {unknown} */ value,
    /** @type {string} */ name,
  ) => html`<div class="figure figure--${name}"><dt>${label}</dt><dd>${value}</dd></div>`;
  const { loss, testAccuracy, trainAccuracy, samplesPerSecond } = figures;
  return html`
      <dl class="figures">
        ${cell(
          t('train.testAccuracy'),
          html`<span data-testid="test-accuracy" data-value=${testAccuracy ?? ''}
            >${percent(testAccuracy)}</span
          >`,
          'test',
        )}
        ${cell(
          t('train.loss'),
          html`<span
            data-testid="train-loss"
            data-value=${loss ?? ''}
            title=${t('train.lossHint')}
            >${figure(loss)}</span
          >`,
          'loss',
        )}
        ${cell(
          t('train.trainAccuracy'),
          html`<span data-testid="train-accuracy" data-value=${trainAccuracy ?? ''}
            >${percent(trainAccuracy)}</span
          >`,
          'train',
        )}
        ${cell(
          t('train.gradientNorm'),
          html`<span data-testid="gradient-norm" data-value=${figures.gradientNorm ?? ''}
            >${figure(figures.gradientNorm)}</span
          >`,
          'gradient',
        )}
        ${cell(t('train.speed'), samplesPerSecond > 0 ? whole(samplesPerSecond) : '–', 'speed')}
        ${cell(t('train.threads'), figures.threads, 'threads')}
        ${cell(t('train.epoch'), whole(figures.epoch), 'epoch')}
        ${cell(t('train.step'), whole(figures.step), 'step')}
      </dl>
      <progress
        class="epoch-progress"
        max="1"
        .value=${figures.epochShare}
        data-testid="epoch-progress"
        aria-label=${t('train.epochProgress')}
      ></progress>
    `;
}
