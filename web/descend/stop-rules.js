/** The rules by which a run ends, as part of a tab's schema and as fields of its form. */
import { html } from 'lit';
import { numberField } from '../ui/fields.js';
import { t } from '../app/text.js';

/** `stopValue`, `stopGradient`: ε, 0 for no such rule; `limit`: steps. */
export const stopSchema = /** @type {const} */ ({
  stopValue: { default: 0, min: 0 },
  stopGradient: { default: 1e-6, min: 0 },
  limit: { default: 500, min: 1, max: 10_000, integer: true },
});

/** @typedef {{ stopValue: number, stopGradient: number, limit: number }} StopRules */

/**
 * The rules as M.descend takes them.
 * @param {StopRules} rules
 */
export const stopOptions = ({ stopValue, stopGradient }) => ({
  ...(stopValue > 0 && { value: stopValue }),
  ...(stopGradient > 0 && { gradient: stopGradient }),
});

/**
 * @param {StopRules} rules
 * @param {(changes: Partial<StopRules>) => void} change
 */
export function stopFields(rules, change) {
  const field = (
    /** @type {keyof StopRules} */ name,
    /** @type {string} */ label,
    /** @type {(number: number, typed: string) => string} */ check,
  ) =>
    numberField(label, `descend-${name}`, rules[name], check, (value) => change({ [name]: value }));
  return html`
    <div class="stop-rules">
      ${field('stopValue', t('descend.stopValue'), checkThreshold)}
      ${field('stopGradient', t('descend.stopGradient'), checkThreshold)}
      ${field('limit', t('descend.stopSteps'), checkLimit)}
    </div>
  `;
}

/** @param {number} number @param {string} typed */
const checkThreshold = (number, typed) =>
  number >= 0 && Number.isFinite(number) ? '' : t('descend.badThreshold', { typed });

/** @param {number} number @param {string} typed */
const checkLimit = (number, typed) =>
  Number.isInteger(number) && number >= stopSchema.limit.min && number <= stopSchema.limit.max
    ? ''
    : t('descend.badSteps', { typed, max: stopSchema.limit.max });
