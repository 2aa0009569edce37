/**
 * Which of the user's drawings a network learns from, and which it is only measured on.
 *
 * @typedef {import('./store.js').Drawing} Drawing
 * @typedef {{ trained: string[], heldOut: string[] }} Seen  fingerprints of the drawings that the
 *   earlier lessons of a network trained on, and of those that they only measured
 */

/** With fewer drawings than this, all of them are needed to learn from. */
const minToSplit = 20;
/** Every fourth of the new drawings is held out. */
const heldOutEvery = 4;
/** Fewer drawings than this measure nothing. */
const minHeldOut = 5;

/**
 * The same for drawings whose label and pixels, as bytes, are the same: 16 hexadecimal digits, by
 * FNV-1a with two sets of constants.
 * @param {Drawing} drawing
 */
export function fingerprint({ image, label }) {
  let first = 0x811c9dc5 ^ label;
  let second = 0x9e3779b1 ^ label;
  for (const value of image) {
    const byte = Math.round(255 * value);
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ byte, 0x85ebca6b);
    second ^= second >>> 13;
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * A drawing that an earlier lesson has trained on stays in training, and one that was held out stays
 * so: what is measured was never trained on. Of the new ones, taken digit by digit, every fourth is
 * held out. When that leaves too few to measure, all are trained on and measured alike.
 * @param {Drawing[]} drawings @param {Seen} [seen]
 * @returns {{ training: Drawing[], measured: Drawing[], heldOut: boolean, seen: Seen }} `seen`: what
 *   it is after this lesson
 */
export function splitDrawings(drawings, { trained, heldOut } = { trained: [], heldOut: [] }) {
  const prints = drawings.map(fingerprint);
  /** Whether to hold out, by fingerprint: the same drawing kept twice is on one side. */
  const held = new Map([
    ...heldOut.map((print) => /** @type {const} */ ([print, true])),
    ...trained.map((print) => /** @type {const} */ ([print, false])),
  ]);
  let fresh = 0;
  const byDigit = [...drawings.keys()].sort((a, b) => drawings[a].label - drawings[b].label);
  for (const i of byDigit) {
    if (held.has(prints[i])) continue;
    held.set(prints[i], drawings.length >= minToSplit && ++fresh % heldOutEvery === 0);
  }
  const measured = drawings.filter((_, i) => held.get(prints[i]));
  if (measured.length < minHeldOut) {
    return {
      training: drawings,
      measured: drawings,
      heldOut: false,
      seen: { trained: [...new Set([...trained, ...prints])], heldOut: [] },
    };
  }
  const side = (/** @type {boolean} */ asHeld) =>
    [...held.keys()].filter((print) => held.get(print) === asHeld);
  return {
    training: drawings.filter((_, i) => !held.get(prints[i])),
    measured,
    heldOut: true,
    seen: { trained: side(false), heldOut: side(true) },
  };
}
