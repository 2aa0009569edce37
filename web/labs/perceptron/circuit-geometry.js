/**
 * Where the parts of a circuit board are, in pixels: two inputs at the left, five gates in three
 * columns, two outputs at the right. What a wire starts at has a number as in the module: 1 and 2
 * the inputs, from 3 on the gates; its other end, the pin, is counted from 0: two for each gate,
 * then the outputs.
 *
 * @typedef {{ x: number, y: number }} Place
 * @typedef {{ kind: 'start' | 'pin', id: number }} Terminal
 */

export const boardHeight = 304;
export const gateHeight = 74;
/** Between the two pins of a gate: what a finger needs. */
const pinSpacing = 44;
const edge = 20;

/** Column and height of each gate, as they stand in a half adder. */
const gates = [
  { column: 0, y: 152 },
  { column: 1, y: 50 },
  { column: 1, y: 152 },
  { column: 2, y: 100 },
  { column: 2, y: 254 },
];
const inputs = [50, 254];
const outputs = [100, 254];

export const gateCount = gates.length;
export const startCount = inputs.length + gateCount;
export const pinCount = 2 * gateCount + outputs.length;

/** @param {number} gate  from 0 */
export const gateLetter = (gate) => String.fromCharCode(65 + gate);

/** @param {number} width */
export const gateWidth = (width) => (width > 560 ? 72 : 48);

/** The middle of a gate. @param {number} gate @param {number} width @returns {Place} */
export function gatePlace(gate, width) {
  const { column, y } = gates[gate];
  return { x: edge + 22 + ((width - 2 * edge - 44) * (2 * column + 1)) / 6, y };
}

/** @param {number} start @param {number} width @returns {Place} */
export function startPlace(start, width) {
  if (start <= inputs.length) return { x: edge, y: inputs[start - 1] };
  const { x, y } = gatePlace(start - inputs.length - 1, width);
  return { x: x + gateWidth(width) / 2, y };
}

/** @param {number} pin @param {number} width @returns {Place} */
export function pinPlace(pin, width) {
  if (pin >= 2 * gateCount) return { x: width - edge, y: outputs[pin - 2 * gateCount] };
  const { x, y } = gatePlace(Math.floor(pin / 2), width);
  return { x: x - gateWidth(width) / 2, y: y + (pin % 2 === 0 ? -pinSpacing : pinSpacing) / 2 };
}

/** @param {Terminal} terminal @param {number} width */
export const terminalPlace = ({ kind, id }, width) =>
  kind === 'start' ? startPlace(id, width) : pinPlace(id, width);

/** The starts, from 1 on, then the pins; there is no other object for any of them. */
export const terminals = Array.from({ length: startCount + pinCount }, (_, i) => {
  const isStart = i < startCount;
  return /** @type {Terminal} */ (
    isStart ? { kind: 'start', id: i + 1 } : { kind: 'pin', id: i - startCount }
  );
});

/**
 * The terminal nearest to a place, if one is within reach.
 * @param {Place} place @param {number} width @param {number} reach  pixels
 * @returns {Terminal | null}
 */
export function nearestTerminal(place, width, reach) {
  /** @type {Terminal | null} */
  let nearest = null;
  let least = reach;
  for (const terminal of terminals) {
    const at = terminalPlace(terminal, width);
    const distance = Math.hypot(at.x - place.x, at.y - place.y);
    if (distance <= least) [nearest, least] = [terminal, distance];
  }
  return nearest;
}

/** A wire as an SVG path; one that leads back swings out. @param {Place} from @param {Place} to */
export function wirePath(from, to) {
  const ahead = to.x - from.x;
  const bend = ahead > 0 ? Math.max(24, ahead / 2) : 40 - ahead;
  return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}
