import { numbersOf, numbersText } from '../parts.js';

/**
 * The points of the lab as they stand in its state.
 * @typedef {{ x: number, y: number }} Place
 */

const maxPoints = 200;
export const farthest = 1e9;

/** What the axes show of each set of points at least. */
const shown = {
  points: { x: [0, 21], y: [0, 24] },
  servers: { x: [0, 420], y: [0, 200] },
};

/**
 * x, y, x, y, …; null where the text is no such list.
 * @param {string} text
 */
export function coordinatesOf(text) {
  const numbers = text === 'none' ? [] : text === '' ? null : numbersOf(text);
  const fits =
    numbers !== null &&
    numbers.length % 2 === 0 &&
    numbers.length <= 2 * maxPoints &&
    numbers.every((number) => Math.abs(number) <= farthest);
  return fits ? Float64Array.from(numbers) : null;
}

/** @param {readonly Place[]} places */
export const textOf = (places) =>
  places.length === 0 ? 'none' : numbersText(places.flatMap(({ x, y }) => [x, y]));

/** @param {Float64Array} points @returns {Place[]} */
export const placesOf = (points) =>
  Array.from({ length: points.length / 2 }, (_, i) => ({ x: points[2 * i], y: points[2 * i + 1] }));

/**
 * The part of the plane that is drawn: that of the set, and more where points lie beyond it. A set
 * of points far from zero has the axis of x to itself.
 * @param {keyof typeof shown} data
 * @param {readonly Place[]} places
 */
export function frameOf(data, places) {
  const { x, y } = shown[data];
  return {
    x: around(x, places.map((place) => place.x)), // prettier-ignore
    y: around(y, places.map((place) => place.y)), // prettier-ignore
  };
}

/** @param {readonly number[]} range @param {readonly number[]} values @returns {[number, number]} */
function around([low, high], values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(least < low || most > high)) return [low, high];
  const room = (most - least || Math.abs(most) || 1) / 10;
  // Wholly elsewhere: the usual part would leave nothing to be seen.
  if (least > 3 * high || most < -3 * high) return [least - room, most + room];
  return [Math.min(low, least - room), Math.max(high, most + room)];
}
