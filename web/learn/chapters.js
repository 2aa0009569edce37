/**
 * The labs in the order in which they are best learnt. A lab is the class that
 * web/labs/<id>/<id>.js exports; its name and its question are in the texts of this room.
 *
 * @typedef {{ id: string, labs: readonly string[] }} Chapter
 */

/** @type {readonly Chapter[]} */
export const chapters = [
  {
    id: 'descent',
    labs: ['guessing', 'linear-backprop', 'nonlinear-backprop', 'line-fit', 'scaling'],
  },
  { id: 'neuron', labs: ['neuron', 'perceptron', 'smooth-neuron', 'activations'] },
  { id: 'classes', labs: ['losses', 'two-classes', 'softmax', 'quadrants'] },
  { id: 'network', labs: ['matrices', 'backprop', 'gradient-check', 'curve-fit', 'playground'] },
];

/** @type {Record<string, () => Promise<any>>} */
const files = import.meta.glob(['../labs/*/*.js', '!../labs/*/{en,zh}.js']);

/** All labs, in order. */
export const labs = chapters.flatMap((chapter) => chapter.labs);

/** Defines the element of a lab. @param {string} id */
export async function loadLab(id) {
  const name = `dd-lab-${id}`;
  const { default: lab } = await files[`../labs/${id}/${id}.js`]();
  if (!customElements.get(name)) customElements.define(name, lab);
}
