/**
 * The labs in the order in which they are best learnt. A lab's element `dd-lab-<id>` is defined in
 * web/labs/<id>/<id>.js; its name and its question are in the texts of this room.
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

/** @type {Record<string, () => Promise<unknown>>} */
const files = import.meta.glob(['../labs/*/*.js', '!../labs/*/{en,zh}.js']);

/** All labs, in order. */
export const labs = chapters.flatMap((chapter) => chapter.labs);

/** Defines the element of a lab. @param {string} id */
export const loadLab = (id) => files[`../labs/${id}/${id}.js`]();
