import { superscript } from '../ui/log-scale.js';
import { formatNumber } from './text.js';

/**
 * A number as a person reads it: six significant digits, a power of ten where it is far from 1.
 * @param {number} value @param {number} [digits]  significant ones
 */
export function decimal(value, digits = 6) {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size === 0) return '0'; // −2·0 has a sign in the computer, not to a reader
  if (size >= 1e6 || size < 1e-4) {
    const [mantissa, exponent] = value.toExponential(Math.min(3, digits - 1)).split('e');
    return `${mantissa}·10${superscript(Number(exponent))}`.replace('-', '−');
  }
  return formatNumber(value, {
    maximumSignificantDigits: digits,
    useGrouping: false,
  }).replace('-', '−');
}

/** @param {number} fraction */
export const percent = (fraction) =>
  Number.isNaN(fraction)
    ? '–'
    : formatNumber(fraction, { style: 'percent', maximumSignificantDigits: 3 });
