import { html } from 'lit';
import { t } from '../../app/text.js';
import '../../train/texts.js';
import { startAndPause, stateText } from '../../train/commands.js';
import { figure, percent, whole } from '../../train/format.js';

/**
 * Start and pause of the run, and how it stands.
 * @param {import('../../train/run.js').TrainingRun} run
 */
export function trainingHead(run) {
  const { state, figures } = run;
  const { testAccuracy } = figures;
  const startText = t(figures.step > 0 ? 'train.continueTraining' : 'train.start');
  /** @param {string} name @param {string} label @param {number | null} value @param {string} text */
  const cell = (name, label, value, text) => html`
    <div class="figure">
      <dt>${label}</dt>
      <dd data-testid="network-${name}" data-value=${value ?? ''}>${text}</dd>
    </div>
  `;
  return html`
    <div class="button-row net-commands" role="group" aria-label=${t('train.commands')}>
      ${startAndPause(run, 'network', startText)}
      <span
        class="state state--${state}"
        role="status"
        data-testid="network-status"
        data-state=${state}
        data-step=${figures.step}
        >${stateText(run)}</span
      >
    </div>
    <dl class="figures net-figures">
      ${cell('loss', t('train.loss'), figures.loss, figure(figures.loss))}
      ${cell('accuracy', t('train.testAccuracy'), testAccuracy, percent(testAccuracy))}
      ${cell('epoch', t('train.epoch'), figures.epoch, whole(figures.epoch))}
      ${cell('step', t('train.step'), figures.step, whole(figures.step))}
    </dl>
  `;
}
