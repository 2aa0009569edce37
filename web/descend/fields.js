import { html } from 'lit';
import { decimal } from '../app/numbers.js';
import { accepts } from '../app/router.js';
import { t } from '../app/text.js';
import { numberField } from '../ui/fields.js';
import '../ui/rate-field.js';

/**
 * What has a state by a schema, as a run has.
 * @typedef {{ state: any, schema: import('../app/router.js').Schema, set: (changes: any) => void }} Stated
 */

/**
 * A number of a state that is typed, in the range of its schema.
 * @param {Stated} stated @param {string} name @param {string} label
 * @param {string} problem  the text for what is out of range, with {typed}, {min}, {max}, {name}
 * @param {string} [testid]
 */
export function stateField(stated, name, label, problem, testid = `descend-${name}`) {
  const { state, schema } = stated;
  const parameter = /** @type {import('../app/router.js').NumberParameter} */ (schema[name]);
  const { min = -Infinity, max = Infinity } = parameter;
  const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
    accepts(parameter, number) ? '' : t(problem, { typed, min, max, name: label });
  return numberField(label, testid, state[name], check, (value) => stated.set({ [name]: value }));
}

/**
 * A learning rate, any finite number above 0.
 * @param {Stated} stated @param {string} name
 * @param {{ presets?: number[], minExponent?: number, hint?: string }} [options]
 */
export const rateField = (
  stated,
  name,
  { presets = [1, 0.8, 0.4, 0.1], minExponent = -3, hint = '' } = {},
) => html`
  <dd-rate-field
    testid="descend-rate"
    .value=${stated.state[name]}
    .words=${{ label: t('descend.rate'), presets: t('descend.ratePresets') }}
    .format=${decimal}
    .presets=${presets}
    .minExponent=${minExponent}
    .hint=${hint}
    .exact=${stateField(stated, name, t('descend.exactRate'), 'descend.badRate', 'descend-rate-exact')}
    .below=${true}
    @log-input=${(/** @type {CustomEvent} */ { detail }) => stated.set({ [name]: detail })}
  ></dd-rate-field>
`;
