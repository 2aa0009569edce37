/** The choice of an optimizer and of its settings, as part of a tab's schema and of its form. */
import { html } from 'lit';
import { numberField, selectField } from '../ui/fields.js';
import { t } from '../app/text.js';
import { optimizerFacts, optimizers, settings } from '../engine/catalog.js';
import '../train/texts.js';

/** @typedef {import('../engine/catalog.js').Values} Values */

export const optimizerSchema = {
  optimizer: { default: optimizers[0], choices: optimizers },
  ...settings,
  epsilon: { ...settings.epsilon, min: 1e-300 }, // descents here are computed in double
};

/**
 * @param {Values} values
 * @param {(changes: Values) => void} change
 */
export function optimizerFields(values, change) {
  return html`
    <div class="optimizer-fields">
      ${selectField(
        t('train.optimizer'),
        'descend-optimizer',
        values.optimizer,
        optimizers.map((name) => [name, t(`train.optimizer_${name}`)]),
        (optimizer) => change({ optimizer }),
      )}
      ${optimizerFacts(values.optimizer).settings.map((name) => settingField(name, values[name], change))}
    </div>
  `;
}

/**
 * One setting; what is out of its range is said below it.
 * @param {string} name
 * @param {number} value
 * @param {(changes: Values) => void} change
 */
export function settingField(name, value, change) {
  const { min, max } = /** @type {typeof settings} */ (/** @type {unknown} */ (optimizerSchema))[
    name
  ];
  const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
    number >= min && number <= max
      ? ''
      : t(min > 0 ? 'descend.badEpsilon' : 'descend.badShare', { typed });
  return numberField(t(`train.${name}`), `descend-${name}`, value, check, (number) =>
    change({ [name]: number }),
  );
}
