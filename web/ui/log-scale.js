/** Values a key press stops at within each decade: roughly even steps on a logarithmic scale. */
const stops = [1, 1.5, 2, 3, 5, 7];

/**
 * A value rounded to three significant digits, which is finer than a slider's pixels.
 * @param {number} value
 */
export const threeDigits = (value) => Number(value.toPrecision(3));

/**
 * The value at an exponent: 10^exponent, rounded to three significant digits.
 * @param {number} exponent
 */
export const valueAt = (exponent) => threeDigits(10 ** exponent);

/**
 * The next stop (1, 1.5, 2, 3, 5, 7, 10 …) above or below a value.
 * @param {number} value > 0
 * @param {1 | -1} direction
 */
export function nextStop(value, direction) {
  const decade = Math.floor(Math.log10(value) + 1e-9);
  const candidates = [decade - 1, decade, decade + 1].flatMap((exponent) =>
    stops.map((stop) => threeDigits(stop * 10 ** exponent)),
  );
  // A thousandth of slack, so that a value that is a stop up to rounding is not its own next one.
  const beyond = candidates.filter((stop) =>
    direction > 0 ? stop > value * 1.001 : stop < value * 0.999,
  );
  return direction > 0 ? Math.min(...beyond) : Math.max(...beyond);
}

/**
 * A power of ten written with a superscript: "10⁻⁵", and "0.1", "1", "10" as they are.
 * @param {number} exponent an integer
 */
export const powerOfTen = (exponent) =>
  exponent >= -1 && exponent <= 1 ? String(10 ** exponent) : `10${superscript(exponent)}`;

/** @param {number} exponent */
export const superscript = (exponent) =>
  String(exponent).replace(/./g, (character) =>
    character === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(character)],
  );
