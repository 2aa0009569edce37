import { html, nothing } from 'lit';
import { t } from '../app/text.js';
import { figure, percent, whole } from './format.js';

/**
 * The row of figures and how far the epoch is.
 * @param {import('./run-events.js').Figures} figures
 */
export function figuresRow(figures) {
  const { loss, testAccuracy, trainAccuracy, gradientNorm, samplesPerSecond } = figures;
  /** @param {string} label @param {unknown} value @param {string} name */
  const cell = (label, value, name) =>
    html`<div class="figure figure--${name}"><dt>${label}</dt><dd>${value}</dd></div>`;
  /**
   * @param {string} testid @param {number | null} value
   * @param {(value: number | null) => string} format @param {unknown} [title]
   */
  const measured = (testid, value, format, title = nothing) =>
    html`<span data-testid=${testid} data-value=${value ?? ''} title=${title}>${format(value)}</span>`;
  const test = measured('test-accuracy', testAccuracy, percent);
  const train = measured('train-accuracy', trainAccuracy, percent);
  return html`
      <dl class="figures">
        ${cell(t('train.testAccuracy'), test, 'test')}
        ${cell(t('train.loss'), measured('train-loss', loss, figure, t('train.lossHint')), 'loss')}
        ${cell(t('train.trainAccuracy'), train, 'train')}
        ${cell(t('train.gradientNorm'), measured('gradient-norm', gradientNorm, figure), 'gradient')}
        ${cell(t('train.speed'), samplesPerSecond > 0 ? whole(samplesPerSecond) : '–', 'speed')}
        ${cell(t('train.threads'), figures.threads, 'threads')}
        ${cell(t('train.epoch'), whole(figures.epoch), 'epoch')}
        ${cell(t('train.step'), whole(figures.step), 'step')}
      </dl>
      <progress
        class="progress epoch-progress"
        max="1"
        .value=${figures.epochShare}
        data-testid="epoch-progress"
        aria-label=${t('train.epochProgress')}
      ></progress>
    `;
}
