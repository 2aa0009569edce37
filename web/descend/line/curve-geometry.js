/**
 * Where things of a curve plot are, in pixels.
 *
 * @typedef {import('d3-scale').ScaleLinear<number, number>} Scale
 * @typedef {{ x: Scale, y: Scale, left: number, right: number, top: number, bottom: number }} Frame
 */

/** Renderers take no coordinate beyond this; what is further away lies outside the picture anyway. */
const far = 1e5;
const recent = 10;
const marks = 60;
const tangentLength = 110;

const near = (/** @type {number} */ pixel) => Math.min(far, Math.max(-far, pixel));
const round = (/** @type {number} */ pixel) => Math.round(near(pixel) * 100) / 100;

/**
 * The J to show: all of the curve, unless it shoots up or down somewhere so that nothing else could
 * be seen.
 * @param {ArrayLike<number>} values
 * @returns {[number, number]}
 */
export function verticalRange(values) {
  const finite = Array.from(values)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (finite.length === 0) return [0, 1];
  const at = (/** @type {number} */ share) => finite[Math.round(share * (finite.length - 1))];
  let [low, high] = [at(0), at(1)];
  const [inner, outer] = [at(0.1), at(0.9)];
  if (high - low > 50 * (outer - inner) && outer > inner) {
    low = Math.max(low, inner - (outer - inner));
    high = Math.min(high, outer + (outer - inner));
  }
  const size = high - low || Math.abs(high) || 1;
  return [low - 0.1 * size, high + 0.04 * size];
}

/**
 * The curve as an SVG path, broken where J has no value.
 * @param {Frame} frame @param {number[]} range @param {ArrayLike<number>} values
 */
export function linePath({ x, y }, [first, last], values) {
  let path = '';
  let drawing = false;
  for (let i = 0; i < values.length; i++) {
    const finite = Number.isFinite(values[i]);
    if (finite) {
      const at = first + ((last - first) * i) / (values.length - 1);
      path += `${drawing ? 'L' : 'M'}${round(x(at))} ${round(y(values[i]))}`;
    }
    drawing = finite;
  }
  return path;
}

/**
 * The newest points of a path that can be told apart, and the lines between all points and between
 * the newest.
 * @param {Frame} frame
 * @param {import('./curve-plot.js').Points} points
 */
export function pathMarks({ x, y }, { theta, values }) {
  /** @type {[number, number][]} */
  const all = [];
  // More chords than these cannot be told apart.
  for (let i = Math.max(0, values.length - 2000); i < values.length; i++)
    if (Number.isFinite(values[i])) all.push([round(x(theta[i])), round(y(values[i]))]);
  const apart = all.filter(
    ([px, py], i) => i === 0 || Math.hypot(px - all[i - 1][0], py - all[i - 1][1]) > 0.5,
  );
  return {
    points: apart.slice(-marks),
    chords: all.join(' '),
    recentChords: all.slice(-recent).join(' '),
  };
}

/**
 * The ends x, y, x, y of the tangent, equally long on the screen however steep; null without one.
 * @param {Frame} frame
 * @param {number} theta @param {number} value @param {number} slope
 */
export function tangentEnds({ x, y }, theta, value, slope) {
  const [px, py] = [x(theta), y(value)];
  const dx = x(theta + 1) - px;
  const dy = y(value + slope) - py;
  const length = Math.hypot(dx, dy);
  if (!Number.isFinite(length)) return null;
  const [ux, uy] = [(tangentLength * dx) / length, (tangentLength * dy) / length];
  return [px - ux, py - uy, px + ux, py + uy];
}

/**
 * A level arrow from `here` to the next θ, cut off at the edge of the picture; null when it is too
 * short to be seen.
 * @param {Frame} frame @param {number[]} here @param {number} next
 */
export function arrow({ x, left, right }, here, next) {
  const target = near(x(next));
  const tip = Math.min(right - 1, Math.max(left + 1, target));
  const length = Math.abs(tip - here[0]);
  if (length < 1.5) return null;
  const direction = Math.sign(tip - here[0]);
  const head = Math.min(9, length);
  const y = here[1];
  return {
    tip,
    length,
    middle: (here[0] + tip) / 2,
    drop: tip === target,
    shaft: `M${here[0]} ${y}H${tip - direction * head}`,
    head: `M${tip} ${y}l${-direction * head} ${-head / 2}v${head}Z`,
  };
}
