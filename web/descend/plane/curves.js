/** J over the steps, as the chart of the race draws it. */
import { optimizerName } from './words.js';

/**
 * J − J* where J* is known, J elsewhere; on a logarithmic axis unless some values are not above 0.
 * @param {import('./race.js').Racer[]} racers
 * @param {string} follow
 * @param {number | null} lowest J*
 */
export function chartCurves(racers, follow, lowest) {
  const over = lowest !== null && lowest !== 0;
  const curves = racers.map(({ name, descent }) => ({
    name,
    label: optimizerName(name),
    values: over ? descent.values.map((value) => value - lowest) : descent.values,
    selected: name === follow,
  }));
  const logarithmic =
    lowest !== null || curves.every(({ values }) => values.every((value) => !(value <= 0)));
  return { curves, logarithmic, over };
}
