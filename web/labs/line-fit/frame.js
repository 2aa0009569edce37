/** What the axes show of each set of points at min. */
const shown = {
  points: { x: [0, 21], y: [0, 24] },
  servers: { x: [0, 420], y: [0, 200] },
};

/**
 * The part of the plane that is drawn: that of the set, and more where points lie beyond it. A set
 * of points far from zero has the axis of x to itself.
 * @param {keyof typeof shown} data @param {readonly import('../points.js').Place[]} places
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
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (!(min < low || max > high)) return [low, high];
  const room = (max - min || Math.abs(max) || 1) / 10;
  // Wholly elsewhere: the usual part would leave nothing to be seen.
  if (min > 3 * high || max < -3 * high) return [min - room, max + room];
  return [Math.min(low, min - room), Math.max(high, max + room)];
}
