import { svg } from 'lit';
import { markPath } from './marks.js';

/**
 * How a path looks wherever it is drawn, by its part in the picture: that of one among several (`path-1`
 * … `path-6`), of the descent that a picture is about (`negative`), of what it is compared with
 * (`positive`). That is the name of its colour too. A dash pattern, lengths of dashes and gaps in
 * pixels, and the shape of its marks tell those of a race apart without their colours.
 *
 * @typedef {keyof typeof marks} PathMark
 */
const marks = {
  'path-1': { dash: [], shape: 'circle' },
  'path-2': { dash: [12, 4], shape: 'square' },
  'path-3': { dash: [3, 3], shape: 'triangle' },
  'path-4': { dash: [9, 3, 2, 3], shape: 'diamond' },
  'path-5': { dash: [6, 4], shape: 'cross' },
  'path-6': { dash: [16, 3, 2, 3, 2, 3], shape: 'star' },
  negative: { dash: [], shape: 'circle' },
  positive: { dash: [], shape: 'square' },
};

/** @type {Record<PathMark, { dash: number[], shape: import('./marks.js').Shape }>} */
export const pathMarks = /** @type {any} */ (marks);

/** A sample of a path, 28×12, for legends. @param {PathMark} mark */
export function pathSample(mark) {
  const { dash, shape } = pathMarks[mark];
  return svg`<svg class="path-sample" viewBox="0 0 28 12" aria-hidden="true">
    <path d="M1 6H21" stroke="var(--${mark})" stroke-dasharray=${dash.join(' ')} />
    <path fill="var(--${mark})" stroke="none" d=${markPath(shape, 21, 6, 4)} />
  </svg>`;
}
