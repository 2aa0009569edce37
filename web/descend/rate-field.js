import { html } from 'lit';
import { numberField } from '../ui/fields.js';
import '../ui/rate-field.js';
import { t } from '../app/text.js';
import { decimal } from '../app/numbers.js';

/**
 * The learning rate, any finite number above 0.
 * @param {number} value
 * @param {(rate: number) => void} change
 * @param {{ presets?: number[], minExponent?: number, hint?: string }} [options]
 */
export const rateField = (
  value,
  change,
  { presets = [1, 0.8, 0.4, 0.1], minExponent = -3, hint = '' } = {},
) => html`
  <dd-rate-field
    testid="descend-rate"
    .value=${value}
    .words=${{ label: t('descend.rate'), presets: t('descend.ratePresets') }}
    .format=${decimal}
    .presets=${presets}
    .minExponent=${minExponent}
    .hint=${hint}
    .exact=${numberField(t('descend.exactRate'), 'descend-rate-exact', value, checkRate, change)}
    .below=${true}
    @log-input=${(/** @type {CustomEvent} */ { detail }) => change(detail)}
  ></dd-rate-field>
`;

/** @param {number} rate @param {string} typed */
const checkRate = (rate, typed) =>
  rate > 0 && Number.isFinite(rate) ? '' : t('descend.badRate', { typed });
