/** What the axes show of each set of points at least. */
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
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(least < low || most > high)) return [low, high];
  const room = (most - least || Math.abs(most) || 1) / 10;
  // Wholly elsewhere: the usual part would leave nothing to be seen.
  if (least > 3 * high || most < -3 * high) return [least - room, most + room];
  return [Math.min(low, least - room), Math.max(high, most + room)];
}
