/** The choice of an optimizer and of its settings, as part of a tab's schema and of its form. */
import { html } from 'lit';
import { t } from '../app/text.js';
import { optimizerFacts, optimizers, settings } from '../engine/catalog.js';
import '../train/texts.js';
import { selectField } from '../ui/fields.js';
import { stateField } from './fields.js';

export const optimizerSchema = {
  optimizer: { default: optimizers[0], choices: optimizers },
  ...settings,
  epsilon: { ...settings.epsilon, min: 1e-300 }, // descents here are computed in double
};

/** @param {import('./fields.js').Stated} stated */
export function optimizerFields(stated) {
  const { optimizer } = stated.state;
  return html`
    <div class="optimizer-fields">
      ${selectField(
        t('train.optimizer'),
        'descend-optimizer',
        optimizer,
        optimizers.map((name) => [name, t(`train.optimizer_${name}`)]),
        (name) => stated.set({ optimizer: name }),
      )}
      ${optimizerFacts(optimizer).settings.map((name) =>
        stateField(
          stated,
          name,
          t(`train.${name}`),
          name === 'epsilon' ? 'descend.badEpsilon' : 'descend.badShare',
        ),
      )}
    </div>
  `;
}
