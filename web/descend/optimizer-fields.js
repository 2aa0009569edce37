/** The choice of an optimizer and of its settings, as part of a tab's schema and of its form. */
import { html } from 'lit';
import '../ui/number-field.js';
import { t } from '../app/text.js';
import '../train/texts.js';

/**
 * @typedef {import('../engine/types.js').OptimizerSpec} OptimizerSpec
 * @typedef {Required<Omit<OptimizerSpec, 'name'>> & { optimizer: OptimizerSpec['name'] }} OptimizerValues
 * @typedef {'momentum' | 'decay' | 'beta1' | 'beta2' | 'epsilon'} Setting
 */

/** @type {OptimizerSpec['name'][]} */
export const optimizers = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'];

/** What each of them reads. @type {Record<OptimizerSpec['name'], Setting[]>} */
export const settingsOf = {
  sgd: [],
  momentum: ['momentum'],
  nesterov: ['momentum'],
  adagrad: ['epsilon'],
  rmsprop: ['decay', 'epsilon'],
  adam: ['beta1', 'beta2', 'epsilon'],
};

const share = { min: 0, max: 0.999999 };

export const optimizerSchema = /** @type {const} */ ({
  optimizer: { default: 'sgd', choices: optimizers },
  momentum: { default: 0.9, ...share },
  decay: { default: 0.9, ...share },
  beta1: { default: 0.9, ...share },
  beta2: { default: 0.999, ...share },
  epsilon: { default: 1e-8, min: 1e-300, max: 1 },
});

/**
 * As M.descend takes it.
 * @param {OptimizerValues} values
 * @returns {OptimizerSpec}
 */
export const optimizerSpec = (values) => ({
  name: values.optimizer,
  ...Object.fromEntries(settingsOf[values.optimizer].map((name) => [name, values[name]])),
});

/**
 * @param {OptimizerValues} values
 * @param {(changes: Partial<OptimizerValues>) => void} change
 */
export function optimizerFields(values, change) {
  return html`
    <div class="optimizer-fields">
      <label class="field">
        <span>${t('train.optimizer')}</span>
        <select
          class="select"
          data-testid="descend-optimizer"
          @change=${(/** @type {Event} */ { target }) =>
            change({
              optimizer: /** @type {any} */ (/** @type {HTMLSelectElement} */ (target).value),
            })}
        >
          ${optimizers.map(
            (name) =>
              html`<option value=${name} .selected=${name === values.optimizer}>
                ${t(`train.optimizer_${name}`)}
              </option>`,
          )}
        </select>
      </label>
      ${settingsOf[values.optimizer].map((name) => settingField(name, values[name], change))}
    </div>
  `;
}

/**
 * One setting; what is out of its range is said below it.
 * @param {Setting} name
 * @param {number} value
 * @param {(changes: Partial<Record<Setting, number>>) => void} change
 */
export function settingField(name, value, change) {
  const { min, max } = optimizerSchema[name];
  const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
    number >= min && number <= max
      ? ''
      : t(name === 'epsilon' ? 'descend.badEpsilon' : 'descend.badShare', { typed });
  return html`
    <dd-number-field
      label=${t(`train.${name}`)}
      testid="descend-${name}"
      .value=${value}
      .check=${check}
      @number=${(/** @type {CustomEvent} */ { detail }) => change({ [name]: detail })}
    ></dd-number-field>
  `;
}
