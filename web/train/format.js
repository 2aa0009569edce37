import { sentenceOf } from '../app/error-sentence.js';
import { formatNumber, hasText } from '../app/text.js';

/** @param {number} value */
export const whole = (value) => formatNumber(Math.round(value));

/** @param {number | null} value a fraction 0 … 1; null: not measured, a dash */
export const percent = (value) =>
  value === null
    ? '–'
    : formatNumber(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Three significant digits. @param {number | null} value */
export const figure = (value) => {
  if (value === null) return '–';
  if (!Number.isFinite(value)) return '∞';
  if (value !== 0 && (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-4))
    return value.toExponential(2).replace('e', ' e');
  return formatNumber(value, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
};

/** η as it is typed: no grouping, no trailing zeros. @param {number} value */
export const rate = (value) =>
  formatNumber(value, { maximumSignificantDigits: 6, useGrouping: false });

/**
 * What went wrong, in the reader's language.
 * @param {import('../engine/errors.js').Description} problem
 */
export function sentence({ code, parameters }) {
  if (!hasText(`train.error_${code}`)) return sentenceOf({ code, parameters });
  const { step, learningRate } = parameters;
  return sentenceOf({
    code: `train.error_${code}`,
    parameters: {
      ...parameters,
      ...(typeof step === 'number' && { step: whole(step) }),
      ...(typeof learningRate === 'number' && { learningRate: rate(learningRate) }),
    },
  });
}
