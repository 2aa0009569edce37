/** How far each goes to the right and up. @type {Record<string, number[]>} */
export const arrows = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * So many steps to the right and up a key moves what is held; with Shift a tenth. Null: none.
 * @param {KeyboardEvent} event
 */
export function keySteps({ key, shiftKey, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey || !(key in arrows)) return null;
  return arrows[key].map((steps) => (shiftKey ? steps / 10 : steps));
}
