/** The place of "no digit" behind those of the ten digits, where a network has it. */
export const noneClass = 10;

/**
 * What the probabilities say.
 * @param {Float32Array} probabilities  of 0 … 9, and maybe of no digit
 * @returns {{ digit: number | null, confidence: number, ranking: number[] }}  `digit`: null for no
 *   digit; `confidence`: the probability of this verdict; `ranking`: the digits, likeliest first
 */
export function verdictOf(probabilities) {
  const ranking = Array.from({ length: noneClass }, (_, digit) => digit).sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  const none = probabilities[noneClass] ?? 0;
  const best = probabilities[ranking[0]];
  return none > best
    ? { digit: null, confidence: none, ranking }
    : { digit: ranking[0], confidence: best, ranking };
}

/** A number as it was read, with a ? for what is no digit. @param {readonly Float32Array[]} digits */
export const numberText = (digits) =>
  digits.map((probabilities) => verdictOf(probabilities).digit ?? '?').join('');
