/** The place of "no digit" behind those of the ten digits, where a network has it. */
export const noneClass = 10;

/**
 * @typedef {{ digit: number | null, confidence: number }} Verdict  `digit`: null for no digit;
 *   `confidence`: the probability of this verdict
 */

/**
 * What the probabilities say.
 * @param {Float32Array} probabilities  of 0 … 9, and maybe of no digit
 * @returns {Verdict}
 */
export function verdictOf(probabilities) {
  let best = 0;
  for (let digit = 1; digit < noneClass; digit++) {
    if (probabilities[digit] > probabilities[best]) best = digit;
  }
  const none = probabilities[noneClass] ?? 0;
  return none > probabilities[best]
    ? { digit: null, confidence: none }
    : { digit: best, confidence: probabilities[best] };
}

/** The digits, likeliest first. @param {Float32Array} probabilities  as above */
export const rankingOf = (probabilities) =>
  Array.from({ length: noneClass }, (_, digit) => digit).sort(
    (a, b) => probabilities[b] - probabilities[a],
  );

/** A number as it was read, with a ? for what is no digit. @param {readonly Verdict[]} verdicts */
export const numberText = (verdicts) => verdicts.map(({ digit }) => digit ?? '?').join('');
